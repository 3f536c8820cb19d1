import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog, MatDialogModule } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { ScanDay } from '../api/types.js';
import { ourDialog } from '../layout/dialogs.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';

/** Who scanned how much today, and where. */
@Component({
  selector: 'bn-scan-today-dialog',
  imports: [MatButton, MatDialogModule, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ 'BATCHES.TODAY' | translate: { day: words.fullDay(it.day) } }}</h2>
    <mat-dialog-content>
      <table class="bn-table">
        <thead><tr><th scope="col">{{ 'BATCHES.OPERATOR' | translate }}</th><th scope="col">{{ 'BATCHES.SCANNER' | translate }}</th><th scope="col">{{ 'BATCHES.BATCHES' | translate }}</th><th scope="col">{{ 'BATCHES.PAGES' | translate }}</th><th scope="col">{{ 'BATCHES.ENVELOPES' | translate }}</th><th scope="col">{{ 'BATCHES.REJECTED' | translate }}</th></tr></thead>
        <tbody>
          @for (line of it.lines; track $index) {
            <tr><td>{{ line.operator === 'system' ? ('BATCHES.NOBODY' | translate) : line.operator }}</td><td>{{ scannerName(line.scanner) }}</td><td>{{ line.batches }}</td><td>{{ line.pages }}</td><td>{{ line.envelopes }}</td><td>{{ line.rejected || '' }}</td></tr>
          } @empty { <tr><td colspan="6">{{ 'BATCHES.NOTHING_TODAY' | translate }}</td></tr> }
        </tbody>
      </table>
    </mat-dialog-content>
    <mat-dialog-actions align="end"><button matButton mat-dialog-close cdkFocusInitial>{{ 'GENERAL.CLOSE' | translate }}</button></mat-dialog-actions>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScanTodayDialog {
  private readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly it = inject<ScanDay>(MAT_DIALOG_DATA);
  protected scannerName(code: string | undefined): string {
    return this.settings.all()?.scanners.find((each) => each.code === code)?.label ?? code ?? '';
  }
}

/** What was scanned today, in a line; by operator and scanner on demand. */
@Component({
  selector: 'bn-scan-today',
  imports: [MatButton, MatIcon, TranslatePipe],
  template: `
    @if (day.value(); as it) {
      <button matButton type="button" (click)="open(it)"><mat-icon>today</mat-icon>{{ 'BATCHES.TODAY_LINE' | translate: sums() }}</button>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScanToday {
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  protected readonly words = inject(Words);
  protected readonly day = resource({ loader: () => firstValueFrom(this.api.scanDay()).catch(() => undefined) });
  protected readonly sums = computed(() => {
    const lines = this.day.value()?.lines ?? [];
    const sum = (of: 'pages' | 'envelopes' | 'rejected'): number => lines.reduce((all, line) => all + line[of], 0);
    return { pages: sum('pages'), envelopes: sum('envelopes'), rejected: sum('rejected') };
  });

  refresh(): void {
    this.day.reload();
  }

  protected open(day: ScanDay): void {
    this.dialog.open(ScanTodayDialog, { ...ourDialog, width: '720px', maxWidth: '95vw', data: day });
  }
}

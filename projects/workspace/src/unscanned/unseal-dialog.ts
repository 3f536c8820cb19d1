import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { Paper } from '../api/types.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';

/** Notes that a commission opened a sealed bid: when, and before whom, a name a line. */
@Component({
  selector: 'bn-unseal-dialog',
  imports: [FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatInput, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ 'UNSCANNED.UNSEAL_TITLE' | translate: { chrono: asked.chrono } }}</h2>
    <form (ngSubmit)="submit()">
      <mat-dialog-content>
        @if (asked.late) { <p class="flaw">{{ 'UNSCANNED.CAME_LATE' | translate }}</p> }
        <div class="pair">
          <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'UNSCANNED.UNSEAL_ON' | translate }}</mat-label><input matInput type="date" name="day" required [max]="today" [(ngModel)]="day" /></mat-form-field>
          <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'UNSCANNED.UNSEAL_AT' | translate }}</mat-label><input matInput type="time" name="time" required [(ngModel)]="time" /></mat-form-field>
        </div>
        <mat-form-field subscriptSizing="dynamic">
          <mat-label>{{ 'UNSCANNED.WITNESSES' | translate }}</mat-label>
          <textarea matInput name="witnesses" rows="3" required cdkFocusInitial [(ngModel)]="typed"></textarea>
          <mat-hint>{{ 'UNSCANNED.WITNESSES_HINT' | translate }}</mat-hint>
        </mat-form-field>
        <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'UNSCANNED.REMARK' | translate }}</mat-label><input matInput name="remark" maxlength="2000" [(ngModel)]="remark" /></mat-form-field>
        @if (wrong(); as text) { <p class="flaw" role="alert">{{ text }}</p> }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton mat-dialog-close type="button">{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="busy() || !day() || !time() || witnesses().length < 2">{{ 'UNSCANNED.UNSEAL_DO' | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    mat-form-field { width: 100%; margin: 4px 0 8px; }
    .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
    .flaw { margin: 8px 0 0; font-weight: 500; color: var(--bn-late); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnsealDialog {
  private readonly api = inject(Api);
  private readonly session = inject(SessionStore);
  private readonly self = inject<MatDialogRef<UnsealDialog, Paper>>(MatDialogRef);
  private readonly words = inject(Words);
  protected readonly asked = inject<{ readonly id: string; readonly chrono: string; readonly late: boolean }>(MAT_DIALOG_DATA);
  protected readonly today = this.session.today();
  protected readonly day = signal(this.today);
  protected readonly time = signal(this.session.timeOfDay());
  protected readonly typed = signal('');
  protected readonly witnesses = computed(() => [...new Set(this.typed().split(/[\n;]/).map((name) => name.trim()).filter(Boolean))]);
  protected readonly remark = signal('');
  protected readonly busy = signal(false);
  protected readonly wrong = signal('');

  protected async submit(): Promise<void> {
    if (this.busy() || this.witnesses().length < 2) return;
    this.busy.set(true);
    this.wrong.set('');
    try {
      this.self.close(await firstValueFrom(this.api.unseal(this.asked.id, { at: this.session.instant(this.day(), this.time()), witnesses: this.witnesses(), remark: this.remark().trim() || undefined })));
    } catch (error) {
      this.wrong.set(this.words.problem(error));
      this.busy.set(false);
    }
  }
}

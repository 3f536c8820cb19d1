import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { FileField } from '../files/file-field.js';
import { injectDoing } from '../layout/doing.js';
import { SessionStore } from '../session/session.js';
import { DecidedFields, paperAgreementFields } from '../visas/decided-fields.js';
import { smallFile } from '../work/work-api.js';
import { SortingsApi, type Sorting } from './sortings-api.js';

interface Struck {
  readonly key: number;
  rank: number | null;
  reason: string;
}

/** Copies an agreement from paper: who, when, what was decided otherwise and why, the digest that is printed on it, and its file. */
@Component({
  selector: 'bn-paper-agreement-dialog',
  imports: [DecidedFields, FileField, FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatIcon, MatIconButton, MatInput, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ 'SORTINGS.PAPER.TITLE' | translate: { chrono: sorting.chrono } }}</h2>
    <form #form="ngForm" (ngSubmit)="form.valid && record()">
      <mat-dialog-content>
        <p>{{ 'SORTINGS.PAPER.TEXT' | translate }}</p>
        <bn-decided-fields [words]="fields" [(name)]="name" [(on)]="on" [(reference)]="reference" />
        <mat-form-field appearance="outline" subscriptSizing="dynamic"><mat-label>{{ 'PAPER_VISA.DIGEST' | translate }}</mat-label><input matInput name="digest" required maxlength="200" autocomplete="off" spellcheck="false" [(ngModel)]="digest" /><mat-hint>{{ 'SORTINGS.PAPER.DIGEST_HINT' | translate }}</mat-hint></mat-form-field>
        <fieldset>
          <legend>{{ 'SORTINGS.PAPER.STRUCK' | translate }}</legend>
          @for (one of struck(); track one.key) {
            <div class="struck">
              <mat-form-field class="rank" appearance="outline" subscriptSizing="dynamic"><mat-label>{{ 'SORTINGS.RANK' | translate }}</mat-label><input matInput type="number" min="1" [name]="'rank' + one.key" required [(ngModel)]="one.rank" /></mat-form-field>
              <mat-form-field appearance="outline" subscriptSizing="dynamic"><mat-label>{{ 'SORTINGS.REASON' | translate }}</mat-label><input matInput [name]="'reason' + one.key" required maxlength="1000" autocomplete="off" [(ngModel)]="one.reason" /></mat-form-field>
              <button matIconButton type="button" [attr.aria-label]="'SORTINGS.PAPER.REMOVE' | translate: { rank: one.rank }" (click)="remove(one)"><mat-icon>close</mat-icon></button>
            </div>
          }
          <button matButton type="button" (click)="add()"><mat-icon>add</mat-icon>{{ 'SORTINGS.PAPER.ADD' | translate }}</button>
        </fieldset>
        <bn-file-field [label]="'SORTINGS.PAPER.FILE' | translate" accept="application/pdf,.pdf" [(file)]="file" />
        @if (said()) { <p class="bn-late" role="alert">{{ said() }}</p> }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="busy() || !form.valid || !file()">{{ 'SORTINGS.PAPER.BUTTON' | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    p { margin: 0; }
    mat-form-field { display: block; margin-top: 12px; }
    fieldset { max-height: 260px; margin: 12px 0 0; padding: 4px 12px 8px; overflow: auto; border: 1px solid var(--bn-line); border-radius: 6px; }
    legend { padding: 0 6px; font-size: 12px; color: var(--bn-muted); }
    .struck { display: flex; gap: 8px; align-items: center; }
    .struck mat-form-field { flex: 1; min-width: 0; margin-top: 6px; }
    .struck .rank { flex: 0 0 96px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PaperAgreementDialog {
  private readonly api = inject(SortingsApi);
  private readonly dialog = inject<MatDialogRef<PaperAgreementDialog, Sorting>>(MatDialogRef);
  protected readonly sorting = inject<{ readonly sorting: Sorting }>(MAT_DIALOG_DATA).sorting;
  protected readonly fields = paperAgreementFields;
  protected readonly name = signal('');
  protected readonly on = signal(inject(SessionStore).today());
  protected readonly reference = signal('');
  protected readonly digest = signal('');
  protected readonly struck = signal<readonly Struck[]>([]);
  protected readonly file = signal<File | undefined>(undefined);
  private readonly doing = injectDoing();
  protected readonly said = this.doing.said;
  protected readonly busy = this.doing.busy;
  private readonly next = computed(() => Math.max(0, ...this.struck().map(({ key }) => key)) + 1);

  protected add(): void {
    this.struck.update((before) => [...before, { key: this.next(), rank: null, reason: '' }]);
  }

  protected remove({ key }: Struck): void {
    this.struck.update((before) => before.filter((one) => one.key !== key));
  }

  protected async record(): Promise<void> {
    const file = this.file();
    if (!file) return;
    await this.doing.run(async () => {
      const struck = this.struck().map(({ rank, reason }) => ({ rank, reason: reason.trim() }));
      const body = { revision: this.sorting.revision, name: this.name().trim(), on: this.on(), reference: this.reference().trim(), digest: this.digest().trim(), struck, file: await smallFile(file) };
      this.dialog.close(await firstValueFrom(this.api.act(this.sorting.id, 'paper-agreement', body)));
    });
  }
}

import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { FileField } from '../files/file-field.js';
import { SessionStore } from '../session/session.js';
import { smallFile } from '../work/work-api.js';
import { Words } from '../words/words.js';
import { DecidedFields, paperVisaFields } from './decided-fields.js';
import { VisasApi, type BordereauLine } from './visas-api.js';

export interface PaperVisaData {
  readonly id: string;
  readonly chrono: string;
  readonly revision: number;
  readonly lines: readonly BordereauLine[];
  readonly printedDigest: string;
}

/** Copies a visa from paper: who, when, lines that were struck out and why, the digest that is printed on it, and its file. */
@Component({
  selector: 'bn-paper-visa-dialog',
  imports: [DecidedFields, FileField, FormsModule, MatButton, MatCheckbox, MatDialogModule, MatFormFieldModule, MatInput, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ 'PAPER_VISA.TITLE' | translate: { chrono: data.chrono } }}</h2>
    <form (ngSubmit)="record()">
      <mat-dialog-content>
        <bn-decided-fields [words]="fields" [(name)]="name" [(on)]="on" [(reference)]="reference" />
        <mat-form-field appearance="outline" subscriptSizing="dynamic"><mat-label>{{ 'PAPER_VISA.DIGEST' | translate }}</mat-label><input matInput name="digest" required maxlength="200" autocomplete="off" spellcheck="false" [(ngModel)]="digest" /><mat-hint>{{ 'PAPER_VISA.DIGEST_HINT' | translate }}</mat-hint></mat-form-field>
        <fieldset>
          <legend>{{ 'PAPER_VISA.REFUSED' | translate }}</legend>
          @for (line of data.lines; track line.line) {
            <mat-checkbox [checked]="refused().has(line.line)" (change)="strike(line.line, $event.checked)">{{ line.line }}. {{ line.serviceLabel }}, {{ line.row }} {{ line.rowLabel }}, {{ line.year }}</mat-checkbox>
            @if (refused().has(line.line)) {
              <mat-form-field appearance="outline" subscriptSizing="dynamic"><mat-label>{{ 'PAPER_VISA.REASON' | translate: { line: line.line } }}</mat-label><input matInput [name]="'reason' + line.line" required maxlength="1000" autocomplete="off" [ngModel]="refused().get(line.line)" (ngModelChange)="because(line.line, $event)" /></mat-form-field>
            }
          }
        </fieldset>
        <bn-file-field [label]="'PAPER_VISA.FILE' | translate" accept="application/pdf,.pdf" [(file)]="file" />
        @if (problem()) { <p class="bn-late" role="alert">{{ problem() }}</p> }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="busy()">{{ 'CAMPAIGN_VISA.RECORD' | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    mat-form-field { display: block; margin-top: 12px; }
    fieldset { max-height: 260px; margin: 12px 0 0; padding: 4px 12px 8px; overflow: auto; border: 1px solid var(--bn-line); border-radius: 6px; }
    legend { padding: 0 6px; font-size: 12px; color: var(--bn-muted); }
    mat-checkbox { display: block; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PaperVisaDialog {
  private readonly api = inject(VisasApi);
  private readonly dialog = inject<MatDialogRef<PaperVisaDialog, boolean>>(MatDialogRef);
  protected readonly words = inject(Words);
  protected readonly data = inject<PaperVisaData>(MAT_DIALOG_DATA);
  protected readonly fields = paperVisaFields;
  protected name = '';
  protected on = inject(SessionStore).today();
  protected reference = '';
  protected digest = '';
  protected readonly refused = signal<ReadonlyMap<number, string>>(new Map());
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly file = signal<File | undefined>(undefined);
  private readonly missing = computed(() => !this.file() || [...this.refused().values()].some((reason) => !reason.trim()));

  protected strike(line: number, on: boolean): void {
    this.refused.update((before) => new Map(on ? [...before, [line, '']] : [...before].filter(([one]) => one !== line)));
  }

  protected because(line: number, reason: string): void {
    this.refused.update((before) => new Map(before).set(line, reason));
  }

  protected async record(): Promise<void> {
    const file = this.file();
    if (!file || this.missing() || !this.name.trim() || !this.reference.trim() || !this.digest.trim() || !this.on) return this.problem.set(this.words.text('PAPER_VISA.INCOMPLETE'));
    this.busy.set(true);
    this.problem.set('');
    try {
      await firstValueFrom(this.api.recordPaper(this.data.id, { revision: this.data.revision, name: this.name, on: this.on, reference: this.reference, digest: this.digest, refused: [...this.refused()].map(([line, reason]) => ({ line, reason })), file: await smallFile(file) }));
      this.dialog.close(true);
    } catch (error) {
      this.problem.set(this.words.problem(error));
    }
    this.busy.set(false);
  }
}

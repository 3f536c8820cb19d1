import { CdkTextareaAutosize } from '@angular/cdk/text-field';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatRadioModule } from '@angular/material/radio';
import { TranslatePipe } from '@ngx-translate/core';
import { opinionVerdicts, type OpinionVerdict } from '@bannette/domain';
import type { Mail } from '../api/types.js';
import { FileField } from '../files/file-field.js';
import { Words } from '../words/words.js';
import { smallFile } from './work-api.js';

export interface OpinionDialogData {
  readonly question: string;
  /** In whose name it is given, if in another's. */
  readonly inName?: string;
  readonly submit: (body: object) => Promise<Mail>;
}

/** An opinion: favourable, with reservations or unfavourable, in words unless it is favourable, with a document if wanted. */
@Component({
  selector: 'bn-opinion-dialog',
  imports: [CdkTextareaAutosize, FileField, FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatInput, MatRadioModule, TranslatePipe],
  template: `
    <form (ngSubmit)="submit()" (keydown.control.enter)="submit()">
      <h2 mat-dialog-title>{{ 'WORK.GIVE' | translate }}</h2>
      <mat-dialog-content>
        <blockquote>{{ data.question }}</blockquote>
        @if (data.inName) { <p class="note">{{ 'WORK.IN_NAME' | translate: { name: data.inName } }}</p> }
        <mat-radio-group name="verdict" required [attr.aria-label]="'WORK.VERDICT_LABEL' | translate" [ngModel]="verdict()" (ngModelChange)="verdict.set($event)">
          @for (one of verdicts; track one) { <mat-radio-button [value]="one">{{ 'WORK.VERDICT.' + one | translate }}</mat-radio-button> }
        </mat-radio-group>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ 'WORK.OPINION_WORDS' | translate }}</mat-label>
          <textarea matInput cdkTextareaAutosize [cdkAutosizeMinRows]="4" [cdkAutosizeMaxRows]="14" name="words" maxlength="5000" [required]="verdict() !== 'favourable'" [ngModel]="said()" (ngModelChange)="said.set($event)"></textarea>
          @if (verdict() && verdict() !== 'favourable') { <mat-hint>{{ 'WORK.WORDS_NEEDED' | translate }}</mat-hint> }
        </mat-form-field>
        <bn-file-field [label]="'WORK.DOCUMENT' | translate" accept=".pdf,.png,.jpg,.jpeg" [(file)]="file" />
        @if (problem()) { <p class="bn-late" role="alert">{{ problem() }}</p> }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="busy() || !complete()">{{ 'WORK.GIVE' | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    blockquote { margin: 0 0 8px; padding-left: 12px; border-left: 3px solid var(--bn-line); white-space: pre-wrap; overflow-wrap: anywhere; }
    .note { color: var(--bn-muted); }
    mat-radio-group { display: flex; flex-wrap: wrap; gap: 0 12px; }
    mat-form-field { display: block; margin-top: 12px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OpinionDialog {
  private readonly reference = inject<MatDialogRef<OpinionDialog, Mail>>(MatDialogRef);
  private readonly words = inject(Words);
  protected readonly data = inject<OpinionDialogData>(MAT_DIALOG_DATA);
  protected readonly verdicts = opinionVerdicts;
  protected readonly verdict = signal<OpinionVerdict | undefined>(undefined);
  protected readonly said = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected file?: File;

  protected complete(): boolean {
    return this.verdict() === 'favourable' || (!!this.verdict() && !!this.said().trim());
  }

  protected async submit(): Promise<void> {
    if (this.busy() || !this.complete()) return;
    this.busy.set(true);
    this.problem.set('');
    try {
      const file = this.file && (await smallFile(this.file));
      this.reference.close(await this.data.submit({ verdict: this.verdict(), ...(this.said().trim() ? { words: this.said() } : {}), ...(file ? { file } : {}) }));
    } catch (error) {
      this.problem.set(this.words.problem(error));
      this.busy.set(false);
    }
  }
}

import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import type { BatchPlan } from '@bannette/domain';
import { Words } from '../../words/words.js';

export interface MoveTarget {
  readonly envelope: number;
  /** Absent: as a document of its own. */
  readonly document?: number;
}
/** `12` is the envelope, `12.2` its second document. */
export function targetOf(typed: string, plan: BatchPlan): MoveTarget | undefined {
  const [, envelope, document] = /^\s*(\d{1,5})(?:\s*[.,/ ]\s*(\d{1,5}))?\s*$/.exec(typed) ?? [];
  const documents = plan.envelopes[Number(envelope) - 1];
  if (!envelope || !documents || documents.fixed) return undefined;
  if (document === undefined) return { envelope: Number(envelope) };
  return documents.documents[Number(document) - 1] ? { envelope: Number(envelope), document: Number(document) } : undefined;
}

/** Asks for the number of the document, or of the envelope, that pages go to. */
@Component({
  selector: 'bn-move-dialog',
  imports: [FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatInput, TranslatePipe],
  template: `
    <form (ngSubmit)="submit()">
      <h2 mat-dialog-title>{{ words.count('DESK.MOVE.TITLE', data.count) }}</h2>
      <mat-dialog-content>
        <p class="bn-quiet">{{ 'DESK.MOVE.TEXT' | translate }}</p>
        <mat-form-field subscriptSizing="dynamic">
          <mat-label>{{ 'DESK.MOVE.NUMBER' | translate }}</mat-label>
          <input matInput name="number" autocomplete="off" inputmode="decimal" maxlength="12" required data-move [(ngModel)]="typed" />
        </mat-form-field>
        <p role="status" [class.bn-late]="typed() && !target()">{{ told() }}</p>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="!target()">{{ 'DESK.MOVE.DO' | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `mat-form-field { display: block; margin: 8px 0; } p { margin: 0; min-height: 20px; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MoveDialog {
  private readonly reference = inject<MatDialogRef<MoveDialog, MoveTarget>>(MatDialogRef);
  protected readonly words = inject(Words);
  protected readonly data = inject<{ readonly plan: BatchPlan; readonly count: number }>(MAT_DIALOG_DATA);
  protected readonly typed = signal('');
  protected readonly target = computed(() => targetOf(this.typed(), this.data.plan));
  protected readonly told = computed(() => {
    const target = this.target();
    if (!target) return this.typed() ? this.words.text('DESK.MOVE.UNKNOWN') : '';
    return target.document ? this.words.text('DESK.MOVE.TO_DOCUMENT', { document: target.document, envelope: target.envelope }) : this.words.text('DESK.MOVE.TO_ENVELOPE', { envelope: target.envelope });
  });

  protected submit(): void {
    const target = this.target();
    if (target) this.reference.close(target);
  }
}

import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { TranslatePipe } from '@ngx-translate/core';
import type { Beneficiary } from '../../api/types.js';
import { ForWhom } from '../../beneficiaries/for-whom.js';
import { Words } from '../../words/words.js';

export interface PeopleChoice {
  readonly beneficiaries: readonly Beneficiary[];
  readonly unknown: boolean;
}
export interface PeopleData extends PeopleChoice {
  readonly documents: number;
  /** Others that one may not know of; they stay. */
  readonly others: number;
}

/** Whom documents are for: several, found by some letters, or somebody whom others have to find out. */
@Component({
  selector: 'bn-people-dialog',
  imports: [ForWhom, MatButton, MatDialogModule, TranslatePipe],
  template: `
    <form (submit)="$event.preventDefault()" (keydown.control.enter)="close()">
      <h2 mat-dialog-title>{{ words.count('DESK.PEOPLE.TITLE', data.documents) }}</h2>
      <mat-dialog-content>
        <bn-for-whom name="desk-for" [(chosen)]="chosen" [(unknown)]="unknown" (done)="close()" />
        @if (data.others) { <p class="bn-quiet">{{ words.count('DESK.PEOPLE.OTHERS', data.others) }}</p> }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="button" (click)="close()">{{ 'DESK.PEOPLE.DO' | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `bn-for-whom { display: block; padding-top: 8px; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeopleDialog {
  private readonly reference = inject<MatDialogRef<PeopleDialog, PeopleChoice>>(MatDialogRef);
  protected readonly words = inject(Words);
  protected readonly data = inject<PeopleData>(MAT_DIALOG_DATA);
  protected readonly chosen = signal(this.data.beneficiaries);
  protected readonly unknown = signal(this.data.unknown);

  protected close(): void {
    this.reference.close({ beneficiaries: this.chosen(), unknown: this.unknown() });
  }
}

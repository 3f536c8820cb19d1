import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { TranslatePipe } from '@ngx-translate/core';
import { NatureField } from '../../beneficiaries/nature-field.js';
import { Words } from '../../words/words.js';

export interface NatureData {
  readonly documents: number;
  readonly nature: string;
}

/** What a document is, among the natures of the thesaurus: some letters and Enter. Closes with a code, or `null` for none. */
@Component({
  selector: 'bn-nature-dialog',
  imports: [MatButton, MatDialogModule, NatureField, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ words.count('DESK.NATURE.TITLE', data.documents) }}</h2>
    <mat-dialog-content>
      <bn-nature-field name="desk-nature" [(nature)]="nature" (done)="close(nature())" />
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" (click)="close('')">{{ 'DESK.NATURE.NONE' | translate }}</button>
      <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
      <button matButton="filled" type="button" [disabled]="!nature()" (click)="close(nature())">{{ 'DESK.PEOPLE.DO' | translate }}</button>
    </mat-dialog-actions>
  `,
  styles: `bn-nature-field { display: block; padding-top: 8px; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NatureDialog {
  private readonly reference = inject<MatDialogRef<NatureDialog, string | null>>(MatDialogRef);
  protected readonly words = inject(Words);
  protected readonly data = inject<NatureData>(MAT_DIALOG_DATA);
  protected readonly nature = signal(this.data.nature);

  protected close(nature: string): void {
    this.reference.close(nature || null);
  }
}

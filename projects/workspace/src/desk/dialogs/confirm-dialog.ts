import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { TranslatePipe } from '@ngx-translate/core';

export interface ConfirmData {
  readonly title: string;
  /** One paragraph each. */
  readonly text: readonly string[];
  readonly label: string;
  readonly keep: string;
}

/** Says what will happen, and asks whether it shall; closes with `true` if so. */
@Component({
  selector: 'bn-confirm-dialog',
  imports: [MatButton, MatDialogModule, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ data.title }}</h2>
    <mat-dialog-content>
      @for (line of data.text; track $index) { <p>{{ line }}</p> }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close>{{ data.keep | translate }}</button>
      <button matButton="filled" type="button" cdkFocusInitial [mat-dialog-close]="true">{{ data.label | translate }}</button>
    </mat-dialog-actions>
  `,
  styles: `p { margin: 0 0 8px; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfirmDialog {
  protected readonly data = inject<ConfirmData>(MAT_DIALOG_DATA);
}

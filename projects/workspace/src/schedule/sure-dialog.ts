import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { TranslatePipe } from '@ngx-translate/core';

/** Asks once more, and says what follows. */
@Component({
  selector: 'bn-schedule-sure',
  imports: [MatButton, MatDialogModule, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ 'SCHEDULE.SURE.' + data.what + '.TITLE' | translate: { number: data.number } }}</h2>
    <mat-dialog-content><p>{{ 'SCHEDULE.SURE.' + data.what + '.TEXT' | translate }}</p></mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
      <button matButton="filled" type="button" [mat-dialog-close]="true">{{ 'SCHEDULE.' + data.what | translate }}</button>
    </mat-dialog-actions>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SureDialog {
  protected readonly data = inject<{ readonly what: 'ENFORCE' | 'DISCARD'; readonly number: number }>(MAT_DIALOG_DATA);
}

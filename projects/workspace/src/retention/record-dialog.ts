import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { TranslatePipe } from '@ngx-translate/core';
import type { RetentionDue } from '../api/types.js';
import { MailRecord } from '../reading/mail-record.js';

/** How a mail is kept, for those who keep records and don't open the mail; they have it checked again from here. */
@Component({
  selector: 'bn-record-dialog',
  imports: [MailRecord, MatButton, MatDialogModule, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ mail.chrono }}</h2>
    <mat-dialog-content><bn-mail-record [mail]="mail" [linking]="false" /></mat-dialog-content>
    <mat-dialog-actions align="end"><button matButton type="button" mat-dialog-close>{{ 'GENERAL.CLOSE' | translate }}</button></mat-dialog-actions>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecordDialog {
  protected readonly mail = inject<RetentionDue['mail']>(MAT_DIALOG_DATA);
}

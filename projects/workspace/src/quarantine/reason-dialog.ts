import { CdkTextareaAutosize } from '@angular/cdk/text-field';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from '../words/words.js';

export interface ReasonDialogData {
  readonly title: string;
  readonly about: string;
  readonly note: string;
  readonly label: string;
  readonly submit: (reason: string) => Promise<unknown>;
}

/** Asks why, and does it; closes with `true` once it is done. */
@Component({
  selector: 'bn-reason-dialog',
  imports: [CdkTextareaAutosize, FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatInput, TranslatePipe],
  template: `
    <form (ngSubmit)="submit()" (keydown.control.enter)="submit()">
      <h2 mat-dialog-title>{{ data.title | translate }}</h2>
      <mat-dialog-content>
        <p>{{ data.about }}</p>
        <p class="bn-quiet">{{ data.note | translate }}</p>
        <mat-form-field subscriptSizing="dynamic">
          <mat-label>{{ 'FIELD.reason' | translate }}</mat-label>
          <textarea matInput cdkTextareaAutosize [cdkAutosizeMinRows]="3" name="reason" required [(ngModel)]="reason"></textarea>
        </mat-form-field>
        @if (problem()) {
          <p class="bn-late" role="alert">{{ problem() }}</p>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="!reason().trim() || busy()">{{ data.label | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `mat-form-field { display: block; margin-top: 8px; } p { margin: 0 0 4px; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReasonDialog {
  private readonly reference = inject(MatDialogRef);
  private readonly words = inject(Words);
  protected readonly data = inject<ReasonDialogData>(MAT_DIALOG_DATA);
  protected readonly reason = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal('');

  protected async submit(): Promise<void> {
    const reason = this.reason().trim();
    if (!reason || this.busy()) return;
    this.busy.set(true);
    try {
      await this.data.submit(reason);
      this.reference.close(true);
    } catch (error) {
      this.problem.set(this.words.problem(error));
      this.busy.set(false);
    }
  }
}

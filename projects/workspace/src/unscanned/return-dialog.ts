import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { Paper, ReturnBody } from '../api/types.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';

/** Notes that an original went back to its sender. */
@Component({
  selector: 'bn-return-dialog',
  imports: [FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatInput, MatSelectModule, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ 'UNSCANNED.RETURN_TITLE' | translate: { chrono: asked.chrono } }}</h2>
    <form (ngSubmit)="submit()">
      <mat-dialog-content>
        <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'UNSCANNED.RETURN_ON' | translate }}</mat-label><input matInput type="date" name="on" required cdkFocusInitial [max]="today" [(ngModel)]="on" /></mat-form-field>
        <mat-form-field subscriptSizing="dynamic">
          <mat-label>{{ 'UNSCANNED.RETURN_HOW' | translate }}</mat-label>
          <mat-select name="how" [(ngModel)]="how">
            @for (entry of ways; track entry) { <mat-option [value]="entry">{{ 'UNSCANNED.RETURN_BY.' + entry | translate }}</mat-option> }
          </mat-select>
        </mat-form-field>
        <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'UNSCANNED.RETURN_REFERENCE' | translate }}</mat-label><input matInput name="reference" maxlength="60" autocomplete="off" [(ngModel)]="reference" /></mat-form-field>
        @if (wrong(); as text) { <p class="flaw" role="alert">{{ text }}</p> }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton mat-dialog-close type="button">{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="busy() || !on()">{{ 'UNSCANNED.RETURN_DO' | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    mat-form-field { width: 100%; margin: 4px 0 8px; }
    .flaw { margin: 8px 0 0; font-weight: 500; color: var(--bn-late); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReturnDialog {
  private readonly api = inject(Api);
  private readonly self = inject<MatDialogRef<ReturnDialog, Paper>>(MatDialogRef);
  private readonly words = inject(Words);
  protected readonly asked = inject<{ readonly id: string; readonly chrono: string }>(MAT_DIALOG_DATA);
  protected readonly ways = ['post', 'hand'] as const;
  protected readonly today = inject(SessionStore).today();
  protected readonly on = signal(this.today);
  protected readonly how = signal<ReturnBody['how']>('post');
  protected readonly reference = signal('');
  protected readonly busy = signal(false);
  protected readonly wrong = signal('');

  protected async submit(): Promise<void> {
    if (this.busy() || !this.on()) return;
    this.busy.set(true);
    this.wrong.set('');
    try {
      this.self.close(await firstValueFrom(this.api.returnOriginal(this.asked.id, { on: this.on(), how: this.how(), reference: this.reference().trim() || undefined })));
    } catch (error) {
      this.wrong.set(this.words.problem(error));
      this.busy.set(false);
    }
  }
}

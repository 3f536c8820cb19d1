import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type { Round, UnscannedLine } from '../api/types.js';
import { Words } from '../words/words.js';
import { SignaturePad } from './signature-pad.js';

export interface RoundAsked {
  readonly lines: readonly UnscannedLine[];
  /** `key` is this dialog's: sent again after a cut, the round is the same. */
  readonly submit: (to: string, signature: string, key: string) => Observable<Round>;
}

/** One signature for all that is handed over. */
@Component({
  selector: 'bn-round-dialog',
  imports: [FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatInput, SignaturePad, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ words.count('UNSCANNED.HAND_OVER_TITLE', asked.lines.length) }}</h2>
    <mat-dialog-content>
      <ul>
        @for (line of asked.lines; track line.id) { <li><strong>{{ line.chrono }}</strong> {{ line.kindLabel }} – {{ line.serviceLabel }}</li> }
      </ul>
      <mat-form-field subscriptSizing="dynamic">
        <mat-label>{{ 'UNSCANNED.TO' | translate }}</mat-label>
        <input matInput required cdkFocusInitial maxlength="200" autocomplete="off" [(ngModel)]="to" (keydown.enter)="$event.preventDefault()" />
      </mat-form-field>
      <bn-signature-pad #pad />
      @if (wrong(); as text) { <p class="flaw" role="alert">{{ text }}</p> }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
      <button matButton="filled" [disabled]="busy() || !to().trim() || !pad.signed()" (click)="submit(pad)">{{ 'UNSCANNED.HAND_OVER_DO' | translate }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    ul { max-height: 24vh; overflow: auto; margin: 0 0 12px; padding-left: 18px; }
    li { overflow-wrap: anywhere; }
    mat-form-field { width: 100%; margin-bottom: 10px; }
    .flaw { margin: 8px 0 0; font-weight: 500; color: var(--bn-late); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoundDialog {
  private readonly self = inject<MatDialogRef<RoundDialog, Round>>(MatDialogRef);
  protected readonly asked = inject<RoundAsked>(MAT_DIALOG_DATA);
  protected readonly words = inject(Words);
  protected readonly to = signal('');
  private key: string = crypto.randomUUID();
  private sent = '';
  protected readonly busy = signal(false);
  protected readonly wrong = signal('');

  protected async submit(pad: SignaturePad): Promise<void> {
    const signature = pad.png();
    if (!signature || this.busy()) return;
    const to = this.to().trim();
    if (this.sent && this.sent !== to + signature) this.key = crypto.randomUUID();
    this.sent = to + signature;
    this.busy.set(true);
    this.wrong.set('');
    try {
      this.self.close(await firstValueFrom(this.asked.submit(to, signature, this.key)));
    } catch (error) {
      this.wrong.set(this.words.problem(error));
      this.busy.set(false);
    }
  }
}

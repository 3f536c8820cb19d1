import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { addDays } from '@bannette/domain';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, type Observable } from 'rxjs';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';

export interface Decision {
  /** Words of the dialog, below `HOLD.DECIDE`. */
  readonly what: 'review' | 'release' | 'drop' | 'allow';
  readonly about: string;
  /** Asks for a day, at the latest this one. */
  readonly day?: { readonly latest?: string };
  /** Has to be typed, so that nobody does it by mistake. */
  readonly typed?: string;
  submit(said: { readonly day: string; readonly reason: string }): Observable<unknown>;
}

/** Asks for the reason of a decision on a hold, and for its day or a word typed where it calls for that. */
@Component({
  selector: 'bn-hold-decide',
  imports: [FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatInput, TranslatePipe],
  template: `
    <form #form="ngForm" (ngSubmit)="send()" (keydown.control.enter)="form.valid && sure() && send()">
      <h2 mat-dialog-title>{{ 'HOLD.DECIDE.' + data.what + '.TITLE' | translate }}</h2>
      <mat-dialog-content>
        <p>{{ data.about }}</p>
        <p class="bn-quiet">{{ 'HOLD.DECIDE.' + data.what + '.TEXT' | translate }}</p>
        @if (data.day; as ask) {
          <mat-form-field>
            <mat-label>{{ 'HOLD.DECIDE.' + data.what + '.DAY' | translate }}</mat-label>
            <input matInput name="day" type="date" required [min]="tomorrow()" [max]="ask.latest ?? ''" [ngModel]="day()" (ngModelChange)="day.set($event)" />
            @if (ask.latest) { <mat-hint>{{ 'HOLD.LATEST' | translate: { day: words.day(ask.latest) } }}</mat-hint> }
          </mat-form-field>
        }
        <mat-form-field><mat-label>{{ 'HOLD.DECIDE.' + data.what + '.REASON' | translate }}</mat-label><textarea matInput name="reason" required rows="3" maxlength="2000" [ngModel]="reason()" (ngModelChange)="reason.set($event)"></textarea></mat-form-field>
        @if (data.typed; as word) {
          <mat-form-field><mat-label>{{ 'HOLD.DECIDE.TYPE' | translate: { word } }}</mat-label><input matInput name="typed" required autocomplete="off" [ngModel]="typed()" (ngModelChange)="typed.set($event)" /></mat-form-field>
        }
        @if (problem()) { <p class="bn-late" role="alert">{{ problem() }}</p> }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="busy() || !form.valid || !sure()">{{ 'HOLD.DECIDE.' + data.what + '.DO' | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    mat-dialog-content { display: flex; flex-direction: column; gap: 8px; }
    p { margin: 0; overflow-wrap: anywhere; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecideDialog {
  private readonly reference = inject(MatDialogRef);
  private readonly session = inject(SessionStore);
  protected readonly words = inject(Words);
  protected readonly data = inject<Decision>(MAT_DIALOG_DATA);
  protected readonly day = signal('');
  protected readonly reason = signal('');
  protected readonly typed = signal('');
  protected readonly problem = signal('');
  protected readonly busy = signal(false);
  protected readonly tomorrow = computed(() => addDays(this.session.today(), 1));
  protected readonly sure = computed(() => !!this.reason().trim() && (!this.data.typed || this.typed().trim().toLowerCase() === this.data.typed.toLowerCase()));

  protected async send(): Promise<void> {
    if (this.busy() || !this.sure()) return;
    this.busy.set(true);
    this.problem.set('');
    try {
      this.reference.close(await firstValueFrom(this.data.submit({ day: this.day(), reason: this.reason().trim() })));
    } catch (error) {
      this.problem.set(this.words.problem(error));
    }
    this.busy.set(false);
  }
}

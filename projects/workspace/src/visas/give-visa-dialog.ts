import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import { VisasApi, type Visa } from './visas-api.js';

/** The visa as a whole: who, when, under which reference, for which list; what is missing is said before. */
@Component({
  selector: 'bn-give-visa-dialog',
  imports: [FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatInput, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ 'VISAS.GIVE_TITLE' | translate: { chrono: visa.chrono } }}</h2>
    <form (ngSubmit)="give()">
      <mat-dialog-content>
        <p>{{ words.count('VISAS.GRANTED_LINES', granted()) }} · {{ words.count('VISAS.REFUSED_LINES', refused()) }}</p>
        @if (open()) { <p class="bn-late" role="alert">{{ words.count('VISAS.OPEN_LINES', open()) }}</p> }
        @if (unreasoned()) { <p class="bn-late" role="alert">{{ words.count('VISAS.UNREASONED', unreasoned()) }}</p> }
        @if (!open() && !granted()) { <p>{{ 'VISAS.NONE_GRANTED' | translate }}</p> }
        <mat-form-field appearance="outline" subscriptSizing="dynamic"><mat-label>{{ 'VISAS.NAME' | translate }}</mat-label><input matInput name="name" required maxlength="200" autocomplete="off" [(ngModel)]="name" /></mat-form-field>
        <div class="row">
          <mat-form-field appearance="outline" subscriptSizing="dynamic"><mat-label>{{ 'VISAS.ON' | translate }}</mat-label><input matInput type="date" name="on" required [max]="today" [(ngModel)]="on" /></mat-form-field>
          <mat-form-field appearance="outline" subscriptSizing="dynamic"><mat-label>{{ 'VISAS.REFERENCE' | translate }}</mat-label><input matInput name="reference" required maxlength="200" autocomplete="off" [(ngModel)]="reference" /></mat-form-field>
        </div>
        <p class="bn-quiet">{{ 'VISAS.FOR_DIGEST' | translate }} <code>{{ visa.manifestSha512.slice(0, 32) }}…</code></p>
        @if (problem()) { <p class="bn-late" role="alert">{{ problem() }}</p> }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="busy() || !!open() || !!unreasoned() || !name.trim() || !reference.trim() || !on">{{ 'VISAS.GIVE' | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    mat-form-field { display: block; margin-top: 12px; }
    .row { display: flex; flex-wrap: wrap; gap: 0 12px; }
    .row mat-form-field { flex: 1 1 180px; }
    code { overflow-wrap: anywhere; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GiveVisaDialog {
  private readonly api = inject(VisasApi);
  private readonly session = inject(SessionStore);
  private readonly reference_ = inject<MatDialogRef<GiveVisaDialog, Visa>>(MatDialogRef);
  protected readonly words = inject(Words);
  protected readonly visa = inject<Visa>(MAT_DIALOG_DATA);
  protected readonly today = this.session.today();
  protected name = this.session.person()?.displayName ?? '';
  protected on = this.today;
  protected reference = '';
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  private readonly noted = computed(() => this.visa.bordereau.map(({ noted }) => noted));
  protected readonly granted = computed(() => this.noted().filter((one) => one?.visa === 'granted').length);
  protected readonly refused = computed(() => this.noted().filter((one) => one?.visa === 'refused').length);
  protected readonly open = computed(() => this.noted().filter((one) => !one).length);
  protected readonly unreasoned = computed(() => this.noted().filter((one) => one?.visa === 'refused' && !one.reason?.trim()).length);

  protected async give(): Promise<void> {
    this.busy.set(true);
    this.problem.set('');
    try {
      this.reference_.close(await firstValueFrom(this.api.give(this.visa.id, { revision: this.visa.revision, name: this.name, on: this.on, reference: this.reference, manifestSha512: this.visa.manifestSha512 })));
    } catch (error) {
      this.problem.set(this.words.problem(error));
    }
    this.busy.set(false);
  }
}

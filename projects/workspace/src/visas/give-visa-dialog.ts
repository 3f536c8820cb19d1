import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import { DecidedFields, visaFields } from './decided-fields.js';
import { VisasApi, type Visa } from './visas-api.js';

/** The visa as a whole: who, when, under which reference, for which list; what is missing is said before. */
@Component({
  selector: 'bn-give-visa-dialog',
  imports: [DecidedFields, FormsModule, MatButton, MatDialogModule, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ 'VISAS.GIVE_TITLE' | translate: { chrono: visa.chrono } }}</h2>
    <form (ngSubmit)="give()">
      <mat-dialog-content>
        <p>{{ words.count('VISAS.GRANTED_LINES', granted()) }} · {{ words.count('VISAS.REFUSED_LINES', refused()) }}</p>
        @if (open()) { <p class="bn-late" role="alert">{{ words.count('VISAS.OPEN_LINES', open()) }}</p> }
        @if (unreasoned()) { <p class="bn-late" role="alert">{{ words.count('VISAS.UNREASONED', unreasoned()) }}</p> }
        @if (!open() && !granted()) { <p>{{ 'VISAS.NONE_GRANTED' | translate }}</p> }
        <bn-decided-fields [words]="fields" [(name)]="name" [(on)]="on" [(reference)]="reference" />
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
  protected readonly fields = visaFields;
  protected name = this.session.person()?.displayName ?? '';
  protected on = this.session.today();
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

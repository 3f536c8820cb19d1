import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { SessionStore } from '../session/session.js';
import { agreementFields, DecidedFields } from '../visas/decided-fields.js';
import { Words } from '../words/words.js';
import { SortingsApi, type Sorting } from './sortings-api.js';

export type SortingStep = 'propose' | 'agree' | 'recordAgreement' | 'giveBack' | 'cancel';
const paths = { propose: 'propose', agree: 'agree', giveBack: 'give-back', cancel: 'cancel' } as const;

/** A step of a sorting with what one must have seen before. Closes with the sorting. */
@Component({
  selector: 'bn-sorting-dialog',
  imports: [DecidedFields, FormsModule, MatButton, MatCheckbox, MatDialogModule, MatFormFieldModule, MatInput, TranslatePipe],
  template: `
    <form (ngSubmit)="ready() && save()">
      <h2 mat-dialog-title>{{ 'SORTINGS.DO.' + step + '.TITLE' | translate: { chrono: sorting.chrono } }}</h2>
      <mat-dialog-content>
        <p>{{ 'SORTINGS.DO.' + step + '.TEXT' | translate }}</p>
        @if (step === 'propose' || step === 'agree') {
          <dl>
            <dt>{{ 'SORTINGS.KEPT' | translate }}</dt><dd>{{ number(sorting.amounts.kept.mails) }}</dd>
            <dt>{{ 'SORTINGS.NOT_KEPT' | translate }}</dt><dd>{{ number(sorting.amounts.notKept.mails) }}</dd>
            @if (sorting.changed) { <dt>{{ 'SORTINGS.CHANGED' | translate }}</dt><dd>{{ number(sorting.changed) }}</dd> }
          </dl>
        }
        @if (step === 'propose') {
          <fieldset>
            <legend>{{ 'CAMPAIGN.DO.ARCHIVISTS' | translate }}</legend>
            @for (one of archivists(); track one.id) { <mat-checkbox [checked]="chosen().includes(one.id)" (change)="choose(one.id, $event.checked)">{{ one.displayName }}</mat-checkbox> } @empty { <p class="bn-late">{{ 'CAMPAIGN.DO.NO_ARCHIVIST' | translate }}</p> }
          </fieldset>
        } @else if (step === 'agree') {
          <bn-decided-fields [words]="fields" [(name)]="name" [(on)]="on" [(reference)]="reference" />
          <p class="bn-quiet">{{ 'SORTINGS.FOR_DIGEST' | translate }} <code>{{ sorting.listSha512.slice(0, 32) }}…</code></p>
        } @else {
          <mat-form-field><mat-label>{{ 'CAMPAIGN.DO.REASON' | translate }}</mat-label><textarea matInput name="reason" rows="3" maxlength="1000" required cdkFocusInitial [(ngModel)]="reason"></textarea></mat-form-field>
        }
        @if (said()) { <p class="bn-late" role="alert">{{ said() }}</p> }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="busy() || !ready()">{{ 'SORTINGS.DO.' + step + '.BUTTON' | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    p { margin: 0 0 12px; }
    dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 0 0 16px; } dt { color: var(--bn-muted); } dd { margin: 0; font-weight: 500; }
    mat-form-field { width: 100%; margin-bottom: 8px; }
    fieldset { display: flex; flex-direction: column; margin: 0; padding: 4px 12px; border: 1px solid var(--bn-line); border-radius: 6px; }
    code { overflow-wrap: anywhere; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SortingDialog {
  private readonly dialog = inject(MatDialogRef);
  private readonly api = inject(SortingsApi);
  private readonly session = inject(SessionStore);
  private readonly words = inject(Words);
  private readonly data = inject<{ readonly sorting: Sorting; readonly step: keyof typeof paths }>(MAT_DIALOG_DATA);
  protected readonly sorting = this.data.sorting;
  protected readonly step = this.data.step;
  protected readonly fields = agreementFields;
  protected readonly name = signal(this.session.person()?.displayName ?? '');
  protected readonly on = signal(this.session.today());
  protected readonly reference = signal('');
  protected readonly reason = signal('');
  protected readonly archivists = signal<readonly { readonly id: string; readonly displayName: string }[]>([]);
  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly said = signal('');
  protected readonly busy = signal(false);
  protected readonly ready = computed(() => {
    if (this.step === 'propose') return this.chosen().length > 0;
    return this.step === 'agree' ? !!this.name().trim() && !!this.on() && !!this.reference().trim() : !!this.reason().trim();
  });

  constructor() {
    if (this.step === 'propose') void firstValueFrom(this.api.archivists()).then(({ items }) => this.archivists.set(items), (error: unknown) => this.said.set(this.words.problem(error)));
  }

  protected readonly number = this.words.number;
  protected choose(id: string, wanted: boolean): void {
    this.chosen.update((ids) => (wanted ? [...ids, id] : ids.filter((one) => one !== id)));
  }

  protected async save(): Promise<void> {
    const { id, revision, listSha512 } = this.sorting;
    const because = { revision, reason: this.reason().trim() };
    const bodies = { propose: { revision, archivists: this.chosen() }, agree: { revision, name: this.name().trim(), on: this.on(), reference: this.reference().trim(), listSha512 }, giveBack: because, cancel: because };
    this.busy.set(true);
    this.said.set('');
    try {
      this.dialog.close(await firstValueFrom(this.api.act(id, paths[this.step], bodies[this.step])));
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
    this.busy.set(false);
  }
}

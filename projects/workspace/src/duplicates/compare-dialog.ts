import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { AffairsApi, type Comparison } from '../affairs/affairs-api.js';
import { toProblem } from '../api/problem.js';
import type { Mail } from '../api/types.js';
import { Words } from '../words/words.js';
import { SameWords } from './same-words.js';

/** Two mails side by side: what is known of either, and what was read, with what differs marked. Closes with the mail as it is once somebody decided. */
@Component({
  selector: 'bn-compare-dialog',
  imports: [MatButton, MatDialogModule, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ 'DUPLICATE.TITLE' | translate }}</h2>
    <mat-dialog-content>
      @if (seen(); as it) {
        <p>@for (reason of it.because; track $index) { <span class="why">{{ sameWords.of(reason) }}</span> }</p>
        <div class="table">
          <table class="bn-table">
            <thead><tr><th></th><th scope="col">{{ 'DUPLICATE.THIS' | translate }}</th><th scope="col">{{ 'DUPLICATE.OTHER' | translate }}</th></tr></thead>
            <tbody>
              @for (row of rows; track row.label) {
                <tr><th scope="row">{{ row.label | translate }}</th><td>{{ row.of(it.one) }}</td><td [class.differs]="row.of(it.one) !== row.of(it.other)">{{ row.of(it.other) }}</td></tr>
              }
            </tbody>
          </table>
        </div>
        @if (it.text.length) {
          <p class="bn-quiet legend"><mark class="telling">{{ 'DUPLICATE.TELLING' | translate }}</mark> <mark class="only">{{ 'DUPLICATE.ONLY' | translate }}</mark> <mark class="noise">{{ 'DUPLICATE.NOISE' | translate }}</mark></p>
          <div class="texts">
            <div tabindex="0" role="region" [attr.aria-label]="'DUPLICATE.THIS' | translate">@for (part of it.text; track $index) { @if (part.kind === 'same') {<span>{{ part.one }}</span>&ngsp;} @else if (part.one) {<mark [class]="part.kind">{{ part.one }}</mark>&ngsp;} }</div>
            <div tabindex="0" role="region" [attr.aria-label]="'DUPLICATE.OTHER' | translate">@for (part of it.text; track $index) { @if (part.kind === 'same') {<span>{{ part.other }}</span>&ngsp;} @else if (part.other) {<mark [class]="part.kind">{{ part.other }}</mark>&ngsp;} }</div>
          </div>
        } @else { <p class="bn-quiet">{{ 'DUPLICATE.NO_TEXT' | translate }}</p> }
      }
      @if (problem()) { <p class="bn-late" role="alert">{{ problem() }}</p> }
    </mat-dialog-content>
    <p class="what bn-quiet">{{ 'DUPLICATE.' + outcome() | translate }}</p>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close>{{ 'DUPLICATE.LATER' | translate }}</button>
      @if (data.mail.actions.includes('link')) { <button matButton="outlined" type="button" [disabled]="busy() || !seen()" (click)="decide(false)">{{ 'DUPLICATE.IS_NOT' | translate }}</button> }
      @if (data.mail.actions.includes('markDuplicate')) { <button matButton="filled" type="button" [disabled]="busy() || !seen()" (click)="decide(true)">{{ 'DUPLICATE.IS' | translate }}</button> }
    </mat-dialog-actions>
  `,
  styles: `
    .why { display: block; }
    .table { overflow-x: auto; }
    th[scope='row'] { white-space: nowrap; }
    td { overflow-wrap: anywhere; white-space: pre-line; }
    .differs { font-weight: 500; }
    .texts { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
    .texts > div { max-height: 38vh; overflow: auto; padding: 8px 12px; border: 1px solid var(--bn-line); border-radius: 4px; overflow-wrap: anywhere; }
    mark { color: inherit; background: transparent; }
    mark.telling { background: var(--mat-sys-error-container); color: var(--mat-sys-on-error-container); font-weight: 500; }
    mark.only { background: var(--mat-sys-secondary-container); color: var(--mat-sys-on-secondary-container); }
    mark.noise { text-decoration: underline dotted; }
    .legend { display: flex; flex-wrap: wrap; gap: 12px; margin: 12px 0 6px; }
    .what { margin: 8px 24px 0; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CompareDialog {
  private readonly reference = inject(MatDialogRef);
  private readonly api = inject(AffairsApi);
  private readonly words = inject(Words);
  protected readonly sameWords = inject(SameWords);
  protected readonly data = inject<{ readonly mail: Mail; readonly other: string }>(MAT_DIALOG_DATA);
  protected readonly seen = signal<Comparison | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly rows: readonly { readonly label: string; readonly of: (side: Comparison['one']) => string }[] = [
    { label: 'AFFAIR.NUMBER', of: ({ chrono, state }) => [chrono ?? this.words.text('LIST.NO_CHRONO'), this.words.text(`MAIL_STATE.${state}`)].join(', ') },
    { label: 'FACT.SENDER', of: ({ sender }) => sender ?? '' },
    { label: 'DUPLICATE.SUBJECT', of: ({ subject }) => subject ?? '' },
    { label: 'FACT.RECEIVED', of: ({ receivedAt, channel }) => [this.words.day(receivedAt), this.words.text(`CHANNEL.${channel}`)].filter(Boolean).join(', ') },
    { label: 'DUPLICATE.CAPTURED', of: ({ capturedAt }) => this.words.moment(capturedAt) },
    { label: 'FACT.DOCUMENTS', of: ({ documents }) => documents.map(({ pages, sha512 }) => `${this.words.count('DUPLICATE.PAGES', pages)}, ${sha512.slice(0, 12)}…`).join('\n') },
  ];

  /** What becomes of the mail once it is a duplicate. */
  protected readonly outcome = computed(() => {
    const { state, actions } = this.data.mail;
    if (!actions.includes('markDuplicate')) return actions.includes('link') ? 'ONLY_APART' : 'NOT_YOURS';
    if (state === 'toQualify' || state === 'registered') return 'WILL_VOID';
    return state === 'closed' || state === 'noFollowUp' ? 'WILL_LINK' : 'WILL_END';
  });

  constructor() {
    void this.load();
  }

  protected async decide(duplicate: boolean): Promise<void> {
    const { mail, other } = this.data;
    const reason = duplicate ? this.words.text('DUPLICATE.REASON', { chrono: this.seen()?.other.chrono ?? this.words.text('LIST.NO_CHRONO') }) : undefined;
    this.busy.set(true);
    this.problem.set('');
    try {
      this.reference.close(await firstValueFrom(this.api.decide(mail.id, { other, duplicate, reason, revision: mail.revision })));
    } catch (error) {
      this.problem.set(toProblem(error).code === 'stale' ? this.words.text('PROBLEM.stale') : this.words.problem(error));
    }
    this.busy.set(false);
  }

  private async load(): Promise<void> {
    try {
      this.seen.set(await firstValueFrom(this.api.compare(this.data.mail.id, this.data.other)));
    } catch (error) {
      this.problem.set(this.words.problem(error));
    }
  }
}

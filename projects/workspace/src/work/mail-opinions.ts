import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { MailActions } from '../actions/mail-actions.js';
import type { Mail } from '../api/types.js';
import { Words } from '../words/words.js';
import { dueWords } from './due-words.js';
import { WorkApi, type Consultation, type Opinion } from './work-api.js';
import { WorkDialogs } from './work-dialogs.js';

const icons: { readonly [of: string]: string } = { favourable: 'thumb_up', reservations: 'thumbs_up_down', unfavourable: 'thumb_down', waiting: 'hourglass_empty', asked: 'pending', passed: 'schedule', withdrawn: 'block' };

/** Opinions that were asked for on a mail: how many were given and what they say, who is still awaited and until when. */
@Component({
  selector: 'bn-mail-opinions',
  imports: [MatButton, MatIcon, TranslatePipe],
  template: `
    @for (one of mail().consultations; track one.id) {
      <section [attr.aria-label]="'WORK.CONSULTATION' | translate">
        <p class="question">{{ one.question }}</p>
        <p class="why">
          {{ one.askedBy.displayName }}@if (one.for) { {{ 'JOURNAL_FOR' | translate: { name: one.for.displayName } }}}, {{ words.brief(one.at) }}
          · {{ (one.mode === 'series' ? 'WORK.SERIES' : 'WORK.PARALLEL') | translate }} · <strong>{{ summary(one) }}</strong>
        </p>
        <ul>
          @for (opinion of one.opinions; track opinion.id) {
            <li>
              <mat-icon [class]="opinion.verdict ?? opinion.state">{{ icons[opinion.verdict ?? opinion.state] }}</mat-icon>
              <div>
                <strong>{{ opinion.person?.displayName ?? opinion.serviceLabel }}</strong>
                {{ (opinion.verdict ? 'WORK.VERDICT.' + opinion.verdict : 'WORK.OPINION_STATE.' + opinion.state) | translate }}
                @if (opinion.askedAgain) { <span class="why">({{ 'WORK.AGAIN_MARK' | translate }})</span> }
                @if (opinion.dueOn && (opinion.state === 'asked' || opinion.state === 'passed')) { <span [class]="due(opinion).tone" [title]="words.fullDay(opinion.dueOn)">{{ due(opinion).text }}</span> }
                @if (opinion.words) { <blockquote>{{ opinion.words }}</blockquote> }
                @if (opinion.givenBy) { <span class="why">{{ opinion.givenBy.displayName }}@if (opinion.for) { {{ 'JOURNAL_FOR' | translate: { name: opinion.for.displayName } }}}@if (opinion.givenAt) {, {{ words.brief(opinion.givenAt) }}}@if (opinion.documentId) { · {{ 'WORK.WITH_DOCUMENT' | translate }}}</span> }
                @if (opinion.inCopy && opinion.state !== 'given' && opinion.state !== 'withdrawn') { <span class="why"> · {{ 'WORK.IN_COPY' | translate }}</span> }
                <span class="do">
                  @if (opinion.mayGive) { <button matButton="filled" (click)="give(one, opinion)">{{ 'WORK.GIVE' | translate }}</button> }
                  @if (mail().actions.includes('askOpinion')) {
                    @if (opinion.state === 'waiting' || opinion.state === 'asked' || opinion.state === 'passed') { <button matButton (click)="withdraw(opinion)">{{ 'WORK.WITHDRAW' | translate }}</button> }
                    @if (opinion.state === 'given' || opinion.state === 'withdrawn' || opinion.state === 'passed') { <button matButton (click)="again(opinion)">{{ 'WORK.AGAIN' | translate }}</button> }
                  }
                </span>
              </div>
            </li>
          }
        </ul>
      </section>
    }
    @if (problem()) { <p class="bn-late" role="alert">{{ problem() }}</p> }
  `,
  styles: `
    :host { display: block; }
    section + section { margin-top: 12px; padding-top: 12px; border-top: 1px solid var(--bn-line); }
    p { margin: 0; overflow-wrap: anywhere; }
    .question { white-space: pre-wrap; }
    ul { margin: 6px 0 0; padding: 0; list-style: none; }
    li { display: flex; gap: 8px; padding: 4px 0; }
    li > mat-icon { flex: none; width: 18px; height: 18px; font-size: 18px; margin-top: 1px; color: var(--bn-muted); }
    li > mat-icon.favourable { color: var(--bn-done); }
    li > mat-icon.reservations { color: var(--bn-soon); }
    li > mat-icon.unfavourable, li > mat-icon.passed { color: var(--bn-late); }
    li > div { flex: 1; min-width: 0; overflow-wrap: anywhere; }
    blockquote { margin: 2px 0; padding-left: 10px; border-left: 3px solid var(--bn-line); white-space: pre-wrap; }
    .why { color: var(--bn-muted); font-size: 12px; }
    .do { display: block; }
    .late { color: var(--bn-late); font-weight: 500; }
    .soon { color: var(--bn-soon); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailOpinions {
  private readonly api = inject(WorkApi);
  private readonly dialogs = inject(WorkDialogs);
  private readonly actions = inject(MailActions);
  protected readonly words = inject(Words);
  protected readonly icons = icons;
  protected readonly problem = signal('');
  readonly mail = input.required<Mail>();

  protected due = ({ dueOn = '', workingDaysLeft }: Opinion) => dueWords(this.words, dueOn, workingDaysLeft);

  /** How many were given of those that are asked for, and what they say. */
  protected summary({ opinions }: Consultation): string {
    const asked = opinions.filter(({ state }) => state !== 'withdrawn').length;
    const given = opinions.filter(({ state }) => state === 'given');
    const verdicts = (['favourable', 'reservations', 'unfavourable'] as const).flatMap((verdict) => {
      const count = given.filter((one) => one.verdict === verdict).length;
      return count ? [this.words.count(`WORK.VERDICTS.${verdict}`, count)] : [];
    });
    return [this.words.text('WORK.GIVEN_OF', { given: given.length, asked }), ...verdicts].join(', ');
  }

  protected async give(consultation: Consultation, opinion: Opinion): Promise<void> {
    const after = await this.dialogs.give(this.mail().id, opinion, consultation.question);
    if (after) this.actions.follow('askOpinion', after);
  }

  protected async withdraw(opinion: Opinion): Promise<void> {
    const after = await this.dialogs.withdraw(this.mail(), opinion);
    if (after) this.actions.follow('askOpinion', after);
  }

  protected async again(opinion: Opinion): Promise<void> {
    this.problem.set('');
    try {
      this.actions.follow('askOpinion', await firstValueFrom(this.api.askAgain(this.mail().id, opinion.id)));
    } catch (error) {
      this.problem.set(this.words.problem(error));
    }
  }
}

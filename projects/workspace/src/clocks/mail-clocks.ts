import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslatePipe } from '@ngx-translate/core';
import type { Mail } from '../api/types.js';
import { MailActions } from '../actions/mail-actions.js';
import { Words } from '../words/words.js';
import { clockWords, stepsOf } from './words.js';

/** Clocks of the law that run for a mail, each with how it came to its day, and the pieces that were asked for. */
@Component({
  selector: 'bn-mail-clocks',
  imports: [MatButton, TranslatePipe],
  template: `
    @for (line of lines(); track line.clock.code) {
      <div class="clock">
        <span [class]="line.said.tone">{{ line.clock.label }}{{ 'GENERAL.COLON' | translate }}{{ line.said.text }}</span>
        @if (line.attests) { <button matButton type="button" (click)="attest()">{{ 'CLOCK.ATTEST' | translate }}</button> }
        <span class="why">{{ line.steps }}@if (line.clock.source) { ({{ line.clock.source }})}</span>
      </div>
    }
    @if (mail().firstReceived; as first) {
      <div class="why">{{ (first.authority ? 'CLOCK.FIRST_RECEIVED' : 'CLOCK.FIRST_RECEIVED_UNKNOWN') | translate: { day: words.fullDay(first.on), authority: first.authority } }}</div>
    }
    @for (asked of mail().missing; track asked.id) {
      <div class="asked">
        {{ 'CLOCK.MISSING' | translate }}
        <span class="why">{{ 'CLOCK.MISSING_LINE' | translate: { askedOn: words.fullDay(asked.askedOn), until: words.fullDay(asked.until) } }}@if (asked.completedOn) {, {{ 'CLOCK.COMPLETED' | translate: { day: words.fullDay(asked.completedOn) } }}}</span>
        @if (asked.unsent) { <span class="late">{{ 'CLOCK.UNSENT' | translate }}</span> }
        <ul>
          @for (piece of asked.pieces; track $index) {<li>{{ piece }}</li>}
        </ul>
      </div>
    }
    @if (mail().transmittedTo; as authority) {
      <div>{{ 'CLOCK.TRANSMITTED' | translate }} {{ authority }}</div>
    }
  `,
  styles: `
    :host { display: block; overflow-wrap: anywhere; }
    .clock button { margin-left: 8px; }
    .clock + .clock, .asked { margin-top: 6px; }
    .why { display: block; color: var(--bn-muted); font-size: 12px; }
    .late { color: var(--bn-late); font-weight: 500; }
    .soon { color: var(--bn-soon); }
    ul { margin: 2px 0 0; padding-left: 18px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailClocks {
  protected readonly words = inject(Words);
  private readonly actions = inject(MailActions);
  readonly mail = input.required<Mail>();
  protected readonly lines = computed(() => (this.mail().clocks ?? []).map((clock) => ({ clock, said: clockWords(clock, this.words), steps: stepsOf(clock, this.words), attests: clock.kind === 'silenceAccepts' && clock.state === 'passed' && this.mail().actions.includes('attest') })));

  protected attest(): void {
    void this.actions.perform('attest', this.mail());
  }
}

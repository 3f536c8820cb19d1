import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from '../words/words.js';
import type { Campaign } from './campaigns-api.js';

/** The way of a campaign: what was done, by whom and when, and what is left. */
@Component({
  selector: 'bn-state-bar',
  imports: [MatIcon, TranslatePipe],
  template: `
    <ol [attr.aria-label]="'CAMPAIGN.STEPS' | translate">
      @for (one of steps(); track one.step) {
        <li [class.done]="one.at" [attr.aria-current]="one.next ? 'step' : null">
          <mat-icon aria-hidden="true">{{ one.step === 'cancelled' ? 'cancel' : one.at ? 'check_circle' : one.next ? 'radio_button_checked' : 'radio_button_unchecked' }}</mat-icon>
          <span>{{ 'CAMPAIGN.STEP.' + one.step | translate }}</span>
          @if (one.at) { <small>{{ words.brief(one.at) }}@if (one.by) {<br />{{ one.by.displayName }}}</small> } @else { <small class="visually-hidden">{{ 'CAMPAIGN.TO_DO' | translate }}</small> }
        </li>
      }
    </ol>
  `,
  styles: `
    :host { display: block; }
    ol { display: flex; flex-wrap: wrap; gap: 8px 4px; margin: 0; padding: 10px 16px; list-style: none; }
    li { display: grid; flex: 1 1 86px; grid-template-columns: 16px minmax(0, 1fr); gap: 0 4px; align-content: start; min-width: 86px; color: var(--bn-muted); font-size: 12px; }
    li.done, li[aria-current] { color: var(--mat-sys-on-surface); }
    li[aria-current] span { font-weight: 500; }
    mat-icon { width: 16px; height: 16px; font-size: 16px; }
    .done mat-icon { color: var(--mat-sys-primary); }
    small { grid-column: 1 / -1; color: var(--bn-muted); font-size: 11px; line-height: 15px; overflow-wrap: anywhere; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StateBar {
  protected readonly words = inject(Words);
  readonly campaign = input.required<Campaign>();
  protected readonly steps = computed(() => {
    const { steps } = this.campaign();
    const next = this.campaign().state === 'cancelled' || this.campaign().state === 'refused' ? undefined : steps.find(({ at }) => !at)?.step;
    return steps.map((one) => ({ ...one, next: one.step === next }));
  });
}

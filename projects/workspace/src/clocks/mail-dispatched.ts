import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { Mail } from '../api/types.js';
import { PlacePipe } from '../host.js';
import { Words } from '../words/words.js';

/** Letters that left by e-mail from here, to whom, and what became of each. */
@Component({
  selector: 'bn-mail-dispatched',
  imports: [PlacePipe, RouterLink, TranslatePipe],
  template: `
    @for (letter of mail().dispatched; track letter.id) {
      <div>
        @if (letter.id !== mail().id) { <a [routerLink]="['/mails' | place, letter.id]">{{ letter.chrono ?? ('LIST.NO_CHRONO' | translate) }}</a> }
        @if (letter.countsAs; as effect) { {{ 'CLOCK.RECEIPT_KIND.' + effect | translate }}@if (letter.automatic) { ({{ 'CLOCK.DISPATCH.automatic' | translate }})}, }
        <span [class.late]="letter.state === 'refused' || letter.state === 'returned'">{{ 'CLOCK.DISPATCH.' + (letter.state === 'refused' && !letter.refusal ? 'unreached' : letter.state) | translate: { to: letter.to, at: letter.settledAt ? words.moment(letter.settledAt) : '' } }}</span>
        @if (letter.refusal) { <span class="why">{{ letter.refusal }}</span> }
      </div>
    }
  `,
  styles: `
    :host { display: block; overflow-wrap: anywhere; }
    a { margin-right: 4px; }
    div + div { margin-top: 6px; }
    .why { display: block; color: var(--bn-muted); font-size: 12px; }
    .late { color: var(--bn-late); font-weight: 500; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailDispatched {
  protected readonly words = inject(Words);
  readonly mail = input.required<Mail>();
}

import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import { Asked } from './asked.js';
import { ProcessingsApi, type PersonalTerms } from './processings-api.js';

/** When personal data come to their term, what was proposed because of it, and what limits processing meanwhile. */
@Component({
  selector: 'bn-personal-terms',
  imports: [PlacePipe, RouterLink, TranslatePipe, Wait],
  template: `
    <p class="text">{{ 'TERM.TEXT' | translate }}</p>
    <bn-wait [of]="asked" emptyIcon="event_busy">
      <div class="bn-scroll" tabindex="0" role="region" [attr.aria-label]="'PROCESSINGS.VIEW.terms' | translate">
        <dl>
          <div><dt>{{ 'TERM.UNKNOWN' | translate }}</dt><dd>{{ number(asked.value()?.unknown ?? 0) }}</dd></div>
          <div><dt>{{ 'TERM.RESTRICTIONS' | translate }}</dt><dd>@if (holds) { <a [routerLink]="'/holds' | place">{{ number(asked.value()?.restrictions ?? 0) }}</a> } @else { {{ number(asked.value()?.restrictions ?? 0) }} }</dd></div>
        </dl>
        @if (asked.value()?.years?.length) {
          <table class="bn-table">
            <thead><tr><th scope="col">{{ 'TERM.YEAR' | translate }}</th><th scope="col" class="number">{{ 'TERM.REACHED' | translate }}</th><th scope="col" class="number">{{ 'TERM.TO_COME' | translate }}</th><th scope="col">{{ 'TERM.PROPOSED' | translate }}</th></tr></thead>
            <tbody>
              @for (each of asked.value()?.years; track each.year) {
                <tr>
                  <td>{{ each.year }}</td>
                  <td class="number" [class.bn-soon]="each.reached">{{ number(each.reached) }}</td>
                  <td class="number">{{ number(each.toCome) }}</td>
                  <td>@if (each.campaign; as campaign) { <a [routerLink]="['/campaigns' | place, campaign.id]">{{ campaign.chrono }}</a> {{ campaign.title }}<br /><span class="bn-quiet">{{ 'CAMPAIGN.STATE.' + campaign.state | translate }}</span> } @else { <span class="bn-quiet">–</span> }</td>
                </tr>
              }
            </tbody>
          </table>
        } @else { <p class="text">{{ 'TERM.NONE' | translate }}</p> }
      </div>
    </bn-wait>
  `,
  styles: `
    .text { max-width: 860px; margin: 10px 16px; color: var(--bn-muted); }
    dl { display: flex; flex-wrap: wrap; gap: 8px 40px; margin: 4px 16px 12px; }
    dt { font-size: 12px; color: var(--bn-muted); }
    dd { margin: 0; font-weight: 500; }
    .number { text-align: right; }
    table { max-width: 860px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Terms {
  private readonly api = inject(ProcessingsApi);
  private readonly session = inject(SessionStore);
  protected readonly words = inject(Words);
  protected readonly asked = new Asked<PersonalTerms>(() => this.api.terms());
  protected readonly holds = this.session.has('dpo') || this.session.has('records');

  protected number(value: number): string {
    return this.words.number(value);
  }
}

import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from '../words/words.js';
import type { ProcessingEntry } from './processings-api.js';

type Duration = ProcessingEntry['durations'][number];

/** What nobody types: services, access, durations and volume of a processing, as they follow from what is published. */
@Component({
  selector: 'bn-processing-computed',
  imports: [TranslatePipe],
  template: `
    @let it = entry();
    <section [attr.aria-label]="'PROCESSINGS.COMPUTED' | translate">
      <h2>{{ 'PROCESSINGS.COMPUTED' | translate }}</h2>
      <p class="bn-quiet">{{ 'PROCESSINGS.COMPUTED_TEXT' | translate }}</p>
      <dl>
        <dt>{{ 'PROCESSINGS.FIELD.services' | translate }}</dt>
        <dd>@for (service of it.services; track service.code) {<span>{{ service.label }}@if (service.mails) { ({{ words.count('PROCESSINGS.MAILS', service.mails) }})}</span>} @empty { {{ 'PROCESSINGS.NONE' | translate }} }</dd>
        <dt>{{ 'PROCESSINGS.FIELD.access' | translate }}</dt>
        <dd>@for (access of it.access; track access) {<span>{{ 'PROCESSINGS.ACCESS.' + access | translate }}</span>}@for (compartment of it.compartments; track compartment) {<span>{{ compartment }}</span>}</dd>
        <dt>{{ 'PROCESSINGS.FIELD.durations' | translate }}</dt>
        <dd>
          <ul>
            @for (row of it.durations; track row.code) {
              <li><strong>{{ row.code }}</strong> {{ row.label }}{{ 'GENERAL.COLON' | translate }}{{ said(row) }} <span class="bn-quiet" [class.bn-soon]="!row.agreed">{{ row.agreed ? ('PROCESSINGS.AGREED' | translate: { reference: row.agreed.reference }) : ('PROCESSINGS.NOT_AGREED' | translate) }}</span></li>
            } @empty { <li>{{ 'PROCESSINGS.NONE' | translate }}</li> }
          </ul>
        </dd>
        <dt>{{ 'PROCESSINGS.VOLUME' | translate }}</dt><dd>{{ words.count('PROCESSINGS.MAILS', it.mails) }}</dd>
        @if (it.register) { <dt>{{ 'PROCESSINGS.REGISTER_OF_MAIL' | translate }}</dt><dd>{{ 'PROCESSINGS.REGISTER_STAYS' | translate }}</dd> }
      </dl>
    </section>
  `,
  styles: `
    section { margin-top: 20px; padding: 4px 16px 12px; border-radius: 10px; background: var(--mat-sys-surface-container); }
    h2 { margin: 8px 0 0; font-size: 14px; font-weight: 500; }
    p { margin: 0; }
    dl { display: grid; grid-template-columns: minmax(120px, 180px) minmax(0, 1fr); gap: 6px 16px; margin: 10px 0 0; }
    dt { color: var(--bn-muted); }
    dd { margin: 0; overflow-wrap: anywhere; }
    dd > span:not(:last-child)::after { content: ', '; }
    ul { margin: 0; padding: 0; list-style: none; }
    @container frame (max-width: 1100px) { dl { grid-template-columns: minmax(0, 1fr); } }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProcessingComputed {
  protected readonly words = inject(Words);
  readonly entry = input.required<ProcessingEntry>();

  protected said({ years, trigger, finalSort, currentUseYears, personalDataYears }: Duration): string {
    const count = (of: number): string => this.words.count('RETENTION.YEARS', of);
    return [
      this.words.text('PROCESSINGS.DURATION', { years: count(years), trigger: this.words.text(`TRIGGER.${trigger}`), fate: this.words.text(`FINAL_SORT.${finalSort}`) }),
      ...(currentUseYears === undefined ? [] : [this.words.text('PROCESSINGS.CURRENT_USE', { years: count(currentUseYears) })]),
      ...(personalDataYears === undefined ? [] : [this.words.text('PROCESSINGS.PERSONAL_TERM', { years: count(personalDataYears) })]),
    ].join(' ; ');
  }
}

import { inject, Injectable } from '@angular/core';
import { Words } from '../words/words.js';
import type { Content, Difference, Row } from './schedule-api.js';

export type Field = Difference['changed'][number]['fields'][number]['field'];

/** Rows of a schedule in the person's words. */
@Injectable({ providedIn: 'root' })
export class ScheduleWords {
  private readonly words = inject(Words);

  years = (count: number | undefined): string => (count === undefined ? '' : this.words.count('RETENTION.YEARS', count));

  communicability(row: Row): string {
    const { communicability: told } = row;
    if (!told) return '';
    return [told.years ? this.years(told.years) : this.words.text('SCHEDULE.AT_ONCE'), told.article].filter(Boolean).join(', ');
  }

  personal(row: Row): string {
    return [row.personalData ? this.words.text(`SCHEDULE.PERSONAL.${row.personalData}`) : '', this.years(row.personalDataYears)].filter(Boolean).join(', ');
  }

  /** A field as the comparison gives it. */
  field(field: Field, value: string): string {
    if (!value) return '–';
    if (field === 'years' || field === 'currentUseYears' || field === 'personalDataYears') return this.years(Number(value));
    if (field === 'trigger') return this.words.text(`TRIGGER.${value}`);
    if (field === 'finalSort') return this.words.text(`FINAL_SORT.${value}`);
    if (field === 'personalData') return this.words.text(`SCHEDULE.PERSONAL.${value}`);
    // An agreement is told in one text with its day.
    return value.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => this.words.day(day));
  }

  flaw({ code, row, by = '' }: Content['flaws'][number]): string {
    return this.words.text(`SCHEDULE.FLAW.${code}`, { row, by });
  }
}

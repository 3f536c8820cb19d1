import { computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslateService } from '@ngx-translate/core';
import { map, merge, startWith } from 'rxjs';
import { toProblem, type Problem } from '../api/problem.js';
import type { Because, Deadline } from '../api/types.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { becauseWords } from './because.js';
import type { CriterionWording } from './criterion.js';
import { deadlineWords, plural } from './deadline.js';
import { brief, fullDay, moment, plainDay, shortDay } from './days.js';

export type Params = { readonly [name: string]: string | number };

/** Sentences of the translation files for what the API says in codes, days and instants. Its methods are read again when the language changes. */
@Injectable({ providedIn: 'root' })
export class Words {
  private readonly translate = inject(TranslateService);
  private readonly session = inject(SessionStore);
  private readonly settings = inject(SettingsStore);
  private readonly changes = toSignal(merge(this.translate.onLangChange, this.translate.onTranslationChange).pipe(map(() => ({})), startWith({})));

  readonly lang = computed(() => {
    this.changes();
    return (this.translate.getCurrentLang() ?? this.translate.getFallbackLang() ?? 'fr').slice(0, 2);
  });

  text(key: string, params: Params = {}): string {
    this.changes();
    return this.translate.instant(key, params) as string;
  }

  /** Whether the translation files have these words. */
  has(key: string): boolean {
    return this.text(key) !== key;
  }

  /** Names of Alfresco's properties, ours in words: `gec:subject` is the subject. */
  properties(names: readonly unknown[]): string {
    return names.map((name) => this.propertyName(String(name))).join(', ');
  }

  private propertyName(name: string): string {
    const key = `NODE_PROPERTY.${name.replace(/^gec:/, '')}`;
    return name.startsWith('gec:') && this.has(key) ? this.text(key) : name;
  }

  /** A sentence that counts: `key.ONE` or `key.OTHER`. */
  count(key: string, count: number, params: Params = {}): string {
    return this.text(`${key}.${plural(count, this.lang())}`, { ...params, count });
  }

  number = (value: number): string => new Intl.NumberFormat(this.lang()).format(value);
  day = (day: string | undefined): string => (day ? plainDay(day, this.lang()) : '');
  shortDay = (day: string): string => shortDay(day, this.lang(), this.session.today());
  /** A text that was written with days as `2026-11-22`, with these days as people read them. */
  withDays = (text: string): string => text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => this.day(day));
  fullDay = (day: string): string => fullDay(day, this.lang());
  moment = (instant: string): string => moment(instant, this.lang(), this.timeZone());
  brief = (instant: string): string => brief(instant, this.lang(), this.timeZone());

  deadline(deadline: Deadline): { readonly text: string; readonly exact: string; readonly tone: string } {
    const { key, params, tone } = deadlineWords(deadline, this.session.today(), this.lang());
    return { text: this.text(key, params), exact: this.text('DEADLINE.EXACT', params), tone };
  }

  because(because: Because): string {
    const { key, params } = becauseWords(because, { label: (code, kind) => this.settings.label(code, kind), day: this.fullDay, unit: (amount, unit) => this.count(`UNIT.${unit}`, amount), criteria: this.criteria });
    return this.has(key) ? this.text(key, params) : this.text('BECAUSE.unknown');
  }

  /** What rules' criteria are worded with. */
  readonly criteria: CriterionWording = {
    text: (key, params) => this.text(key, params),
    label: (code, kind) => this.settings.label(code, kind),
    field: (key) => {
      const found = this.settings.all()?.forms.fields.find((field) => field.key === key);
      return (this.lang() === 'fr' ? found?.label.fr : (found?.label.en ?? found?.label.fr)) ?? key;
    },
  };

  problem(error: unknown): string {
    const problem: Problem = toProblem(error);
    const key = `PROBLEM.${problem.code}`;
    return this.text(this.has(key) ? key : 'PROBLEM.unexpected', problem.params);
  }

  private timeZone(): string {
    return this.session.person()?.authority.timeZone ?? 'Europe/Paris';
  }
}

import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { territories, territoryOf, type CalendarSetting, type OpeningHours, type Territory } from '@bannette/domain';
import { firstValueFrom } from 'rxjs';
import { Api } from '../../api/api.js';
import { toProblem } from '../../api/problem.js';
import { SessionStore } from '../../session/session.js';
import { SettingsStore } from '../../session/settings.js';
import { Words } from '../../words/words.js';
import type { SettingKind } from '../column.js';
import { SettingVersions } from '../publish-bar.js';
import { SettingDraft } from '../setting-draft.js';
import { SettingFrame } from '../setting-frame.js';
import { dayName, hoursOn, hoursText, weekdays, withHours } from '../sites/hours.js';
import { possibleBridges, yearOf } from './year.js';

type Closure = CalendarSetting['closures'][number];
const none: CalendarSetting = { weekend: [0, 6], alsaceMoselle: false, closures: [] };
const previewAfterMs = 400;

/** The calendar: whose holidays count, the house's own days off, its hours; the year that comes of it, and what publishing would move. */
@Component({
  selector: 'bn-calendar-page',
  imports: [MatButton, MatCheckbox, MatIcon, MatIconButton, SettingFrame, SettingVersions, TranslatePipe],
  templateUrl: './calendar.page.html',
  styleUrl: './calendar.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CalendarPage {
  private readonly api = inject(Api);
  private readonly session = inject(SessionStore);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly territories = territories;
  protected readonly weekdays = weekdays;
  protected readonly draft = new SettingDraft<CalendarSetting>(signal<SettingKind>('calendar'), (all) => (all?.calendar as CalendarSetting | undefined) ?? none);
  protected readonly editable = computed(() => this.session.has('administration'));
  protected readonly year = signal(Number(this.session.today().slice(0, 4)));
  protected readonly months = computed(() => yearOf(this.year(), this.draft.data()));
  protected readonly worked = computed(() => this.months().reduce((sum, { worked }) => sum + worked, 0));
  protected readonly bridges = computed(() => possibleBridges(this.year(), this.draft.data()));
  protected readonly territory = computed(() => territoryOf(this.draft.data()));
  /** Whose hours are shown: the house's, or those of a service. */
  protected readonly hoursFor = signal('');
  protected readonly hours = computed<readonly OpeningHours[]>(() => (this.hoursFor() ? this.draft.data().services?.find(({ service }) => service === this.hoursFor())?.hours : this.draft.data().hours) ?? []);
  protected readonly hoursSaid = computed(() => hoursText([...this.hours()], this.words.lang()));
  protected readonly preview = resource({
    params: () => (this.editable() && this.draft.changed() && !this.draft.flaws().length ? this.draft.data() : undefined),
    loader: async ({ params, abortSignal }) => {
      await new Promise((resolve) => setTimeout(resolve, previewAfterMs));
      if (abortSignal.aborted) return undefined;
      return firstValueFrom(this.api.previewCalendar(params)).then((found) => ({ found }), (error: unknown) => ({ problem: toProblem(error) }));
    },
  });


  protected readonly dayName = (day: number): string => dayName(day, this.words.lang());
  protected monthName(month: string): string {
    return new Intl.DateTimeFormat(this.words.lang(), { month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
  }
  protected initial(day: number): string {
    return dayName(day, this.words.lang(), 'short').slice(0, 1).toUpperCase();
  }
  protected why(day: { readonly day: string; readonly kind: string; readonly why?: string }): string {
    return `${this.words.fullDay(day.day)}${this.words.text('GENERAL.COLON')}${day.why ?? this.words.text(`CALENDAR.DAY.${day.kind}`)}`;
  }

  protected setTerritory(territory: string): void {
    this.change({ territory: territory as Territory, alsaceMoselle: territory === 'alsaceMoselle' });
  }

  protected setWeekend(day: number, off: boolean): void {
    const weekday = day % 7;
    this.draft.data.update((it) => ({ ...it, weekend: off ? [...it.weekend, weekday].sort((a, b) => a - b) : it.weekend.filter((each) => each !== weekday) }));
  }

  protected addClosure(day = '', kind: Closure['kind'] = 'closure'): void {
    const label = kind === 'bridge' ? this.words.text('CALENDAR.BRIDGE') : '';
    this.change({ closures: [...this.draft.data().closures, { day: day || `${this.year()}-12-24`, label: label || this.words.text('CALENDAR.CLOSURE'), kind }].sort((a, b) => (a.day < b.day ? -1 : 1)) });
  }

  protected setClosure(at: number, change: Partial<Closure>): void {
    this.change({ closures: this.draft.data().closures.map((closure, index) => (index === at ? withoutUndefined({ ...closure, ...change }) : closure)) });
  }

  protected removeClosure(at: number): void {
    this.change({ closures: this.draft.data().closures.filter((_, index) => index !== at) });
  }

  protected setHours(day: number, index: number, opens: string, closes: string): void {
    const hours = withHours([...this.hours()], day, index, { opens, closes });
    const service = this.hoursFor();
    if (!service) return this.change({ hours });
    const others = (this.draft.data().services ?? []).filter((each) => each.service !== service);
    this.change({ services: hours.length ? [...others, { service, hours }] : others });
  }

  /** What a day shows: its hours, and an empty line for one more. */
  protected lines(day: number): readonly { readonly opens: string; readonly closes: string }[] {
    const own = hoursOn([...this.hours()], day);
    return own.length < 2 ? [...own, { opens: '', closes: '' }] : own;
  }

  private change(change: Partial<CalendarSetting>): void {
    this.draft.data.update((it) => ({ ...it, ...change }));
  }
}

const withoutUndefined = (closure: Closure): Closure => Object.fromEntries(Object.entries(closure).filter(([, value]) => value !== undefined && value !== '')) as Closure;

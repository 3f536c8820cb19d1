import { addDays, holidaysOf, notWorked, territoryOf, type CalendarSetting } from '@bannette/domain';

export interface YearDay {
  readonly day: string;
  readonly date: number;
  readonly kind: 'worked' | 'weekend' | 'holiday' | 'closure' | 'bridge';
  /** Why it is not worked, in the settings' own words. */
  readonly why?: string;
}
export interface YearMonth {
  readonly month: string;
  /** Days of the week before, Monday first, that the first week lacks. */
  readonly blanks: number;
  readonly days: readonly YearDay[];
  readonly worked: number;
}

/** A year as a calendar makes it. */
export function yearOf(year: number, calendar: CalendarSetting): readonly YearMonth[] {
  const holidays = holidaysOf(year, territoryOf(calendar));
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`;
    const days: YearDay[] = [];
    for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(dayOf(day, calendar, holidays));
    const first = new Date(`${month}-01T00:00:00Z`).getUTCDay();
    return { month, blanks: (first + 6) % 7, days, worked: days.filter(({ kind }) => kind === 'worked').length };
  });
}

function dayOf(day: string, calendar: CalendarSetting, holidays: ReadonlyMap<string, string>): YearDay {
  const date = Number(day.slice(8));
  const why = notWorked(day, calendar);
  if (!why) return { day, date, kind: 'worked' };
  const closure = calendar.closures.find((one) => one.day <= day && day <= (one.until ?? one.day));
  if (why === 'weekend') return { day, date, kind: 'weekend' };
  if (holidays.has(day)) return { day, date, kind: 'holiday', why };
  return { day, date, kind: closure?.kind === 'bridge' ? 'bridge' : 'closure', why };
}

/** Days between a holiday and a weekend that are worked: bridges that could be. */
export function possibleBridges(year: number, calendar: CalendarSetting): readonly string[] {
  const days = yearOf(year, calendar).flatMap(({ days: its }) => its);
  return days.filter(({ kind, day }) => kind === 'worked' && holidayBeside(day, calendar) && notWorked(addDays(day, -1), calendar) && notWorked(addDays(day, 1), calendar)).map(({ day }) => day);
}

const holidayBeside = (day: string, calendar: CalendarSetting): boolean => [addDays(day, -1), addDays(day, 1)].some((beside) => holidaysOf(Number(beside.slice(0, 4)), territoryOf(calendar)).has(beside));

import type { OpeningHours, SiteSetting } from '@bannette/domain';

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
type Hours = SiteSetting['hours'];

/** A day's opening hours, earliest first. */
export const hoursOn = (hours: Readonly<Hours>, day: number): OpeningHours[] => hours.filter((each) => each.day === day).sort((a, b) => (a.opens < b.opens ? -1 : 1));

/** The hours with one of a day's changed, or a further one; without its beginning it is gone, without its end it gets the usual one. */
export function withHours(hours: Readonly<Hours>, day: number, index: number, { opens, closes }: { readonly opens: string; readonly closes: string }): Hours {
  const others = hours.filter((each) => each.day !== day);
  const own = hoursOn(hours, day);
  const changed = opens ? [{ day, opens, closes: closes || usualEnd(opens) }] : [];
  return [...others, ...own.slice(0, index), ...changed, ...own.slice(index + 1)].sort((a, b) => a.day - b.day || (a.opens < b.opens ? -1 : 1));
}

const usualEnd = (opens: string): string => (opens < '12:00' ? '12:00' : opens < '17:30' ? '17:30' : '23:59');

/** Days that follow one another with the same hours, as one: what a visitor reads on the door. */
export function spans(hours: Readonly<Hours>): { readonly from: number; readonly to: number; readonly times: readonly Pick<OpeningHours, 'opens' | 'closes'>[] }[] {
  const found: { from: number; to: number; times: Pick<OpeningHours, 'opens' | 'closes'>[] }[] = [];
  for (const day of weekdays) {
    const times = hoursOn(hours, day).map(({ opens, closes }) => ({ opens, closes }));
    const last = found.at(-1);
    if (!times.length) continue;
    if (last && last.to === day - 1 && JSON.stringify(last.times) === JSON.stringify(times)) last.to = day;
    else found.push({ from: day, to: day, times });
  }
  return found;
}

/** Monday, 5 January 2026, and the six days after it. */
const dateOf = (day: number): Date => new Date(Date.UTC(2026, 0, 4 + day));
export const dayName = (day: number, lang: string, weekday: 'long' | 'short' = 'long'): string => new Intl.DateTimeFormat(lang, { weekday, timeZone: 'UTC' }).format(dateOf(day));

/** `8 h 30` in French, `8:30` elsewhere. */
export function timeText(time: string, lang: string): string {
  const [hour = '', minute = ''] = time.split(':');
  if (lang !== 'fr') return `${Number(hour)}:${minute}`;
  return minute === '00' ? `${Number(hour)} h` : `${Number(hour)} h ${minute}`;
}

/** `lun.–jeu. 8 h 30–12 h, 13 h 30–17 h 30 ; ven. 8 h 30–12 h`. */
export function hoursText(hours: Readonly<Hours>, lang: string): string {
  const days = (from: number, to: number): string => (from === to ? dayName(from, lang, 'short') : `${dayName(from, lang, 'short')}–${dayName(to, lang, 'short')}`);
  return spans(hours).map(({ from, to, times }) => `${days(from, to)} ${times.map(({ opens, closes }) => `${timeText(opens, lang)}–${timeText(closes, lang)}`).join(', ')}`).join(lang === 'fr' ? ' ; ' : '; ');
}

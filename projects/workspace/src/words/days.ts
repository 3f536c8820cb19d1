import { daysBetween } from '@bannette/domain';

/** English as Europe writes it: the day before the month, 24 hours. */
const localeOf = (lang: string): string => (lang === 'en' ? 'en-GB' : lang);
/** French counts all days of a month but the first: `1er décembre`. */
function write(at: Date, lang: string, options: Intl.DateTimeFormatOptions, timeZone = 'UTC'): string {
  const text = new Intl.DateTimeFormat(localeOf(lang), { ...options, timeZone }).format(at);
  return lang === 'fr' ? text.replace(/(?<!\d)1 (?=\p{L})/u, '1er ') : text;
}
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** "vendredi 28 nov.", with its year when that isn't today's. */
export function shortDay(day: string, lang: string, today: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric';
  return write(noon(day), lang, { weekday: 'long', day: 'numeric', month: 'short', year });
}

/** "28 nov. 2025": for columns. */
export const plainDay = (day: string, lang: string): string => write(noon(day), lang, { day: 'numeric', month: 'short', year: 'numeric' });

/** "vendredi 28 novembre 2025": the exact date, for whoever asks. */
export const fullDay = (day: string, lang: string): string => write(noon(day), lang, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** "samedi 22 novembre 2025 à 09:41", in the authority's time zone. */
export const moment = (instant: string, lang: string, timeZone: string): string => write(new Date(instant), lang, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }, timeZone);

/** "22 nov. 2025, 09:41", in the authority's time zone. */
export const brief = (instant: string, lang: string, timeZone: string): string => write(new Date(instant), lang, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }, timeZone);

export const isTomorrow = (day: string, today: string): boolean => daysBetween(today, day) === 1;

import type { Day } from './day.js';

/** A day in a letter or on paper, in French: `3 mars 2026`, `1er décembre 2026`. */
export const longDay = (day: Day): string => new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)).replace(/^1 /, '1er ');

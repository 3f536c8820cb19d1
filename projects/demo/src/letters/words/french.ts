const months = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const stampMonths = ['JAN.', 'FÉV.', 'MAR.', 'AVR.', 'MAI', 'JUIN', 'JUIL.', 'AOÛT', 'SEP.', 'OCT.', 'NOV.', 'DÉC.'];

/** @throws RangeError when it is not a day of the calendar */
export function dayParts(day: string): [year: number, month: number, date: number] {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match || Number.isNaN(Date.parse(day)) || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) throw new RangeError(`not a day: ${day}`);
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

/** `2026-03-12` → "12 mars 2026", `2026-05-01` → "1er mai 2026". */
export function longDate(day: string): string {
  const [year, month, date] = dayParts(day);
  return `${date === 1 ? '1er' : date} ${months[month - 1]} ${year}`;
}

/** `2026-03-12` → "12/03/2026". */
export const shortDate = (day: string): string => day.split('-').reverse().join('/');

/** `2026-03-12` → "12 MAR. 2026". */
export function stampDate(day: string): string {
  const [year, month, date] = dayParts(day);
  return `${String(date).padStart(2, '0')} ${stampMonths[month - 1]} ${year}`;
}

export function plusDays(day: string, days: number): string {
  const [year, month, date] = dayParts(day);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/** Cents → "1 240,50 €". */
export function euros(cents: number): string {
  const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ' ');
  return `${whole},${String(cents % 100).padStart(2, '0')} €`;
}

/** "à Les Ormelets" → "aux Ormelets", "de Le Pré" → "du Pré". */
export const contracted = (text: string): string =>
  text.replace(/\bde Les /g, 'des ').replace(/\bde Le /g, 'du ').replace(/(à|À) Les /g, (_, a) => (a === 'à' ? 'aux ' : 'Aux ')).replace(/(à|À) Le /g, (_, a) => (a === 'à' ? 'au ' : 'Au '));

/** Keeps together what French typography does not part: a figure and its unit, a word and its double punctuation. */
export const unparted = (text: string): string =>
  text.replace(/ ([;:!?»€%])/g, '\u00a0$1').replace(/« /g, '«\u00a0').replace(/(\d) (?=\d{3}\b)/g, '$1\u00a0').replace(/\b(n°|RD|M\.|Mme) /g, '$1\u00a0');

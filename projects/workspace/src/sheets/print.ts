import type { MailSheetsBody, SeparatorsBody } from '../api/types.js';

/** Labels of a sheet, two across. */
export const labelsOnSheet = 14;
export const symbologies = ['qr', 'dataMatrix', 'code128'] as const;

/** What the person chose of separators; undefined while nothing is chosen. */
export function separatorsOf(chosen: ReadonlySet<string>, copies: number): SeparatorsBody | undefined {
  const of = (prefix: string): string[] => [...chosen].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  const body = { services: of('service:'), types: of('type:'), newLetter: chosen.has('newLetter'), copies: copiesOf(copies) };
  return body.newLetter || body.services.length || body.types.length ? body : undefined;
}

/** What the person wrote of mails: their numbers, one a line or parted by spaces and commas, each once. */
export function mailSheetsOf(written: string, form: MailSheetsBody['form'], how: { readonly symbology: (typeof symbologies)[number]; readonly start: number; readonly copies: number }): MailSheetsBody | undefined {
  const mails = [...new Set(written.split(/[\s,;]+/).filter(Boolean))];
  return mails.length ? { mails, form, symbology: how.symbology, start: form === 'labels' ? how.start : 1, copies: copiesOf(how.copies) } : undefined;
}

const copiesOf = (copies: number): number => Math.min(50, Math.max(1, Math.round(copies) || 1));

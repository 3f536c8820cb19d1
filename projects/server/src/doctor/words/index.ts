import { alfrescoWords } from './alfresco.js';
import { houseWords } from './house.js';
import { recordsWords } from './records.js';
import type { Counted, Word } from './word.js';

/** Every finding that there is, with its severity and its sentences. */
export const words = { ...alfrescoWords, ...recordsWords, ...houseWords };
export type FindingCode = keyof typeof words;

export const severityOf = (code: FindingCode): Word['severity'] => words[code].severity;

/** Values of parameters that are words themselves. */
export const values = {
  library: 'mail library', configuration: 'settings', ahead: 'ahead of', behind: 'behind', kept: 'kept', sorted: 'sorted', properties: 'the properties', nothing: 'nothing', mailServer: 'the mail server', alfrescoPublic: 'Alfresco’s address for people', eventBroker: 'the event broker',
} as const;

/** Fills a sentence's places. */
export function fill(said: string | Counted, params: { readonly [name: string]: string | number }): string {
  const valueOf = (value: string | number | undefined): string | number | undefined => (typeof value === 'string' && Object.hasOwn(values, value) ? values[value as keyof typeof values] : value);
  const sentence = typeof said === 'string' ? said : params['count'] === 1 ? said.one : said.other;
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(valueOf(params[name]) ?? place));
}

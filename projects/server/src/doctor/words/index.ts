import { alfrescoWords } from './alfresco.js';
import { houseWords } from './house.js';
import { recordsWords } from './records.js';
import type { Word } from './word.js';

/** Every finding that there is, with its severity and its sentences. */
export const words = { ...alfrescoWords, ...recordsWords, ...houseWords };
export type FindingCode = keyof typeof words;

export const severityOf = (code: FindingCode): Word['severity'] => words[code].severity;

/** Fills a sentence's places. */
export function fill(sentence: string, params: { readonly [name: string]: string | number }): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}

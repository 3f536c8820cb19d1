import { readFileSync } from 'node:fs';

type Words = { readonly [kind: string]: { readonly subject: string; readonly text: string } };
const french = JSON.parse(readFileSync(new URL('../i18n/fr.json', import.meta.url), 'utf8')) as Words;

/** Subject and text of a notice, in the language of the authority. */
export function wordNotice(kind: string, params: { readonly [name: string]: string | number }, link: string): { subject: string; text: string } {
  const words = french[kind];
  if (!words) throw new Error(`There are no words for notices of kind ${kind}`);
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(name === 'link' ? link : (params[name] ?? whole)));
  return { subject: fill(words.subject), text: fill(words.text) };
}

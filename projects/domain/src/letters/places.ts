import { longDay } from '../calendar/long-day.js';
import { silenceKinds } from '../clocks/mentions.js';
import type { Settings } from '../settings/settings.js';

/** What a template is filled with, by the name between its braces. */
export type LetterFacts = { readonly [place: string]: string };

/** What the templates of letters may name: of the mail, and what the letter's own writing fills in (`ourChrono`, and `pieces`, `until`, `authority`, `reason` where something is asked for, sent on or put off). */
export const letterPlaceNames = ['subject', 'chrono', 'senderName', 'receivedAt', 'service', 'serviceEmail', 'serviceAddress', 'servicePhone', 'silenceDay', 'silence', 'ourChrono', 'pieces', 'until', 'authority', 'reason'] as const;

/** What a letter is about, as far as its template may name it. */
export interface LetterMatter {
  readonly subject?: string;
  readonly chrono?: string;
  readonly senderName?: string;
  /** Day YYYY-MM-DD. */
  readonly receivedAt?: string;
  /** Code of the treating service. */
  readonly service?: string;
  readonly clocks: readonly { readonly kind: string; readonly due?: string }[];
}

/** What names are between braces. */
const place = /\{\{\s*(\w+)\s*\}\}/g;

export const letterDay = (day: string | null | undefined): string => (day ? longDay(day) : '');

/**
 * What a template may name of a mail; what is not known is empty. `silenceDay` and `silence` are what a receipt must tell: the
 * day at which silence is an answer, and which (CRPA R112-5, R112-11-1).
 */
export function letterFacts(matter: LetterMatter, settings: { readonly services: readonly Pick<Settings['services'][number], 'code' | 'label' | 'site' | 'email'>[]; readonly sites: readonly Pick<Settings['sites'][number], 'code' | 'address' | 'phone'>[]; readonly authority: Pick<Settings['authority'], 'address'> }): LetterFacts {
  const service = settings.services.find(({ code }) => code === matter.service);
  const site = settings.sites.find(({ code }) => code === service?.site);
  const silence = matter.clocks.find(({ kind }) => (silenceKinds as readonly string[]).includes(kind));
  return {
    subject: matter.subject ?? '',
    chrono: matter.chrono ?? '',
    senderName: matter.senderName ?? '',
    receivedAt: letterDay(matter.receivedAt),
    service: service?.label ?? '',
    serviceEmail: service?.email ?? '',
    serviceAddress: [...(site?.address ?? settings.authority.address)].join(', '),
    servicePhone: site?.phone ?? '',
    silenceDay: letterDay(silence?.due),
    silence: silence ? (silence.kind === 'silenceAccepts' ? 'acceptée' : 'rejetée') : '',
  };
}

/** What a text names between braces, each once. */
export const placesIn = (text: string): readonly string[] => [...new Set([...text.matchAll(place)].map(([, name = '']) => name))];

/** What a text names of which nothing is known. */
export const unknownPlaces = (text: string, facts: LetterFacts): readonly string[] => placesIn(text).filter((name) => !facts[name]);

/** Fills `{{name}}` with the facts of the mail; an unknown name is left, so that the author sees it. */
export function fillTemplate(text: string, facts: LetterFacts): string {
  return text.replace(place, (whole, name: string) => facts[name] ?? whole);
}

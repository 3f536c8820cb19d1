import { addDays, dayIn, type Day } from '../calendar/day.js';
import type { MailState } from '../mail/states.js';
import type { AuthoritySetting } from '../settings/authority.js';

/** Files whose bytes lie in the spool beside those of mails: what was scanned and parted, and what was discarded from quarantine. */
export type LeavingKind = 'batch' | 'discarded';

/** Days that each kind is kept unless the authority says otherwise. */
export const usualKeeping = { batchDays: 90, discardedDays: 365 } as const;

export function keepDaysOf(kind: LeavingKind, { leaving }: Pick<AuthoritySetting, 'leaving'>): number {
  const { batchDays, discardedDays } = { ...usualKeeping, ...leaving };
  return kind === 'batch' ? batchDays : discardedDays;
}

/** First day on which bytes may go: so many days after the one since which nothing of them has waited. */
export function leavesOn(since: Date, kind: LeavingKind, authority: Pick<AuthoritySetting, 'leaving' | 'timeZone'>): Day {
  return addDays(dayIn(authority.timeZone, since), keepDaysOf(kind, authority));
}

/**
 * Why bytes stay, whatever their days: something of them waits to be qualified; Alfresco has not confirmed all; a mail or
 * a document is gone there; is frozen there; has an alert that nobody settled; Alfresco holds other bytes than were captured.
 */
export const staysBecause = ['toQualify', 'notStored', 'gone', 'frozen', 'alert', 'otherBytes'] as const;
export type StaysBecause = (typeof staysBecause)[number];

/** A mail that has pages of the file, and its documents. */
export interface MailOfFile {
  readonly state: MailState;
  /** When it was closed or voided. */
  readonly closedAt: Date | null;
  /** It has, or will have, a folder in Alfresco. */
  readonly numbered: boolean;
  readonly gone: boolean;
  readonly openAlerts: number;
  readonly documents: readonly { readonly storedAt: Date | null; readonly gone: boolean; readonly held: boolean }[];
}

export interface BatchFile {
  /** Of the batch that it belongs to, where there is one: its mails are what its plan says, for good. */
  readonly settled: boolean;
  /** When it was read, or the first look found it rejected. */
  readonly since: Date;
  readonly mails: readonly MailOfFile[];
}

/**
 * Since when nothing of a batch's file waits: all its mails are qualified, and Alfresco was read back for each of their
 * documents; or why it stays. Mails that were voided before they had a number never go there.
 */
export function standingOf({ settled, since, mails }: BatchFile): { readonly since: Date } | { readonly stays: StaysBecause } {
  if (!settled || mails.some(({ state }) => state === 'toQualify')) return { stays: 'toQualify' };
  const sent = mails.filter(({ numbered }) => numbered);
  const documents = sent.flatMap((mail) => mail.documents);
  if (documents.some(({ storedAt }) => !storedAt)) return { stays: 'notStored' };
  if (sent.some(({ gone }) => gone) || documents.some(({ gone }) => gone)) return { stays: 'gone' };
  if (documents.some(({ held }) => held)) return { stays: 'frozen' };
  if (mails.some(({ openAlerts }) => openAlerts > 0)) return { stays: 'alert' };
  const voided = mails.filter(({ numbered }) => !numbered).map(({ closedAt }) => closedAt);
  return { since: latest([since, ...documents.map(({ storedAt }) => storedAt), ...voided]) };
}

const latest = (moments: readonly (Date | null)[]): Date => new Date(Math.max(...moments.flatMap((moment) => moment?.getTime() ?? [])));

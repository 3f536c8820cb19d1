import { allowedActions, dayIn, mailActions, mayExceptFromRestriction, mayReadHoldReason, stoppedByHold, type HoldKind, type MailAction, type Person, type Settings } from '@bannette/domain';
import { conflict, type Mail } from '@bannette/http';
import type { Database } from '@bannette/store';
import type { Kysely } from 'kysely';
import { holdsStopping } from './holds.js';
import type { DocumentRow } from './mirrored.js';
import { forRights, type MailRow } from './row.js';

/**
 * Refuses what a hold stops on a mail that the person has the right to: what does away with it, and new processing where that
 * is limited. @throws Problem 409 `held`, `processingRestricted`
 */
export async function requireNotStopped(db: Kysely<Database>, mail: Pick<MailRow, 'id' | 'state' | 'holds'>, action: MailAction, today: string): Promise<void> {
  if (!mail.holds) return;
  const stop = stoppedByHold(action, mail.state, await holdsStopping(db, mail.id, today));
  if (stop === 'held') throw conflict('held', 'A hold keeps the mail as it is', { action });
  if (stop) throw conflict('processingRestricted', 'The processing of this mail is limited (RGPD art. 18)', { action });
}

/** What holds a mail, as `person`, who may open it, may know; undefined where nothing does. */
export async function holdsShown(db: Kysely<Database>, person: Person, mail: MailRow, documents: readonly Pick<DocumentRow, 'held_at'>[], settings: Settings, now: Date): Promise<Mail['holds']> {
  const inAlfresco = documents.some(({ held_at }) => held_at) && !(await heldByUs(db, mail));
  if (!mail.holds && !inAlfresco) return undefined;
  const today = dayIn(settings.authority.timeZone, now);
  const rows = await db.selectFrom('hold_mail').innerJoin('hold', 'hold.id', 'hold_id').select(['hold.id', 'kind', 'title', 'reason', 'review_on', 'created_by', 'created_by_name', 'added_at']).where('mail_id', '=', mail.id).where('hold_mail.released_at', 'is', null).orderBy('added_at').execute();
  const exception = await db.selectFrom('processing_exception').select(['until', 'by_name', 'reason']).where('mail_id', '=', mail.id).where('until', '>=', today).orderBy('until', 'desc').limit(1).executeTakeFirst();
  const service = mail.service ?? undefined;
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  return {
    items: rows.map(({ id, kind, title, reason, review_on, created_by, created_by_name, added_at }) => ({
      id,
      kind,
      since: added_at.toISOString(),
      ...(mayReadHoldReason(person, { kind, createdBy: created_by }, service) ? { title, reason, reviewOn: review_on, by: created_by_name } : {}),
    })),
    inAlfresco,
    stopped: [...stoppedActions(person, mail, { kinds, excepted: exception !== undefined })],
    exception: exception && { until: exception.until, by: exception.by_name, reason: exception.reason },
    mayAllow: kinds.includes('restriction') && mayExceptFromRestriction(person, service),
  };
}

/** Of what the person's rights allow on the mail now, what its holds stop. */
export function stoppedActions(person: Person, mail: MailRow, held: { readonly kinds: readonly HoldKind[]; readonly excepted: boolean }): readonly MailAction[] {
  return allowedActions(person, forRights(mail), mailActions).filter((action) => stoppedByHold(action, mail.state, held) !== undefined);
}

/** Of the holds of the house one is on its documents in Alfresco, or may be yet. */
async function heldByUs(db: Kysely<Database>, mail: MailRow): Promise<boolean> {
  return (await db.selectFrom('hold_mail').select('hold_id').where('mail_id', '=', mail.id).where('lifted_at', 'is', null).limit(1).executeTakeFirst()) !== undefined;
}

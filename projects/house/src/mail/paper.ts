import { cameLate, type Settings } from '@bannette/domain';
import type { Paper } from '@bannette/http';
import type { Database } from '@bannette/store';
import type { Kysely } from 'kysely';
import type { MailRow } from './row.js';

/** Where a mail's paper is, and what was written down of its envelope; undefined when nothing is known of it. For its readers. */
export async function paperOf(db: Kysely<Database>, mail: MailRow, settings: Settings): Promise<Paper | undefined> {
  if (!mail.unscanned && !mail.endorsement && !mail.box) return undefined;
  const box = mail.box ? await db.selectFrom('box').select(['code', 'location', 'closed_at']).where('entity_id', '=', mail.entity_id).where('code', '=', mail.box).executeTakeFirst() : undefined;
  const kind = settings.unscanned.find(({ code }) => code === mail.unscanned);
  return {
    unscanned: mail.unscanned ? { kind: mail.unscanned, label: kind?.label ?? mail.unscanned, opened: (kind?.opened ?? false) || !!mail.envelope?.unsealed, commission: kind?.commission ?? false, toReturn: kind?.toReturn ?? false } : undefined,
    ...mail.envelope,
    ...(mail.envelope && cameLate({ ...mail.envelope, receivedAt: mail.received_at ?? '' }) ? { cameLate: true } : {}),
    handedOver: handedOverOf(mail),
    endorsement: mail.endorsement ?? undefined,
    endorsementLast: mail.endorsement_last ?? undefined,
    endorsedOn: mail.endorsed_on ?? undefined,
    scanner: mail.scanner ?? undefined,
    box: mail.box ? { code: mail.box, location: box?.location ?? undefined, closed: !!box?.closed_at } : undefined,
  };
}

/** To whom the envelope was given, as long as the mail is still that service's. */
export function handedOverOf({ handed_over, service }: Pick<MailRow, 'handed_over' | 'service'>): Paper['handedOver'] {
  if (!handed_over || handed_over.service !== service) return undefined;
  const { round, at, by, to, method, signature } = handed_over;
  return { round, at, by, to, method, signature };
}

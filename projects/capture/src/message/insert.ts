import { dayIn, type ReadingLane } from '@bannette/domain';
import { letterOfEmail, type House } from '@bannette/house';
import { newId, type Database, type MessageSaid, type Spooled, type Tx } from '@bannette/store';
import type { Selectable } from 'kysely';
import { shownName } from '../file-name.js';
import { enqueueReading } from '../deposit/lanes.js';
import type { MessageHead } from './said.js';

type FileRow = Selectable<Database['deposit_file']>;

export interface SpooledMessagePart extends Spooled {
  readonly name: string;
}

/** What is kept of its head, for the mail that is made of it. A day to come is nobody's day of arrival. */
export function saidOf({ to: _to, cc: _cc, at, ...said }: MessageHead, timeZone: string, now: Date): MessageSaid {
  const day = at && dayIn(timeZone, new Date(at));
  return { ...said, ...(day && day <= dayIn(timeZone, now) ? { receivedAt: day } : {}) };
}

/** Gives each part of an e-mail a file of its own, to be looked at and read like any other; the e-mail's row stays, with its bytes. */
export async function insertMessageParts(house: House, tx: Tx, message: FileRow, said: MessageSaid, parts: readonly SpooledMessagePart[], lane: ReadingLane): Promise<void> {
  await tx.trx.updateTable('deposit_file').set({ state: 'separated', media_type: 'message/rfc822', message: JSON.stringify(said), reason: null, reason_params: null, read_at: house.now(), waits_for: null, waits_since: null, scan_failures: 0 }).where('id', '=', message.id).execute();
  const { last } = await tx.trx.selectFrom('deposit_file').select((eb) => eb.fn.max('position').as('last')).where('deposit_id', '=', message.deposit_id).executeTakeFirstOrThrow();
  for (const [index, { name, key, size, sha512 }] of parts.entries()) {
    const id = newId();
    await tx.trx.insertInto('deposit_file').values({ id, deposit_id: message.deposit_id, position: Number(last) + index + 1, original_name: shownName(name, 'sans-nom'), size, sha512, spool_key: key, state: 'waiting', lane, warnings: '[]', cut_from: message.id, beneficiaries: [] }).execute();
    await enqueueReading(tx, { id, lane });
  }
  tx.append({ type: 'file.separated', subjectKind: 'deposit', subjectId: message.deposit_id, data: { file: message.id, sha512: message.sha512, message: true, documents: parts.map(({ sha512 }) => ({ sha512 })) } });
  const ours = said.returned && letterOfEmail(said.returned.messageId);
  if (ours) tx.append({ type: 'file.letterReturned', subjectKind: 'deposit', subjectId: message.deposit_id, data: { file: message.id, ...ours } });
}

import { bandKeys, sameTextBecause, textPrint, usualDuplicateDays, type SameMailBecause } from '@bannette/domain';
import type { House, Listening, MailRow } from '@bannette/house';
import { firstIdAt, type Database, type TaskHandler, type Tx } from '@bannette/store';
import { sql, type Kysely } from 'kysely';

/** Name of the job that looks for mails which may be the same as one. */
export const duplicateTask = 'mail.duplicates';
/** Mails that are looked at for each digest, message and band of a text: a form that comes a thousand times costs no more. */
const each = 20;
/** Of those that share bands, how many are compared word by word. */
const compared = 8;

/** What came in, or was read or cut anew, is compared with what came before. */
export function watchDuplicates(): Listening {
  return {
    name: 'registration.duplicates',
    types: ['mail.captured', 'mail.recut', 'mail.reread', 'mail.documentAdded'],
    locks: false,
    handle: async ({ subjectId }, tx) => tx.enqueue(duplicateTask, { mailId: subjectId }, { key: `${duplicateTask}:${subjectId}`, maxAttempts: 8 }),
  };
}

/** Keeps the print of the mail's text, and the pairs that it makes with others; what somebody decided stays. */
export function lookForDuplicates(house: House): TaskHandler {
  return async (payload) => {
    const mail = await house.store.db.selectFrom('mail').selectAll().where('id', '=', String(payload.mailId)).executeTakeFirst();
    if (!mail || mail.category !== 'incoming') return;
    const days = (await house.settings()).authority.duplicateDays ?? usualDuplicateDays;
    const print = textPrint(mail.read_text);
    await house.store.transaction({ entityId: mail.entity_id, actor: 'system' }, async (tx) => {
      // One mail after the other: of two that came together, each would look before the other's print is there.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`duplicates:${mail.entity_id}`}, 0))`.execute(tx.trx);
      await keepPrint(tx, mail, print);
      await keepPairs(tx, mail, days ? await duplicatesOf(tx.trx, mail, print, days) : new Map(), house.now());
    });
  };
}

/** Mails before and after it, within so many days before it, and why they may be the same one. */
async function duplicatesOf(db: Kysely<Database>, mail: MailRow, print: readonly number[] | undefined, days: number): Promise<Map<string, SameMailBecause[]>> {
  const since = firstIdAt(new Date(mail.created_at.getTime() - days * 86_400_000));
  const found = new Map<string, SameMailBecause[]>();
  const say = (id: string, because: SameMailBecause): void => void found.set(id, [...(found.get(id) ?? []), because]);
  for (const { mail_id, documents } of await sameDigests(db, mail, since)) say(mail_id, { code: 'sameDigest', documents: Number(documents) });
  for (const { id } of mail.message_id ? await db.selectFrom('mail').select('id').where('entity_id', '=', mail.entity_id).where('message_id', '=', mail.message_id).where('id', '>', since).where('id', '<>', mail.id).orderBy('id', 'desc').limit(each).execute() : []) say(id, { code: 'sameMessage' });
  if (print) for (const { id, because } of await sameTexts(db, mail, print, since)) say(id, because);
  return found;
}

async function sameDigests(db: Kysely<Database>, mail: MailRow, since: string) {
  const { rows } = await sql<{ mail_id: string; documents: number }>`
    select found.mail_id, count(distinct own.sha512) as documents
    from document own cross join lateral (
      select other.mail_id from document other where other.sha512 = own.sha512 and other.mail_id > ${since} and other.mail_id <> ${mail.id} order by other.mail_id desc limit ${each}
    ) found join mail on mail.id = found.mail_id and mail.entity_id = ${mail.entity_id} and mail.category = 'incoming'
    where own.mail_id = ${mail.id} group by found.mail_id order by documents desc, found.mail_id desc limit ${each}`.execute(db);
  return rows;
}

/** Those that share the most bands of the print, the latest of each, compared word by word. */
async function sameTexts(db: Kysely<Database>, mail: MailRow, print: readonly number[], since: string): Promise<{ id: string; because: SameMailBecause }[]> {
  const { rows } = await sql<{ id: string; read_text: string; signature: number[] }>`
    select mail.id, mail.read_text, text_print.signature from (
      select found.mail_id, count(*) as shared
      from unnest(${sql.val([...bandKeys(print)])}::bigint[]) as own(key) cross join lateral (
        select mail_id from text_band where text_band.key = own.key and mail_id > ${since} and mail_id <> ${mail.id} order by mail_id desc limit ${each}
      ) found group by found.mail_id order by shared desc, found.mail_id desc limit ${compared}
    ) near join mail on mail.id = near.mail_id and mail.entity_id = ${mail.entity_id} join text_print on text_print.mail_id = near.mail_id`.execute(db);
  return rows.flatMap(({ id, read_text, signature }) => {
    const because = sameTextBecause({ text: mail.read_text, print }, { text: read_text, print: signature });
    return because ? [{ id, because }] : [];
  });
}

async function keepPrint(tx: Tx, mail: MailRow, print: readonly number[] | undefined): Promise<void> {
  await tx.trx.deleteFrom('text_band').where('mail_id', '=', mail.id).execute();
  await tx.trx.deleteFrom('text_print').where('mail_id', '=', mail.id).execute();
  if (!print) return;
  await tx.trx.insertInto('text_print').values({ mail_id: mail.id, entity_id: mail.entity_id, signature: [...print] }).execute();
  await tx.trx.insertInto('text_band').values([...new Set(bandKeys(print))].map((key) => ({ key, mail_id: mail.id }))).execute();
}

async function keepPairs(tx: Tx, mail: MailRow, found: ReadonlyMap<string, readonly SameMailBecause[]>, now: Date): Promise<void> {
  const others = [...found.keys()];
  let stale = tx.trx.deleteFrom('duplicate_pair').where('decided', 'is', null).where((eb) => eb.or([eb('a', '=', mail.id), eb('b', '=', mail.id)]));
  if (others.length) stale = stale.where((eb) => eb.and([eb('a', 'not in', others), eb('b', 'not in', others)]));
  await stale.execute();
  for (const [other, because] of found) {
    const [a, b] = mail.id < other ? [mail.id, other] : [other, mail.id];
    await tx.trx.insertInto('duplicate_pair').values({ a, b, entity_id: mail.entity_id, because: JSON.stringify(because), found_at: now, decided: null, decided_by: null, decided_by_name: null, decided_at: null }).onConflict((conflict) => conflict.columns(['a', 'b']).doUpdateSet({ because: JSON.stringify(because) })).execute();
  }
}

/** Prints of mails of which nothing new can be a duplicate any more go. */
export async function forgetPrints(house: House): Promise<number> {
  const days = (await house.settings()).authority.duplicateDays ?? usualDuplicateDays;
  const until = firstIdAt(new Date(house.now().getTime() - days * 86_400_000));
  const { rows } = await sql<{ n: number }>`
    with old as (select mail_id from text_print where mail_id < ${until} order by mail_id limit 5000),
    bands as (delete from text_band using old where text_band.mail_id = old.mail_id),
    prints as (delete from text_print using old where text_print.mail_id = old.mail_id)
    select count(*)::int as n from old`.execute(house.store.db);
  return rows[0]?.n ?? 0;
}

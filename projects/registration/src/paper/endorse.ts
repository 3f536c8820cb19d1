import { dayIn, isCleared, may, numberIn, type Person } from '@bannette/domain';
import { conflict, invalid, type Call, type Contract, type Paper } from '@bannette/http';
import { changeMail, contextOf, forRights, lockMail, paperOf, requireRight, type House, type MailRow } from '@bannette/house';
import type { Tx } from '@bannette/store';
import { sql, type SqlBool } from 'kysely';

/** A number on paper, as somebody typed or confirmed it. */
export interface NumberTold {
  readonly number: string;
  /** Of the last page, when it is another of the same run. */
  readonly last?: string;
  readonly scanner?: string;
}

/** Keeps the number that is printed on the paper. A scanner gives each number once a day; given again, nothing changes. */
export async function endorse(house: House, call: Call<Contract['endorse']>): Promise<Paper> {
  const { params, body, caller } = call;
  const settings = await house.settings();
  await refusingTaken(() =>
    house.store.transaction(contextOf(house, call), async (tx) => {
      const mail = await lockMail(tx, params.id);
      requireRight(caller, 'shelve', mail);
      await keepNumber(tx, mail, body, { day: dayIn(settings.authority.timeZone, house.now()), person: caller });
    }),
  );
  const mail = await house.store.db.selectFrom('mail').selectAll().where('id', '=', params.id).executeTakeFirstOrThrow();
  if (isCleared(caller, forRights(mail))) return (await paperOf(house.store.db, mail, settings)) ?? {};
  return { endorsement: mail.endorsement ?? undefined, endorsementLast: mail.endorsement_last ?? undefined, endorsedOn: mail.endorsed_on ?? undefined, scanner: mail.scanner ?? undefined };
}

/** The day on which the paper went through the scanner. */
export async function dayOf(house: House, mail: MailRow): Promise<string> {
  return dayIn((await house.settings()).authority.timeZone, mail.deposit_id ? mail.created_at : house.now());
}

/** Writes the number; on behalf of `person`, who is told which mail has it already if they may know of that one. */
export async function keepNumber(tx: Tx, mail: MailRow, { number, last, scanner }: NumberTold, { day, person }: { readonly day: string; readonly person?: Person }): Promise<MailRow> {
  const first = numberIn(number);
  if (!first) throw invalid('invalid', 'There is no number', { field: 'number' });
  const end = last ? numberIn(last) : '';
  const span = { endorsement: first, endorsement_last: end && end !== first ? end : null, scanner: scanner ?? null };
  if (mail.endorsement === first && mail.endorsement_last === span.endorsement_last && mail.scanner === span.scanner) return mail;
  const other = await mailWithNumber(tx, mail.id, span, day);
  if (other) throw taken(person && may(person, 'list', forRights(other)) ? other.chrono : null);
  return changeMail(tx, mail, {
    set: { ...span, endorsed_on: day },
    entry: { type: 'mail.endorsed', data: { endorsement: first, endorsedOn: day, ...(span.endorsement_last ? { last: span.endorsement_last } : {}), ...(scanner ? { scanner } : {}) } },
  });
}

/** Another mail of the day and scanner whose pages bear one of these numbers. */
export async function mailWithNumber(tx: Tx, mailId: string, { endorsement, endorsement_last, scanner }: { readonly endorsement: string; readonly endorsement_last: string | null; readonly scanner: string | null }, day: string): Promise<MailRow | undefined> {
  return tx.trx
    .selectFrom('mail')
    .selectAll()
    .where('entity_id', '=', tx.context.entityId)
    .where('id', '<>', mailId)
    .where('state', '<>', 'voided')
    .where('endorsed_on', '=', day)
    .where(sql<SqlBool>`coalesce(scanner, '') = ${scanner ?? ''}`)
    .where(sql<SqlBool>`(endorsement = ${endorsement} or char_length(endorsement) = ${endorsement.length} and endorsement collate "C" <= ${endorsement_last ?? endorsement} collate "C" and coalesce(endorsement_last, endorsement) collate "C" >= ${endorsement} collate "C")`)
    .limit(1)
    .executeTakeFirst();
}

/** Two who keep the same number at once: the index decides. */
export async function refusingTaken<T>(work: () => Promise<T>): Promise<T> {
  return work().catch((error: unknown) => {
    throw (error as { constraint?: string }).constraint === 'mail_endorsement' ? taken(null) : error;
  });
}

const taken = (chrono: string | null): Error => conflict('endorsementTaken', 'Another mail has this number of this scanner and day', chrono ? { chrono } : {});

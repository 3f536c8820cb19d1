import { dayIn, serviceGroup, type Person } from '@bannette/domain';
import { invalid, type Call, type Contract } from '@bannette/http';
import { absencesOf, requireRight, type House, type MailRow } from '@bannette/house';
import type { Tx } from '@bannette/store';
import { sql, type SqlBool } from 'kysely';

export interface KnownPerson {
  readonly id: string;
  readonly display_name: string;
  readonly groups: readonly string[];
}

/** The people named, by id; those who never signed in are missing. */
export async function knownPeople(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>> {
  const rows = ids.length ? await tx.trx.selectFrom('person').select(['id', 'display_name', 'groups']).where('id', 'in', [...new Set(ids)]).execute() : [];
  return new Map(rows.map((row) => [row.id, row]));
}

export const opens = (person: Pick<Person, 'groups'> | undefined, readers: readonly string[]): boolean => !!person && readers.some((group) => person.groups.includes(group));

/**
 * Refuses people who may not open the mail.
 * @throws 422 `notAReader`
 */
export async function requireReaders(tx: Tx, mail: Pick<MailRow, 'readers'>, ids: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>> {
  const people = await knownPeople(tx, ids);
  for (const id of ids) if (!opens(people.get(id), mail.readers)) throw invalid('notAReader', 'This person may not open the mail', { assignee: people.get(id)?.display_name ?? id });
  return people;
}

const mostPeople = 50;

/** People who may open a mail, by their name. */
export async function readersOfMail(house: House, { params, query, caller }: Call<Contract['readersOfMail']>) {
  const { db } = house.store;
  const mail = await db.selectFrom('mail').selectAll().where('id', '=', params.id).executeTakeFirst();
  requireRight(caller, 'read', mail);
  const settings = await house.settings();
  let selection = db.selectFrom('person').select(['id', 'display_name', 'groups']).where(sql<SqlBool>`groups && ${sql.val(mail.readers)}::text[]`);
  if (query.q) selection = selection.where(sql<SqlBool>`display_name ilike ${`%${query.q.replace(/[\\%_]/g, '\\$&')}%`}`);
  const people = await selection.orderBy('display_name').limit(mostPeople).execute();
  const away = await absencesOf(db, house.entityId, people.map(({ id }) => id), dayIn(settings.authority.timeZone, house.now()));
  return { items: people.map(({ id, display_name, groups }) => ({ id, displayName: display_name, services: settings.services.filter(({ code }) => groups.includes(serviceGroup(code))).map(({ code }) => code), away: away.has(id) })) };
}

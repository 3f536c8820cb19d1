import type { Person } from '@bannette/domain';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { beyond, keysOf, orderBy, type Order } from './order.js';

/** Where a page begins and how much of each range it needs. */
export interface Edge {
  readonly entityId: string;
  readonly order: Order;
  readonly after?: string;
  readonly limit: number;
}

/** One range of an index, read from where the page begins: ids with what they are ordered by. A tray is one or several of them. */
export type Strand = (edge: Edge) => RawBuilder<unknown>;

export const treated = sql<SqlBool>`mail.state in ('distributed', 'inProgress', 'toSend')`;
/** Only what the person may open: the same groups that Alfresco's permissions name. */
export const readable = (person: Person): RawBuilder<SqlBool> => sql<SqlBool>`mail.readers && ${sql.val([...person.groups])}::text[]`;
/** What the person may know of; whoever has left a service no longer sees what they were assigned there. */
export const listable = (person: Person): RawBuilder<SqlBool> => sql<SqlBool>`mail.listers && ${sql.val([...person.groups])}::text[]`;
export const dueDay = sql`coalesce(mail.due_date, 'infinity'::date)`;

export const all = (...conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> => sql<SqlBool>`${sql.join(conditions, sql` and `)}`;

/** Mails that lie together in an index of the table of mails. */
export const range =
  (...where: readonly RawBuilder<SqlBool>[]): Strand =>
  ({ entityId, order, after, limit }) =>
    sql`(select ${keysOf(order)} from mail where mail.entity_id = ${entityId} and ${all(...where, beyond(order, after))} order by ${orderBy(order)} limit ${limit})`;

/** The same of a table that lists mails, those that `person` may open. */
const listed =
  (list: RawBuilder<unknown>, person: Person): Strand =>
  ({ entityId, order, after, limit }) =>
    sql`(select ${keysOf(order, true)} from ${list} mail where ${beyond(order, after, true)} and exists (select from mail whole where whole.id = mail.id and whole.entity_id = ${entityId} and whole.readers && ${sql.val([...person.groups])}::text[]) order by ${orderBy(order, true)} limit ${limit})`;

/** Open mails that a service has a copy of. */
export const copiesOf = (entityId: string, service: string, person: Person): Strand => listed(sql`(select mail_id as id, due as due_date from mail_copy where entity_id = ${entityId} and service = ${service})`, person);

/** Mails that `person` follows, whatever their state. */
export const followedBy = (person: Person): Strand => listed(sql`(select mail_id as id from mail_person where person_id = ${person.id} and followed_at is not null)`, person);

/** Whether `person` has not opened it yet. */
export const unreadBy = (person: Person): RawBuilder<SqlBool> => sql<SqlBool>`not exists (select from mail_person mark where mark.person_id = ${person.id} and mark.mail_id = mail.id and mark.read_at is not null)`;

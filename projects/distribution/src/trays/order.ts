import { isDay, type TraySort } from '@bannette/domain';
import { invalid } from '@bannette/http';
import type { MailLineRow } from '@bannette/house';
import { sql, type RawBuilder, type SqlBool } from 'kysely';

const endOfTime = 'infinity';
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Key {
  readonly expression: RawBuilder<unknown>;
  /** The same where it is never absent. */
  readonly bare?: RawBuilder<unknown>;
  readonly type: 'date' | 'uuid' | 'integer';
  /** Its value in the last row of a page. */
  readonly of: (row: MailLineRow) => string;
  readonly sound: (text: string) => boolean;
}

const id: Key = { expression: sql`mail.id`, type: 'uuid', of: (row) => row.id, sound: (text) => uuid.test(text) };
const due: Key = { expression: sql`coalesce(mail.due_date, 'infinity'::date)`, bare: sql`mail.due_date`, type: 'date', of: ({ due_date }) => due_date ?? endOfTime, sound: (text) => text === endOfTime || isDay(text) };
const ranks: readonly (string | null)[] = ['veryUrgent', 'urgent'];
const rank: Key = {
  expression: sql`case mail.priority when 'veryUrgent' then 0 when 'urgent' then 1 else 2 end`,
  type: 'integer',
  of: ({ priority }) => String(ranks.includes(priority) ? ranks.indexOf(priority) : 2),
  sound: (text) => /^[012]$/.test(text),
};

/** An order of mails that ends with their ids, so that pages follow one another by what the last one ended with: a deep page costs what the first one does. */
export interface Order {
  readonly keys: readonly Key[];
  readonly down: boolean;
}
export const orders: { readonly [sort in TraySort]: Order } = { due: { keys: [due, id], down: false }, newest: { keys: [id], down: true }, oldest: { keys: [id], down: false }, priority: { keys: [rank, due, id], down: false } };

const said = (bare?: boolean) => (key: Key): RawBuilder<unknown> => (bare && key.bare) || key.expression;
export const keysOf = ({ keys }: Order, bare?: boolean): RawBuilder<unknown> => sql.join(keys.map(said(bare)));
export const orderBy = ({ keys, down }: Order, bare?: boolean): RawBuilder<unknown> => sql.join(keys.map((key) => sql`${said(bare)(key)} ${sql.raw(down ? 'desc' : 'asc')}`));
export const writeCursor = ({ keys }: Order, row: MailLineRow): string => Buffer.from(keys.map((key) => key.of(row)).join('|')).toString('base64url');

/** What comes after a cursor that this order wrote. @throws Problem 422 `invalid` */
export function beyond(order: Order, cursor: string | undefined, bare?: boolean): RawBuilder<SqlBool> {
  if (!cursor) return sql<SqlBool>`true`;
  const { keys, down } = order;
  const words = Buffer.from(cursor, 'base64url').toString().split('|');
  if (words.length !== keys.length || !keys.every((key, index) => key.sound(words[index] ?? ''))) throw invalid('invalid', 'The cursor is not one of ours', { field: 'after' });
  const values = sql.join(keys.map(({ type }, index) => sql`${words[index]}::${sql.raw(type)}`));
  return sql<SqlBool>`(${keysOf(order, bare)}) ${sql.raw(down ? '<' : '>')} (${values})`;
}

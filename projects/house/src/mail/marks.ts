import type { Person, Settings } from '@bannette/domain';
import type { MailLine } from '@bannette/http';
import { sql } from 'kysely';
import type { House } from '../house.js';
import { toLine } from './line.js';
import type { MailLineRow } from './row.js';

/** What mails are to `person`: read, followed; and who works on them right now. One look for both. */
export async function marksOf(house: House, person: Person, ids: readonly string[]): Promise<(id: string) => Pick<MailLine, 'unread' | 'followed' | 'lock'>> {
  if (!ids.length) return () => ({});
  const { rows } = await sql<Mark>`
    select mail_id as id, read_at, followed_at, null as person_id, null as person_name, null::timestamptz as since, null::timestamptz as until from mail_person where person_id = ${person.id} and mail_id = any(${ids}::uuid[])
    union all select mail_id, null, null, person_id, person_name, since, until from mail_lock where mail_id = any(${ids}::uuid[]) and until > ${house.now()}`.execute(house.store.db);
  const of = (locked: boolean) => new Map(rows.filter(({ person_id }) => (person_id !== null) === locked).map((row) => [row.id, row]));
  const [mine, held] = [of(false), of(true)];
  return (id) => {
    const [mark, lock] = [mine.get(id), held.get(id)];
    return {
      unread: !mark?.read_at,
      followed: mark?.followed_at ? true : undefined,
      lock: lock && { by: { id: lock.person_id, displayName: lock.person_name }, since: lock.since.toISOString(), until: lock.until.toISOString() },
    };
  };
}

/** A mark of one's own, or a lock. */
interface Mark {
  readonly id: string;
  readonly read_at: Date | null;
  readonly followed_at: Date | null;
  readonly person_id: string;
  readonly person_name: string;
  readonly since: Date;
  readonly until: Date;
}

/** Lines of a list as `person` sees them, with their own marks. */
export async function linesOf(house: House, person: Person, settings: Settings, rows: readonly MailLineRow[]): Promise<MailLine[]> {
  const now = house.now();
  const marks = await marksOf(house, person, rows.map(({ id }) => id));
  return rows.map((row) => {
    const line = toLine(row, { person, settings, now });
    return line.masked ? line : { ...line, revision: row.revision, ...marks(row.id) };
  });
}

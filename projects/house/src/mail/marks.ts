import type { Person, Settings } from '@bannette/domain';
import type { MailLine } from '@bannette/http';
import type { House } from '../house.js';
import { toLine } from './line.js';
import type { MailListRow } from './row.js';

/** What mails are to `person`: read, followed; and who works on them right now. */
export async function marksOf(house: House, person: Person, ids: readonly string[]): Promise<(id: string) => Pick<MailLine, 'unread' | 'followed' | 'lock'>> {
  if (!ids.length) return () => ({});
  const { db } = house.store;
  const [marks, locks] = await Promise.all([
    db.selectFrom('mail_person').selectAll().where('person_id', '=', person.id).where('mail_id', 'in', [...ids]).execute(),
    db.selectFrom('mail_lock').selectAll().where('mail_id', 'in', [...ids]).where('until', '>', house.now()).execute(),
  ]);
  const [mine, held] = [new Map(marks.map((mark) => [mark.mail_id, mark])), new Map(locks.map((lock) => [lock.mail_id, lock]))];
  return (id) => {
    const [mark, lock] = [mine.get(id), held.get(id)];
    return {
      unread: !mark?.read_at,
      followed: mark?.followed_at ? true : undefined,
      lock: lock && { by: { id: lock.person_id, displayName: lock.person_name }, since: lock.since.toISOString(), until: lock.until.toISOString() },
    };
  };
}

/** Lines of a list as `person` sees them, with their own marks. */
export async function linesOf(house: House, person: Person, settings: Settings, rows: readonly MailListRow[]): Promise<MailLine[]> {
  const now = house.now();
  const marks = await marksOf(house, person, rows.map(({ id }) => id));
  return rows.map((row) => {
    const line = toLine(row, { person, settings, now });
    return line.masked ? line : { ...line, revision: row.revision, ...marks(row.id) };
  });
}

import type { Person, Settings } from '@bannette/domain';
import type { MailLine } from '@bannette/http';
import { sql, type AliasedRawBuilder } from 'kysely';
import type { House } from '../house.js';
import { toLine } from './line.js';
import type { MailLineRow } from './row.js';

/** What a mail is to one person: read, followed; and who works on it right now. */
export interface Marked {
  readonly mark: { readonly read: boolean; readonly followed: boolean } | null;
  readonly lock: { readonly id: string; readonly name: string; readonly since: string; readonly until: string } | null;
}

/** Columns beside those of `mail`, so that a list and its marks are one look. */
export function markedFor(house: House, person: Person): readonly [AliasedRawBuilder<Marked['mark'], 'mark'>, AliasedRawBuilder<Marked['lock'], 'lock'>] {
  return [
    sql<Marked['mark']>`(select jsonb_build_object('read', p.read_at is not null, 'followed', p.followed_at is not null) from mail_person p where p.person_id = ${person.id} and p.mail_id = mail.id)`.as('mark'),
    sql<Marked['lock']>`(select jsonb_build_object('id', l.person_id, 'name', l.person_name, 'since', l.since, 'until', l.until) from mail_lock l where l.mail_id = mail.id and l.until > ${house.now()})`.as('lock'),
  ];
}

export function marksOf({ mark, lock }: Marked): Pick<MailLine, 'unread' | 'followed' | 'lock'> {
  return {
    unread: !mark?.read,
    followed: mark?.followed || undefined,
    lock: lock ? { by: { id: lock.id, displayName: lock.name }, since: new Date(lock.since).toISOString(), until: new Date(lock.until).toISOString() } : undefined,
  };
}

/** Lines of a list as `person` sees them, with their own marks. */
export function linesOf(house: House, person: Person, settings: Settings, rows: readonly (MailLineRow & Marked)[]): MailLine[] {
  const now = house.now();
  return rows.map((row) => {
    const line = toLine(row, { person, settings, now });
    return line.masked ? line : { ...line, revision: row.revision, ...marksOf(row) };
  });
}

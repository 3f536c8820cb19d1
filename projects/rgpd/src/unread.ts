import { audiencesOf, type Person } from '@bannette/domain';
import type { House } from '@bannette/house';
import { sql, type SqlBool } from 'kysely';
import { silencedFor } from './post/preferences.js';

/** More than this nobody counts. */
const mostCounted = 100;

export interface NoticeRow {
  readonly id: string;
  readonly kind: string;
  readonly params: { [name: string]: string | number };
  readonly created_at: Date;
  readonly link: string | null;
  readonly read_at: Date | null;
}

interface Asked {
  readonly id?: string;
  /** Older than this one. */
  readonly after?: string;
  readonly until?: string;
  readonly unread?: boolean;
  readonly limit: number;
}

/** What the person is told, without what they don't want to see, newest first, and whether they have read it. */
export async function noticesOf(house: House, person: Pick<Person, 'id' | 'groups'>, { id, after, until, unread, limit }: Asked): Promise<readonly NoticeRow[]> {
  const silenced = await silencedFor(house, person.id);
  let told = house.store.db
    .selectFrom('notice')
    .leftJoin('notice_read', (join) => join.onRef('notice_read.notice_id', '=', 'notice.id').on('notice_read.person', '=', person.id))
    .select(['notice.id', 'notice.kind', 'notice.params', 'notice.created_at', 'notice.link', 'notice_read.read_at'])
    .where('notice.entity_id', '=', house.entityId)
    .where(sql<SqlBool>`audience = any(${sql.val([...audiencesOf(person)])}::text[])`);
  if (silenced.length) told = told.where('notice.kind', 'not in', [...silenced]);
  if (id) told = told.where('notice.id', '=', id);
  if (after) told = told.where('notice.id', '<', after);
  if (until) told = told.where('notice.id', '<=', until);
  if (unread) told = told.where('read_at', 'is', null);
  return told.orderBy('notice.id', 'desc').limit(limit).execute();
}

/** Notices that the person has not read; counted up to a hundred. */
export async function unreadNotices(house: House, person: Pick<Person, 'id' | 'groups'>): Promise<number> {
  return (await noticesOf(house, person, { unread: true, limit: mostCounted })).length;
}

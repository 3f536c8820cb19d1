import { createHash } from 'node:crypto';
import { addEntry, entriesOf, ownList, setInheritance } from '../permissions/acl.js';
import { EVERYONE, OWNER, roles, type Operation } from '../permissions/roles.js';
import type { NodeRow } from '../nodes/node.js';
import type { Session } from '../repository.js';

/** Who reads and who writes a document at one moment: what becomes of them in the file plan is kept in groups of their own. */
export interface Snapshot {
  readonly readers: readonly string[];
  readonly writers: readonly string[];
}

export async function snapshotOf(session: Session, node: NodeRow): Promise<Snapshot> {
  const entries = (await entriesOf(session.sql, node.acl)).filter((entry) => entry.allowed && entry.authority !== EVERYONE && entry.authority !== OWNER);
  const giving = (operation: Operation) => entries.filter((entry) => (roles[entry.role] ?? []).includes(operation)).map((entry) => entry.authority);
  const sorted = (names: readonly string[]) => [...new Set(names)].sort();
  return { readers: sorted(giving('read')), writers: sorted([...giving('update'), ...(node.owner === '' ? [] : [node.owner])]) };
}

async function membersOf(session: Session, group: string): Promise<string[]> {
  return (await session.sql.rows<{ member: string }>('select member from membership where parent = $1 order by member', [group])).map((row) => row.member);
}

/** The group of exactly these people and groups; one is shared by all records that have the same. */
async function groupOf(session: Session, prefix: 'IPRR' | 'IPRW', members: readonly string[], role: string): Promise<string> {
  const digits = String(createHash('sha256').update(members.join('\n')).digest().readUInt32BE(0));
  for (let index = 0; ; index += 1) {
    const name = `${prefix}${digits}${index}`;
    const group = `GROUP_${name}`;
    const made = await session.sql.one('insert into authority_group (id, display_name, zones) values ($1, $2, $3) on conflict do nothing returning 1', [group, name, ['APP.DEFAULT', 'AUTH.ALF']]);
    if (made === undefined) {
      if ((await membersOf(session, group)).join('\n') === members.join('\n')) return group;
      continue;
    }
    for (const member of members) await session.sql.rows('insert into membership (parent, member) values ($1, $2)', [group, member]);
    await session.sql.rows('insert into membership (parent, member) select id, $2 from authority_group where id = $1', [role, group]);
    session.after(() => session.repository.authorities.forget());
    return group;
  }
}

/** Puts the groups of a snapshot into a record's own entries, in place of all that stood there. */
export async function giveInPlace(session: Session, record: NodeRow, filePlan: string, snapshot: Snapshot): Promise<void> {
  const acl = await ownList(session.sql, record);
  await session.sql.rows('delete from acl_entry where acl = $1 and local', [acl]);
  await setInheritance(session.sql, { ...record, acl }, true);
  const readers = await groupOf(session, 'IPRR', snapshot.readers, `GROUP_ExtendedReaders${filePlan}`);
  const writers = await groupOf(session, 'IPRW', snapshot.writers, `GROUP_ExtendedWriters${filePlan}`);
  await addEntry(session.sql, acl, { authority: readers, role: 'ReadRecords', allowed: true });
  await addEntry(session.sql, acl, { authority: writers, role: 'Filing', allowed: true });
}

/** Takes them away again: a rejected record inherits like any document. */
export async function takeInPlace(session: Session, record: NodeRow): Promise<void> {
  const acl = await ownList(session.sql, record);
  await session.sql.rows(`delete from acl_entry where acl = $1 and local and (authority like 'GROUP\\_IPRR%' or authority like 'GROUP\\_IPRW%')`, [acl]);
}

import type { Sql } from '../database/database.js';
import type { Entry } from './roles.js';

/*
 * Nodes that say nothing of their own share the list of their parent, so that cutting a mail folder's inheritance touches its
 * few nodes and a listing joins one small table. A list holds its own entries and, while it inherits, a copy of its parent's.
 */

interface Held {
  readonly id: string;
  readonly acl: number;
  readonly parent: string | null;
}

export const entriesOf = (sql: Sql, acl: number): Promise<Entry[]> => sql.rows<Entry>('select authority, role, allowed, local from acl_entry where acl = $1', [acl]);

export const inherits = async (sql: Sql, acl: number, shared: boolean): Promise<boolean> =>
  shared || ((await sql.one<{ inherits: boolean }>('select inherits from acl where id = $1', [acl]))?.inherits ?? true);

const parentAcl = async (sql: Sql, node: Held): Promise<number | undefined> =>
  node.parent === null ? undefined : (await sql.one<{ acl: number }>('select acl from node where id = $1', [node.parent]))?.acl;

/** Copies a list's entries to those that inherit from it, and on downwards. */
export async function propagate(sql: Sql, acl: number): Promise<void> {
  for (const { id } of await sql.rows<{ id: number }>('select id from acl where parent = $1 and inherits', [acl])) await inheritAnew(sql, id);
}

/** What a list has from the one it hangs on, copied again, and on downwards. */
async function inheritAnew(sql: Sql, acl: number): Promise<void> {
  await sql.rows('delete from acl_entry where acl = $1 and not local', [acl]);
  await sql.rows('insert into acl_entry (acl, authority, role, allowed, local) select distinct a.id, e.authority, e.role, e.allowed, false from acl a join acl_entry e on e.acl = a.parent where a.id = $1 and a.inherits', [acl]);
  await propagate(sql, acl);
}

export async function newList(sql: Sql, parent: number | undefined, inheriting: boolean): Promise<number> {
  const made = await sql.one<{ id: number }>('insert into acl (parent, inherits) values ($1, $2) returning id', [parent ?? null, inheriting]);
  if (made === undefined) throw new Error('no access list was made');
  if (parent !== undefined && inheriting) {
    await sql.rows('insert into acl_entry (acl, authority, role, allowed, local) select distinct $1::bigint, authority, role, allowed, false from acl_entry where acl = $2', [made.id, parent]);
  }
  return made.id;
}

/**
 * Every node below that shares a list goes over to another; lists that hang on the old one hang on the new, and are answered.
 * Looked at again until nothing is left: a document that another request was just adding must not keep the old, wider list.
 */
async function passOn(sql: Sql, node: string, from: number, to: number): Promise<number[]> {
  if (from === to) return [];
  const pass = `with recursive below (id) as (
       select id from node where id = $1 union all select n.id from node n join below b on n.parent = b.id where n.acl in ($2, $3))
     , owned as (update acl set parent = $3 where parent = $2 and id in (select n.acl from node n join below b on n.parent = b.id) returning id)
     , shared as (update node set acl = $3 where id in (select id from below) and acl = $2 returning 1)
     select (select count(*)::int from shared) as changed, array(select id::int from owned) as hung`;
  const all: number[] = [];
  for (let changed = 1; changed > 0; ) {
    const passed = await sql.one<{ changed: number; hung: number[] }>(pass, [node, from, to]);
    all.push(...(passed?.hung ?? []));
    changed = passed?.changed ?? 0;
  }
  return all;
}

/** The node's own list, made when it has none yet. */
export async function ownList(sql: Sql, node: Held): Promise<number> {
  const above = await parentAcl(sql, node);
  if (above !== node.acl) return node.acl;
  const made = await newList(sql, above, true);
  await passOn(sql, node.id, node.acl, made);
  return made;
}

export async function setInheritance(sql: Sql, node: Held, inheriting: boolean): Promise<number> {
  const acl = await ownList(sql, node);
  const above = await parentAcl(sql, node);
  await sql.rows('update acl set inherits = $2, parent = $3 where id = $1', [acl, inheriting, above ?? null]);
  await sql.rows('delete from acl_entry where acl = $1 and not local', [acl]);
  if (inheriting && above !== undefined) {
    await sql.rows('insert into acl_entry (acl, authority, role, allowed, local) select distinct $1::bigint, authority, role, allowed, false from acl_entry where acl = $2', [acl, above]);
  }
  await propagate(sql, acl);
  return acl;
}

export async function addEntry(sql: Sql, acl: number, entry: Omit<Entry, 'local'>): Promise<void> {
  await sql.rows('insert into acl_entry (acl, authority, role, allowed, local) values ($1, $2, $3, $4, true)', [acl, entry.authority, entry.role, entry.allowed]);
  await propagate(sql, acl);
}

export async function removeEntry(sql: Sql, acl: number, entry: Omit<Entry, 'local'>): Promise<void> {
  await sql.rows('delete from acl_entry where acl = $1 and authority = $2 and role = $3 and allowed = $4 and local', [acl, entry.authority, entry.role, entry.allowed]);
  await propagate(sql, acl);
}

/** After a move: `node` (with its old list) now stands under `newParent`; null is the trashcan, where nothing is inherited. */
export async function reparent(sql: Sql, node: Held, newParent: string | null): Promise<void> {
  const before = await parentAcl(sql, node);
  const after = newParent === null ? undefined : (await sql.one<{ acl: number }>('select acl from node where id = $1', [newParent]))?.acl;
  if (before === node.acl) {
    const list = after ?? (await newList(sql, undefined, true));
    // Only what came along: those that hung on the list before are as they were, and may be thousands.
    for (const hung of await passOn(sql, node.id, node.acl, list)) await inheritAnew(sql, hung);
    return;
  }
  await sql.rows('update acl set parent = $2 where id = $1', [node.acl, after ?? null]);
  await inheritAnew(sql, node.acl);
}

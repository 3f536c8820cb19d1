import { randomUUID } from 'node:crypto';
import { mimeTypeOf } from '../content/mimetypes.js';
import { AcsError, badRequest, notFound } from '../http/errors.js';
import { assertIntegrity, wrongSource } from '../model/integrity.js';
import { rememberUsed } from '../model/used.js';
import { demand } from '../permissions/check.js';
import { applyPermissions, type PermissionsBody } from '../permissions/change.js';
import { onBorn, preparedBirth } from '../records/birth.js';
import type { Session } from '../repository.js';
import { completeAspects, defaultsOf, propertyChanges, withoutUnkept } from './draft.js';
import { holdsContent } from './kinds.js';
import { childNamed, findNode, requireByPath, segments } from './lookup.js';
import { columns, isUuid, nameKey, sortKey, type NodeRow } from './node.js';
import { touchFolder } from './touch.js';

export interface Content {
  readonly key: string | null;
  readonly mimeType: string;
  readonly size: number;
  readonly encoding: string;
}

export interface NewNode {
  readonly name: string;
  readonly type: string;
  readonly assocType?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly aspects?: readonly string[];
  readonly permissions?: PermissionsBody;
  readonly content?: Content;
  readonly autoRename?: boolean;
}

export const duplicate = (name: string): AcsError => new AcsError(409, `Duplicate child name not allowed: ${name}`);

const numbered = (name: string, count: number): string => {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? `${name.slice(0, dot)}-${count}${name.slice(dot)}` : `${name}-${count}`;
};

/** The name itself, or the first `name-1.ext` that is free. */
export async function freeName(session: Session, parent: string, name: string): Promise<string> {
  let candidate = name;
  for (let count = 1; (await childNamed(session, parent, candidate)) !== undefined; count += 1) candidate = numbered(name, count);
  return candidate;
}

export function knownAspects(session: Session, given: readonly unknown[]): string[] {
  return given.map((name) => {
    const aspect = session.dictionary.aspect(session.dictionary.qname(String(name)));
    if (aspect === undefined) throw badRequest(`Unknown aspect: ${String(name)}`);
    return aspect.name;
  });
}

/** Puts a node under a parent by a named association. @throws AcsError 409 when the name is taken, by whichever transaction */
export async function attach(session: Session, parent: string, child: string, assocType: string, name: string, primary = true): Promise<void> {
  const done = await session.sql.one(
    'insert into child (parent, child, assoc_type, name_key, sort_key, is_primary) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning child',
    [parent, child, assocType, nameKey(name), sortKey(name), primary],
  );
  if (done === undefined) throw duplicate(name);
  touchFolder(session, parent);
}

export const nodeExists = (session: Session) => async (reference: string): Promise<boolean> => isUuid(reference) && (await findNode(session, reference)) !== undefined;

/** Keeps a parent from being narrowed or deleted until the new child is in it. @throws AcsError 404 when it just went */
async function holdParent(session: Session, id: string): Promise<number> {
  const found = await session.sql.one<{ acl: number }>('select acl from node where id = $1 and not archived for share', [id]);
  if (found === undefined) throw notFound(id);
  return found.acl;
}

/** Creates one node with all that belongs to it. Permissions are checked, rules of the model too. */
export async function createNode(session: Session, parent: NodeRow, wish: NewNode): Promise<NodeRow> {
  const { dictionary, sql, caller } = session;
  await demand(sql, caller, parent, 'create');
  const spec = await preparedBirth(session, parent, wish);
  const assocType = spec.assocType ?? 'cm:contains';
  const source = dictionary.associations.get(assocType)?.source.cls;
  const changes = await propertyChanges(spec.properties ?? {}, dictionary, nodeExists(session));
  const aspects = completeAspects(spec.type, [...(spec.aspects ?? []), ...changes.aspects], dictionary);
  const properties = withoutUnkept(new Map([...defaultsOf([spec.type, ...aspects], dictionary), ...changes.set]));
  for (const name of changes.cleared) properties.delete(name);
  const wanted = changes.name ?? spec.name;
  const name = spec.autoRename === true ? await freeName(session, parent.id, wanted) : wanted;
  const id = randomUUID();
  const kept = Object.fromEntries(properties);
  if (source !== undefined && !dictionary.isA(parent.type, source)) throw wrongSource(parent, assocType, dictionary);
  assertIntegrity({ id, name, type: spec.type, aspects, properties: kept }, dictionary);
  const content = spec.content ?? (holdsContent(dictionary, spec.type) ? { key: null, mimeType: mimeTypeOf(name), size: 0, encoding: 'UTF-8' } : undefined);
  const owner = typeof kept['cm:owner'] === 'string' ? kept['cm:owner'] : caller.user;
  const acl = await holdParent(session, parent.id);
  const node = await sql.one<NodeRow>(
    `insert into node as n (id, type, name, parent, acl, aspects, properties, owner, creator, created, modifier, modified, content_key, mime_type, size, encoding)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now(), $9, now(), $10, $11, $12, $13) returning ${columns('n')}`,
    [id, spec.type, name, parent.id, acl, aspects, JSON.stringify(kept), owner, caller.user, content?.key ?? null, content?.mimeType ?? null, content?.size ?? null, content?.encoding ?? null],
  );
  if (node === undefined) throw new Error('no node was made');
  await attach(session, parent.id, id, assocType, name);
  await rememberUsed(session, [...properties.keys()]);
  onBorn(session, parent, node);
  if (spec.permissions === undefined) return node;
  await applyPermissions(session, node, spec.permissions);
  return (await findNode(session, id)) ?? node;
}

/** The folder at the end of a relative path; folders that are missing are made. */
export async function ensureFolders(session: Session, from: NodeRow, path: string | undefined): Promise<NodeRow> {
  let at = from;
  for (const segment of segments(path ?? '')) {
    const existing = await childNamed(session, at.id, segment);
    if (existing !== undefined) at = await requireByPath(session, at, segment);
    else at = await madeOrFound(session, at, segment);
  }
  return at;
}

/** Two requests may make the same folder at once: the second then takes the first one's. */
async function madeOrFound(session: Session, parent: NodeRow, name: string): Promise<NodeRow> {
  await session.sql.rows('savepoint folder');
  try {
    const made = await createNode(session, parent, { name, type: 'cm:folder' });
    await session.sql.rows('release savepoint folder');
    return made;
  } catch (error) {
    if (!(error instanceof AcsError) || error.status !== 409) throw error;
    await session.sql.rows('rollback to savepoint folder');
    return requireByPath(session, parent, name);
  }
}

import { mimeTypeName, OCTETS } from '../content/mimetypes.js';
import { lockOf, lockProperties } from '../locks/lock.js';
import { definitionOf } from '../model/render.js';
import { shown } from '../model/values.js';
import { isEmptied } from '../records/ghost.js';
import { rightsReader } from '../permissions/render.js';
import type { Session } from '../repository.js';
import { holdsContent, isFile, isFolder, isLink } from './kinds.js';
import { isUuid, type NodeRow } from './node.js';
import { pathAbove } from './path.js';
import { shownProperties, userRef } from './properties.js';

export interface Association {
  readonly assocType: string;
  readonly isPrimary?: boolean;
}

export interface RenderOptions {
  readonly include: ReadonlySet<string>;
  /** Single nodes show aspects and properties unasked, rows of a listing do not. */
  readonly full: boolean;
}

export type Rendered = Record<string, unknown>;

type ContentRow = Pick<NodeRow, 'mimeType' | 'size' | 'encoding'>;

export const contentInfo = (row: ContentRow) => ({
  mimeType: row.mimeType ?? OCTETS, mimeTypeName: mimeTypeName(row.mimeType ?? OCTETS), sizeInBytes: row.size ?? 0, encoding: row.encoding ?? 'UTF-8',
});

async function favorites(session: Session, rows: readonly NodeRow[]): Promise<ReadonlySet<string>> {
  const found = await session.sql.rows<{ node: string }>('select node from favorite where person = $1 and node = any ($2)', [session.caller.user, rows.map((row) => row.id)]);
  return new Set(found.map((row) => row.node));
}

async function primaryAssociation(session: Session, id: string): Promise<Association | undefined> {
  const found = await session.sql.one<{ assocType: string }>('select assoc_type as "assocType" from child where child = $1 and is_primary', [id]);
  return found === undefined ? undefined : { isPrimary: true, assocType: found.assocType };
}

/** References to nodes that are gone are not shown. */
async function withoutDangling(session: Session, kept: NodeRow['properties']): Promise<NodeRow['properties']> {
  const references = Object.entries(kept).filter(([name, value]) => session.dictionary.properties.get(name)?.dataType === 'd:noderef' && typeof value === 'string' && isUuid(value));
  if (references.length === 0) return kept;
  const there = new Set((await session.sql.rows<{ id: string }>('select id from node where id = any ($1) and not archived', [references.map(([, value]) => value)])).map((row) => row.id));
  return Object.fromEntries(Object.entries(kept).filter(([name, value]) => !references.some(([reference]) => reference === name) || there.has(String(value))));
}

/** Renders several nodes with one look at what they share: names, paths, access lists. */
export function renderer(session: Session, options: RenderOptions, rights = rightsReader(session)) {
  const { include } = options;
  const { dictionary } = session;
  const paths = new Map<string | null, Promise<object>>();
  const path = (parent: string | null) => {
    if (!paths.has(parent)) paths.set(parent, pathAbove(session, parent));
    return paths.get(parent);
  };

  return async function render(node: NodeRow, extra: { association?: Association; favorite?: boolean } = {}): Promise<Rendered> {
    const names = await session.repository.authorities.displayNames();
    const passing = session.repository.locks.get(node.id);
    const aspects = passing !== undefined && !node.aspects.includes('cm:lockable') ? [...node.aspects, 'cm:lockable'] : node.aspects;
    const kept = passing === undefined ? node.properties : { ...node.properties, ...lockProperties(passing) };
    const folder = isFolder(dictionary, node.type);
    const entry: Rendered = {
      ...(options.full || include.has('aspectNames') ? { aspectNames: aspects } : {}),
      createdAt: shown(node.created.toISOString()),
      isFolder: folder,
      isFile: isFile(dictionary, node.type),
      createdByUser: userRef(names, node.creator),
      modifiedAt: shown(node.modified.toISOString()),
      modifiedByUser: userRef(names, node.modifier),
      name: node.name,
      id: node.id,
      nodeType: node.type,
      ...(holdsContent(dictionary, node.type) && !isEmptied(node) ? { content: contentInfo(node) } : {}),
      ...(node.parent === null ? {} : { parentId: node.parent }),
    };
    if ((options.full || include.has('properties')) && Object.keys(kept).length > 0) entry['properties'] = shownProperties(await withoutDangling(session, kept), dictionary, names);
    if (node.archivedFrom !== null && node.archivedAt !== null) {
      entry['archivedAt'] = shown(node.archivedAt.toISOString());
      entry['archivedByUser'] = userRef(names, node.archivedBy ?? '');
    }
    if (include.has('path')) entry['path'] = await path(node.archived ? node.archivedFrom : node.parent);
    if (include.has('allowableOperations')) entry['allowableOperations'] = await rights.allowableOperations(node, folder);
    if (include.has('permissions')) entry['permissions'] = await rights.permissions(node);
    if (include.has('isLocked')) entry['isLocked'] = lockOf(session, node) !== undefined;
    if (include.has('isLink')) entry['isLink'] = isLink(dictionary, node.type);
    if (include.has('isFavorite')) entry['isFavorite'] = extra.favorite ?? (await favorites(session, [node])).has(node.id);
    if (include.has('definition')) entry['definition'] = definitionOf(dictionary, node.type, aspects);
    const association = extra.association ?? (include.has('association') ? await primaryAssociation(session, node.id) : undefined);
    if (association !== undefined) entry['association'] = association;
    return entry;
  };
}

/** Renders a listing in its order. */
export async function renderAll(session: Session, rows: readonly NodeRow[], options: RenderOptions, association?: (row: NodeRow) => Association | undefined): Promise<Rendered[]> {
  const rights = rightsReader(session);
  if (options.include.has('permissions') || options.include.has('allowableOperations')) await rights.prepare(rows);
  const render = renderer(session, options, rights);
  const marked = options.include.has('isFavorite') ? await favorites(session, rows) : new Set<string>();
  const found: Rendered[] = [];
  for (const row of rows) {
    const link = association?.(row);
    found.push(await render(row, { favorite: marked.has(row.id), ...(link === undefined ? {} : { association: link }) }));
  }
  return found;
}

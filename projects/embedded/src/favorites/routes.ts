import { openBody } from '../http/body.js';
import { badRequest, notFound, relationNotFound } from '../http/errors.js';
import type { Exchange } from '../http/exchange.js';
import { paged } from '../http/paging.js';
import { parseWhere } from '../http/where.js';
import type { Routes } from '../http/routes.js';
import { shown } from '../model/values.js';
import { isFile, isFolder } from '../nodes/kinds.js';
import { findNode, requireNode } from '../nodes/lookup.js';
import { columns, isUuid, type NodeRow } from '../nodes/node.js';
import { pathAbove } from '../nodes/path.js';
import { shownProperties, userRef } from '../nodes/properties.js';
import { contentInfo } from '../nodes/render.js';
import { requirePerson } from '../people/routes.js';
import { readable } from '../permissions/check.js';
import type { Session } from '../repository.js';
import { shownSite } from '../sites/site.js';

type Marked = NodeRow & { readonly marked: Date };

const favoriteBody = openBody('org.alfresco.rest.api.model.Favourite', ['target', 'targetGuid', 'createdAt']);

/** Favorites are nobody else's business, an administrator's neither. */
async function requireOwn(exchange: Exchange): Promise<string> {
  const person = await requirePerson(exchange.session, exchange.param('personId'));
  if (person.id !== exchange.session.caller.user) throw notFound(exchange.param('personId'));
  return person.id;
}

async function shownFavorite(session: Session, node: NodeRow, marked: Date, include: ReadonlySet<string>): Promise<object> {
  if (isSite(session, node)) return { targetGuid: node.id, createdAt: shown(marked.toISOString()), target: { site: shownSite(node, session.caller.authorities) } };
  const names = await session.repository.authorities.displayNames();
  const file = isFile(session.dictionary, node.type);
  const label = node.properties['cm:versionLabel'];
  const target = {
    name: node.name, createdAt: shown(node.created.toISOString()), modifiedAt: shown(node.modified.toISOString()), createdByUser: userRef(names, node.creator), modifiedByUser: userRef(names, node.modifier),
    ...(label === undefined ? {} : { versionLabel: label }), isFolder: !file, isFile: file, guid: node.id, createdBy: node.creator, modifiedBy: node.modifier,
    ...(file ? { mimeType: contentInfo(node).mimeType, sizeInBytes: node.size ?? 0, content: contentInfo(node) } : {}),
    ...(include.has('path') ? { path: await pathAbove(session, node.parent) } : {}),
    parentId: node.parent ?? undefined, id: node.id,
  };
  const properties = include.has('properties') ? { properties: shownProperties(node.properties, session.dictionary, names) } : {};
  return { targetGuid: node.id, createdAt: shown(marked.toISOString()), ...properties, target: { [file ? 'file' : 'folder']: target } };
}

const isSite = (session: Session, node: NodeRow): boolean => session.dictionary.isA(node.type, 'st:site');

type Kind = 'file' | 'folder' | 'site';
const kinds: readonly Kind[] = ['file', 'folder', 'site'];
const kindOf = (session: Session, node: NodeRow): Kind => (isSite(session, node) ? 'site' : isFile(session.dictionary, node.type) ? 'file' : 'folder');

/** Files, then folders, as they were marked; then sites by title. */
async function listOf(exchange: Exchange, person: string): Promise<Marked[]> {
  const { session } = exchange;
  const values: unknown[] = [person];
  const rows = await session.sql.rows<Marked>(`select ${columns('n')}, f.created as marked from favorite f join node n on n.id = f.node where f.person = $1 and not n.archived and ${readable(session.caller, 'n', values)} order by f.created`, values);
  const title = (row: Marked): string => (isSite(session, row) ? String(row.properties['cm:title'] ?? '').toLowerCase() : '');
  const rank = (row: Marked): number => kinds.indexOf(kindOf(session, row));
  return rows.sort((one, other) => rank(one) - rank(other) || title(one).localeCompare(title(other), 'en'));
}

/** Marks of documents, folders and sites. */
export function favoriteRoutes(route: Routes): void {
  route('GET', 'people/:personId/favorites', async (exchange) => {
    const person = await requireOwn(exchange);
    const wanted = (parseWhere(exchange.query('where'))?.comparisons ?? []).map((one) => one.field.replace(/^target\//, ''));
    const rows = (await listOf(exchange, person)).filter((row) => wanted.length === 0 || wanted.includes(kindOf(exchange.session, row)));
    return paged(await Promise.all(rows.map((row) => shownFavorite(exchange.session, row, row.marked, exchange.include))), exchange.page);
  });

  route('GET', 'people/:personId/favorites/:nodeId', async (exchange) => {
    const person = await requireOwn(exchange);
    const id = exchange.param('nodeId');
    if (!isUuid(id) || (await findNode(exchange.session, id)) === undefined) throw notFound(id);
    const found = (await listOf(exchange, person)).find((row) => row.id === id);
    if (found === undefined) throw relationNotFound(person, id);
    return shownFavorite(exchange.session, found, found.marked, exchange.include);
  });

  route('POST', 'people/:personId/favorites', async (exchange) => {
    const person = await requireOwn(exchange);
    const target = (await exchange.body(favoriteBody))['target'] as Record<string, { guid?: string }> | undefined;
    const [kind, given] = Object.entries(target ?? {})[0] ?? [];
    if (kind === undefined || given?.guid === undefined) throw badRequest('target is expected');
    const id = given.guid;
    return exchange.write(async (session) => {
      const node = await requireNode(session, id);
      const fits = kind === 'folder' ? isFolder(session.dictionary, node.type) : kind === kindOf(session, node);
      if (!fits) throw relationNotFound(person, id);
      const marked = await session.sql.one<{ created: Date }>('insert into favorite (person, node) values ($1, $2) on conflict (person, node) do update set created = favorite.created returning created', [person, node.id]);
      return shownFavorite(session, node, marked?.created ?? new Date(), exchange.include);
    });
  });

  route('GET', 'people/:personId/favorite-sites', async (exchange) => {
    const rows = await listOf(exchange, await requireOwn(exchange));
    return paged(rows.filter((row) => isSite(exchange.session, row)).map((row) => shownSite(row, exchange.session.caller.authorities)), exchange.page);
  });

  route('DELETE', 'people/:personId/favorites/:nodeId', async (exchange) => {
    const person = await requireOwn(exchange);
    const id = exchange.param('nodeId');
    const done = isUuid(id) ? await exchange.write((session) => session.sql.one('delete from favorite where person = $1 and node = $2 returning 1', [person, id])) : undefined;
    if (done === undefined) throw relationNotFound(person, id);
  });
}

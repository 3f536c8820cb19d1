import { onlyFields, parseWhere } from '../http/where.js';
import { listed } from '../http/paging.js';
import type { Routes } from '../http/routes.js';
import { listChildren } from './children.js';
import { requireByPath, requireNode } from './lookup.js';
import { renderAll, renderer } from './render.js';
import { columns, type NodeRow } from './node.js';
import { readable } from '../permissions/check.js';

type Linked = NodeRow & { readonly assocType: string; readonly primary: boolean };

export function nodeReadRoutes(route: Routes): void {
  route('GET', 'nodes/:nodeId', async ({ session, param, query, include }) => {
    const from = await requireNode(session, param('nodeId'));
    const path = query('relativePath');
    const node = path === undefined ? from : await requireByPath(session, from, path);
    return renderer(session, { include, full: true })(node);
  });

  route('GET', 'nodes/:nodeId/children', async ({ session, param, query, include, page, flag }) => {
    const where = onlyFields(parseWhere(query('where')), ['isFolder', 'isFile', 'nodeType', 'isPrimary', 'assocType']);
    const from = await requireNode(session, param('nodeId'));
    const path = query('relativePath');
    const parent = path === undefined ? from : await requireByPath(session, from, path);
    const { rows, total } = await listChildren(session, parent, { where, orderBy: query('orderBy'), page });
    const links = new Map(rows.map((row) => [row.id, { isPrimary: true, assocType: row.assocType }]));
    const entries = await renderAll(session, rows, { include, full: false }, (row) => (include.has('association') ? links.get(row.id) : undefined));
    const source = flag('includeSource') ? await renderer(session, { include: new Set<string>(), full: true })(parent) : undefined;
    return listed(entries, page, total, undefined, source);
  });

  route('GET', 'nodes/:nodeId/parents', async ({ session, param, query, include, page }) => {
    const where = onlyFields(parseWhere(query('where')), ['isPrimary', 'assocType']);
    const node = await requireNode(session, param('nodeId'));
    const values: unknown[] = [node.id];
    const rows = await session.sql.rows<Linked>(`select ${columns('n')}, c.assoc_type as "assocType", c.is_primary as primary from child c join node n on n.id = c.parent where c.child = $1 and ${readable(session.caller, 'n', values)} order by c.is_primary`, values);
    const wanted = rows.filter((row) => (where.get('isPrimary')?.[0] ?? String(row.primary)) === String(row.primary) && (where.get('assocType')?.[0] ?? row.assocType) === row.assocType);
    const links = new Map(wanted.map((row) => [row.id, { isPrimary: row.primary, assocType: row.assocType }]));
    const entries = await renderAll(session, wanted.slice(page.skip, page.skip + page.max), { include, full: false }, (row) => links.get(row.id));
    return listed(entries, page, wanted.length);
  });
}

import type { Readable } from 'node:stream';
import { oneOf, openBody, readAll } from '../http/body.js';
import { AcsError, denied, notFound } from '../http/errors.js';
import { listed } from '../http/paging.js';
import type { Routes } from '../http/routes.js';
import { sendContent } from '../content/send.js';
import { attach } from '../nodes/create.js';
import { childNamed, findNode, requireNode } from '../nodes/lookup.js';
import { columns, type NodeRow } from '../nodes/node.js';
import { purge } from '../nodes/remove.js';
import { renderAll, renderer } from '../nodes/render.js';
import { reparent } from '../permissions/acl.js';
import { demand, may } from '../permissions/check.js';
import type { Session } from '../repository.js';

const restoreBody = openBody('org.alfresco.rest.api.model.NodeTargetAssoc', ['targetParentId', 'assocType']);

async function requireArchived(session: Session, id: string): Promise<NodeRow> {
  const node = await findNode(session, id, true);
  if (node === undefined) throw notFound(id);
  const { caller } = session;
  if (!caller.admin && node.archivedBy !== caller.user && !(await may(session.sql, caller, node, 'read'))) throw denied();
  return node;
}

const BELOW = 'with recursive below (id) as (select $1::uuid union all select n.id from node n join below b on n.parent = b.id)';

/** Puts a node back where it was, or elsewhere; its owner is again who it was. */
async function restore(session: Session, node: NodeRow, body: Record<string, unknown>): Promise<NodeRow> {
  const { sql, caller } = session;
  const elsewhere = body['targetParentId'];
  const parent = typeof elsewhere === 'string' ? await requireNode(session, elsewhere) : await findNode(session, node.archivedFrom ?? '');
  if (parent === undefined) throw new AcsError(404, "The entity with id: null was not found");
  await demand(sql, caller, parent, 'create');
  if ((await childNamed(session, parent.id, node.name)) !== undefined) throw new AcsError(409, 'Name already exists in target');
  await reparent(sql, node, parent.id);
  const assocType = typeof body['assocType'] === 'string' ? session.dictionary.qname(body['assocType']) : (node.archivedAssoc ?? 'cm:contains');
  await attach(session, parent.id, node.id, assocType, node.name);
  await sql.rows(`${BELOW} update node set archived = false, archived_at = null, archived_by = null where id in (select id from below)`, [node.id]);
  await sql.rows(
    `update node set parent = $2, archived_from = null, archived_assoc = null, archived_owner = null, owner = coalesce(archived_owner, creator),
       aspects = case when archived_owner is null then array_remove(aspects, 'cm:ownable') else aspects end,
       properties = case when archived_owner is null then properties - 'cm:owner' else properties || jsonb_build_object('cm:owner', archived_owner) end where id = $1`,
    [node.id, parent.id],
  );
  return (await findNode(session, node.id)) ?? node;
}

export function trashcanRoutes(route: Routes): void {
  route('GET', 'deleted-nodes', async ({ session, include, page }) => {
    const { caller } = session;
    const condition = caller.admin ? '$1::text is not null' : 'n.archived_by = $1';
    const rows = await session.sql.rows<NodeRow & { total: number }>(`select ${columns('n')}, count(*) over () as total from node n where n.archived and n.archived_from is not null and ${condition} order by n.archived_at desc limit $2 offset $3`, [caller.user, page.max, page.skip]);
    return listed(await renderAll(session, rows, { include, full: false }), page, rows[0]?.total ?? 0);
  });

  route('GET', 'deleted-nodes/:nodeId', async ({ session, param, include }) => {
    const entry = await renderer(session, { include, full: true })(await requireArchived(session, param('nodeId')));
    delete entry['parentId'];
    return entry;
  });

  route('GET', 'deleted-nodes/:nodeId/content', async (exchange) => {
    const node = await requireArchived(exchange.session, exchange.param('nodeId'));
    return sendContent(exchange.repository, exchange.request, exchange.reply, node, exchange.query('attachment') !== 'false');
  });

  route('POST', 'deleted-nodes/:nodeId/restore', async (exchange) => {
    const text = (await readAll(exchange.request.body as Readable | undefined)).toString('utf8');
    const body = text.trim() === '' ? {} : oneOf(text, restoreBody);
    return exchange.write(async (session) => {
      const node = await requireArchived(session, exchange.param('nodeId'));
      if (!session.caller.admin && node.archivedBy !== session.caller.user) throw denied();
      return renderer(session, { include: exchange.include, full: true })(await restore(session, node, body));
    });
  }, 200);

  route('DELETE', 'deleted-nodes/:nodeId', (exchange) =>
    exchange.write(async (session) => {
      const node = await requireArchived(session, exchange.param('nodeId'));
      if (!session.caller.admin && node.archivedBy !== session.caller.user) throw denied();
      await purge(session, node.id);
    }));
}

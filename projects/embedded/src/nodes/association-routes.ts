import { openBody } from '../http/body.js';
import { badRequest, notFound } from '../http/errors.js';
import { listed } from '../http/paging.js';
import type { Exchange } from '../http/exchange.js';
import { onlyFields, parseWhere } from '../http/where.js';
import type { Routes } from '../http/routes.js';
import { assertUnlocked } from '../locks/lock.js';
import { demand, readable } from '../permissions/check.js';
import { addSecondaryChild, addTarget } from './associations.js';
import { requireNode } from './lookup.js';
import { columns, isUuid, type NodeRow } from './node.js';
import { renderAll, type Association } from './render.js';

type Linked = NodeRow & { readonly linkType: string };

const targetBody = openBody('org.alfresco.rest.api.model.AssocTarget', ['targetId', 'assocType']);
const childBody = openBody('org.alfresco.rest.api.model.AssocChild', ['childId', 'assocType']);
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A page of what a node is linked with. `from` is SQL that names the linked row `n` and the link's type `l.type`. */
async function linked(exchange: Exchange, from: string, order: string, association: (type: string) => Association): Promise<object> {
  const { session, include, page } = exchange;
  const asked = onlyFields(parseWhere(exchange.query('where')), ['assocType', 'isPrimary']).get('assocType')?.[0];
  const node = await requireNode(session, exchange.param('nodeId'));
  const values: unknown[] = [node.id];
  const conditions = [readable(session.caller, 'n', values)];
  if (asked !== undefined) conditions.push(`l.type = $${values.push(session.dictionary.qname(asked))}`);
  const rows = await session.sql.rows<Linked>(`select ${columns('n')}, l.type as "linkType" from ${from} and ${conditions.join(' and ')} order by ${order}`, values);
  const shown = rows.slice(page.skip, page.skip + page.max);
  const entries = await renderAll(session, shown, { include, full: false });
  return listed(entries.map((entry, at) => ({ ...entry, association: association(shown[at]?.linkType ?? '') })), page, rows.length);
}

export function associationRoutes(route: Routes): void {
  const peer = (assocType: string): Association => ({ assocType });
  route('GET', 'nodes/:nodeId/targets', (exchange) => linked(exchange, 'peer l join node n on n.id = l.target where l.source = $1', 'l.seq', peer));
  route('GET', 'nodes/:nodeId/sources', (exchange) => linked(exchange, 'peer l join node n on n.id = l.source where l.target = $1', 'l.type, l.seq', peer));
  route('GET', 'nodes/:nodeId/secondary-children', (exchange) =>
    linked(exchange, '(select parent, child, assoc_type as type, sort_key from child where not is_primary) l join node n on n.id = l.child where l.parent = $1', 'l.sort_key', (assocType) => ({ isPrimary: false, assocType })));

  for (const [path, cls, other, add] of [['targets', targetBody, 'targetId', addTarget], ['secondary-children', childBody, 'childId', addSecondaryChild]] as const) {
    route('POST', `nodes/:nodeId/${path}`, async (exchange) => {
      const { items, list } = await exchange.bodies(cls);
      return exchange.write(async (session) => {
        const node = await requireNode(session, exchange.param('nodeId'));
        await demand(session.sql, session.caller, node, path === 'targets' ? 'update' : 'create');
        assertUnlocked(session, node);
        const made = [];
        for (const body of items) made.push(await add(session, node, text(body[other]), text(body['assocType'])));
        return list && made.length !== 1 ? listed(made, { skip: 0, max: made.length }, made.length) : made[0];
      });
    });

    route('DELETE', `nodes/:nodeId/${path}/:otherId`, (exchange) =>
      exchange.write(async (session) => {
        const node = await requireNode(session, exchange.param('nodeId'));
        await demand(session.sql, session.caller, node, path === 'targets' ? 'update' : 'delete');
        const [otherId, asked] = [exchange.param('otherId'), exchange.query('assocType')];
        const type = asked === undefined ? undefined : session.dictionary.qname(asked);
        if (type !== undefined && !session.dictionary.associations.has(type)) throw badRequest(`Unknown assocType: ${asked ?? ''}`);
        const statement = path === 'targets' ? 'delete from peer where source = $1 and target = $2 and ($3::text is null or type = $3) returning 1' : 'delete from child where parent = $1 and child = $2 and not is_primary and ($3::text is null or assoc_type = $3) returning 1';
        const done = isUuid(otherId) ? await session.sql.one(statement, [node.id, otherId, type ?? null]) : undefined;
        if (done === undefined) throw notFound(`${node.id},${asked ?? 'null'},${otherId}`);
      }));
  }
}

import type { Readable } from 'node:stream';
import { manyOf, oneOf, openBody, readAll } from '../http/body.js';
import { denied } from '../http/errors.js';
import type { Exchange } from '../http/exchange.js';
import { listed, paged } from '../http/paging.js';
import type { Routes } from '../http/routes.js';
import { parseWhere } from '../http/where.js';
import { assertUnlocked } from '../locks/lock.js';
import { requireNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import { demand } from '../permissions/check.js';
import { assertEditable } from '../records/guard.js';
import type { Session } from '../repository.js';
import { allTags, requireTag, shownTag, tagName, tagNamed } from './tag.js';

const tagBody = openBody('org.alfresco.rest.api.model.Tag', ['tag', 'id', 'count']);
const textOf = async ({ request }: Exchange): Promise<string> => (await readAll(request.body as Readable | undefined)).toString('utf8');

const tagsOf = (node: NodeRow): readonly string[] => (Array.isArray(node.properties['cm:taggable']) ? (node.properties['cm:taggable'] as string[]) : []);

async function setTags(session: Session, node: NodeRow, ids: readonly string[]): Promise<void> {
  await session.sql.rows(
    `update node set aspects = case when aspects @> array['cm:taggable'] then aspects else aspects || 'cm:taggable'::text end, properties = properties || $2, modifier = $3, modified = now() where id = $1`,
    [node.id, JSON.stringify({ 'cm:taggable': ids }), session.caller.user]);
}

async function taggable(session: Session, id: string): Promise<NodeRow> {
  const node = await requireNode(session, id, 'read');
  await demand(session.sql, session.caller, node, 'update');
  assertUnlocked(session, node);
  await assertEditable(session, node, { properties: { 'cm:taggable': [] } });
  return node;
}

/** Tags of nodes. */
function nodeTagRoutes(route: Routes): void {
  route('GET', 'nodes/:nodeId/tags', async ({ session, param, page }) => {
    const ids = tagsOf(await requireNode(session, param('nodeId'), 'read'));
    return paged((await allTags(session)).filter((one) => ids.includes(one.id)).map((one) => shownTag(one, false)), page);
  });

  route('POST', 'nodes/:nodeId/tags', async (exchange) => {
    const { items, list } = manyOf(await textOf(exchange), tagBody);
    const names = items.map((one) => tagName(one['tag']));
    return exchange.write(async (session) => {
      const node = await taggable(session, exchange.param('nodeId'));
      const tags: NodeRow[] = [];
      for (const name of names) tags.push(await tagNamed(session, name));
      const before = tagsOf(node);
      const after = [...new Set([...before, ...tags.map((one) => one.id)])];
      if (after.length > before.length) await setTags(session, node, after);
      const shown = tags.map((one) => shownTag(one, false));
      return list && shown.length !== 1 ? listed(shown, { skip: 0, max: shown.length }, shown.length) : shown[0];
    });
  });

  route('DELETE', 'nodes/:nodeId/tags/:tagId', (exchange) => exchange.write(async (session) => {
    const node = await taggable(session, exchange.param('nodeId'));
    const { id } = await requireTag(session, exchange.param('tagId'));
    if (tagsOf(node).includes(id)) await setTags(session, node, tagsOf(node).filter((one) => one !== id));
  }));
}

/** Tags as such. How often one is used is the index's knowledge: 0 here, as on a repository without one. */
export function tagRoutes(route: Routes): void {
  nodeTagRoutes(route);
  const managing = (session: Session): Session => {
    if (!session.caller.admin) throw denied();
    return session;
  };

  route('GET', 'tags', async ({ session, query, include, page }) => {
    const comparisons = parseWhere(query('where'))?.comparisons ?? [];
    const found = (await allTags(session)).filter((one) => comparisons.every(({ operator, values }) => operator !== 'matches' && values.includes(one.name)));
    return paged(found.map((one) => shownTag(one, include.has('count'))), page);
  });

  route('POST', 'tags', async (exchange) => {
    const name = tagName(oneOf(await textOf(exchange), tagBody)['tag']);
    return shownTag(await exchange.write((session) => tagNamed(managing(session), name)), false);
  });

  route('GET', 'tags/:tagId', async ({ session, param, include }) => shownTag(await requireTag(session, param('tagId')), include.has('count')));

  route('PUT', 'tags/:tagId', async (exchange) => {
    const name = tagName(oneOf(await textOf(exchange), tagBody)['tag']);
    return exchange.write(async (session) => {
      const tag = await requireTag(managing(session), exchange.param('tagId'));
      await session.sql.rows('update node set name = $2, modifier = $3, modified = now() where id = $1', [tag.id, name, session.caller.user]);
      return shownTag({ ...tag, name }, false);
    });
  });

  route('DELETE', 'tags/:tagId', (exchange) => exchange.write(async (session) => {
    const tag = await requireTag(managing(session), exchange.param('tagId'));
    await session.sql.rows(`update node set properties = jsonb_set(properties, '{cm:taggable}', (properties -> 'cm:taggable') - $1::text) where properties -> 'cm:taggable' ? $1::text`, [tag.id]);
    await session.sql.rows('delete from node where id = $1', [tag.id]);
  }));
}

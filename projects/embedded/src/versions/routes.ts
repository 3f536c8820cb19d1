import { openBody } from '../http/body.js';
import { listed } from '../http/paging.js';
import { plain } from '../http/errors.js';
import type { Routes } from '../http/routes.js';
import { sendContent } from '../content/send.js';
import { assertUnlocked } from '../locks/lock.js';
import { shown } from '../model/values.js';
import { holdsContent, isFile, isFolder } from '../nodes/kinds.js';
import { requireNode } from '../nodes/lookup.js';
import { columns, type NodeRow } from '../nodes/node.js';
import { shownProperties, userRef } from '../nodes/properties.js';
import { contentInfo } from '../nodes/render.js';
import { rename } from '../nodes/update.js';
import { demand } from '../permissions/check.js';
import { assertNotGhost } from '../records/ghost.js';
import { assertContentOpen, assertVersionDeletable } from '../records/guard.js';
import type { Session } from '../repository.js';
import { recordVersion } from './record.js';

interface VersionRow extends Pick<NodeRow, 'type' | 'name' | 'aspects' | 'properties' | 'modifier' | 'modified' | 'contentKey' | 'mimeType' | 'size' | 'encoding'> {
  readonly label: string;
  readonly comment: string | null;
}

const SELECT = 'select label, comment, type, name, aspects, properties, modifier, modified, content_key as "contentKey", mime_type as "mimeType", size, encoding from version';

async function requireVersion(session: Session, node: string, label: string): Promise<VersionRow> {
  const found = await session.sql.one<VersionRow>(`${SELECT} where node = $1 and label = $2`, [node, label]);
  if (found === undefined) throw plain(404, `The version with label ${label} does not exist in the version store.`, false);
  return found;
}

async function shownVersion(session: Session, row: VersionRow, include: ReadonlySet<string>, full: boolean): Promise<Record<string, unknown>> {
  const { dictionary } = session;
  const names = await session.repository.authorities.displayNames();
  return {
    ...(full || include.has('aspectNames') ? { aspectNames: row.aspects } : {}),
    isFolder: isFolder(dictionary, row.type), isFile: isFile(dictionary, row.type),
    modifiedAt: shown(row.modified.toISOString()), modifiedByUser: userRef(names, row.modifier),
    name: row.name, ...(row.comment === null || row.comment === '' ? {} : { versionComment: row.comment }),
    id: row.label, nodeType: row.type,
    ...(full || include.has('properties') ? { properties: shownProperties(row.properties, dictionary, names) } : {}),
    ...(holdsContent(dictionary, row.type) ? { content: contentInfo(row) } : {}),
  };
}

/** Gives the node the state of an earlier version, as a new version. */
async function revert(session: Session, node: NodeRow, to: VersionRow, kind: { major: boolean; comment?: string | undefined }): Promise<void> {
  if (to.name !== node.name) await rename(session, node, to.name);
  const changed = await session.sql.one<NodeRow>(
    `update node n set properties = $2, aspects = $3, content_key = $4, mime_type = $5, size = $6, encoding = $7, modifier = $8, modified = now() where id = $1 returning ${columns('n')}`,
    [node.id, JSON.stringify(to.properties), to.aspects, to.contentKey, to.mimeType, to.size, to.encoding, session.caller.user],
  );
  await recordVersion(session, changed ?? node, kind);
}

const revertBody = openBody('org.alfresco.rest.api.model.VersionOptions', ['majorVersion', 'comment']);

export function versionRoutes(route: Routes): void {
  route('GET', 'nodes/:nodeId/versions', async ({ session, param, include, page }) => {
    const node = await requireNode(session, param('nodeId'));
    const rows = await session.sql.rows<VersionRow & { total: number }>(`${SELECT.replace(' from version', ', count(*) over () as total from version')} where node = $1 order by seq desc limit $2 offset $3`, [node.id, page.max, page.skip]);
    return listed(await Promise.all(rows.map((row) => shownVersion(session, row, include, false))), page, rows[0]?.total ?? 0);
  });

  route('GET', 'nodes/:nodeId/versions/:label', async ({ session, param, include }) =>
    shownVersion(session, await requireVersion(session, (await requireNode(session, param('nodeId'))).id, param('label')), include, true));

  route('GET', 'nodes/:nodeId/versions/:label/content', async (exchange) => {
    const node = await requireNode(exchange.session, exchange.param('nodeId'));
    const version = await requireVersion(exchange.session, node.id, exchange.param('label'));
    assertNotGhost({ ...node, contentKey: version.contentKey });
    return sendContent(exchange.repository, exchange.request, exchange.reply, version, exchange.query('attachment') !== 'false');
  });

  route('POST', 'nodes/:nodeId/versions/:label/revert', async (exchange) => {
    const body = await exchange.body(revertBody);
    return exchange.write(async (session) => {
      const node = await requireNode(session, exchange.param('nodeId'));
      const version = await requireVersion(session, node.id, exchange.param('label'));
      await demand(session.sql, session.caller, node, 'update');
      assertUnlocked(session, node);
      assertContentOpen(node);
      await revert(session, node, version, { major: body['majorVersion'] === true, comment: typeof body['comment'] === 'string' ? body['comment'] : undefined });
      const made = await session.sql.one<VersionRow>(`${SELECT} where node = $1 order by seq desc limit 1`, [node.id]);
      return made === undefined ? undefined : shownVersion(session, made, exchange.include, true);
    });
  }, 200);

  route('DELETE', 'nodes/:nodeId/versions/:label', (exchange) =>
    exchange.write(async (session) => {
      const node = await requireNode(session, exchange.param('nodeId'));
      const version = await requireVersion(session, node.id, exchange.param('label'));
      await demand(session.sql, session.caller, node, 'delete');
      await assertVersionDeletable(session, node);
      await session.sql.rows('delete from version where node = $1 and label = $2', [node.id, version.label]);
      const { files, database } = session.repository;
      const key = version.contentKey;
      if (key !== null) session.after(() => files.discard(database, [key]));
    }));
}

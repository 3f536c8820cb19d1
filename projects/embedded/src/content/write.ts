import { columns, type NodeRow } from '../nodes/node.js';
import type { Content } from '../nodes/create.js';
import type { Session } from '../repository.js';
import { recordVersion } from '../versions/record.js';

/** Gives a file new bytes. A versionable one gets a new version; `version` undefined leaves an unversioned file unversioned. */
export async function setContent(session: Session, node: NodeRow, content: Content, version: { major: boolean; comment?: string | undefined } | undefined): Promise<NodeRow> {
  const changed = await session.sql.one<NodeRow>(
    `update node n set content_key = $2, mime_type = $3, size = $4, encoding = $5, modifier = $6, modified = now() where id = $1 returning ${columns('n')}`,
    [node.id, content.key, content.mimeType, content.size, content.encoding, session.caller.user],
  );
  if (node.contentKey !== null && !node.aspects.includes('cm:versionable')) {
    const { files, database } = session.repository;
    const old = node.contentKey;
    session.after(() => files.discard(database, [old]));
  }
  if (changed === undefined) throw new Error('the node is gone');
  const versioned = changed.aspects.includes('cm:versionable');
  if (version === undefined && !versioned) return changed;
  return recordVersion(session, changed, version ?? { major: false });
}

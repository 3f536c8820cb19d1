import { completeAspects } from '../nodes/draft.js';
import { columns, type NodeRow } from '../nodes/node.js';
import type { Session } from '../repository.js';

/** The label after `last`: 1.0 at first, then 1.1 or 2.0. */
export function nextLabel(last: string | undefined, major: boolean): string {
  if (last === undefined) return major ? '1.0' : '0.1';
  const [whole, part] = last.split('.').map(Number);
  return major ? `${(whole ?? 0) + 1}.0` : `${whole ?? 0}.${(part ?? 0) + 1}`;
}

/** Makes the node's present state a version; the node becomes versionable. */
export async function recordVersion(session: Session, node: NodeRow, kind: { major: boolean; comment?: string | undefined }): Promise<NodeRow> {
  const { sql } = session;
  const last = node.aspects.includes('cm:versionable') ? await sql.one<{ label: string }>('select label from version where node = $1 order by seq desc limit 1', [node.id]) : undefined;
  const label = nextLabel(last?.label, kind.major);
  const aspects = completeAspects(node.type, [...node.aspects, 'cm:versionable'], session.dictionary);
  const properties = { ...node.properties, 'cm:versionLabel': label, 'cm:versionType': kind.major ? 'MAJOR' : 'MINOR' };
  const changed = await sql.one<NodeRow>(`update node n set aspects = $2, properties = $3 where id = $1 returning ${columns('n')}`, [node.id, aspects, JSON.stringify(properties)]);
  await sql.rows(
    `insert into version (node, label, major, comment, type, name, aspects, properties, modifier, modified, content_key, mime_type, size, encoding)
     select id, $2, $3, $4, type, name, aspects, properties, modifier, modified, content_key, mime_type, size, encoding from node where id = $1`,
    [node.id, label, kind.major, kind.comment ?? null],
  );
  return changed ?? node;
}

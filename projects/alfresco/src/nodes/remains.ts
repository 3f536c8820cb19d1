import { hasCode } from '../error.js';
import type { Sender } from '../http/send.js';
import { nodesPath, readContent } from './content.js';

/** Bytes of a document that can still be had: of itself, of one of its versions, or a rendition of it. */
export type Remain = 'content' | `version ${string}` | `rendition ${string}`;

/**
 * What is left of a document's bytes, each asked for by itself: a destruction in Governance Services takes those of the
 * present version only, and says nothing of the others.
 */
export async function remainsOf(sender: Sender, id: string, versions: Promise<readonly string[]>): Promise<readonly Remain[]> {
  const own = `${nodesPath}/${encodeURIComponent(id)}`;
  const [content, kept, renditions] = await Promise.all([isThere(() => readContent(sender, id, firstByte)), versions.then((labels) => versionsThere(sender, id, labels)), renditionsOf(sender, own)]);
  return [...(content ? (['content'] as const) : []), ...kept, ...renditions];
}

async function versionsThere(sender: Sender, id: string, versions: readonly string[]): Promise<readonly Remain[]> {
  const found: Remain[] = [];
  for (const label of versions) if (await isThere(() => readContent(sender, id, firstByte, label))) found.push(`version ${label}`);
  return found;
}

const firstByte = { start: 0, end: 0 };

async function isThere(read: () => ReturnType<typeof readContent>): Promise<boolean> {
  try {
    (await read()).stream.resume();
    return true;
  } catch (error) {
    if (hasCode(error, 'notFound')) return false;
    throw error;
  }
}

async function renditionsOf(sender: Sender, own: string): Promise<readonly Remain[]> {
  try {
    const answer = (await sender.json({ operation: 'GET /nodes/{nodeId}/renditions', method: 'GET', path: `${own}/renditions?where=${encodeURIComponent("(status='CREATED')")}`, safe: true })) as { list?: { entries?: readonly { entry: { id: string; status?: string } }[] } };
    return (answer.list?.entries ?? []).flatMap(({ entry }) => (entry.status === 'NOT_CREATED' ? [] : [`rendition ${entry.id}` as const]));
  } catch (error) {
    // What holds no content has none.
    if (hasCode(error, 'notFound', 'invalid')) return [];
    throw error;
  }
}

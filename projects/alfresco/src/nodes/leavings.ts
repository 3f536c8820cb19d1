import { hasCode } from '../error.js';
import type { Sender } from '../http/send.js';
import { nodesPath } from './content.js';

/** What people put beside a node, which no change of its properties takes away: comments, tags, links to other nodes. */
export type Leaving = `${'comments' | 'tags' | 'targets'} ${string}`;

const kinds = ['comments', 'tags', 'targets'] as const;
type Kind = (typeof kinds)[number];
const pageSize = 100;

export async function leavingsOf(sender: Sender, id: string): Promise<readonly Leaving[]> {
  const pages = await Promise.all(kinds.map(async (kind) => (await firstOf(sender, id, kind)).map((one): Leaving => `${kind} ${one}`)));
  return pages.flat();
}

/**
 * Takes them all off. A comment is a node of its own; ACS 25 keeps none of that type (`fm:post`, `isArchive` false) in the
 * trashcan, and what another version would keep there, words and all, goes too. A tag's name stays in the repository's list of tags, which is an administrator's.
 *
 * @returns what was still there when it was looked at last
 * @throws AlfrescoError `forbidden` where one of them is not ours to take off
 */
export async function clearLeavings(sender: Sender, id: string): Promise<readonly Leaving[]> {
  const there = await leavingsOf(sender, id);
  if (!there.length) return there;
  for (const kind of kinds) await clear(sender, id, kind);
  return leavingsOf(sender, id);
}

async function clear(sender: Sender, id: string, kind: Kind): Promise<void> {
  let before = '';
  for (let page = await firstOf(sender, id, kind); page.length; page = await firstOf(sender, id, kind)) {
    // What was taken off and is still told is for the next try.
    if (page.join() === before) break;
    before = page.join();
    for (const one of page) {
      await remove(sender, `DELETE /nodes/{nodeId}/${kind}/{id}`, `${nodesPath}/${encodeURIComponent(id)}/${kind}/${encodeURIComponent(one)}`);
      if (kind === 'comments') await remove(sender, 'DELETE /deleted-nodes/{nodeId}', `${nodesPath.replace(/nodes$/, 'deleted-nodes')}/${encodeURIComponent(one)}`);
    }
  }
}

async function firstOf(sender: Sender, id: string, kind: Kind): Promise<readonly string[]> {
  try {
    const answer = (await sender.json({ operation: `GET /nodes/{nodeId}/${kind}`, method: 'GET', path: `${nodesPath}/${encodeURIComponent(id)}/${kind}?maxItems=${pageSize}`, safe: true })) as { readonly list?: { readonly entries?: readonly { readonly entry: { readonly id: string } }[] } };
    return (answer.list?.entries ?? []).map(({ entry }) => entry.id);
  } catch (error) {
    if (hasCode(error, 'notFound')) return [];
    throw error;
  }
}

async function remove(sender: Sender, operation: string, path: string): Promise<void> {
  try {
    await sender.json({ operation, method: 'DELETE', path, safe: true });
  } catch (error) {
    if (!hasCode(error, 'notFound')) throw error;
  }
}

import { hasCode, outcomeUnknown } from '../error.js';
import { delayBeforeRetry, pause } from '../http/retry.js';
import type { CreatedNode, RepoNode } from './node.js';

/**
 * Creates a node whose name is known beforehand, at most once. When the name is taken, or when nobody can tell whether the
 * creation was done, the node is looked up; a creation that was just done may not be visible at once, so it is looked up
 * again 0.2 s later. Only when it is not there is the creation repeated.
 */
export async function createOnce(retries: number, create: () => Promise<RepoNode>, find: () => Promise<RepoNode | undefined>): Promise<CreatedNode> {
  for (let attempt = 1; ; attempt++) {
    try {
      return { ...(await create()), existed: false };
    } catch (error) {
      if (!outcomeUnknown(error) && !hasCode(error, 'conflict')) throw error;
      const found = await findSoon(find);
      if (found) return { ...found, existed: true };
      if (attempt > retries) throw error;
      await pause(delayBeforeRetry(attempt));
    }
  }
}

async function findSoon(find: () => Promise<RepoNode | undefined>): Promise<RepoNode | undefined> {
  const found = await find();
  if (found) return found;
  await pause(200);
  return find();
}

import type { RepoNode } from '../nodes/node.js';
import { cmis } from './cmis.js';
import type { Search } from './search.js';

export interface Changes {
  readonly type: string;
  /** Instant; what was changed in this very moment is told too. */
  readonly since: string;
  /** Accounts whose changes are not told. */
  readonly notBy: readonly string[];
  /** Nodes a query, less than a thousand. */
  readonly atOnce?: number;
}

/**
 * Nodes that others have changed, the earliest first, a page at a time. Alfresco looks at rights on 1,000 nodes a query
 * (`system.acl.maxPermissionChecks`) and says nothing of what would come after them, so that pages can't be counted up: each
 * query begins at the last instant of the one before.
 */
export async function* changesOf(search: Search, { type, since, notBy, atOnce = 500 }: Changes): AsyncGenerator<readonly RepoNode[]> {
  const told = new Set<string>();
  for (let from = since; ; ) {
    const others = notBy.map((account) => cmis.compare('cmis:lastModifiedBy', '<>', account));
    const query = cmis.select(type).where(cmis.and(cmis.compare('cmis:lastModificationDate', '>=', from), ...others)).orderBy('cmis:lastModificationDate');
    const { nodes, hasMore } = await search.find(query, { max: atOnce });
    const fresh = nodes.filter(({ id }) => !told.has(id));
    fresh.forEach(({ id }) => told.add(id));
    if (fresh.length) yield fresh;
    const last = nodes.at(-1)?.modifiedAt;
    if (!hasMore || !fresh.length || !last) return;
    from = last;
  }
}

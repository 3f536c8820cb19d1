import { cmis, hasCode, type RepoNode, type Repository } from '@bannette/alfresco';
import { check } from '../check.js';
import { finding } from '../report.js';

/**
 * Alfresco's search index, which people's searches in its own interfaces need and Bannette does not: the database knows
 * what was changed last, the index is asked for it.
 */
export const searchIndex = check('searchIndex', 'alfresco', ['service'], async ({ service, limits, now }) => {
  const settled = new Date(now().getTime() - limits.indexMinutes * 60_000);
  const newest = await newestBefore(service, settled);
  try {
    if (!newest) {
      await service.search.peopleText('bannette', { max: 1 });
      return [];
    }
    const { nodes, hasMore } = await service.search.peopleText(newest.name, { max: 100 });
    const minutes = Math.floor((now().getTime() - Date.parse(newest.modifiedAt ?? '')) / 60_000);
    return hasMore || nodes.some(({ id }) => id === newest.id) ? [] : [finding('indexBehind', { minutes })];
  } catch (error) {
    if (hasCode(error, 'notOffered')) return [finding('indexNone')];
    throw error;
  }
});

const week = 7 * 86_400_000;

/** Of the last week: a repository of millions of documents is not to be sorted for this. */
async function newestBefore(repository: Repository, settled: Date): Promise<RepoNode | undefined> {
  const changed = (comparison: '<' | '>', at: Date) => cmis.compare('cmis:lastModificationDate', comparison, at.toISOString());
  const query = cmis.select('cmis:document').where(cmis.and(changed('<', settled), changed('>', new Date(settled.getTime() - week)))).orderBy('cmis:lastModificationDate', 'DESC');
  return (await repository.search.find(query, { max: 1 })).nodes[0];
}

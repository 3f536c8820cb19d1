import { SearchApi, type SearchRequest } from '@alfresco/js-api';
import { AlfrescoError } from '../error.js';
import type { apiClient } from '../http/api-client.js';
import { nodeInclude, toPage, type NodePage, type Page, type WirePage } from '../nodes/node.js';
import type { AftsQuery } from './afts.js';
import type { CmisQuery } from './cmis.js';
import { fullText } from './people-text.js';

export interface Search {
  /**
   * What the account may see of the answer, as it is after the last commit.
   * @throws AlfrescoError `notOffered` when the repository would need its search index to know
   */
  find(query: AftsQuery | CmisQuery, page?: Page): Promise<NodePage>;
  /** For people's own searches only, never to decide anything: the search index lags behind, or is not there (`notOffered`). */
  peopleText(words: string, page?: Page & { readonly type?: string }): Promise<NodePage>;
}

export function searchOver(client: ReturnType<typeof apiClient>): Search {
  const api = new SearchApi(client);
  const ask = async (language: 'afts' | 'cmis', query: string, { skip = 0, max = 100 }: Page): Promise<NodePage> => {
    const request = { query: { language, query }, paging: { skipCount: skip, maxItems: max }, include: nodeInclude };
    const page = toPage((await api.search(request as SearchRequest)) as unknown as WirePage);
    // So answers a repository without index what its database can't: nothing found, and yet more to come.
    if (page.nodes.length === 0 && page.hasMore) throw new AlfrescoError('notOffered', 'POST /search without index');
    return page;
  };
  return {
    find: ({ language, text }, page = {}) => ask(language, text, page),
    peopleText: (words, { type, ...page } = {}) => ask('afts', fullText(words, type), page),
  };
}

import type { Ask } from '../http/exchange.js';
import { nodesPath } from '../nodes/content.js';
import type { Sender } from '../http/send.js';

const gsPath = '/api/-default-/public/gs/versions/1';
const scriptsPath = '/s/api';

/** How requests to Governance Services (AGS) are sent: to its REST API, to the older webscripts, and to nodes. */
export interface Asks {
  gs(method: Ask['method'], template: string, ids?: readonly string[], options?: AskOptions): Promise<unknown>;
  /**
   * The answer's text is left out when something was changed: AGS writes JSON there that is none (an event's creation ends
   * with a brace too many). What was done is read back.
   */
  script(method: Ask['method'], template: string, ids?: readonly string[], options?: AskOptions): Promise<unknown>;
  node(id: string, query: string): Promise<unknown>;
}

export interface AskOptions {
  readonly query?: string;
  readonly body?: unknown;
}

export function asksOver(sender: Sender): Asks {
  const asked = (base: string, method: Ask['method'], template: string, ids: readonly string[], { query, body }: AskOptions): Ask => ({
    operation: `${method} ${template}`,
    method,
    path: `${base}${filled(template, ids)}${query ? `?${query}` : ''}`,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const json = (ask: Ask): Promise<unknown> => sender.json({ ...ask, safe: ask.method !== 'POST' });
  return {
    gs: (method, template, ids = [], options = {}) => json(asked(gsPath, method, template, ids, options)),
    script: async (method, template, ids = [], options = {}) => {
      const ask = asked(scriptsPath, method, template, ids, options);
      if (method === 'GET') return json(ask);
      const { response, watch } = await sender.stream(ask);
      watch.await();
      await response.arrayBuffer().catch(() => undefined);
      watch.rest();
      return undefined;
    },
    node: (id, query) => json(asked(nodesPath, 'GET', '/{nodeId}', [id], { query })),
  };
}

function filled(template: string, ids: readonly string[]): string {
  const left = [...ids];
  return template.replace(/\{\w+\}/g, () => encodeURIComponent(left.shift() ?? ''));
}

/** How webscripts name a node in their address. */
export const inStore = 'node/workspace/SpacesStore/{nodeId}';
export const nodeRef = (id: string): string => `workspace://SpacesStore/${id}`;

interface WireList {
  readonly list?: { readonly entries?: readonly { readonly entry: unknown }[]; readonly pagination?: { readonly hasMoreItems?: boolean } };
}

export const entryOf = <T>(answer: unknown): T => (answer as { entry: T }).entry;

const pageSize = 500;

/** All pages of a list. */
export async function listed<T>(page: (query: string) => Promise<unknown>, query = ''): Promise<readonly T[]> {
  const found: T[] = [];
  for (;;) {
    const { list } = (await page(`skipCount=${found.length}&maxItems=${pageSize}${query && `&${query}`}`)) as WireList;
    const entries = list?.entries ?? [];
    found.push(...entries.map(({ entry }) => entry as T));
    if (!list?.pagination?.hasMoreItems || !entries.length) return found;
  }
}

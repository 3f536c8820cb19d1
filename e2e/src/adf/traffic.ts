import type { Page, Response } from 'playwright-core';

/** One question of a page to the repository, and its answer. */
export interface Exchange {
  readonly step: string;
  readonly method: string;
  /** Path and sorted query, with ids and tickets taken out: what is the same on every run and on every repository. */
  readonly asked: string;
  readonly status: number;
  readonly contentType: string;
  /** What JSON said; undefined for anything else. */
  readonly body: unknown;
}

/** Notes, step by step, what a page asks under `/alfresco`. */
export function listenTo(page: Page) {
  const heard: Promise<Exchange>[] = [];
  let step = '';
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/alfresco/')) heard.push(noted(step, response));
  });
  return {
    step: (name: string) => void (step = name),
    /** All that was asked so far, in order. */
    exchanges: () => Promise.all(heard),
  };
}

async function noted(step: string, response: Response): Promise<Exchange> {
  const { pathname, search } = new URL(response.url());
  const contentType = response.headers()['content-type'] ?? '';
  const body: unknown = contentType.startsWith('application/json') ? await response.json().catch(() => undefined) : undefined;
  return { step, method: response.request().method(), asked: withoutIds(pathname + search), status: response.status(), contentType, body };
}

/** A path as it is on every run: ids, tickets and the order of the query taken out. */
export function withoutIds(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://repository');
  const query = [...searchParams].map(([name, value]) => `${name}=${name === 'alf_ticket' ? 'TICKET' : value}`).sort().join('&');
  return (pathname + (query && `?${query}`)).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replace('/alfresco/api/-default-/public/alfresco/versions/1/', '');
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutIds, type Exchange } from './traffic.js';

interface Recorded {
  readonly step: string;
  readonly request: { readonly method: string; readonly path: string };
  readonly response: { readonly status: number; readonly contentType: string; readonly body: unknown };
}

/** What the same pages asked of a real ACS, where the recordings are at hand. */
export function recordedTraffic(): readonly Exchange[] | undefined {
  const path = join(process.env.BANNETTE_SHARED ?? '', 'alfresco-corpus', 'adf-traffic.json');
  if (!process.env.BANNETTE_SHARED || !existsSync(path)) return undefined;
  const { exchanges } = JSON.parse(readFileSync(path, 'utf8')) as { exchanges: readonly Recorded[] };
  return exchanges.map(({ step, request, response }) => ({
    step,
    method: request.method,
    asked: withoutIds(request.path),
    status: response.status,
    contentType: response.contentType,
    body: response.contentType.startsWith('application/json') ? response.body : undefined,
  }));
}

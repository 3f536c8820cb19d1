import { randomUUID } from 'node:crypto';
import { AcsError, badRequest, notFound } from '../http/errors.js';
import type { Routes } from '../http/routes.js';
import { isFolder } from '../nodes/kinds.js';
import { requireNode } from '../nodes/lookup.js';

interface SizeDetails {
  readonly id: string;
  readonly jobId: string;
  readonly sizeInBytes: number;
  readonly numberOfFiles: number;
  readonly calculatedAt: string;
  readonly status: 'COMPLETED';
}

const KEPT = 1_000;

/** How much a folder holds: counted when asked for, told under the number of the job. */
export function sizeRoutes(route: Routes): void {
  const done = new Map<string, SizeDetails>();

  route('POST', 'nodes/:nodeId/size-details', async ({ session, param }) => {
    const node = await requireNode(session, param('nodeId'), 'read');
    if (!isFolder(session.dictionary, node.type)) throw new AcsError(422, 'framework.exception.ApiDefault', 'Node is not a folder');
    const counted = await session.sql.one<{ size: number; files: number }>(
      `with recursive below (id) as (select $1::uuid union all select n.id from node n join below b on n.parent = b.id)
       select coalesce(sum(size), 0)::bigint as size, count(size) as files from node where id in (select id from below) and not archived`, [node.id]);
    const jobId = randomUUID();
    done.set(jobId, { id: node.id, jobId, sizeInBytes: counted?.size ?? 0, numberOfFiles: counted?.files ?? 0, calculatedAt: new Date().toISOString().replace('Z', '+0000'), status: 'COMPLETED' });
    for (const oldest of done.keys()) if (done.size > KEPT) done.delete(oldest);
    return { jobId };
  }, 202);

  route('GET', 'nodes/:nodeId/size-details/:jobId', async ({ session, param }) => {
    const node = await requireNode(session, param('nodeId'), 'read');
    const found = done.get(param('jobId'));
    if (found === undefined) throw notFound(param('jobId'));
    if (found.id !== node.id) throw badRequest(`Invalid jobId: ${found.jobId}`);
    return found;
  });
}

import { AcsError, plain } from '../http/errors.js';
import { paged } from '../http/paging.js';
import type { Routes } from '../http/routes.js';
import { findNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import { renderer, type Rendered } from '../nodes/render.js';
import { containerOf } from '../records/file-plan.js';
import type { Session } from '../repository.js';
import { accessDenied, mayRead } from '../rm-security/capabilities.js';
import { keptBelow } from './inner-node.js';
import { transferred } from './transfer.js';

async function required(session: Session, id: string, type: string): Promise<NodeRow> {
  const node = id === '-transfers-' ? await containerOf(session, 'transfers') : await findNode(session, id);
  if (node === undefined) throw plain(404, `Node does not exist: workspace://SpacesStore/${id} (status:null)`, false);
  if (!(await mayRead(session, node))) throw accessDenied();
  if (node.type !== type) throw new AcsError(400, `The given id:'${id}' (nodeType:${session.dictionary.fullName(node.type)}) is not valid for this endpoint. Expected nodeType is:${session.dictionary.fullName(type)}`);
  return node;
}

const brief = ['createdAt', 'createdByUser', 'name', 'id', 'nodeType', 'parentId'] as const;
const modified = ['modifiedAt', 'modifiedByUser'] as const;
const all = ['aspectNames', 'properties'] as const;

const only = (entry: Rendered, names: readonly string[]): object => Object.fromEntries(Object.entries(entry).filter(([name]) => names.includes(name)));

/** The container of transfers and what waits in it. */
export function transferRoutes(route: Routes): void {
  const rendered = async (session: Session, node: NodeRow, names: readonly string[]): Promise<object> => only(await renderer(session, { include: new Set(), full: true })(node), names);

  route('GET', 'transfer-containers/:containerId', async ({ session, param }) => rendered(session, await required(session, param('containerId'), 'rma:transferContainer'), [...brief, ...modified, ...all]));

  route('GET', 'transfer-containers/:containerId/transfers', async ({ session, param, include, page }) => {
    const container = await required(session, param('containerId'), 'rma:transferContainer');
    const names = [...brief, ...all.filter((name) => include.has(name))];
    const transfers = await keptBelow(session, container.id, 'cm:contains');
    return paged(await Promise.all(transfers.map((node) => rendered(session, node, names))), page);
  });

  route('GET', 'transfers/:transferId', async ({ session, param }) => rendered(session, await required(session, param('transferId'), 'rma:transfer'), [...brief, ...all]));

  route('GET', 'transfers/:transferId/children', async ({ session, param, include, page }) => {
    const transfer = await required(session, param('transferId'), 'rma:transfer');
    const names = [...brief, ...modified, ...all.filter((name) => include.has(name))];
    return paged(await Promise.all((await transferred(session, transfer.id)).map((node) => rendered(session, node, names))), page);
  });
}

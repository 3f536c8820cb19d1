import { paged } from '../http/paging.js';
import type { Routes } from '../http/routes.js';
import type { NodeRow } from '../nodes/node.js';
import { componentRoutes } from '../records/component-routes.js';
import { componentBody } from '../records/gs-create.js';
import { requireTyped } from '../records/gs-lookup.js';
import { shownComponent } from '../records/gs-render.js';
import type { Session } from '../repository.js';
import { mayRead } from '../rm-security/capabilities.js';
import { keptBelow } from './inner-node.js';
import { transferred } from './transfer.js';

/** A transfer has no word of when it was last changed. */
async function shownTransfer(session: Session, node: NodeRow, include: ReadonlySet<string>, full: boolean): Promise<object> {
  const { modifiedAt: _at, modifiedByUser: _by, ...rest } = await shownComponent(session, node, { include, full });
  return rest;
}

async function readableAmong(session: Session, nodes: readonly NodeRow[]): Promise<NodeRow[]> {
  const found: NodeRow[] = [];
  for (const node of nodes) if (await mayRead(session, node)) found.push(node);
  return found;
}

/** Transfers under way, in their container; making and completing them is an action. */
export function transferRoutes(route: Routes): void {
  componentRoutes(route, { path: 'transfer-containers', cls: componentBody('TransferContainer'), find: (session, id) => requireTyped(session, id, 'rma:transferContainer'), deletable: false });

  route('GET', 'transfer-containers/:id/transfers', async ({ session, param, page, include }) => {
    const container = await requireTyped(session, param('id'), 'rma:transferContainer');
    const transfers = await readableAmong(session, await keptBelow(session, container.id, 'cm:contains'));
    return paged(await Promise.all(transfers.map((node) => shownTransfer(session, node, include, false))), page);
  });

  route('GET', 'transfers/:id', async ({ session, param, include }) => shownTransfer(session, await requireTyped(session, param('id'), 'rma:transfer'), include, true));

  route('GET', 'transfers/:id/children', async ({ session, param, page, include }) => {
    const transfer = await requireTyped(session, param('id'), 'rma:transfer');
    const items = await readableAmong(session, await transferred(session, transfer.id));
    return paged(await Promise.all(items.map((node) => shownComponent(session, node, { include, full: false }))), page);
  });
}

import type { Routes } from '../http/routes.js';
import { paged } from '../http/paging.js';
import { columns, type NodeRow } from '../nodes/node.js';
import { readable } from '../permissions/check.js';
import type { Session } from '../repository.js';
import { componentRoutes } from './component-routes.js';
import { componentBody } from './gs-create.js';
import { requireTyped } from './gs-lookup.js';
import { shownComponent } from './gs-render.js';

/** A transfer has no word of when it was last changed. */
async function shownTransfer(session: Session, node: NodeRow, include: ReadonlySet<string>, full: boolean): Promise<object> {
  const { modifiedAt: _at, modifiedByUser: _by, ...rest } = await shownComponent(session, node, { include, full });
  return rest;
}

/** Transfers under way, as they are read; making and completing them is retention's. */
export function transferRoutes(route: Routes): void {
  componentRoutes(route, { path: 'transfer-containers', cls: componentBody('TransferContainer'), find: (session, id) => requireTyped(session, id, 'rma:transferContainer'), deletable: false });

  route('GET', 'transfer-containers/:id/transfers', async ({ session, param, page, include }) => {
    const values: unknown[] = [(await requireTyped(session, param('id'), 'rma:transferContainer')).id];
    const rows = await session.sql.rows<NodeRow>(`select ${columns('n')} from node n where n.parent = $1 and n.type = 'rma:transfer' and not n.archived and ${readable(session.caller, 'n', values)} order by n.seq`, values);
    return paged(await Promise.all(rows.map((row) => shownTransfer(session, row, include, false))), page);
  });

  route('GET', 'transfers/:id', async ({ session, param, include }) => shownTransfer(session, await requireTyped(session, param('id'), 'rma:transfer'), include, true));

  route('GET', 'transfers/:id/children', async ({ session, param, page, include }) => {
    const values: unknown[] = [(await requireTyped(session, param('id'), 'rma:transfer')).id];
    const rows = await session.sql.rows<NodeRow>(`select ${columns('n')} from child c join node n on n.id = c.child where c.parent = $1 and ${readable(session.caller, 'n', values)} order by c.sort_key`, values);
    return paged(await Promise.all(rows.map((row) => shownComponent(session, row, { include, full: false }))), page);
  });
}

import { openBody } from '../http/body.js';
import { badRequest, notFound } from '../http/errors.js';
import { listed, paged } from '../http/paging.js';
import type { Routes } from '../http/routes.js';
import { findNode } from '../nodes/lookup.js';
import { columns, type NodeRow } from '../nodes/node.js';
import { updateNode } from '../nodes/update.js';
import { readable } from '../permissions/check.js';
import type { Session } from '../repository.js';
import { requireCapability } from '../rm-security/capabilities.js';
import { addAll, bulkStatuses } from './bulk-holds.js';
import { containerOf } from './file-plan.js';
import { requireReadable, requireTyped } from './gs-lookup.js';
import { addToHold, createHold, deleteHold, heldBy, removeFromHold } from './holds.js';
import { mandatory, missing } from './refusals.js';

const holdBody = openBody('org.alfresco.rm.rest.api.model.HoldModel', ['id', 'name', 'description', 'reason']);
const childBody = openBody('org.alfresco.rm.rest.api.model.HoldChild', ['id']);
const deletionBody = openBody('org.alfresco.rm.rest.api.model.HoldDeletionReason', ['reason']);
const bulkBody = openBody('org.alfresco.rm.rest.api.holds.HoldBulkOperation', ['query', 'op']);

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const shownHold = (hold: NodeRow): object => {
  const description = hold.properties['cm:description'];
  return { reason: hold.properties['rma:holdReason'], name: hold.name, ...(description === undefined ? {} : { description }), id: hold.id };
};
const requireHold = (session: Session, id: string): Promise<NodeRow> => requireTyped(session, id, 'rma:hold');

function needed(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = text(body[name]);
  if (value === undefined) throw mandatory(name);
  return value;
}

function wishOf(body: Readonly<Record<string, unknown>>) {
  const description = text(body['description']);
  return { name: needed(body, 'name'), reason: needed(body, 'reason'), ...(description === undefined ? {} : { description }) };
}

function planHolds(route: Routes): void {
  route('POST', 'file-plans/:filePlanId/holds', async (exchange) => {
    const { items, list } = await exchange.bodies(holdBody);
    const made = await exchange.write(async (session) => {
      await requireTyped(session, exchange.param('filePlanId'), 'rma:filePlan');
      const holds = [];
      for (const body of items) holds.push(shownHold(await createHold(session, wishOf(body))));
      return holds;
    });
    return list && made.length !== 1 ? listed(made, { skip: 0, max: made.length }, made.length) : made[0];
  });

  route('GET', 'file-plans/:filePlanId/holds', async ({ session, page, param }) => {
    await requireTyped(session, param('filePlanId'), 'rma:filePlan');
    const values: unknown[] = [(await containerOf(session, 'holds')).id];
    const rows = await session.sql.rows<NodeRow>(`select ${columns('n')} from node n where n.parent = $1 and n.type = 'rma:hold' and not n.archived and ${readable(session.caller, 'n', values)} order by n.name`, values);
    return paged(rows.map(shownHold), page);
  });
}

function heldChildren(route: Routes): void {
  route('GET', 'holds/:holdId/children', async ({ session, page, param }) => paged((await heldBy(session, (await requireHold(session, param('holdId'))).id)).map((node) => ({ id: node.id })), page));

  route('POST', 'holds/:holdId/children', async (exchange) => {
    const { items, list } = await exchange.bodies(childBody);
    const added = await exchange.write(async (session) => {
      const hold = await requireHold(session, exchange.param('holdId'));
      const ids = [];
      for (const body of items) {
        const node = await requireReadable(session, needed(body, 'id'));
        await addToHold(session, hold, node);
        ids.push({ id: node.id });
      }
      return ids;
    });
    return list && added.length !== 1 ? listed(added, { skip: 0, max: added.length }, added.length) : added[0];
  });

  route('DELETE', 'holds/:holdId/children/:nodeId', (exchange) =>
    exchange.write(async (session) => removeFromHold(session, await requireHold(session, exchange.param('holdId')), await requireReadable(session, exchange.param('nodeId')))));
}

function bulk(route: Routes): void {
  route('POST', 'holds/:holdId/bulk', async (exchange) => {
    const body = await exchange.body(bulkBody);
    const query = body['query'] as { query?: unknown; language?: unknown } | undefined;
    if (typeof query?.query !== 'string') throw badRequest('query is a mandatory parameter');
    if (body['op'] !== 'ADD') throw badRequest('op is a mandatory parameter');
    const operation = { query: { language: String(query.language ?? 'afts'), query: query.query }, op: 'ADD' };
    const { totalItems, bulkStatusId } = await exchange.write(async (session) => {
      const hold = await requireHold(session, exchange.param('holdId'));
      await requireCapability(session, 'AddToHold', hold);
      return addAll(session, hold, operation);
    });
    return { totalItems, bulkStatusId };
  }, 202);

  route('GET', 'holds/:holdId/bulk-statuses', async ({ session, page, param }) => paged(await bulkStatuses(session, (await requireHold(session, param('holdId'))).id), page));

  route('GET', 'holds/:holdId/bulk-statuses/:statusId', async ({ session, param }) => {
    const found = (await bulkStatuses(session, (await requireHold(session, param('holdId'))).id)).find((one) => one.bulkStatusId === param('statusId'));
    if (found === undefined) throw notFound(param('statusId'));
    return found;
  });
}

export function holdRoutes(route: Routes): void {
  planHolds(route);
  route('GET', 'holds/:holdId', async ({ session, param }) => shownHold(await requireHold(session, param('holdId'))));

  route('PUT', 'holds/:holdId', async (exchange) => {
    const body = await exchange.body(holdBody);
    return exchange.write(async (session) => {
      const hold = await requireHold(session, exchange.param('holdId'));
      await requireCapability(session, 'EditHold', hold);
      const { name, reason, description } = wishOf(body);
      await updateNode(session, hold.id, { name, properties: { 'rma:holdReason': reason, 'cm:description': description ?? null } });
      const changed = await findNode(session, hold.id);
      if (changed === undefined) throw missing(hold.id);
      return shownHold(changed);
    });
  });

  route('DELETE', 'holds/:holdId', (exchange) => exchange.write(async (session) => deleteHold(session, await requireHold(session, exchange.param('holdId')))));

  route('POST', 'holds/:holdId/delete', async (exchange) => {
    const reason = needed(await exchange.body(deletionBody), 'reason');
    await exchange.write(async (session) => {
      const hold = await requireHold(session, exchange.param('holdId'));
      // The reason is written on the hold first: that is to edit it.
      await requireCapability(session, 'EditHold', hold);
      await deleteHold(session, hold);
    });
    return { reason };
  }, 200);

  heldChildren(route);
  bulk(route);
}

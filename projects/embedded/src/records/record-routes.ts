import { openBody } from '../http/body.js';
import type { Routes } from '../http/routes.js';
import { sendContent } from '../content/send.js';
import { assertNotGhost } from './ghost.js';
import { completeRecord } from './complete.js';
import { componentRoutes, shownNow } from './component-routes.js';
import { declareInPlace } from './declare.js';
import { fileRecord } from './filing.js';
import { componentBody } from './gs-create.js';
import { requireRecord, requireTyped } from './gs-lookup.js';
import { mandatory } from './refusals.js';

const targetBody = openBody('org.alfresco.rm.rest.api.model.TargetContainer', ['targetParentId']);

/** Records, and the documents that become some. */
export function recordRoutes(route: Routes): void {
  componentRoutes(route, { path: 'records', cls: componentBody('Record'), find: requireRecord, deletable: true });

  route('GET', 'records/:id/content', async (exchange) => {
    const record = await requireRecord(exchange.session, exchange.param('id'));
    assertNotGhost(record);
    return sendContent(exchange.repository, exchange.request, exchange.reply, record, exchange.query('attachment') !== 'false');
  });

  route('POST', 'records/:id/complete', async (exchange) => {
    const record = await exchange.write(async (session) => completeRecord(session, await requireRecord(session, exchange.param('id'))));
    return shownNow(exchange, record.id);
  });

  route('POST', 'records/:id/file', async (exchange) => {
    const { targetParentId } = await exchange.body(targetBody);
    if (typeof targetParentId !== 'string' || targetParentId === '') throw mandatory('targetParentId');
    const record = await exchange.write(async (session) => fileRecord(session, await requireRecord(session, exchange.param('id')), await requireTyped(session, targetParentId, 'rma:recordFolder')));
    return shownNow(exchange, record.id);
  });

  route('POST', 'files/:id/declare', async (exchange) => {
    const parent = exchange.query('parentId');
    const record = await exchange.write(async (session) => {
      const folder = parent === undefined ? undefined : await requireTyped(session, parent, 'rma:recordFolder');
      return declareInPlace(session, exchange.param('id'), folder, exchange.flag('hideRecord'));
    });
    return shownNow(exchange, record.id);
  });
}

import { badRequest } from '../http/errors.js';
import type { Exchange } from '../http/exchange.js';
import type { Routes } from '../http/routes.js';
import { onlyFields, parseWhere } from '../http/where.js';
import { componentRoutes } from './component-routes.js';
import { componentBody, createIn } from './gs-create.js';
import { listPlace } from './gs-list.js';
import { requireTyped } from './gs-lookup.js';

const [CATEGORY, FOLDER, UNFILED] = ['rma:recordCategory', 'rma:recordFolder', 'rma:unfiledRecordFolder'];

/** Which of a category's children are asked for. */
function wanted(exchange: Exchange): { types: readonly string[]; more: readonly string[] } {
  const where = onlyFields(parseWhere(exchange.query('where')), ['isRecordFolder', 'isRecordCategory', 'nodeType', 'isClosed', 'hasRetentionSchedule']);
  const asked = where.get('nodeType')?.[0]?.split(' ')[0];
  const only = (field: string): boolean => where.get(field)?.[0] === 'true';
  const more = where.has('isClosed') ? [`coalesce(n.properties->>'rma:isClosed', 'false') = '${only('isClosed')}'`] : [];
  if (asked !== undefined) {
    const type = exchange.session.dictionary.qname(asked);
    if (exchange.session.dictionary.type(type) === undefined) throw badRequest(`Unknown type: ${asked}`);
    return { types: [type], more };
  }
  if (only('isRecordFolder') || where.get('isRecordCategory')?.[0] === 'false' || where.has('isClosed')) return { types: [FOLDER], more };
  if (only('isRecordCategory') || where.get('isRecordFolder')?.[0] === 'false') return { types: [CATEGORY], more };
  return { types: [CATEGORY, FOLDER], more };
}

function planRoutes(route: Routes): void {
  const find = (exchange: Exchange) => (session: Exchange['session']) => requireTyped(session, exchange.param('id'), 'rma:filePlan');
  const cls = componentBody('FilePlan');
  componentRoutes(route, { path: 'file-plans', cls, find: (session, id) => requireTyped(session, id, 'rma:filePlan'), deletable: false });
  route('GET', 'file-plans/:id/categories', async (exchange) => listPlace(exchange, await find(exchange)(exchange.session), [CATEGORY]));
  route('POST', 'file-plans/:id/categories', (exchange) => createIn(exchange, { cls: componentBody('RecordCategory'), parent: find(exchange), type: CATEGORY, along: CATEGORY }));
}

function categoryRoutes(route: Routes): void {
  const cls = componentBody('RecordCategory');
  componentRoutes(route, { path: 'record-categories', cls, find: (session, id) => requireTyped(session, id, CATEGORY), deletable: true });
  route('GET', 'record-categories/:id/children', async (exchange) => {
    const { types, more } = wanted(exchange);
    return listPlace(exchange, await requireTyped(exchange.session, exchange.param('id'), CATEGORY), types, undefined, more);
  });
  route('POST', 'record-categories/:id/children', (exchange) => createIn(exchange, { cls: componentBody('RecordCategoryChild'), parent: (session) => requireTyped(session, exchange.param('id'), CATEGORY), kinds: 'category', along: CATEGORY }));
}

function folderRoutes(route: Routes): void {
  componentRoutes(route, { path: 'record-folders', cls: componentBody('RecordFolder'), find: (session, id) => requireTyped(session, id, FOLDER), deletable: true });
  route('GET', 'record-folders/:id/records', async (exchange) =>
    listPlace(exchange, await requireTyped(exchange.session, exchange.param('id'), FOLDER), exchange.session.dictionary.family('cm:content'), undefined, [`n.aspects @> array['rma:record']`]));
  route('POST', 'record-folders/:id/records', (exchange) => createIn(exchange, { cls: componentBody('Record'), parent: (session) => requireTyped(session, exchange.param('id'), FOLDER) }));
}

function unfiledRoutes(route: Routes): void {
  const families = (exchange: Exchange): string[] => [UNFILED, ...exchange.session.dictionary.family('cm:content')];
  for (const [path, type, deletable] of [['unfiled-containers', 'rma:unfiledRecordContainer', false], ['unfiled-record-folders', UNFILED, true]] as const) {
    componentRoutes(route, { path, cls: componentBody('UnfiledContainer'), find: (session, id) => requireTyped(session, id, type), deletable });
    route('GET', `${path}/:id/children`, async (exchange) => listPlace(exchange, await requireTyped(exchange.session, exchange.param('id'), type), families(exchange), 'unfiled'));
    route('POST', `${path}/:id/children`, (exchange) => createIn(exchange, { cls: componentBody('UnfiledChild'), parent: (session) => requireTyped(session, exchange.param('id'), type), kinds: 'unfiled', along: UNFILED }));
  }
}

/** The places of the file plan: the plan itself, categories, record folders, what is unfiled. */
export function placeRoutes(route: Routes): void {
  for (const offer of [planRoutes, categoryRoutes, folderRoutes, unfiledRoutes]) offer(route);
}

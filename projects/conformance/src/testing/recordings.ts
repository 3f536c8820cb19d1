import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Area, Recorded } from '../recording.js';

const API = '/alfresco/api/-default-/public/alfresco/versions/1/';
const [homeId, folderId, childId] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222', '33333333-3333-4333-8333-333333333333'];
const [made, madeChild] = ['2026-02-03T08:00:00.000+0000', '2026-02-03T08:00:01.000+0000'];
const admin = { id: 'admin', displayName: 'Administrator' };

export const exchange = (id: string, method: string, path: string, rest: { body?: unknown; status?: number; answer?: unknown; binds?: Record<string, string>; user?: string | null; indexNeeded?: boolean } = {}): Recorded => ({
  id, ...(rest.binds === undefined ? {} : { binds: rest.binds }), ...(rest.indexNeeded === undefined ? {} : { indexNeeded: rest.indexNeeded }),
  request: { method, pathTemplate: path.startsWith('/') ? path : API + path, user: rest.user === undefined ? 'admin' : rest.user, headers: { 'Content-Type': 'application/json' }, ...(rest.body === undefined ? {} : { bodyTemplate: rest.body }) },
  response: { status: rest.status ?? 200, contentType: 'application/json;charset=UTF-8', ...(rest.answer === undefined ? {} : { body: rest.answer }) },
});

export const entryOfFolder = (id: string, name: string, parentId: string, at: string) => ({
  isFile: false, isFolder: true, createdByUser: admin, modifiedByUser: admin, createdAt: at, modifiedAt: at, nodeType: 'cm:folder', parentId, aspectNames: ['cm:auditable'], name, id,
});
export const pageOf = (entries: readonly unknown[]) => ({ list: { pagination: { count: entries.length, hasMoreItems: false, totalItems: entries.length, skipCount: 0, maxItems: 100 }, entries: entries.map((entry) => ({ entry })) } });
const error = (status: number, errorKey: string) => ({ error: { errorKey, statusCode: status, briefSummary: `02030001 ${errorKey}`, stackTrace: 'none', descriptionURL: 'https://api-explorer.alfresco.com', logId: '99999999-9999-4999-8999-999999999999' } });

/** A model as small as can be, under the prefix that replays change. */
export const model = `<model name="gec:gecmodel" xmlns="http://www.alfresco.org/model/dictionary/1.0"><imports><import uri="http://www.alfresco.org/model/dictionary/1.0" prefix="d"/><import uri="http://www.alfresco.org/model/content/1.0" prefix="cm"/></imports>
<namespaces><namespace uri="http://example.org/model/gec/1.0" prefix="gec"/></namespaces><types><type name="gec:mail"><parent>cm:content</parent><properties><property name="gec:status"><type>d:text</type></property></properties></type></types></model>`;

/** What a repository answers that has just begun: made by hand, as Alfresco answers it. */
export const exchanges: readonly Recorded[] = [
  exchange('home', 'GET', 'nodes/-my-?fields=id,name', { binds: { home: '$.entry.id' }, answer: { entry: { id: homeId, name: 'Company Home' } } }),
  exchange('folder', 'POST', 'nodes/-root-/children', { status: 201, body: { name: 'letters{{run}}', nodeType: 'cm:folder' }, binds: { folder: '$.entry.id' }, answer: { entry: entryOfFolder(folderId, 'letters314711', homeId, made) } }),
  exchange('child', 'POST', 'nodes/{{folder}}/children', { status: 201, body: { name: 'b', nodeType: 'cm:folder' }, binds: { child: '$.entry.id' }, answer: { entry: entryOfFolder(childId, 'b', folderId, madeChild) } }),
  exchange('other', 'POST', 'nodes/{{folder}}/children?fields=name', { status: 201, body: { name: 'a', nodeType: 'cm:folder' }, answer: { entry: { name: 'a' } } }),
  exchange('children', 'GET', 'nodes/{{folder}}/children?fields=name', { answer: pageOf([{ name: 'a' }, { name: 'b' }]) }),
  exchange('read', 'GET', 'nodes/{{child}}?fields=id,parentId,createdAt,modifiedAt', { answer: { entry: { id: childId, parentId: folderId, createdAt: madeChild, modifiedAt: madeChild } } }),
  exchange('gone', 'GET', 'nodes/44444444-4444-4444-8444-444444444444', { status: 404, answer: error(404, 'framework.exception.EntityNotFound') }),
  exchange('nobody', 'GET', 'nodes/-root-', { status: 401, user: null, answer: error(401, 'framework.exception.ApiDefault') }),
];

export const areaOf = (all: readonly Recorded[]): Area => ({ area: '11-made', given: { run: '314711' }, exchanges: all });

/** The area with one exchange changed. */
export const changed = (id: string, change: (one: Recorded) => unknown): Area => areaOf(exchanges.map((one) => (one.id === id ? (change(structuredClone(one)) as Recorded) : one)));

/** A directory of recordings, as files. */
export function corpusOf(areas: Readonly<Record<string, Area>>): { readonly directory: string; remove(): void } {
  const directory = mkdtempSync(join(tmpdir(), 'bannette-recordings-'));
  for (const [name, area] of Object.entries(areas)) writeFileSync(join(directory, `${name}.json`), JSON.stringify(area));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

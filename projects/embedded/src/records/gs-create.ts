import { openBody, type BodyClass } from '../http/body.js';
import { AcsError, plain } from '../http/errors.js';
import type { Exchange } from '../http/exchange.js';
import { listed } from '../http/paging.js';
import { knownAspects, createNode, type Content } from '../nodes/create.js';
import { childNamed, findNode, segments } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import { mimeTypeOf, OCTETS } from '../content/mimetypes.js';
import { receivedParts } from '../nodes/upload.js';
import type { Session } from '../repository.js';
import { accessDenied } from '../rm-security/capabilities.js';
import { mayCreateIn } from './birth.js';
import { shownComponent, type Shown } from './gs-render.js';
import { closedFolder, mandatory } from './refusals.js';
import { isClosed, isFolder } from './kinds.js';

const fields = ['id', 'name', 'nodeType', 'properties', 'aspectNames', 'relativePath', 'parentId', 'path', 'createdAt', 'createdByUser', 'modifiedAt', 'modifiedByUser', 'allowableOperations', 'isClosed', 'isCompleted', 'content', 'hasRetentionSchedule', 'isRecordCategory', 'isRecordFolder', 'isRecord', 'isUnfiledRecordFolder'];
export const componentBody = (name: string): BodyClass => openBody(`org.alfresco.rm.rest.api.model.${name}`, fields);

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export interface Offspring {
  readonly cls: BodyClass;
  readonly parent: (session: Session) => Promise<NodeRow>;
  /** The type that is made whatever is asked for. */
  readonly type?: string;
  readonly kinds?: Shown['kinds'];
  /** What folders along a relative path become. */
  readonly along?: string;
}

const unknownType = (type: string): AcsError => new AcsError(400, `Unknown type: ${type}`);

async function along(session: Session, parent: NodeRow, path: string | undefined, type: string | undefined): Promise<NodeRow> {
  let at = parent;
  for (const segment of segments(path ?? '')) at = (await childNamed(session, at.id, segment)) ?? (await createNode(session, at, { name: segment, type: type ?? at.type }));
  return at;
}

async function made(exchange: Exchange, session: Session, offspring: Offspring, body: Readonly<Record<string, unknown>>, content?: Content): Promise<NodeRow> {
  const name = text(body['name']);
  if (name === undefined) throw mandatory('name');
  const given = offspring.type ?? text(body['nodeType']);
  if (given === undefined) throw mandatory('nodeType');
  const type = session.dictionary.qname(given);
  if (session.dictionary.type(type) === undefined) throw unknownType(given);
  const parent = await along(session, await offspring.parent(session), text(body['relativePath']), offspring.along);
  if (isFolder(parent) && session.dictionary.isA(type, 'cm:folder')) throw plain(500, `You can only create records in record folders and this was a ${session.dictionary.fullName(type)}.`);
  if (isFolder(parent) && isClosed(parent)) throw closedFolder();
  if (!(await mayCreateIn(session, parent, type))) throw accessDenied();
  const autoRename = exchange.flag('autoRename') || body['autoRename'] === 'true';
  if (!autoRename && (await childNamed(session, parent.id, name)) !== undefined) throw plain(409, `File or folder ${name} already exists`);
  const aspects = Array.isArray(body['aspectNames']) ? knownAspects(session, body['aspectNames'] as unknown[]) : [];
  return createNode(session, parent, { name, type, aspects, properties: (body['properties'] as Record<string, unknown> | undefined) ?? {}, autoRename, ...(content === undefined ? {} : { content }) });
}

/** What was made, as it is once its transaction is through. */
async function shownAfter(exchange: Exchange, ids: readonly string[], kinds: Shown['kinds']): Promise<object[]> {
  const entries: object[] = [];
  for (const id of ids) {
    const node = await findNode(exchange.session, id);
    if (node !== undefined) entries.push(await shownComponent(exchange.session, node, { include: exchange.include, full: true, ...(kinds === undefined ? {} : { kinds }) }));
  }
  return entries;
}

async function fromUpload(exchange: Exchange, offspring: Offspring): Promise<unknown> {
  const { fields: given, file } = await receivedParts(exchange);
  const { files, database } = exchange.repository;
  try {
    const name = given.get('name') ?? file?.name;
    if (file === undefined || name === undefined) throw new AcsError(400, 'Required parameters are missing');
    const content = { key: file.key, size: file.size, mimeType: mimeTypeOf(name, file.mimeType === OCTETS ? undefined : file.mimeType), encoding: 'UTF-8' };
    const properties = Object.fromEntries([...given].filter(([key]) => key.includes(':')));
    const body = { name, nodeType: given.get('nodeType') ?? 'cm:content', relativePath: given.get('relativePath'), autoRename: given.get('autoRename'), properties };
    const node = await exchange.write((session) => made(exchange, session, offspring, body, content));
    return (await shownAfter(exchange, [node.id], offspring.kinds))[0];
  } catch (error) {
    if (file !== undefined) await files.discard(database, [file.key]);
    throw error;
  }
}

/** Makes one or several parts of the file plan, from JSON or from an uploaded file. */
export async function createIn(exchange: Exchange, offspring: Offspring): Promise<unknown> {
  if (exchange.request.isMultipart()) return fromUpload(exchange, offspring);
  const { items, list } = await exchange.bodies(offspring.cls);
  const ids = await exchange.write(async (session) => {
    const nodes = [];
    for (const item of items) nodes.push((await made(exchange, session, offspring, item)).id);
    return nodes;
  });
  const entries = await shownAfter(exchange, ids, offspring.kinds);
  return list && entries.length !== 1 ? listed(entries, { skip: 0, max: entries.length }, entries.length) : entries[0];
}

import type { MultipartFile } from '@fastify/multipart';
import { mimeTypeOfUpload } from '../content/sniff.js';
import { AcsError, badRequest } from '../http/errors.js';
import type { Exchange } from '../http/exchange.js';
import { followModelFile } from '../model/deploy.js';
import { demand } from '../permissions/check.js';
import { assertContentOpen } from '../records/guard.js';
import type { Session } from '../repository.js';
import { recordVersion } from '../versions/record.js';
import { assertUnlocked } from '../locks/lock.js';
import { setContent } from '../content/write.js';
import { createNode, ensureFolders } from './create.js';
import { childNamed } from './lookup.js';
import type { NodeRow } from './node.js';
import { renderer } from './render.js';

interface Upload {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: { readonly key: string; readonly size: number; readonly name: string; readonly mimeType: string } | undefined;
}

/** Takes the parts in whatever order they come; the bytes go to disk as they arrive. */
export async function receivedParts(exchange: Exchange): Promise<Upload> {
  const fields = new Map<string, string>();
  let file: Upload['file'];
  for await (const part of exchange.request.parts()) {
    if (part.type === 'field') fields.set(part.fieldname.toLowerCase() === 'filedata' ? 'filedata' : part.fieldname, String(part.value));
    else if (part.fieldname !== 'filedata' || file !== undefined) part.file.resume();
    else file = await received(exchange, part);
  }
  return { fields, file };
}

async function received(exchange: Exchange, part: MultipartFile) {
  const stored = await exchange.repository.files.write(part.file);
  return { ...stored, name: part.filename, mimeType: part.mimetype };
}

const reserved = new Set(['name', 'nodeType', 'autoRename', 'overwrite', 'majorVersion', 'comment', 'relativePath', 'renditions', 'versioningEnabled', 'filename', 'include', 'fields']);

function nodeTypeOf(session: Session, given: string | undefined): string {
  const { dictionary } = session;
  const type = dictionary.qname(given ?? 'cm:content');
  if (!dictionary.isA(type, 'cm:content')) throw badRequest(`Can only upload type of cm:content: ${dictionary.fullName(type)}`);
  return type;
}

async function place(session: Session, exchange: Exchange, parent: NodeRow, upload: Upload): Promise<NodeRow> {
  const { fields, file } = upload;
  const option = (name: string): string | undefined => fields.get(name) ?? exchange.query(name);
  const name = fields.get('name') ?? file?.name;
  if (file === undefined || name === undefined || name === '') throw badRequest('Required parameters are missing');
  const [overwrite, autoRename] = [option('overwrite') === 'true', option('autoRename') === 'true'];
  if (overwrite && autoRename) throw badRequest("Both 'overwrite' and 'autoRename' should not be true when uploading a file");
  const type = nodeTypeOf(session, fields.get('nodeType'));
  const folder = await ensureFolders(session, parent, fields.get('relativePath'));
  const content = { key: file.key, size: file.size, mimeType: await mimeTypeOfUpload(session.repository.files, file.key, name, file.mimeType), encoding: 'UTF-8' };
  const existing = autoRename ? undefined : await childNamed(session, folder.id, name);
  const properties = Object.fromEntries([...fields].filter(([key]) => !reserved.has(key) && key.includes(':')));
  if (existing === undefined) {
    const made = await createNode(session, folder, { name, type, properties, content, autoRename });
    const versioned = await recordVersion(session, made, { major: option('majorVersion') !== 'false', comment: option('comment') });
    return followModelFile(session, versioned, false);
  }
  if (!overwrite || !session.dictionary.isA(existing.type, 'cm:content')) throw new AcsError(409, `${name} already exists.`);
  await demand(session.sql, session.caller, existing, 'update');
  assertUnlocked(session, existing);
  assertContentOpen(existing);
  const changed = await setContent(session, existing, content, { major: option('majorVersion') === 'true', comment: option('comment') });
  return followModelFile(session, changed, false);
}

/** `POST nodes/{id}/children` as multipart: one file with its name, type, properties and options as fields. */
export async function receiveUpload(exchange: Exchange, parent: NodeRow): Promise<unknown> {
  const upload = await receivedParts(exchange);
  try {
    return await exchange.write(async (session) => {
      const node = await place(session, exchange, parent, upload);
      return renderer(session, { include: exchange.include, full: true })(node);
    });
  } catch (error) {
    if (upload.file !== undefined) await exchange.repository.files.discard(exchange.repository.database, [upload.file.key]);
    throw error;
  }
}

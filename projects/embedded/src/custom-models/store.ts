import { AcsError, denied, notFound, runningNumber } from '../http/errors.js';
import { prefixOf } from '../model/definition.js';
import { followModelFile } from '../model/deploy.js';
import { createNode } from '../nodes/create.js';
import { findNode, requireNode } from '../nodes/lookup.js';
import { purge } from '../nodes/remove.js';
import type { Session } from '../repository.js';
import { modelXml, type CustomModel } from './custom-model.js';

interface Kept {
  readonly model: CustomModel;
  /** The file that holds it while it is in force. */
  readonly node: string | null;
}

const MANAGERS = 'GROUP_ALFRESCO_MODEL_ADMINISTRATORS';

/** @throws AcsError 403 */
export function assertManager({ caller }: Session): void {
  if (!caller.admin && !caller.authorities.has(MANAGERS)) throw denied();
}

export const allModels = async (session: Session): Promise<readonly CustomModel[]> => (await session.sql.rows<Kept>('select definition as model, node from custom_model order by name')).map(({ model }) => model);

/** @throws AcsError 404 */
async function requireKept(session: Session, name: string): Promise<Kept> {
  const found = await session.sql.one<Kept>('select definition as model, node from custom_model where name = $1', [name]);
  if (found === undefined) throw notFound(name);
  return found;
}

export const requireModel = async (session: Session, name: string): Promise<CustomModel> => (await requireKept(session, name)).model;

/** @throws AcsError 409 for a name, a prefix or a namespace that is taken */
export async function addModel(session: Session, model: CustomModel): Promise<void> {
  await session.sql.rows('lock table custom_model in exclusive mode');
  const others = await allModels(session);
  if (others.some((one) => one.name === model.name)) throw new AcsError(409, `${runningNumber()} We couldn't create a model as the model name '${model.name}' is already in use.`);
  const { uris } = session.dictionary;
  if (others.some((one) => one.namespaceUri === model.namespaceUri) || [...uris.values()].includes(model.namespaceUri)) throw new AcsError(409, `${runningNumber()} The namespace URI '${model.namespaceUri}' has already been used. Try using a different namespace URI.`);
  if (others.some((one) => one.namespacePrefix === model.namespacePrefix) || uris.has(model.namespacePrefix)) throw new AcsError(409, `${runningNumber()} The namespace prefix '${model.namespacePrefix}' has already been used. Try using a different namespace prefix.`);
  await session.sql.rows('insert into custom_model (name, definition) values ($1, $2)', [model.name, JSON.stringify(model)]);
}

const importsOf = (session: Session, model: CustomModel): { prefix: string; uri: string }[] => {
  const parents = [...model.types, ...model.aspects].flatMap((one) => one.parentName ?? []);
  return [...new Set(['cm', ...parents.map(prefixOf)])].filter((prefix) => prefix !== model.namespacePrefix).map((prefix) => ({ prefix, uri: session.dictionary.uris.get(prefix) ?? '' }));
};

/** Puts a model in force as a file among the models, as by hand. */
async function deploy(session: Session, model: CustomModel): Promise<string> {
  const { files, database, wellKnown } = session.repository;
  const stored = await files.write(Buffer.from(modelXml(model, importsOf(session, model))));
  try {
    const folder = await requireNode(session, wellKnown.get('models') ?? '');
    const node = await createNode(session, folder, { name: `${model.name}.xml`, type: 'cm:dictionaryModel', properties: { 'cm:modelActive': true }, content: { key: stored.key, size: stored.size, mimeType: 'text/xml', encoding: 'UTF-8' } });
    await followModelFile(session, node, true);
    return node.id;
  } catch (error) {
    await files.discard(database, [stored.key]);
    throw error;
  }
}

async function withdraw(session: Session, node: string): Promise<void> {
  const file = await findNode(session, node);
  if (file === undefined) return;
  const retired = await session.repository.models.retire(session.sql, file.id).catch((error: unknown) => {
    throw error instanceof AcsError ? new AcsError(500, `${runningNumber()} We couldn't deactivate model '${runningNumber()} ${error.brief}'.`) : error;
  });
  if (retired !== undefined) session.after(retired);
  await purge(session, file.id);
}

/** Changes a model; one in force is replaced, its status puts it in force or takes it out. @throws AcsError 404, 500 while something uses what goes */
export async function changeModel(session: Session, name: string, change: (model: CustomModel) => CustomModel): Promise<CustomModel> {
  await session.sql.rows('lock table custom_model in exclusive mode');
  const { model: before, node } = await requireKept(session, name);
  const after = change(before);
  let file = node;
  if (file !== null && after.status === 'DRAFT') {
    await withdraw(session, file);
    file = null;
  } else if (file !== null) {
    const stored = await session.repository.files.write(Buffer.from(modelXml(after, importsOf(session, after))));
    const updated = await session.sql.one<{ id: string }>('update node set content_key = $2, size = $3, modified = now(), modifier = $4 where id = $1 returning id', [file, stored.key, stored.size, session.caller.user]);
    await followModelFile(session, await requireNode(session, updated?.id ?? file), true);
  } else if (after.status === 'ACTIVE') file = await deploy(session, after);
  await session.sql.rows('update custom_model set definition = $2, node = $3 where name = $1', [name, JSON.stringify(after), file]);
  return after;
}

/** @throws AcsError 404, 409 while it is in force */
export async function removeModel(session: Session, name: string): Promise<void> {
  const { model } = await requireKept(session, name);
  if (model.status === 'ACTIVE') throw new AcsError(409, `${runningNumber()} You can't delete an active model. You need to deactivate the model first.`);
  await session.sql.rows('delete from custom_model where name = $1', [name]);
}

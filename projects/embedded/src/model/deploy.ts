import type { NodeRow } from '../nodes/node.js';
import { columns } from '../nodes/node.js';
import type { Session } from '../repository.js';
import { localOf } from './definition.js';

const isModel = (session: Session, node: NodeRow): boolean =>
  session.dictionary.isA(node.type, 'cm:dictionaryModel') && node.parent === session.repository.wellKnown.get('models');

const isActive = (node: NodeRow): boolean => node.properties['cm:modelActive'] === true;

/**
 * Brings the models in force in line with a model file that was made, changed or switched.
 * What the file says about itself is written to its node at once when it is switched on, otherwise just after, as ACS does.
 */
export async function followModelFile(session: Session, node: NodeRow, switched: boolean): Promise<NodeRow> {
  if (!isModel(session, node)) return node;
  const { models, files, database } = session.repository;
  if (!isActive(node) || node.contentKey === null) {
    const retired = await models.retire(session.sql, node.id);
    if (retired !== undefined) session.after(retired);
    return node;
  }
  const { model, apply } = await models.prepare(session.sql, node.id, await files.text(node.contentKey));
  session.after(apply);
  const uri = model.namespaces[0]?.uri ?? '';
  const said = { 'cm:modelName': `{${uri}}${localOf(model.id)}`, 'cm:modelAuthor': model.author, 'cm:modelDescription': model.description, 'cm:modelVersion': model.version };
  const text = 'update node n set properties = properties || $2 where id = $1';
  const values = [node.id, JSON.stringify(said)];
  if (switched) return (await session.sql.one<NodeRow>(`${text} returning ${columns('n')}`, values)) ?? node;
  session.after(async () => void (await database.rows(text, values)));
  return node;
}

/** Before a model file goes. @throws AcsError 500 while its model is in use */
export async function forgetModelFile(session: Session, node: NodeRow): Promise<void> {
  if (!isModel(session, node)) return;
  const retired = await session.repository.models.retire(session.sql, node.id);
  if (retired !== undefined) session.after(retired);
}

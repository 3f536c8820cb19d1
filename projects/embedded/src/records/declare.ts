import { plain } from '../http/errors.js';
import { assertUnlocked } from '../locks/lock.js';
import { findNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import { may } from '../permissions/check.js';
import type { Session } from '../repository.js';
import { onFiled } from '../disposition/lifecycle.js';
import { kept } from './change.js';
import { containerOf, filePlanOf } from './file-plan.js';
import { assertTakes } from './filing.js';
import { giveInPlace, snapshotOf } from './in-place-groups.js';
import { isFrozen, isRecord } from './kinds.js';
import { place } from './move.js';
import { becomeRecord } from './record.js';
import { frozen } from './refusals.js';
import { reviewed } from './vital.js';

const reference = (id: string): string => `workspace://SpacesStore/${id}`;

async function requireDeclarable(session: Session, id: string): Promise<NodeRow> {
  const seen = await findNode(session, id);
  if (seen === undefined || !(await may(session.sql, session.caller, seen, 'update'))) {
    throw plain(403, `Cannot create record from document, because the user ${session.caller.user} does not have Write permissions on the doucment ${reference(id)}`);
  }
  const node = await kept(session, id);
  if (isRecord(node)) throw plain(422, `Cannot create record, because ${reference(id)} is already a record.`);
  if (!session.dictionary.isA(node.type, 'cm:content')) throw plain(422, `Cannot create record, because ${reference(id)} is not a supported type.`);
  if (isFrozen(node)) throw frozen('updated');
  assertUnlocked(session, node);
  return node;
}

/**
 * Makes a document a record where it is: the file plan becomes its first parent, its folder stays a second one unless it is hidden there,
 * and who could read or write it at this moment is kept in groups.
 * @param folder a record folder; unfiled otherwise
 * @throws AcsError 403, 422
 */
export async function declareInPlace(session: Session, id: string, folder: NodeRow | undefined, hidden: boolean): Promise<NodeRow> {
  const node = await requireDeclarable(session, id);
  if (folder !== undefined) await assertTakes(session, folder, 'FileUnfiledRecords');
  const [filePlan, unfiled] = [await filePlanOf(session), await containerOf(session, 'unfiled')];
  const snapshot = await snapshotOf(session, node);
  const originating = { 'rma:recordOriginatingLocation': node.parent, 'rma:recordOriginatingUserId': session.caller.user, 'rma:recordOriginatingCreationDate': new Date().toISOString() };
  const placed = await place(session, node, (folder ?? unfiled).id, !hidden);
  await giveInPlace(session, placed, filePlan.id, snapshot);
  const record = await becomeRecord(session, placed, { filed: folder !== undefined, aspects: ['rma:recordOriginatingDetails'], set: originating });
  if (folder !== undefined) {
    await reviewed(session, folder, record);
    await onFiled(session, (await findNode(session, id)) ?? record);
  }
  return (await findNode(session, id)) ?? record;
}

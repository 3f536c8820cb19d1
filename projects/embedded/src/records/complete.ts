import { plain } from '../http/errors.js';
import { findNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import type { Session } from '../repository.js';
import { onCompleted } from '../disposition/lifecycle.js';
import { accessDenied, requireCapability } from '../rm-security/capabilities.js';
import { changeNode, kept } from './change.js';
import { isComplete, isCutOff, isFrozen, isRecord } from './kinds.js';

/** Completes a record: from then on its own properties are untouchable. @throws AcsError 403, 422 */
export async function completeRecord(session: Session, seen: NodeRow): Promise<NodeRow> {
  const record = await kept(session, seen.id);
  if (isComplete(record)) throw plain(422, 'The record is already completed.');
  if (isFrozen(record)) throw plain(422, 'The record is frozen.');
  await requireCapability(session, 'DeclareRecords', record);
  const completed = await changeNode(session, record.id, { add: ['rma:declaredRecord'], set: { 'rma:declaredAt': new Date().toISOString(), 'rma:declaredBy': session.caller.user } });
  await onCompleted(session, completed);
  return (await findNode(session, record.id)) ?? completed;
}

/** Opens a completed record again. @throws AcsError 403 */
export async function reopenRecord(session: Session, record: NodeRow): Promise<NodeRow> {
  if (!isRecord(record) || !isComplete(record) || isFrozen(record) || isCutOff(record)) throw accessDenied();
  await requireCapability(session, 'UndeclareRecords', record);
  return changeNode(session, record.id, { remove: ['rma:declaredRecord'], clear: ['rma:declaredAt', 'rma:declaredBy'] });
}

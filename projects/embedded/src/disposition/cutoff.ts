import { randomUUID } from 'node:crypto';
import { runningNumber } from '../http/errors.js';
import { WebscriptError } from '../http/webscript.js';
import type { NodeRow } from '../nodes/node.js';
import { changeNode } from '../records/change.js';
import { isCutOff, isFolder } from '../records/kinds.js';
import type { Session } from '../repository.js';
import { accessDenied } from '../rm-security/capabilities.js';
import { assertMay, momentOf, type Action } from './action.js';
import { perform, recordsIn } from './perform.js';

async function cut(session: Session, node: NodeRow): Promise<void> {
  await changeNode(session, node.id, { add: ['rma:cutOff'], set: { 'rma:cutOffDate': await momentOf(session), ...(isFolder(node) ? { 'rma:isClosed': true } : {}) } });
}

/** Cuts off: nothing more is added, and the days that count from the cut-off begin. */
export const cutoff: Action = async (session, node) => {
  await assertMay(session, node, 'ApproveRecordsScheduledForCutoff');
  await perform(session, node, 'cutoff', async () => {
    if (isFolder(node)) for (const record of await recordsIn(session, node)) await cut(session, record);
    await cut(session, node);
  });
  return undefined;
};

/** Undoing a cut-off takes its date away, which AGS itself then refuses: the date may be counted from. */
export const unCutoff: Action = async (session, node) => {
  await assertMay(session, node, 'ApproveRecordsScheduledForCutoff');
  if (!isCutOff(node)) throw accessDenied();
  throw new WebscriptError(500, `${runningNumber()} Failed to execute transaction-level behaviour public abstract void org.alfresco.repo.node.NodeServicePolicies$OnUpdatePropertiesPolicy.onUpdateProperties(org.alfresco.service.cmr.repository.NodeRef,java.util.Map,java.util.Map) in transaction ${randomUUID()} : null(${runningNumber()} Error updating property rma:cutOffDate to null, because property is being used to determine a disposition date.)`);
};

/** Ends a step that only waited. */
export const retain: Action = async (session, node) => {
  await assertMay(session, node, 'EndRetention');
  await perform(session, node, 'retain', () => Promise.resolve());
  return undefined;
};

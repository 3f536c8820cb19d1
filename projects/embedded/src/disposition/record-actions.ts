import { completeRecord, reopenRecord } from '../records/complete.js';
import { setClosed } from '../records/folders.js';
import { isComponent, isRecord } from '../records/kinds.js';
import { rejectRecord } from '../records/reject.js';
import { accessDenied, requireCapability } from '../rm-security/capabilities.js';
import { missingParameter, type Action } from './action.js';
import { createSchedule } from './schedules.js';

export const declareRecord: Action = async (session, node) => {
  if (!isRecord(node)) throw accessDenied();
  await completeRecord(session, node);
  return undefined;
};

export const undeclareRecord: Action = async (session, node) => {
  await reopenRecord(session, node);
  return undefined;
};

export const reject: Action = async (session, node, parameters) => {
  const reason = parameters['reason'];
  if (typeof reason !== 'string' || reason === '') throw missingParameter('reason', 'reject');
  await rejectRecord(session, node, reason);
  return undefined;
};

const closing = (closed: boolean): Action => async (session, node) => {
  await setClosed(session, node, closed);
  return undefined;
};
export const closeRecordFolder = closing(true);
export const openRecordFolder = closing(false);

export const createDispositionSchedule: Action = async (session, node) => {
  if (!isComponent(node) || node.type !== 'rma:recordCategory') throw accessDenied();
  await requireCapability(session, 'CreateModifyDestroyFileplanMetadata', node);
  await createSchedule(session, node, {});
  return undefined;
};

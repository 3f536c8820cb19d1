import { findNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import { changeNode } from '../records/change.js';
import { isComponent, isFolder } from '../records/kinds.js';
import { reviewed } from '../records/vital.js';
import type { Session } from '../repository.js';
import { auditChanges } from '../rm-security/audit.js';
import { onPropertiesChanged } from './lifecycle.js';
import { parsePeriod } from './period.js';
import { recordsIn } from './perform.js';

const vital = ['rma:vitalRecordIndicator', 'rma:reviewPeriod'] as const;

/** A folder's review goes down to its records. */
async function passReviewOn(session: Session, folder: NodeRow): Promise<void> {
  const period = parsePeriod(String(folder.properties['rma:reviewPeriod'] ?? 'none|0'));
  const noted = { 'rma:recordSearchVitalRecordReviewPeriod': period.kind, 'rma:recordSearchVitalRecordReviewPeriodExpression': period.expression };
  const on = folder.properties['rma:vitalRecordIndicator'] === true;
  await changeNode(session, folder.id, on ? { set: noted, silent: true } : { clear: Object.keys(noted), silent: true });
  for (const record of await recordsIn(session, folder)) await reviewed(session, folder, record);
}

/**
 * Somebody changed properties of a node: in the file plan, days are counted anew, reviews go down, and the audit has it.
 * @throws AcsError 500 when a day that a period counts from was taken away
 */
export async function onChanged(session: Session, before: NodeRow, after: NodeRow): Promise<NodeRow> {
  if (!isComponent(after)) return after;
  await onPropertiesChanged(session, before, after);
  if (isFolder(after) && vital.some((name) => before.properties[name] !== after.properties[name])) await passReviewOn(session, after);
  await auditChanges(session, before, after);
  return (await findNode(session, after.id)) ?? after;
}

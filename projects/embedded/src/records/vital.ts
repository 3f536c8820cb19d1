import type { NodeRow } from '../nodes/node.js';
import type { Session } from '../repository.js';
import { changeNode } from './change.js';

const names = ['rma:vitalRecordIndicator', 'rma:reviewPeriod'] as const;

/** A vital record's review, as the container above has it, unless the new one was given its own. */
export function inheritedReview(parent: NodeRow, node: NodeRow): Record<string, unknown> {
  const given = node.properties['rma:vitalRecordIndicator'] === true;
  const from = !given && parent.properties['rma:vitalRecordIndicator'] === true ? parent : node;
  return Object.fromEntries(names.map((name) => [name, from.properties[name] ?? (name === 'rma:reviewPeriod' ? 'none|0' : false)]));
}

const steps: Readonly<Record<string, (at: Date, count: number) => void>> = {
  day: (at, count) => at.setUTCDate(at.getUTCDate() + count),
  week: (at, count) => at.setUTCDate(at.getUTCDate() + 7 * count),
  month: (at, count) => at.setUTCMonth(at.getUTCMonth() + count),
  quarter: (at, count) => at.setUTCMonth(at.getUTCMonth() + 3 * count),
  year: (at, count) => at.setUTCFullYear(at.getUTCFullYear() + count),
};

/** A record in a folder of vital records is due for review a period from now; in another folder it isn't. */
export async function reviewed(session: Session, folder: NodeRow, record: NodeRow): Promise<void> {
  const vital = folder.properties['rma:vitalRecordIndicator'] === true;
  const [kind = 'none', count = '0'] = String(folder.properties['rma:reviewPeriod'] ?? 'none|0').split('|');
  const search = { 'rma:recordSearchVitalRecordReviewPeriod': kind, 'rma:recordSearchVitalRecordReviewPeriodExpression': count };
  if (!vital) {
    if (record.aspects.includes('rma:vitalRecord')) await changeNode(session, record.id, { remove: ['rma:vitalRecord'], clear: ['rma:reviewAsOf', ...Object.keys(search)], silent: true });
    return;
  }
  const due = new Date();
  steps[kind]?.(due, Number(count) || 0);
  await changeNode(session, record.id, { add: ['rma:vitalRecord', 'rma:recordSearch'], set: { ...search, ...(steps[kind] === undefined ? {} : { 'rma:reviewAsOf': due.toISOString() }) }, silent: true });
}

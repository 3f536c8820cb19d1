import type { BatchPlan } from '@bannette/domain';
import type { Words } from '../words/words.js';

/** What releasing a batch will do, a sentence each. */
export function whatWillHappen(plan: BatchPlan, words: Words): readonly string[] {
  const free = plan.envelopes.filter(({ fixed }) => !fixed);
  const made = free.filter(({ mail }) => !mail);
  const documents = free.flatMap((envelope) => envelope.documents);
  const unknown = documents.filter(({ beneficiaryUnknown }) => beneficiaryUnknown).length;
  const changed = free.length - made.length;
  return [
    ...(made.length ? [words.count('DESK.RELEASE.MADE', made.length)] : []),
    ...(changed ? [words.count('DESK.RELEASE.REMADE', changed)] : []),
    ...(plan.aside.length ? [words.count('DESK.RELEASE.ASIDE', plan.aside.length)] : []),
    ...(unknown ? [words.count('DESK.RELEASE.UNKNOWN', unknown)] : []),
  ];
}

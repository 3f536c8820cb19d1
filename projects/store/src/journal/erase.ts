import type { SubjectKind } from '../schema/foundation.js';
import type { Tx } from '../transaction.js';

/**
 * Erases the personal parts of all entries on a subject; the chain, which covers only their salted digests, stays whole.
 * Journals `journal.personalErased` with their number.
 *
 * @returns how many parts were erased
 */
export async function erasePersonalParts(tx: Tx, subject: { kind: SubjectKind; id: string }): Promise<number> {
  const { numDeletedRows } = await tx.trx
    .deleteFrom('journal_private')
    .using('journal')
    .whereRef('journal.seq', '=', 'journal_private.seq')
    .where('journal.entity_id', '=', tx.context.entityId)
    .where('journal.subject_kind', '=', subject.kind)
    .where('journal.subject_id', '=', subject.id)
    .executeTakeFirst();
  const parts = Number(numDeletedRows);
  if (parts > 0) tx.append({ type: 'journal.personalErased', subjectKind: subject.kind, subjectId: subject.id, data: { parts } });
  return parts;
}

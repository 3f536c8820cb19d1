import type { PlannedEnvelope } from '@bannette/domain';
import type { Tx } from '@bannette/store';
import type { FileRow, Made } from './state.js';

export interface Description {
  readonly nature: string | null;
  readonly beneficiaries: readonly string[];
  readonly beneficiary_unknown: boolean;
}

/**
 * What is said of documents: at the desk since they were made, else by whoever qualifies their mail. Writes it to their
 * files, and to their documents where those differ.
 *
 * @returns what is said of each document that there is, by its id in the plan, and whether the desk has changed it
 */
export async function carryDescriptions(tx: Tx, { parts }: Made, envelopes: readonly PlannedEnvelope[]): Promise<ReadonlyMap<string, { readonly said: Description; readonly changed: boolean }>> {
  const carried = new Map<string, { readonly said: Description; readonly changed: boolean }>();
  for (const planned of envelopes.flatMap(({ documents }) => documents)) {
    const part = parts.find(({ row }) => row.planned === planned.id)?.row;
    if (!part?.mail_id) continue;
    const before = ofFile(part);
    const wanted: Description = { nature: planned.nature ?? null, beneficiaries: planned.beneficiaries, beneficiary_unknown: planned.beneficiaryUnknown };
    const document = await tx.trx.selectFrom('document').select(['id', 'nature', 'beneficiary_unknown']).where('mail_id', '=', part.mail_id).where('spool_key', '=', part.spool_key).executeTakeFirst();
    if (!document) continue;
    const named = await tx.trx.selectFrom('document_beneficiary').select('beneficiary_id').where('document_id', '=', document.id).execute();
    const actual: Description = { nature: document.nature, beneficiaries: named.map(({ beneficiary_id }) => beneficiary_id), beneficiary_unknown: document.beneficiary_unknown };
    const now = same(wanted, before) ? actual : wanted;
    if (!same(now, before)) await tx.trx.updateTable('deposit_file').set({ ...now, beneficiaries: [...now.beneficiaries] }).where('id', '=', part.id).execute();
    carried.set(planned.id, { said: now, changed: !same(now, actual) });
    if (same(now, actual)) continue;
    await tx.trx.updateTable('document').set({ nature: now.nature, beneficiary_unknown: now.beneficiary_unknown }).where('id', '=', document.id).execute();
    await tx.trx.deleteFrom('document_beneficiary').where('document_id', '=', document.id).execute();
    const known = now.beneficiaries.length ? await tx.trx.selectFrom('beneficiary').select('id').where('id', 'in', now.beneficiaries).execute() : [];
    if (known.length) await tx.trx.insertInto('document_beneficiary').values(known.map(({ id }) => ({ document_id: document.id, beneficiary_id: id, named_by: tx.context.actor }))).execute();
  }
  return carried;
}

const ofFile = ({ nature, beneficiaries, beneficiary_unknown }: FileRow): Description => ({ nature, beneficiaries, beneficiary_unknown });
const same = (one: Description, other: Description): boolean => one.nature === other.nature && one.beneficiary_unknown === other.beneficiary_unknown && String([...one.beneficiaries].sort()) === String([...other.beneficiaries].sort());

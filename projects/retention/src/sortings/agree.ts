import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { agreementFlaw, dayIn, otherDecision, type GivenAgreement } from '@bannette/domain';
import { conflict, forbidden, invalid, notFound, type Call, type Contract, type SortingView } from '@bannette/http';
import { attachedBytes, type House, type LooksAtFiles } from '@bannette/house';
import { newId, type Tx } from '@bannette/store';
import { sql } from 'kysely';
import { sendKept, signaturesIn } from '../visa/files.js';
import { actOnSorting, seenSorting, type SortingChange, type SortingRow } from './act.js';
import { enqueueCarryOut } from './carry-out.js';
import { digestOfList, viewSorting } from './view.js';

interface Agreement extends GivenAgreement {
  /** Who agreed, as they sign. */
  readonly name: string;
  readonly reference: string;
}

/** The archivist's agreement to exactly the list that was shown, with what they changed in it. */
export async function agreeSorting(house: House, call: Call<Contract['agreeSorting']>): Promise<SortingView> {
  const { caller, params: { id }, body } = call;
  await actOnSorting(house, call, 'agree', async (sorting, tx) => {
    if (caller.id === sorting.created_by || caller.id === sorting.proposed_by) throw forbidden('agreeSorting');
    const agreed = await agree(house, tx, sorting, { ...body, digest: body.listSha512 }, await digestOfList(tx.trx, id));
    return withHow(agreed, 'online', { agreed_by: caller.id });
  });
  return viewSorting(house, caller, id);
}

/**
 * An agreement that came on paper, as the records manager copies it: the list as it was proposed, but for units that were struck
 * out on it. What was noted here meanwhile isn't on the paper, and doesn't count. Its file is kept with it.
 */
export async function recordAgreement(house: House, call: Call<Contract['recordSortingAgreement']>, antivirus: LooksAtFiles | undefined): Promise<SortingView> {
  const { caller, params: { id }, body } = call;
  await seenSorting(house, house.store.db, caller, id, 'recordAgreement');
  const { bytes, mediaType } = await attachedBytes(body.file.content, antivirus, ['application/pdf']);
  const signatures = await signaturesIn(bytes);
  await actOnSorting(house, call, 'recordAgreement', async (sorting, tx) => {
    const agreed = await agree(house, tx, sorting, body, sorting.proposed_sha512 ?? '');
    const file = newId();
    await tx.trx.insertInto('sorting_file').values({ id: file, sorting_id: id, name: body.file.name, media_type: mediaType, sha256: createHash('sha256').update(bytes).digest(), bytes, added_by: caller.id }).execute();
    return withHow(agreed, 'paper', { agreed_by: null, recorded_by: caller.id, recorded_by_name: caller.displayName, agreement_file: file, agreement_signatures: JSON.stringify(signatures) });
  });
  return viewSorting(house, caller, id);
}

const withHow = ({ set, entry }: Agreed, how: 'online' | 'paper', who: SortingChange['set']): SortingChange => ({ set: { ...set, ...who, agreed_how: how }, entry: { ...entry, data: { ...entry.data, how } } });

type Agreed = Required<Pick<SortingChange, 'set'>> & { readonly entry: NonNullable<SortingChange['entry']> };

/** Decides every unit for good. @throws 409 `sortingOtherList`; 422 for any other flaw of `agreementFlaw` */
async function agree(house: House, tx: Tx, sorting: SortingRow, agreement: Agreement, shown: string): Promise<Agreed> {
  const { id } = sorting;
  const { timeZone } = (await house.settings()).authority;
  const ranks = await tx.trx.selectFrom('sorting_item').select(['rank', 'unit', 'proposed']).distinct().where('sorting_id', '=', id).execute();
  const flaw = agreementFlaw(agreement, { sha512: shown, ranks: new Set(ranks.map(({ rank }) => rank)), proposedOn: dayIn(timeZone, sorting.proposed_at ?? house.now()), today: dayIn(timeZone, house.now()) });
  if (flaw) throw flaw.code === 'sortingOtherList' ? conflict(flaw.code, 'That is the digest of another list', {}) : invalid(flaw.code, 'The agreement can’t count like this', { ...flaw.params });
  if (agreement.struck) {
    await tx.trx.updateTable('sorting_item').set({ noted: null, noted_because: null }).where('sorting_id', '=', id).execute();
    for (const { rank, reason } of agreement.struck) {
      const unit = ranks.find((one) => one.rank === rank);
      if (unit) await tx.trx.updateTable('sorting_item').set({ noted: otherDecision(unit.proposed), noted_because: reason.trim() }).where('sorting_id', '=', id).where('unit', '=', unit.unit).execute();
    }
  }
  const sha512 = await digestOfList(tx.trx, id);
  await sql`UPDATE sorting_item SET decided = coalesce(noted, proposed), decided_because = CASE WHEN noted IS NULL THEN proposed_because ELSE noted_because END WHERE sorting_id = ${id}`.execute(tx.trx);
  const { rows: [sum] } = await sql<{ kept: number; not_kept: number; changed: number }>`SELECT count(*) FILTER (WHERE decided = 'kept')::int AS kept, count(*) FILTER (WHERE decided = 'notKept')::int AS not_kept, count(noted)::int AS changed FROM sorting_item WHERE sorting_id = ${id}`.execute(tx.trx);
  await enqueueCarryOut(tx, id);
  const { name, on, reference } = agreement;
  return {
    set: { agreed_by_name: name, agreed_on: on, reference, agreed_at: house.now(), agreed_sha512: sha512 },
    entry: { type: 'sorting.agreed', data: { on, reference, kept: sum?.kept ?? 0, notKept: sum?.not_kept ?? 0, changed: sum?.changed ?? 0, sha512, criterion: sorting.criterion, rule: { ...sorting.rule } }, personal: { name } },
  };
}

/** The file of an agreement that came on paper. */
export async function sortingAgreement(house: House, { caller, params, reply }: Call<Contract['sortingAgreement']>): Promise<Readable> {
  const { db } = house.store;
  const { agreement_file: id } = await seenSorting(house, db, caller, params.id);
  const file = id && (await db.selectFrom('sorting_file').selectAll().where('id', '=', id).executeTakeFirst());
  if (!file) throw notFound('file');
  return sendKept(file, reply);
}

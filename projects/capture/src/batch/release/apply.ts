import type { BatchPlan } from '@bannette/domain';
import type { House } from '@bannette/house';
import type { JsonObject, Tx } from '@bannette/store';
import { sql } from 'kysely';
import { lockBatch, type BatchRow } from '../batch-for.js';
import { settle } from '../settle.js';
import { withMails } from '../envelopes.js';
import type { Failure } from './cut.js';
import { carryDescriptions } from './descriptions.js';
import { endVanished, lockMails, makeEnvelope } from './mails.js';
import { markSeparated, placeAside, placeParts } from './parts.js';
import { loadMade, makingOf, type FileRow, type Made } from './state.js';

/** What a release came to. `again`: the plan has grown while its documents were cut. */
export type Applied = { readonly outcome: 'done'; readonly forget: readonly string[] } | { readonly outcome: 'again' } | { readonly outcome: 'failed'; readonly failure: Failure };

/** Makes mails equal to the plan that `seen` has, all at once; its documents were cut before. */
export async function applyRelease(house: House, seen: BatchRow): Promise<Applied> {
  const settings = await house.settings();
  return house.store.transaction({ entityId: seen.entity_id, actor: seen.releasing_for ?? 'system' }, async (tx): Promise<Applied> => {
    const batch = await lockBatch(tx, seen.id);
    if (!batch.releasing_since || JSON.stringify(batch.plan) !== JSON.stringify(seen.plan)) return { outcome: 'again' };
    const locked = await lockMails(tx, await loadMade(tx.trx, batch));
    const made = await loadMade(tx.trx, batch);
    const before = { made, mails: locked };
    const fixed = new Set(made.mails.filter(({ waits }) => !waits).map(({ envelope }) => envelope));
    const moved = movedOn(batch.plan, made, fixed);
    if (moved) return { outcome: 'failed', failure: { code: 'mailMovedOn', params: { mail: moved, chrono: locked.get(moved)?.chrono ?? '' } } };
    const envelopes = batch.plan.envelopes.filter(({ id }) => !fixed.has(id));
    const placed = await placeParts(tx, batch, made, envelopes, await carryDescriptions(tx, made, envelopes));
    await placeAside(tx, batch.plan);
    const wholeIds = new Set([...placed.values()].map(({ id }) => id));
    const fixedFiles = batch.plan.envelopes.filter(({ id }) => fixed.has(id)).flatMap(({ documents }) => documents.flatMap(({ id }) => made.parts.find(({ row }) => row.planned === id)?.row.id ?? []));
    await markSeparated(tx, made, batch.plan, new Set([...wholeIds, ...fixedFiles]));
    const into = new Map<string, string>(made.mails.map(({ envelope, mail }) => [envelope, mail]));
    for (const envelope of envelopes) into.set(envelope.id, await makeEnvelope(house, tx, batch, before, envelope, placed, settings));
    const ended = await endVanished(house, tx, batch, before, batch.plan, into);
    const forget = await endParts(house, tx, made, batch.plan, placed, ended);
    await tell(tx, batch, into, ended);
    return { outcome: 'done', forget };
  });
}

/** A mail that no longer waits to be qualified, and that the plan would change. */
function movedOn(plan: BatchPlan, made: Made, fixed: ReadonlySet<string>): string | undefined {
  return made.mails.find(({ envelope }) => {
    if (!fixed.has(envelope)) return false;
    const planned = plan.envelopes.find(({ id }) => id === envelope);
    return !planned || planned.documents.some((document) => makingOf(document, made).how !== 'kept');
  })?.mail;
}

/** Documents that are no longer there: what an ended mail has stays with it, the other bytes go. */
async function endParts(house: House, tx: Tx, made: Made, plan: BatchPlan, placed: ReadonlyMap<string, { readonly id: string; readonly changed: boolean }>, ended: readonly string[]): Promise<string[]> {
  const forget: string[] = [];
  const stays = new Set(plan.envelopes.flatMap(({ documents }) => documents.map(({ id }) => id)));
  for (const { row } of made.parts) {
    const recut = row.planned !== null && stays.has(row.planned) && row.cut_from !== null && placed.get(row.planned)?.id === row.id && isRecut(row, made, plan);
    if (recut) forget.push(...keysOf(row));
    if (row.cut_from === null || (row.planned !== null && stays.has(row.planned) && placed.get(row.planned)?.id === row.id) || !isOpen(row, made)) continue;
    const kept = row.mail_id !== null && ended.includes(row.mail_id);
    await tx.trx.updateTable('deposit_file').set({ state: 'merged', planned: null, ...(kept ? {} : { mail_id: null, leaving_at: house.now(), left_at: house.now() }) }).where('id', '=', row.id).execute();
    if (!kept) forget.push(...keysOf(row));
  }
  return forget;
}

const isRecut = (row: FileRow, made: Made, plan: BatchPlan): boolean => plan.envelopes.some(({ documents }) => documents.some((document) => document.id === row.planned && makingOf(document, made).how === 'cut'));
const keysOf = ({ spool_key, searchable_key }: FileRow): string[] => [spool_key, ...(searchable_key ? [searchable_key] : [])];
const isOpen = ({ mail_id }: FileRow, { mails }: Made): boolean => mails.find(({ mail }) => mail === mail_id)?.waits !== false;

/** Says that it is released, and what its mails are made of. */
async function tell(tx: Tx, batch: BatchRow, mails: ReadonlyMap<string, string>, ended: readonly string[]): Promise<void> {
  await tx.trx.deleteFrom('batch_cut').where('batch_id', '=', batch.id).execute();
  await tx.trx
    .updateTable('batch')
    .set({ state: 'released', released_plan: JSON.stringify(batch.plan), released_at: sql<Date>`now()`, released_by: batch.releasing_for_name ?? batch.releasing_for, releasing_since: null, releasing_for: null, releasing_for_name: null, release_failure: null, revision: batch.revision + 1 })
    .where('id', '=', batch.id)
    .execute();
  // Files that came while its mails were made are still to be read.
  await settle(tx, batch.id);
  const now = await loadMade(tx.trx, batch);
  const files = [...now.files.values()];
  const place = (file: string): number => files.findIndex(({ id }) => id === file);
  const plan = withMails(batch.plan, now.mails);
  tx.append({
    type: 'batch.released',
    subjectKind: 'batch',
    subjectId: batch.id,
    data: {
      files: files.map(({ sha512 }) => sha512),
      mails: plan.envelopes.map(({ id, documents }): JsonObject => ({
        mail: mails.get(id) ?? '',
        documents: documents.flatMap((document): JsonObject[] => {
          const part = now.parts.find(({ row }) => row.planned === document.id);
          return part ? [{ sha512: part.row.sha512, searchable: part.row.searchable_sha512, pages: document.pages.map(({ file, number, turn }) => [place(file), number, turn]) }] : [];
        }),
      })),
      aside: plan.aside.map(({ file, number, why }) => [place(file), number, why]),
      ended: [...ended],
    },
  });
}

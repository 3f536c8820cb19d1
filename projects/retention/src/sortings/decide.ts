import { houseGroups, type SortingDecision } from '@bannette/domain';
import { conflict, invalid, type Call, type Contract, type SortingView } from '@bannette/http';
import { peopleIn, type House } from '@bannette/house';
import type { Tx } from '@bannette/store';
import { actOnSorting, type SortingRow } from './act.js';
import { candidatesOf } from './candidates.js';
import { digestOfList, viewSorting } from './view.js';

type Decision = Call<Contract['decideSorting']>['body']['decisions'][number];

/** What the records manager proposes otherwise than the rule, and what the archivist notes otherwise than was proposed: whole units, and why. */
export async function decideSorting(house: House, call: Call<Contract['decideSorting']>): Promise<SortingView> {
  const { params: { id }, body } = call;
  await actOnSorting(house, { ...call, body: {} }, 'decide', async (sorting, tx) => {
    const own = sorting.state === 'draft' ? propose : note;
    for (const decision of body.decisions) await own(tx, sorting, decision);
    return { entry: { type: 'sorting.decided', data: { units: body.decisions.length, as: sorting.state === 'draft' ? 'proposal' : 'note' }, personal: { decisions: body.decisions.map(({ unit, decision, reason }) => ({ unit, decision, reason: reason ?? null })) } } };
  });
  return viewSorting(house, call.caller, id);
}

const unitOf = async (tx: Tx, sorting: SortingRow, unit: string): Promise<{ readonly picked: SortingDecision; readonly proposed: SortingDecision }> => {
  const found = await tx.trx.selectFrom('sorting_item').select(['picked', 'proposed']).where('sorting_id', '=', sorting.id).where('unit', '=', unit).executeTakeFirst();
  if (!found) throw invalid('sortingUnknownUnit', 'The list has no such unit', { unit });
  return found;
};

/** Where the criterion is to name what is kept one by one, it is the reason of each. */
async function propose(tx: Tx, sorting: SortingRow, { unit, decision, reason }: Decision): Promise<void> {
  const { picked } = await unitOf(tx, sorting, unit);
  const proposed = decision ?? picked;
  if (proposed !== picked && sorting.rule.by !== 'hand' && !reason) throw invalid('sortingNoReason', 'Say why it is decided otherwise', { unit });
  await tx.trx.updateTable('sorting_item').set({ proposed, proposed_because: proposed === picked ? null : reason || null }).where('sorting_id', '=', sorting.id).where('unit', '=', unit).execute();
}

async function note(tx: Tx, sorting: SortingRow, { unit, decision, reason }: Decision): Promise<void> {
  const { proposed } = await unitOf(tx, sorting, unit);
  const noted = decision === null || decision === proposed ? null : decision;
  if (noted && !reason) throw invalid('sortingNoReason', 'Say why it is decided otherwise', { unit });
  await tx.trx.updateTable('sorting_item').set({ noted, noted_because: noted ? (reason ?? null) : null }).where('sorting_id', '=', sorting.id).where('unit', '=', unit).execute();
}

/** Lays it before archivists. The rule is applied once more: what came or went since is told, and looked at first. */
export async function proposeSorting(house: House, call: Call<Contract['proposeSorting']>): Promise<SortingView> {
  const { caller, params: { id }, body } = call;
  const known = new Set((await peopleIn(house.store.db, houseGroups.archivists)).map((person) => person.id));
  await actOnSorting(house, call, 'propose', async (sorting, tx) => {
    const stranger = body.archivists.find((archivist) => !known.has(archivist));
    if (stranger !== undefined) throw invalid('unknownArchivist', `${stranger} is no archivist who has signed in`, { archivist: stranger });
    const listed = await tx.trx.selectFrom('sorting_item').select(['mail_id', 'picked']).where('sorting_id', '=', id).execute();
    if (!listed.length) throw conflict('sortingEmpty', 'There is nothing to sort', {});
    const { units } = await candidatesOf(house, tx.trx, { row: sorting.row_code, fromYear: sorting.from_year ?? undefined, toYear: sorting.to_year ?? undefined, services: sorting.services, rule: sorting.rule }, id);
    const now = new Map(units.flatMap(({ mails, picked }) => mails.map((mail) => [mail.id, picked] as const)));
    if (now.size !== listed.length || listed.some(({ mail_id, picked }) => now.get(mail_id) !== picked)) throw conflict('sortingMoved', 'Mails have come or gone since: make the list anew', { was: listed.length, is: now.size });
    const sha512 = await digestOfList(tx.trx, id);
    await tx.trx.updateTable('sorting_item').set({ claims: true, noted: null, noted_because: null }).where('sorting_id', '=', id).execute();
    return { set: { archivists: [...new Set(body.archivists)], proposed_by: caller.id, proposed_by_name: caller.displayName, proposed_at: house.now(), proposed_sha512: sha512, given_back_because: null, given_back_by_name: null }, entry: { type: 'sorting.proposed', data: { mails: listed.length, sha512, archivists: body.archivists.length, criterion: sorting.criterion, rule: { ...sorting.rule } } } };
  });
  return viewSorting(house, caller, id);
}

/** Back to a draft: its mails are free, what the archivist noted is forgotten. */
export async function giveBackSorting(house: House, call: Call<Contract['giveBackSorting']>): Promise<{ chrono: string }> {
  const { caller, params: { id }, body } = call;
  let chrono = '';
  await actOnSorting(house, call, 'giveBack', async (sorting, tx) => {
    chrono = sorting.chrono;
    await letGo(tx, id);
    return { set: { given_back_by_name: caller.displayName, given_back_because: body.reason }, entry: { type: 'sorting.givenBack', personal: { reason: body.reason } } };
  });
  return { chrono };
}

export async function cancelSorting(house: House, call: Call<Contract['cancelSorting']>): Promise<SortingView> {
  const { caller, params: { id }, body } = call;
  await actOnSorting(house, call, 'cancel', async (_sorting, tx) => {
    await letGo(tx, id);
    return { set: { cancelled_by_name: caller.displayName, cancelled_because: body.reason, cancelled_at: house.now() }, entry: { type: 'sorting.cancelled', personal: { reason: body.reason } } };
  });
  return viewSorting(house, caller, id);
}

const letGo = (tx: Tx, id: string) => tx.trx.updateTable('sorting_item').set({ claims: false, noted: null, noted_because: null }).where('sorting_id', '=', id).execute();

import { keepAgreements, tidyRow, type ScheduleRow } from '@bannette/domain';
import { conflict, notFound, type Call, type Contract, type ScheduleContent, type ScheduleVersion } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import { newId, type Tx } from '@bannette/store';
import { adoptPublished, baseRows, blank, findVersion, lockSchedule, nextNumber, requireEditor, requireSame, requireState, viewContent, viewVersion, type VersionRow } from './versions.js';

/** Begins a draft as the version in force is. @throws Problem 409 `draftOpen` while another is open */
export async function draftSchedule(house: House, call: Call<Contract['draftSchedule']>): Promise<ScheduleVersion> {
  await requireEditor(house, call.caller);
  const id = newId();
  await house.store.transaction(contextOf(house, call), async (tx) => {
    await lockSchedule(tx);
    const base = await adoptPublished(tx);
    const open = await tx.trx.selectFrom('schedule_version').select('number').where('entity_id', '=', house.entityId).where('state', 'in', ['draft', 'agreed']).executeTakeFirst();
    if (open) throw conflict('draftOpen', 'Another version is open', { number: open.number });
    const number = await nextNumber(tx);
    await tx.trx.insertInto('schedule_version').values({ ...blank, id, entity_id: house.entityId, number, state: 'draft', title: call.body.title ?? base.title, rows: JSON.stringify(base.rows), based_on: base.id, created_by: call.caller.id }).execute();
    tx.append({ type: 'schedule.drafted', subjectKind: 'schedule', subjectId: id, data: { number, basedOn: base.number } });
  });
  return viewVersion(house, id);
}

/** Changes rows of a draft by their code; a row that no longer says what the archives agreed to loses their agreement. */
export async function changeSchedule(house: House, call: Call<Contract['changeSchedule']>): Promise<ScheduleContent> {
  const { title, changes, revision } = call.body;
  await onDraft(house, call, 'changeSchedule', revision, async (tx, version) => {
    const rows = changes.reduce(changed, [...version.rows]);
    await keepRows(tx, version, rows, title);
    tx.append({ type: 'schedule.changed', subjectKind: 'schedule', subjectId: version.id, data: { number: version.number, rows: changes.map(({ was, row }) => row?.code ?? was ?? '').slice(0, 200) } });
  });
  return viewContent(house, call.params.id);
}

function changed(rows: ScheduleRow[], { was, row }: Call<Contract['changeSchedule']>['body']['changes'][number]): ScheduleRow[] {
  const at = rows.findIndex(({ code }) => code === was);
  if (was !== undefined && at < 0) throw notFound('row');
  if (!row) return rows.filter((_, index) => index !== at);
  const tidy = tidyRow(row);
  const taken = rows.findIndex(({ code }) => code.toLowerCase() === tidy.code.toLowerCase());
  if (taken >= 0 && taken !== at) throw conflict('rowCodeTaken', `There is a row ${tidy.code}`, { code: tidy.code });
  return at < 0 ? [...rows, tidy] : rows.with(at, tidy);
}

/** Writes a draft's rows, each with the agreement that it may keep. */
export async function keepRows(tx: Tx, version: VersionRow, rows: readonly ScheduleRow[], title = version.title): Promise<void> {
  const kept = keepAgreements(rows, await baseRows(tx, version));
  await tx.trx.updateTable('schedule_version').set({ rows: JSON.stringify(kept), title, revision: version.revision + 1, changed_by: tx.context.actor, changed_at: new Date() }).where('id', '=', version.id).execute();
}

/** Throws a version away that was never in force. */
export async function discardSchedule(house: House, call: Call<Contract['discardSchedule']>): Promise<void> {
  await requireEditor(house, call.caller, call.params.id);
  await house.store.transaction(contextOf(house, call), async (tx) => {
    await lockSchedule(tx);
    const version = await findVersion(house, call.params.id, tx.trx);
    if (version.state !== 'agreed') requireState(version, 'draft', 'discardSchedule');
    requireSame(version, call.body.revision);
    await tx.trx.deleteFrom('schedule_version').where('id', '=', version.id).execute();
    tx.append({ type: 'schedule.discarded', subjectKind: 'schedule', subjectId: version.id, data: { number: version.number } });
  });
}

/** Does `work` on a draft as its editor saw it. */
export async function onDraft(house: House, call: Pick<Call<Contract['changeSchedule']>, 'caller' | 'correlationId' | 'params'>, action: string, revision: number, work: (tx: Tx, version: VersionRow) => Promise<void>): Promise<void> {
  await requireEditor(house, call.caller, call.params.id);
  await house.store.transaction(contextOf(house, call), async (tx) => {
    await lockSchedule(tx);
    const version = await findVersion(house, call.params.id, tx.trx);
    requireState(version, 'draft', action);
    requireSame(version, revision);
    await work(tx, version);
  });
}

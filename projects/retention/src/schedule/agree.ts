import { agreeRows, dayIn, flawsOf, keepAgreements, scheduleFlaws, type ScheduleRow } from '@bannette/domain';
import { conflict, invalid, type Call, type Contract, type ScheduleVersion } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import { publishSetting, type JsonObject } from '@bannette/store';
import { onDraft } from './edit.js';
import { flawedUses, usesOf } from './uses.js';
import { adoptPublished, baseRows, findVersion, lockSchedule, requireEditor, requireSame, requireState, supersede, viewVersion } from './versions.js';

/** Records the archives' agreement: rows that they agreed to before, and that still say the same, keep that one. */
export async function agreeSchedule(house: House, call: Call<Contract['agreeSchedule']>): Promise<ScheduleVersion> {
  const { by, on, reference, rows: codes, revision } = call.body;
  const today = dayIn((await house.settings()).authority.timeZone, house.now());
  if (on > today) throw invalid('dayInFuture', `${on} is in the future`, { day: on });
  await onDraft(house, call, 'agreeSchedule', revision, async (tx, version) => {
    await requireSound(house, version.rows);
    const lost = codes?.find((code) => !version.rows.some((row) => row.code === code));
    if (lost !== undefined) throw invalid('unknownRow', `There is no row ${lost}`, { row: lost });
    const agreement = { by, on, reference };
    const rows = agreeRows(version.rows, agreement, codes);
    await tx.trx.updateTable('schedule_version').set({ state: 'agreed', rows: JSON.stringify(rows), agreement: JSON.stringify(agreement), agreed_by: call.caller.id, agreed_at: house.now(), revision: version.revision + 1 }).where('id', '=', version.id).execute();
    tx.append({ type: 'schedule.agreed', subjectKind: 'schedule', subjectId: version.id, data: { number: version.number, on, reference, rows: rows.filter((row) => row.agreed === agreement).length }, personal: { by } });
  });
  return viewVersion(house, call.params.id);
}

/** Back to a draft, without the agreement that was just recorded. */
export async function reopenSchedule(house: House, call: Call<Contract['reopenSchedule']>): Promise<ScheduleVersion> {
  await requireEditor(house, call.caller, call.params.id);
  await house.store.transaction(contextOf(house, call), async (tx) => {
    await lockSchedule(tx);
    const version = await findVersion(house, call.params.id, tx.trx);
    requireState(version, 'agreed', 'reopenSchedule');
    requireSame(version, call.body.revision);
    const rows = keepAgreements(version.rows, await baseRows(tx, version));
    await tx.trx.updateTable('schedule_version').set({ state: 'draft', rows: JSON.stringify(rows), agreement: null, agreed_by: null, agreed_at: null, revision: version.revision + 1 }).where('id', '=', version.id).execute();
    tx.append({ type: 'schedule.reopened', subjectKind: 'schedule', subjectId: version.id, data: { number: version.number } });
  });
  return viewVersion(house, call.params.id);
}

/**
 * Brings an agreed version into force: the setting `schedule` is published in the same transaction. Due days and the file plan
 * follow, by those who hear of the publication.
 *
 * @throws Problem 409 `scheduleMovedOn` when another version has come into force since this one was begun
 */
export async function enforceSchedule(house: House, call: Call<Contract['enforceSchedule']>): Promise<ScheduleVersion> {
  await requireEditor(house, call.caller, call.params.id);
  const settings = await house.settings();
  await house.store.transaction(contextOf(house, call), async (tx) => {
    await lockSchedule(tx);
    const version = await findVersion(house, call.params.id, tx.trx);
    requireState(version, 'agreed', 'enforceSchedule');
    requireSame(version, call.body.revision);
    const before = await adoptPublished(tx);
    if (version.based_on !== before.id) throw conflict('scheduleMovedOn', 'Another version has come into force since', { number: before.number });
    await requireSound(house, version.rows);
    const data = { title: version.title, rows: [...version.rows] };
    const [flaw] = flawsOf({ ...settings, schedule: data });
    if (flaw) throw invalid('settingsFlaw', 'The settings do not agree', { path: flaw.path, code: flaw.code, value: flaw.value });
    const published = await publishSetting(tx, 'schedule', data as unknown as JsonObject, call.body.comment || version.title);
    await supersede(tx, before);
    await tx.trx.updateTable('schedule_version').set({ state: 'inForce', in_force_by: call.caller.id, in_force_at: house.now(), setting_version: published, revision: version.revision + 1 }).where('id', '=', version.id).execute();
    tx.append({ type: 'schedule.enforced', subjectKind: 'schedule', subjectId: version.id, data: { number: version.number, setting: published } });
  });
  return viewVersion(house, call.params.id);
}

async function requireSound(house: House, rows: readonly ScheduleRow[]): Promise<void> {
  const [flaw] = scheduleFlaws(rows, flawedUses(await usesOf(house, rows)));
  if (flaw) throw invalid('scheduleFlawed', `Row ${flaw.row}: ${flaw.code}`, { row: flaw.row, flaw: flaw.code });
}

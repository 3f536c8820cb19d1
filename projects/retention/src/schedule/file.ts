import { compareSchedules, readRows, type ScheduleRow } from '@bannette/domain';
import { invalid, type Call, type Contract } from '@bannette/http';
import type { House } from '@bannette/house';
import { readScheduleCsv, writeScheduleCsv } from './csv.js';
import { keepRows, onDraft } from './edit.js';
import { findVersion, requireReader, viewVersion } from './versions.js';

const mostRows = 2000;

/** A version as CSV. */
export async function scheduleFile(house: House, { caller, params, reply }: Call<Contract['scheduleFile']>): Promise<unknown> {
  await requireReader(house, caller, params.id);
  const { number, rows } = await findVersion(house, params.id);
  return reply.header('content-disposition', `attachment; filename="tableau-de-gestion-v${number}.csv"`).header('x-content-type-options', 'nosniff').type('text/csv; charset=utf-8').send(writeScheduleCsv(rows));
}

/** Takes rows of a file into a draft: all of them, or, when one can't be read or it is a dry run, none. */
export async function importSchedule(house: House, call: Call<Contract['importSchedule']>) {
  const { text, mode, dryRun, revision } = call.body;
  const lines = readScheduleCsv(text);
  if (lines.length > mostRows + 1) throw invalid('tooManyRows', `More than ${mostRows} rows`, { most: mostRows });
  let told: { flaws: ReturnType<typeof readRows>['flaws']; rows: number; before: readonly ScheduleRow[]; after: readonly ScheduleRow[]; applied: boolean } | undefined;
  await onDraft(house, call, 'importSchedule', revision, async (tx, version) => {
    const { rows: read, flaws } = readRows(lines, version.rows);
    const after = mode === 'merge' ? merged(version.rows, read) : read;
    const applied = !dryRun && !flaws.length && read.length > 0;
    told = { flaws, rows: read.length, before: version.rows, after, applied };
    if (!applied) return;
    await keepRows(tx, version, after);
    tx.append({ type: 'schedule.imported', subjectKind: 'schedule', subjectId: version.id, data: { number: version.number, mode, rows: read.length } });
  });
  if (!told) throw new Error('the draft was not looked at');
  const plain = ({ agreed: _, ...row }: ScheduleRow): ScheduleRow => row;
  const { added, removed, changed, same } = compareSchedules(told.before.map(plain), told.after.map(plain));
  return { flaws: told.flaws.slice(0, 500), rows: told.rows, difference: { added: [...added], removed: [...removed], changed: changed.map((row) => ({ ...row, fields: [...row.fields] })), same }, applied: told.applied, version: await viewVersion(house, call.params.id) };
}

function merged(rows: readonly ScheduleRow[], read: readonly ScheduleRow[]): ScheduleRow[] {
  const codes = new Map(read.map((row) => [row.code, row]));
  return [...rows.map((row) => codes.get(row.code) ?? row), ...read.filter(({ code }) => !rows.some((row) => row.code === code))];
}

import type { ScheduleRow } from '@bannette/domain';
import { checkName } from '../nodes/properties.js';
import { categoryName, isScheduled, missingSteps, plainName, rowMark, sameStep, scheduleFor, stepsFor, type PlannedRow } from './schedule-rows.js';

const agreed = { by: 'Archives départementales', on: '2026-01-05', reference: 'AD/2026/12' };
const row = (changes: Partial<ScheduleRow> = {}): ScheduleRow => ({ code: 'CHR-01', label: 'Chronos : arrivée et "copies"', years: 10, trigger: 'FIN_ANNEE', finalSort: 'D', source: 'Tableau', ...changes });
const planned = (changes: Partial<ScheduleRow> = {}, sample = false): PlannedRow => ({ row: row(changes), mark: '', version: 1, name: 'x', sample });

describe('a row of the retention schedule as a category', () => {
  it('is another category when its years, its trigger or its fate are others, and the same when its words are', () => {
    const mark = rowMark(row(), false);
    for (const change of [{ years: 11 }, { trigger: 'CLOTURE' }, { finalSort: 'T' }, { code: 'CHR-02' }] as const) expect(rowMark(row(change), false)).not.toBe(mark);
    expect(rowMark(row({ label: 'Autre', source: 'Autre', agreed }), false)).toBe(mark);
  });

  it('is another category as a sample, which an agreed row never is', () => {
    expect(rowMark(row(), true)).not.toBe(rowMark(row(), false));
    expect(rowMark(row({ agreed }), true)).toBe(rowMark(row(), false));
    expect(rowMark(row({ code: 'a/D/sample' }), false)).not.toMatch(/\/sample$/);
  });

  it('shows code, version and label in a name that Alfresco accepts', () => {
    expect(categoryName(row(), 2, false)).toBe('CHR-01 v2 – Chronos – arrivée et copies');
    expect(categoryName(row(), 1, true)).toBe('CHR-01 exemple v1 – Chronos – arrivée et copies');
    for (const label of ['a/b\\c', 'fin.', 'x'.repeat(400), 'qui ? <moi> | *', 'fin… ']) expect(() => checkName(categoryName(row({ label }), 1, false))).withContext(label).not.toThrow();
    expect(plainName('Ville de A.')).toBe('Ville de A');
  });
});

describe('the schedule of a category', () => {
  it('is written where the archives agreed, and says so; elsewhere only as a sample that calls itself one', () => {
    expect(isScheduled(planned())).toBeFalse();
    expect(isScheduled(planned({ agreed }))).toBeTrue();
    expect(isScheduled(planned({}, true))).toBeTrue();
    expect(scheduleFor(planned({ agreed })).authority).toContain('AD/2026/12');
    const { authority, instructions } = scheduleFor(planned({}, true));
    expect([authority, instructions]).toEqual([jasmine.stringContaining('EXEMPLE'), jasmine.stringContaining('EXEMPLE')]);
  });

  it('lets nothing but the visa lead to a destruction: no date does', () => {
    const [cutoff, retain, destroy] = stepsFor(row());
    expect(cutoff).toEqual(jasmine.objectContaining({ action: 'cutoff', period: 'none|0', events: ['gec_cloture'] }));
    expect(retain).toEqual(jasmine.objectContaining({ action: 'retain', period: 'year|10', periodFrom: 'rma:cutOffDate', events: [] }));
    expect(destroy).toEqual(jasmine.objectContaining({ action: 'destroy', period: 'none|0', events: ['gec_visa_elimination'], keepsProperties: true }));
  });

  it('of what is kept or sorted neither cuts off nor destroys', () => {
    for (const finalSort of ['C', 'T'] as const) expect(stepsFor(row({ finalSort }))).toEqual([jasmine.objectContaining({ action: 'retain', period: 'year|10', periodFrom: 'rma:dateFiled', events: [] })]);
  });

  it('is completed where its first steps are there, and called another where they are not', () => {
    const wanted = stepsFor(row());
    expect(missingSteps(wanted, [])).toEqual(wanted);
    expect(missingSteps(wanted, wanted.slice(0, 2))?.map(({ action }) => action)).toEqual(['destroy']);
    expect(missingSteps(wanted, wanted)).toEqual([]);
    expect(missingSteps(wanted, stepsFor(row({ years: 11 })))).toBeUndefined();
    expect(missingSteps(stepsFor(row({ finalSort: 'T' })), wanted)).toBeUndefined();
    expect(missingSteps(wanted, wanted.slice(1))).toBeUndefined();
  });

  it('is not the same with a date on the destruction, another event, or the properties gone', () => {
    const destroy = stepsFor(row())[2]!;
    for (const change of [{ period: 'year|1', periodFrom: 'rma:cutOffDate' }, { events: ['gec_cloture'] }, { events: [] }, { keepsProperties: false }]) expect(sameStep(destroy, { ...destroy, ...change })).withContext(JSON.stringify(change)).toBeFalse();
    expect(sameStep(destroy, { ...destroy, description: 'autre', periodFrom: 'cm:created' })).toBeTrue();
    const two = { ...destroy, events: ['a', 'b'] };
    expect(sameStep(two, { ...two, anyEvent: false })).toBeFalse();
  });
});

import type { ScheduleRow } from '../settings/schedule.js';
import { isRegisterRestricted, registerSeriesOf, registerStays, registerYearDays, registerYearState } from './series.js';

const row = (more: Partial<ScheduleRow> = {}): ScheduleRow => ({ code: 'CHR-04', label: 'Registre', years: 10, trigger: 'FIN_ANNEE', finalSort: 'D', source: '', agreed: { by: 'DAD', on: '2020-01-01', reference: 'R' }, ...more });
const settings = (rows: readonly ScheduleRow[], register?: { row?: string; service?: string }) => ({ authority: { register }, schedule: { rows } }) as unknown as Parameters<typeof registerSeriesOf>[0];

describe('The register of mail as a series', () => {
  it('has the row that the authority names, else CHR-04 where the schedule has it', () => {
    expect(registerSeriesOf(settings([row()])).row?.code).toBe('CHR-04');
    expect(registerSeriesOf(settings([row(), row({ code: 'REG-1' })], { row: 'REG-1', service: 'DGS' }))).toEqual({ row: row({ code: 'REG-1' }), service: 'DGS' });
    expect(registerSeriesOf(settings([row()], { row: 'GONE' })).row).toBeUndefined();
    expect(registerSeriesOf(settings([]))).toEqual({ row: undefined, service: undefined });
  });

  it('falls due by years that end together', () => {
    expect(registerYearDays(row(), 2014)).toEqual({ restrictedFrom: '2016-01-01', due: '2024-12-31' });
    expect(registerYearDays(row({ currentUseYears: 3 }), 2014).restrictedFrom).toBe('2018-01-01');
    expect(registerYearDays(row({ currentUseYears: 0 }), 2014).restrictedFrom).toBe('2015-01-01');
    expect(registerYearDays(undefined, 2014)).toEqual({ restrictedFrom: '2016-01-01' });
  });

  it('is read by the archives alone once its current use is over', () => {
    for (const [day, today, restricted] of [['2025-06-01', '2026-12-31', false], ['2025-06-01', '2027-01-01', true], ['2026-01-01', '2026-11-22', false], ['2019-12-31', '2026-11-22', true]] as const) expect(isRegisterRestricted(settings([row()]), day, today)).withContext(`${day} on ${today}`).toBe(restricted);
  });

  it('tells where a year stands', () => {
    const days = registerYearDays(row(), 2014);
    expect(['2015-12-31', '2016-01-01', '2024-12-31', '2025-01-01'].map((today) => registerYearState(days, false, today))).toEqual(['current', 'intermediate', 'intermediate', 'due']);
    expect(registerYearState(days, true, '2015-01-01')).toBe('eliminated');
    expect(registerYearState(registerYearDays(undefined, 2014), false, '2100-01-01')).toBe('intermediate');
  });

  it('goes only under an agreed row whose fate it is, or that was sorted so', () => {
    const of = (more: Partial<ScheduleRow>, sorted?: 'keep' | 'eliminate') => registerStays({ row: row(more), service: 'DGS' }, sorted);
    expect(of({})).toBeUndefined();
    expect(of({ agreed: undefined })).toBe('notAgreed');
    expect(of({ finalSort: 'C' })).toBe('fate');
    expect(of({ finalSort: 'C' }, 'eliminate')).toBe('fate');
    expect(of({ finalSort: 'T' })).toBe('notSorted');
    expect(of({ finalSort: 'T' }, 'keep')).toBe('fate');
    expect(of({ finalSort: 'T' }, 'eliminate')).toBeUndefined();
    expect(registerStays({ service: 'DGS' }, 'eliminate')).toBe('noRow');
    expect(registerStays({ row: row() }, undefined)).toBe('noService');
  });
});

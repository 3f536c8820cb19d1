import { communicabilityYears, personalDataKinds, retentionTriggers, type ScheduleRow } from '../settings/schedule.js';
import { agreeRows, keepAgreements } from './agreement.js';
import { readRows, scheduleColumns, toCells, type Line } from './cells.js';
import { scheduleFlaws } from './check.js';
import { compareSchedules } from './compare.js';
import { tidyRow, withoutAgreement } from './row.js';

const row = (more: Partial<ScheduleRow> = {}): ScheduleRow => ({ code: 'CHR-01', label: 'Chronos', years: 5, trigger: 'CLOTURE', finalSort: 'D', source: 'Circulaire', ...more });
const agreement = { by: 'Archives départementales', on: '2026-03-01', reference: 'AD/2026/7' };
const codes = (rows: readonly ScheduleRow[], uses?: Parameters<typeof scheduleFlaws>[1]) => scheduleFlaws(rows, uses).map(({ code, row: of, by }) => [code, of, ...(by ? [by] : [])].join(' '));

describe('A version of the retention schedule', () => {
  it('is checked before anyone agrees to it', () => {
    expect(codes([row(), row({ code: 'ADM-02' })], [{ row: 'CHR-01', by: 'Plainte' }])).toEqual([]);
    expect(codes([])).toEqual(['empty ']);
    expect(codes([row(), row({ code: 'chr-01' })])).toEqual(['duplicate chr-01']);
    expect(codes([row({ code: 'CHR 01' })])).toEqual(['codeForm CHR 01']);
    expect(codes([row({ currentUseYears: 6 })])).toEqual(['currentUseLonger CHR-01']);
    expect(codes([row({ currentUseYears: 5, personalData: 'ordinary', personalDataYears: 5 })])).toEqual([]);
    expect(codes([row({ personalDataYears: 6 })])).toEqual(['personalDataLonger CHR-01']);
    expect(codes([row({ personalData: 'none', personalDataYears: 1 })])).toEqual(['personalDataNone CHR-01']);
    expect(codes([row({ communicability: { years: 50, article: ' ' } })])).toEqual(['articleMissing CHR-01']);
    expect(codes([row({ communicability: { years: 0, article: '' } })])).toEqual([]);
  });

  it('never loses a row that types of mail, or mail itself, are filed under', () => {
    expect(codes([row()], [{ row: 'REC-01', by: 'Réclamation' }, { row: 'SOC-01', by: '12', mails: true }])).toEqual(['inUse REC-01 Réclamation', 'hasMails SOC-01 12']);
  });

  it('keeps the agreement of a row that still says the same, and of no other', () => {
    const base = [row({ agreed: agreement }), row({ code: 'ADM-01', agreed: agreement }), row({ code: 'ADM-02' })];
    const forged = { by: 'x', on: '2026-01-01', reference: 'x' };
    const drafted = [row({ source: 'Autre circulaire', agreed: forged }), row({ code: 'ADM-01', years: 4, agreed: agreement }), row({ code: 'ADM-02', agreed: forged }), row({ code: 'NEW-01', agreed: forged })];
    const kept = keepAgreements(drafted, base);
    expect(kept.map(({ agreed }) => agreed)).toEqual([agreement, undefined, undefined, undefined]);
    for (const change of [{ label: 'x' }, { finalSort: 'T' }, { trigger: 'DATE_DOC' }, { currentUseYears: 1 }, { personalData: 'special' }, { personalDataYears: 1 }, { communicability: { years: 25, article: 'L213-2' } }] as const)
      expect(keepAgreements([row(change)], base)[0]?.agreed).withContext(JSON.stringify(change)).toBeUndefined();
    const later = { ...agreement, reference: 'AD/2026/8' };
    expect(agreeRows(kept, later).map(({ agreed }) => agreed?.reference)).toEqual(['AD/2026/7', 'AD/2026/8', 'AD/2026/8', 'AD/2026/8']);
    expect(agreeRows(kept, later, ['ADM-02']).map(({ agreed }) => agreed?.reference)).toEqual(['AD/2026/7', undefined, 'AD/2026/8', undefined]);
  });

  it('is compared with another row by row and field by field', () => {
    const before = [row(), row({ code: 'ADM-01' }), row({ code: 'FIN-01', agreed: agreement })];
    const after = [row({ years: 3, communicability: { years: 50, article: 'L213-2' } }), row({ code: 'FIN-01' }), row({ code: 'NEW-01' })];
    const found = compareSchedules(before, after);
    expect([found.added.map(({ code }) => code), found.removed.map(({ code }) => code), found.same]).toEqual([['NEW-01'], ['ADM-01'], 0]);
    expect(found.changed).toEqual([
      { code: 'CHR-01', label: 'Chronos', fields: [{ field: 'years', before: '5', after: '3' }, { field: 'communicability', before: '', after: '50 L213-2' }] },
      { code: 'FIN-01', label: 'Chronos', fields: [{ field: 'agreed', before: 'Archives départementales, 2026-03-01, AD/2026/7', after: '' }] },
    ]);
    expect(compareSchedules(before, before)).toEqual({ added: [], removed: [], changed: [], same: 3 });
  });
});

describe('A schedule in a file', () => {
  const lines = (...cells: readonly (readonly string[])[]): Line[] => cells.map((each, index) => ({ line: index + 1, cells: each }));
  const head = ['code', 'intitule', 'dua_annees', 'point_de_depart', 'declencheur', 'sort_final', 'observation_reference', 'provenance'];

  it('comes back as it went, but for agreements', () => {
    let seed = 7;
    const next = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    const text = (): string => Array.from({ length: 1 + next(30) }, () => '=+-@;,"\'\n\té€ aZ9'[next(18)]).join('').trim() || 'x';
    const maybe = <T>(value: T): T | undefined => (next(2) ? value : undefined);
    for (let round = 0; round < 300; round++) {
      const rows = Array.from({ length: 1 + next(4) }, (_, index) =>
        tidyRow({ code: `R${index}.${text()}`.trim(), label: text(), years: next(121), trigger: retentionTriggers[next(retentionTriggers.length)] ?? 'CLOTURE', finalSort: (['D', 'C', 'T'] as const)[next(3)] ?? 'D', source: maybe(text()) ?? '', currentUseYears: maybe(next(121)), personalData: maybe(personalDataKinds[next(3)]), personalDataYears: maybe(next(121)), communicability: maybe({ years: communicabilityYears[next(6)] ?? 0, article: text() }), agreed: maybe(agreement) }),
      );
      expect(readRows(lines([...scheduleColumns], ...rows.map(toCells)))).toEqual({ rows: rows.map(withoutAgreement), flaws: [] });
    }
  });

  it('is read by the names of its columns, as archives write them', () => {
    const { rows, flaws } = readRows(lines(['Sort final', 'CODE', ' Intitulé ', 'DUA (années)', 'Déclencheur', 'Libre'], ['d', 'REC-01', 'Plaintes', '5', 'cloture', 'x']));
    expect([rows, flaws]).toEqual([[row({ code: 'REC-01', label: 'Plaintes', source: '' })], []]);
    expect(readRows(lines(head, ['REC-01', 'Plaintes', '5', 'Clôture', 'CLOTURE', 'D', 'Réf.', 'À valider'])).rows[0]?.source).toBe('Réf. – À valider');
  });

  it('leaves what it has no column for as it was', () => {
    const known = [row({ currentUseYears: 2, personalData: 'special', personalDataYears: 3, communicability: { years: 50, article: 'L213-2' }, agreed: agreement })];
    const [read] = readRows(lines(head.slice(0, 6), ['CHR-01', 'Chronos', '4', '', 'CLOTURE', 'D']), known).rows;
    expect(read).toEqual(withoutAgreement({ ...known[0]!, years: 4 }));
  });

  it('tells each cell that can’t be read, and takes nothing of its line', () => {
    expect(readRows(lines(['code', 'intitule'])).flaws).toEqual(['dua_annees', 'declencheur', 'sort_final'].map((column) => ({ code: 'missingColumn' as const, line: 1, column, value: '' })));
    const { rows, flaws } = readRows(lines([...head, 'duc_annees', 'donnees_personnelles', 'communicabilite_annees'], ['A', '', 'cinq', '', 'FIN', 'E', '', '', '200', 'oui', '30'], ['B', 'b', '1', '', 'CLOTURE', 'D'], ['b', 'b', '1', '', 'CLOTURE', 'D'], ['C', 'c', '121', '', 'CLOTURE', 'D']));
    expect(rows.map(({ code }) => code)).toEqual(['B']);
    expect(flaws.map(({ code, line, column }) => `${line} ${column} ${code}`)).toEqual(['2 intitule missing', '2 dua_annees notYears', '2 declencheur unknownTrigger', '2 sort_final unknownFate', '2 duc_annees notYears', '2 donnees_personnelles unknownPersonalData', '2 communicabilite_annees unknownDelay', '4 code twice', '5 dua_annees notYears']);
  });
});

import { differences } from './compare.js';
import { ruleTable as rules } from './rules/rule-table.js';
import { tables } from './tables.js';

const trays = tables.find(({ kind }) => kind === 'trays')!;
const tray = (id: string, service = 'RH') => ({ id, label: `Bannette ${id}`, service });

describe('What a publication would change', () => {
  it('is told row by row: added, removed, changed in which columns', () => {
    expect(differences(trays, [tray('a'), tray('b'), tray('c')], [tray('a'), tray('c', 'ROUTES'), tray('d')])).toEqual([
      { what: 'removed', row: 'Bannette b', columns: [] },
      { what: 'changed', row: 'Bannette c', columns: ['service'] },
      { what: 'added', row: 'Bannette d', columns: [] },
    ]);
  });
  it('is nothing when nothing has changed', () => {
    expect(differences(trays, [tray('a')], [{ ...tray('a') }])).toEqual([]);
  });
  it('is a new place where the order decides', () => {
    const rule = (id: string) => ({ id, label: id, enabled: true, when: {}, tray: 'a' });
    expect(differences(rules, [rule('1'), rule('2')], [rule('2'), rule('1')])).toEqual([{ what: 'moved', row: '2', columns: [] }, { what: 'moved', row: '1', columns: [] }]);
  });
  it('knows a row without a code as new', () => {
    expect(differences(trays, [tray('a')], [tray('a'), { id: '', label: '', service: '' }])).toEqual([{ what: 'added', row: '…', columns: [] }]);
  });
});

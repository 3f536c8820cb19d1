import { authorityData, authorityRows } from './authority-rows.js';
import { tables } from './tables.js';

const authority = { name: 'Département', address: ['1 place'], timeZone: 'Europe/Paris', reopenDays: 30, noticeDays: 30, undoSeconds: 10, separation: { patchT: true, foreignCodes: ['TAG:*'], keepBlankPages: false } };
const typed = (changes: { [name: string]: string | boolean }) => authorityRows(authority).map((row) => (String(row['name']) in changes ? { ...row, value: changes[String(row['name'])] } : row));

describe('The authority, row by row', () => {
  it('stays as it is while nothing is typed', () => {
    expect(authorityData(authority, authorityRows(authority))).toEqual(authority);
  });
  it('takes days as numbers, rounds as times in their order, and leaves out a mailbox that was emptied', () => {
    const { handOver, reopenDays, dpoEmail } = authorityData({ ...authority, dpoEmail: 'dpo@lys.example' }, typed({ rounds: '16:30, 11:30', reopenDays: '45', dpoEmail: '' }));
    expect([handOver, reopenDays, dpoEmail]).toEqual([{ rounds: ['11:30', '16:30'], escalateAfter: { amount: 1, unit: 'workingDays' } }, 45, undefined]);
  });
  it('takes bounds of eliminations one by one, the rest as it was, and what is emptied as usual', () => {
    const elimination = { maxItems: 500, maxShare: 0.2, maxErrors: 5, coolingDays: 7, backupDays: 90, minYears: 1, acknowledgeDays: 5, warnDays: 3, requireAcknowledgement: false };
    const { maxErrors: _, ...others } = elimination;
    expect(authorityData({ ...authority, elimination }, typed({ maxItems: '500', maxShare: '0,1', maxErrors: '5', coolingDays: '14', backupDays: '90', minYears: '1', acknowledgeDays: '5', warnDays: '3', requireAcknowledgement: true })).elimination as object).toEqual({ ...elimination, maxShare: 0.1, coolingDays: 14, requireAcknowledgement: true });
    expect(authorityData({ ...authority, elimination }, authorityRows({ ...authority, elimination }).map((row) => (row['name'] === 'maxErrors' ? { ...row, value: '' } : row))).elimination as object).toEqual(others);
    expect(authorityData(authority, typed({ dpoName: 'Karim Benali', controller: 'La présidente' }))).toEqual({ ...authority, dpoName: 'Karim Benali', controller: 'La présidente' });
  });
  it('keeps blank pages when that is ticked, and the codes that part letters beside it', () => {
    expect(authorityData(authority, typed({ keepBlankPages: true })).separation).toEqual({ patchT: true, foreignCodes: ['TAG:*'], keepBlankPages: true });
  });
});

describe('Codes that part letters', () => {
  const table = tables.find(({ id }) => id === 'separation')!;
  const all = { authority } as never;
  it('are a table in which Patch T is one of them', () => {
    expect(table.rows(all)).toEqual([{ text: 'PATCHT' }, { text: 'TAG:*' }]);
  });
  it('are written back as the settings keep them, beside the rest of the authority', () => {
    expect(table.write?.(all, [{ text: 'LOT-*', symbology: 'Code39' }])).toEqual({ ...authority, separation: { patchT: false, foreignCodes: [{ text: 'LOT-*', symbology: 'Code39' }], keepBlankPages: false } });
  });
});

import type { Settings } from '@bannette/domain';
import type { MailRow } from '@bannette/house';
import { retentionOf } from './compute.js';

const rows = ['CLOTURE', 'DATE_DOC', 'FIN_ANNEE', 'FIN_DROIT', 'NAISSANCE', 'FIN_EXERCICE', 'NOTIFICATION'].map((trigger) => ({ code: trigger, trigger, years: 5 }));
const settings = { authority: { timeZone: 'Europe/Paris', reopenDays: 30 }, schedule: { rows } } as unknown as Settings;
const mail = (row: string, more: Partial<MailRow> = {}): MailRow => ({ state: 'closed', schedule_row: row, document_date: '2026-01-15', departure_date: null, registered_at: new Date('2025-12-31T23:30:00Z'), closed_at: new Date('2026-03-31T22:30:00Z'), declared_trigger: null, ...more }) as MailRow;
const dates = (of: MailRow) => Object.values(retentionOf(of, settings));

describe('The retention of a mail', () => {
  it('runs from its row’s own trigger, in days of the authority’s time zone', () => {
    expect(dates(mail('CLOTURE'))).toEqual(['2026-04-01', '2031-04-01']);
    expect(dates(mail('DATE_DOC'))).toEqual(['2026-01-15', '2031-01-15']);
    expect(dates(mail('FIN_ANNEE'))).toEqual(['2026-12-31', '2031-12-31']);
    expect(dates(mail('FIN_EXERCICE'))).toEqual(['2026-12-31', '2031-12-31']);
  });

  it('is not known while its trigger is not, and never guessed', () => {
    for (const row of ['FIN_DROIT', 'NAISSANCE', 'NOTIFICATION', 'row that is gone']) expect(dates(mail(row))).withContext(row).toEqual([null, null]);
    expect(dates(mail('DATE_DOC', { document_date: null }))).toEqual([null, null]);
    expect(dates(mail('CLOTURE', { schedule_row: null }))).toEqual([null, null]);
  });

  it('runs from what people declared, before anything read off the mail', () => {
    for (const { code } of rows) expect(dates(mail(code, { declared_trigger: '2024-02-29' }))).withContext(code).toEqual(code.startsWith('FIN_') ? ['2024-12-31', '2029-12-31'] : ['2024-02-29', '2029-02-28']);
  });

  it('does not run while somebody works on the mail, nor for one that was voided', () => {
    for (const state of ['toQualify', 'registered', 'distributed', 'inProgress', 'toSend', 'voided'] as const) expect(dates(mail('CLOTURE', { state, declared_trigger: '2024-01-01' }))).withContext(state).toEqual([null, null]);
    for (const state of ['closed', 'noFollowUp', 'sent'] as const) expect(dates(mail('CLOTURE', { state }))).withContext(state).toEqual(['2026-04-01', '2031-04-01']);
  });

  it('of an outgoing mail runs from its departure', () => {
    expect(dates(mail('CLOTURE', { state: 'sent', closed_at: null, document_date: null, departure_date: '2026-05-02' }))).toEqual(['2026-05-02', '2031-05-02']);
    expect(dates(mail('DATE_DOC', { state: 'sent', document_date: null, departure_date: '2026-05-02' }))).toEqual(['2026-05-02', '2031-05-02']);
  });
});

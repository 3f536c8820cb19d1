import { retentionTriggers, type AuthoritySetting, type ScheduleRow } from '@bannette/domain';
import type { MailRow } from '@bannette/house';
import { newId, openStore, type Store } from '@bannette/store';
import { createTestDatabase, type TestDatabase } from '@bannette/store/testing';
import { sql } from 'kysely';
import { reckonOf } from '../records/reckon.js';
import { mailInFile, sqlDue, sqlTrigger } from './due-in-sql.js';
import { effectOf } from './effect.js';

const row = (code: string, more: Partial<ScheduleRow>): ScheduleRow => ({ code, label: code, years: 3, trigger: 'CLOTURE', finalSort: 'D', source: '', ...more });

describe('Due days that the database computes', () => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await createTestDatabase();
    store = await openStore({ databaseUrl: database.url });
  }, 60_000);
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  const addAffair = async (closed_on: string | null, declared_trigger: string | null): Promise<string> => {
    const id = newId();
    await sql`insert into affair (id, entity_id, register, year, number, chrono, title, search_name, service, state, opened_on, closed_on, declared_trigger, created_by, readers, listers) values (${id}, 'default', 'affairs', 2024, ${(Math.random() * 1e9) | 0}, ${id}, 'x', 'x', 'DGS', ${closed_on ? 'closed' : 'open'}, '2019-01-01', ${closed_on}, ${declared_trigger}, 'x', '{}', '{}')`.execute(store.db);
    return id;
  };
  const addMail = async (more: Partial<MailRow>): Promise<string> => {
    const id = newId();
    await store.db.insertInto('mail').values({ id, entity_id: 'default', category: 'incoming', state: 'closed', channel: 'post', proposals: '{}', read_text: '', copies: [], confidentiality: 0, readers: [], listers: [], ...more } as never).execute();
    return id;
  };

  it('are those that are reckoned one by one, for every trigger, year’s end and file', async () => {
    const files = [undefined, await addAffair('2024-02-29', null), await addAffair(null, null), await addAffair('2023-06-30', '2021-02-28')];
    let seed = 3;
    const next = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    const day = (): string => new Date(Date.UTC(2020 + next(6), next(12), 1 + next(31))).toISOString().slice(0, 10);
    const instant = (): Date => new Date(Date.parse(`${['2024-12-31', '2024-02-29', day(), day()][next(4)]}T${String([0, 22, 23, 12][next(4)]).padStart(2, '0')}:30:00Z`));
    const maybe = <T>(value: T): T | null => (next(3) ? value : null);
    const ids = [];
    for (let index = 0; index < 120; index++) ids.push(await addMail({ affair_id: files[next(4)] ?? null, document_date: maybe(['2024-02-29', day()][next(2)] ?? null), departure_date: maybe(day()), registered_at: maybe(instant()), closed_at: maybe(instant()), declared_trigger: next(4) ? null : day(), schedule_row: 'X' }));
    const mails = await store.db.selectFrom('mail').selectAll().where('id', 'in', ids).execute();
    const affairs = new Map((await store.db.selectFrom('affair').selectAll().execute()).map((affair) => [affair.id, affair]));
    for (const trigger of retentionTriggers)
      for (const [timeZone, fiscalYearEnd] of [['Europe/Paris', undefined], ['Pacific/Noumea', '02-29'], ['America/Guadeloupe', '06-30']] as const) {
        const authority = { timeZone, fiscalYearEnd, reopenDays: 30 } as AuthoritySetting;
        const own = row('X', { trigger, years: next(12) });
        const { rows } = await sql<{ id: string; trigger: string | null; due: string | null }>`select mail.id, ${sqlTrigger(trigger, authority)} as trigger, ${sqlDue(own, authority)} as due from ${mailInFile} where mail.id = any(${ids}::uuid[])`.execute(store.db);
        const found = new Map(rows.map(({ id, ...days }) => [id, days]));
        const settings = { authority, schedule: { title: '', rows: [own] } };
        for (const mail of mails) {
          const { trigger: from, due } = reckonOf(mail, settings, { affair: mail.affair_id ? affairs.get(mail.affair_id) : undefined });
          if (found.get(mail.id)?.trigger !== from || found.get(mail.id)?.due !== due) fail(`${trigger} ${timeZone} ${fiscalYearEnd}: ${JSON.stringify([found.get(mail.id), from, due])}`);
        }
      }
    expect(mails.length).toBe(120);
  }, 60_000);

  it('tell how many mails another schedule would make fall due earlier or later, by row, service and years', async () => {
    const authority = { timeZone: 'Europe/Paris' };
    const closed_at = new Date('2024-03-05T10:00:00Z');
    const filed = (schedule_row: string, more: Partial<MailRow> = {}) => addMail({ schedule_row, service: 'ROUTES', closed_at, retention_trigger: '2024-03-05', retention_due: '2029-03-05', ...more });
    for (let index = 0; index < 3; index++) await filed('A-1');
    await filed('A-1', { service: 'SOCIAL' });
    await filed('A-1', { intermediate_at: closed_at });
    await filed('A-1', { state: 'inProgress', closed_at: null, retention_due: null });
    await filed('B-1');
    await filed('C-1');
    await filed('D-1', { registered_at: new Date('2024-02-01T10:00:00Z') });
    const before = ['A-1', 'B-1', 'C-1', 'D-1'].map((code) => row(code, { years: 5 }));
    const after = [row('A-1', { years: 2 }), row('B-1', { years: 5, label: 'other words' }), row('C-1', { years: 5, trigger: 'NAISSANCE', finalSort: 'C' }), row('D-1', { years: 5, trigger: 'FIN_ANNEE' }), row('NEW-1', {})];
    const effect = await effectOf(store.db, { entityId: 'default', before, after, authority, today: '2026-06-01' });
    expect(effect).toEqual({
      mails: 7,
      kept: 1,
      earlier: 4,
      later: 1,
      known: 0,
      unknown: 1,
      dueAtOnce: 4,
      parts: [
        { row: 'A-1', service: 'ROUTES', how: 'earlier', years: 3, mails: 3 },
        { row: 'A-1', service: 'SOCIAL', how: 'earlier', years: 3, mails: 1 },
        { row: 'C-1', service: 'ROUTES', how: 'unknown', years: 0, mails: 1 },
        { row: 'D-1', service: 'ROUTES', how: 'later', years: 1, mails: 1 },
      ],
      fates: [{ row: 'C-1', before: 'D', after: 'C', mails: 1 }],
    });
  });
});

import { sql } from 'kysely';
import { newId } from '../ids.js';
import { openStore, type Store } from '../open-store.js';
import { createTestDatabase, type TestDatabase } from '../testing.js';
import { foldTrays, mendTrays, readTrays, sweepTrays, trayDifferences } from './counters.js';

const services = ['ROUTES', 'ENFANCE', 'RH'] as const;
const people = ['ines', 'marc', 'zoe'] as const;
const states = ['toQualify', 'registered', 'distributed', 'inProgress', 'toSend', 'closed', 'voided'] as const;
const treated: readonly string[] = ['distributed', 'inProgress', 'toSend'];
const days = ['2026-03-01', '2026-03-02', '2026-03-03', null] as const;

describe('Counts of trays', () => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await createTestDatabase();
    store = await openStore({ databaseUrl: database.url, poolSize: 6 });
    await store.db.insertInto('entity').values({ id: 'default', name: 'Lys' }).onConflict((conflict) => conflict.doNothing()).execute();
  }, 60_000);
  afterAll(async () => {
    await store.close();
    await database.drop();
  }, 60_000);

  /** Small numbers that look random and are the same in every run. */
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  const one = <T>(of: readonly T[]): T => of[random(of.length)] as T;
  const facts = () => {
    const state = one(states);
    const placed = treated.includes(state) || state === 'closed';
    const service = placed ? one(services) : null;
    const copies = placed && random(3) === 0 ? [...new Set([one(services), one(services)])].filter((code) => code !== service) : [];
    const confidentiality = random(4) === 0 ? 2 : 0;
    const readers = service ? [`S_${service}${confidentiality ? '__HEAD' : ''}`, ...copies.map((code) => `S_${code}${confidentiality ? '__HEAD' : ''}`)] : ['COURRIER'];
    return {
      state, service, copies, confidentiality: confidentiality as 0 | 2, readers,
      tray: service?.toLowerCase() ?? null,
      chrono: state === 'toQualify' ? null : newId(),
      listers: [...readers, 'COURRIER', ...(service ? [`S_${service}`] : [])],
      assignee: placed && random(2) ? one(people) : null,
      due_date: one(days),
      mail_rooms: random(3) ? null : ['GROUP_GEC_COURRIER__NORD'],
      open_alerts: random(4) ? 0 : 1,
    };
  };
  const mails: string[] = [];
  const change = async (): Promise<void> => {
    const { db } = store;
    const id = one(mails);
    const mark = { read_at: random(2) ? new Date() : null, followed_at: random(2) ? new Date() : null };
    switch (random(4)) {
      case 0:
        return add();
      case 1:
        await db.insertInto('mail_person').values({ mail_id: id, person_id: one(people), ...mark }).onConflict((conflict) => conflict.columns(['person_id', 'mail_id']).doUpdateSet(mark)).execute();
        return;
      default:
        await db.updateTable('mail').set(facts()).where('id', '=', id).execute();
    }
  };

  const add = async (): Promise<void> => {
    const id = newId();
    await store.db.insertInto('mail').values({ id, entity_id: 'default', category: 'incoming', channel: 'post', proposals: '{}', read_text: '', ...facts() }).execute();
    mails.push(id);
  };
  const several = (steps: number) =>
    Promise.all(Array.from({ length: 5 }, async () => {
      for (let step = 0; step < steps; step++) await change();
    }));
  beforeAll(async () => {
    for (let index = 0; index < 40; index++) await add();
    await several(10);
  }, 60_000);

  it('say what a recount says, however mails change at the same time, and before and after they are added up', async () => {
    for (let round = 0; round < 12; round++) {
      await several(8);
      if (round % 3 === 1) await foldTrays(store.db, one(['2026-03-01', '2026-03-02', '2026-03-04', '2026-02-20']));
      if (round % 5 === 4) await sweepTrays(store.db);
      expect(await trayDifferences(store.db)).withContext(`round ${round}`).toEqual([]);
    }
    while (await foldTrays(store.db, '2026-03-03'));
    expect(await trayDifferences(store.db)).toEqual([]);
    expect(await store.db.selectFrom('tray_bucket').select('who').where('open', '<', 0).execute()).toEqual([]);
  }, 60_000);

  it('say the same as the mails themselves, counted one by one', async () => {
    const rows = await store.db.selectFrom('mail').selectAll().execute();
    const marks = await store.db.selectFrom('mail_person').selectAll().execute();
    const today = '2026-03-02';
    const groups = ['S_ROUTES', 'S_ROUTES__HEAD'];
    const sums = async (...whose: string[]) => {
      const found = (await readTrays(store.db, { entityId: 'default', whose, groups, today })).filter(({ admitted }) => admitted);
      return [found.reduce((sum, { open }) => sum + open, 0), found.reduce((sum, { late }) => sum + late, 0), found.reduce((sum, row) => sum + row.today, 0)];
    };
    const count = (holds: (mail: (typeof rows)[number]) => boolean) => {
      const found = rows.filter(holds);
      return [found.length, found.filter(({ due_date }) => due_date !== null && due_date < today).length, found.filter(({ due_date }) => due_date === today).length];
    };
    const readable = (mail: (typeof rows)[number]): boolean => mail.readers.some((group) => groups.includes(group));
    const open = (mail: (typeof rows)[number]): boolean => treated.includes(mail.state);
    const withoutToday = async (...whose: string[]) => (await sums(...whose)).slice(0, 2);
    const counted = (holds: (mail: (typeof rows)[number]) => boolean) => count(holds).slice(0, 2);
    expect(await withoutToday('tray:routes')).toEqual(counted((mail) => open(mail) && mail.tray === 'routes'));
    expect(await withoutToday('unassigned:RH')).toEqual(counted((mail) => open(mail) && mail.service === 'RH' && !mail.assignee));
    expect(await withoutToday('assignee:ines')).toEqual(counted((mail) => open(mail) && mail.assignee === 'ines' && mail.listers.some((group) => groups.includes(group))));
    expect(await withoutToday('copy:ROUTES')).toEqual(counted((mail) => open(mail) && mail.copies.includes('ROUTES') && readable(mail)));
    expect(await sums('service:ROUTES')).toEqual(count((mail) => open(mail) && mail.service === 'ROUTES' && readable(mail)));
    expect(await withoutToday('queue:GROUP_GEC_COURRIER')).toEqual(counted((mail) => (mail.state === 'toQualify' || mail.state === 'registered') && !mail.mail_rooms));
    expect((await sums('read:marc:ROUTES'))[0]).toEqual(count((mail) => open(mail) && mail.service === 'ROUTES' && readable(mail) && marks.some((mark) => mark.mail_id === mail.id && mark.person_id === 'marc' && mark.read_at))[0]);
    expect((await sums('followed:zoe'))[0]).toEqual(count((mail) => readable(mail) && marks.some((mark) => mark.mail_id === mail.id && mark.person_id === 'zoe' && mark.followed_at))[0]);
    expect((await sums('signal-service:ENFANCE', 'signal-assignee:ines'))[0]).toEqual(count((mail) => mail.open_alerts > 0 && mail.state !== 'voided' && (mail.service === 'ENFANCE' || mail.assignee === 'ines') && mail.listers.some((group) => groups.includes(group)))[0]);
    expect(count(open)[0]).toBeGreaterThan(10);
  });

  it('are told apart from the truth, and made equal to it again', async () => {
    await store.db.insertInto('tray_delta').values({ entity_id: 'default', who: ['tray:routes'], guard: [], day: '2026-03-01', change: 3 }).execute();
    await foldTrays(store.db, '2026-03-02');
    await store.db.updateTable('tray_total').set({ late: 4711 }).where('who', '=', sql<string[]>`array['tray:rh']`).execute();
    const found = await trayDifferences(store.db);
    expect(found.find(({ who }) => who[0] === 'tray:routes')).toBeDefined();
    expect(found.some(({ who }) => who[0] === 'tray:rh')).toBeTrue();
    expect(await mendTrays(store.db, '2026-03-02')).toBe(1);
    expect(await trayDifferences(store.db)).toEqual([]);
    expect(await mendTrays(store.db, '2026-03-02')).toBe(0);
  });
});

import type { BoxView, UnscannedLine } from '@bannette/http';
import { newId } from '@bannette/store';
import { sql } from 'kysely';
import { withHouse } from '../start/with-house.js';
import { startTestHouse, testLetter, until, type Client, type TestHouse } from '../testing/index.js';
import { applyRebuild, planRebuild } from './index.js';
import { quiet } from './working-day.spec-support.js';

const signature = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('A rebuild of what is known of paper', () => {
  let house: TestHouse;
  let now = new Date('2026-11-16T09:00:00Z');
  beforeAll(async () => {
    house = await startTestHouse({ records: false });
  }, 120_000);
  afterAll(() => house.close(), 60_000);

  const paperOf = async (): Promise<unknown> =>
    (await sql<object>`select id, state, service, unscanned, envelope, handed_over, endorsement, endorsement_last, endorsed_on::text, scanner, box from mail order by id`.execute(house.store.db)).rows;

  it('brings back kind, envelope, opening, return, hand-over, numbers and box of mails whose rows are lost', async () => {
    const running = await house.serve({}, { now: () => now });
    const [clara, head] = (await Promise.all(['clara.moreau', 'marc.delmas'].map((person) => house.client(person, running.url)))) as [Client, Client];
    for (const client of [clara, head]) await client.get('/me');
    const register = async (more: object): Promise<UnscannedLine> => {
      const line = await clara.post<UnscannedLine>('/unscanned', { key: newId(), receivedAt: '2026-11-16', service: 'ROUTES', sender: { kind: 'company', name: 'Travaux du Lys' }, ...more });
      await until(`mail ${line.id} has its tray`, async () => (await house.store.db.selectFrom('mail').select('state').where('id', '=', line.id).executeTakeFirstOrThrow()).state === 'distributed');
      return line;
    };
    const bid = await register({ kind: 'OFFRE_SOUS_PLI', reference: '1A 234', time: '09:58', deadline: '2026-11-16', deadlineTime: '12:00' });
    const original = await register({ kind: 'ORIGINAL_A_RENDRE', reference: '2C 001' });
    const { body } = await clara.deposit([await testLetter('endossement')]);
    const scanned = (await clara.read(body.id)).mails[0]?.id ?? '';
    await clara.post(`/mails/${scanned}/qualify`, { type: 'VOIRIE', sender: { kind: 'individual', name: 'Odile Vasseur' }, subject: 'Nid-de-poule', service: 'ROUTES', receivedAt: '2026-11-16', endorsement: { number: '20261116100041', last: '20261116100043', scanner: 'KODAK_1' } });
    await until('it has its tray', async () => (await house.store.db.selectFrom('mail').select('state').where('id', '=', scanned).executeTakeFirstOrThrow()).state === 'distributed');
    await clara.post('/rounds', { key: newId(), mails: [bid.id], to: 'Anne Le Goff', signature });
    await clara.post(`/mails/${original.id}/return`, { on: '2026-11-16', how: 'post', reference: '2C 002' });
    const { code } = await clara.post<BoxView>('/boxes', { key: newId(), label: 'Novembre', location: 'Rayon 4' });
    await clara.post(`/boxes/${code}/mails`, { number: '20261116100042' });
    now = new Date('2026-11-16T14:00:00Z');
    await head.post(`/mails/${bid.id}/unseal`, { at: '2026-11-16T12:30:00.000Z', witnesses: ['Anne Le Goff', 'Paul Renard'] });
    await quiet(house);
    await running.stop();

    const before = await paperOf();
    expect((await withHouse(house.config(), planRebuild)).differences).toEqual([]);
    for (const id of [bid.id, original.id, scanned]) {
      await sql.raw(`delete from document_version where document_id in (select id from document where mail_id = '${id}')`).execute(house.store.db);
      for (const table of ['undo', 'note', 'alert', 'alfresco_event', 'late_hand_over', 'round_mail', 'document', 'retention_notice']) await sql.raw(`delete from ${table} where mail_id = '${id}'`).execute(house.store.db);
      await sql.raw(`update deposit_file set mail_id = null where mail_id = '${id}'`).execute(house.store.db);
      await sql.raw(`delete from mail where id = '${id}'`).execute(house.store.db);
    }
    await withHouse(house.config(), async (own) => applyRebuild(own, await planRebuild(own)));
    expect(await paperOf()).toEqual(before);
    expect((await withHouse(house.config(), planRebuild)).differences).toEqual([]);
  }, 240_000);
});

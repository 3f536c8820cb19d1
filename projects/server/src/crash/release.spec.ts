import { randomUUID } from 'node:crypto';
import type { Desk, DeskState, ScanBatch } from '@bannette/http';
import { sql } from 'kysely';
import { separator, startKillable, startTestHouse, testBatch, until, type Client, type Crossing, type Killable, type TestHouse, type Trap } from '../testing/index.js';

const points = Number(process.env['BANNETTE_CRASH_POINTS'] === 'all' ? 1000 : 3);

/** Each crossing once, before and after by turns, as many as there is time for. */
function trapsFor(crossings: readonly Crossing[]): Trap[] {
  const labels = [...new Map(crossings.map(({ wire, label }) => [label, wire]))];
  const step = Math.max(1, labels.length / points);
  return Array.from({ length: Math.min(points, labels.length) }, (_, index): Trap => {
    const [label = '', wire = 'postgres'] = labels[Math.floor(index * step)] ?? [];
    return { wire, number: 1, when: index % 2 ? 'after' : 'before', matching: new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`) };
  });
}

describe('A batch whose house is killed while its mails are made', () => {
  let house: TestHouse;
  let bannette: Killable;
  let clara: Client;
  let count = 0;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    bannette = await startKillable(house, {});
    clara = await house.client('clara.moreau', bannette.url);
  }, 120_000);
  afterAll(async () => {
    await bannette.close();
    await house.close();
  }, 60_000);

  const desk = (id: string): Promise<Desk> => clara.get<Desk>(`/batches/${id}/desk`);
  const settled = (id: string, ...states: string[]): Promise<Desk> =>
    until(`batch ${id} is ${states.join(' or ')}`, async () => {
      await bannette.open();
      const now = await desk(id).catch(() => undefined);
      return now && states.includes(now.batch.state) && !now.batch.releasing && now;
    });

  /** A batch of three letters that somebody has to look at. */
  const ready = async (): Promise<Desk> => {
    const { id } = await clara.post<ScanBatch>('/batches', { id: randomUUID(), name: `Lot ${++count}`, announcedPages: 99 });
    const pile = await testBatch(`lot-${count}`, [separator('service', 'ROUTES'), `Lettre A ${count}`, 'blank', separator('newLetter'), `Lettre B ${count}`, `Suite de B ${count}`, separator('type', 'APA'), `Lettre C ${count}`]);
    await clara.deposit([pile], { batch: id });
    const { batch } = await settled(id, 'toCheck');
    await clara.post(`/batches/${id}/announced`, { revision: batch.revision, reason: 'Compté à nouveau' });
    return desk(id);
  };
  /** Releases the plan as it is, until that is done, however often it is killed. */
  const release = async ({ batch: { id, revision } }: Desk, trap?: Trap): Promise<Desk> => {
    bannette.watch(trap);
    const { status } = await clara.call('POST', `/batches/${id}/release`, { revision }).catch(() => ({ status: 0 }));
    if (status !== 200) {
      // Nobody heard whether it was asked for: asked again, it makes nothing twice.
      await bannette.open();
      const now = await desk(id);
      if (now.batch.state === 'toCheck' && !now.batch.releasing) await clara.post(`/batches/${id}/release`, { revision: now.batch.revision });
    }
    return settled(id, 'released');
  };

  /** What is lost, doubled or torn of a batch; nothing when its mails are as its plan says. */
  const flawsOf = async ({ batch: { id }, plan, files }: Desk, releases: number): Promise<string[]> => {
    const { db } = house.store;
    const mails = await db.selectFrom('mail').selectAll().where('deposit_id', 'in', db.selectFrom('deposit').select('id').where('batch_id', '=', id)).execute();
    const open = mails.filter(({ state }) => state === 'toQualify');
    const documents = await db.selectFrom('document').selectAll().where('mail_id', 'in', mails.map((mail) => mail.id)).orderBy('position').execute();
    const parts = await db.selectFrom('deposit_file').selectAll().where('cut_from', 'in', files.map((file) => file.id)).execute();
    const pages = await db.selectFrom('batch_page').selectAll().where('file_id', 'in', files.map((file) => file.id)).orderBy('place').execute();
    const { n: told } = await db.selectFrom('journal').select((eb) => eb.fn.countAll<string>().as('n')).where('type', '=', 'batch.released').where('subject_id', '=', id).executeTakeFirstOrThrow();
    const cuts = await db.selectFrom('batch_cut').select('document_id').where('batch_id', '=', id).execute();
    const spooled = new Set(await house.spooled());
    const live = parts.filter(({ state }) => state === 'read');
    const wanted: readonly [what: string, found: unknown, expected: unknown][] = [
      ['mails', open.map((mail) => mail.id).sort(), plan.envelopes.map(({ mail }) => mail).sort()],
      ['documents', plan.envelopes.map(({ mail }) => documents.filter(({ mail_id }) => mail_id === mail).map((document) => document.pages)), plan.envelopes.map((envelope) => envelope.documents.map((document) => document.pages.length))],
      ['pages', plan.envelopes.flatMap((envelope) => envelope.documents.map(({ id: planned }) => pages.filter(({ part_id }) => part_id === live.find((part) => part.planned === planned)?.id).map(({ number }) => number))), plan.envelopes.flatMap((envelope) => envelope.documents.map((document) => document.pages.map(({ number }) => number)))],
      ['digests', live.map(({ sha512 }) => sha512).sort(), documents.filter(({ mail_id }) => open.some((mail) => mail.id === mail_id)).map(({ sha512 }) => sha512).sort()],
      ['bytes', documents.filter(({ spool_key }) => !spool_key || !spooled.has(spool_key)).length, 0],
      ['journal', Number(told), releases],
      ['cuts', cuts.length, 0],
    ];
    return wanted.filter(([, found, expected]) => JSON.stringify(found) !== JSON.stringify(expected)).map(([what, found, expected]) => `${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
  };

  it('has its mails once and whole, the first time and when they change, at whatever request or write that happens', async () => {
    /** Joins the last letter to the one before, and releases that. */
    const again = async (now: Desk, trap?: Trap): Promise<Desk> => {
      const last = now.plan.envelopes[2];
      const changed = await clara.post<DeskState>(`/batches/${now.batch.id}/desk`, { revision: now.batch.revision, changes: [{ kind: 'joinEnvelope', envelope: last?.id }, { kind: 'join', document: last?.documents[0]?.id }] });
      return release({ ...now, batch: { ...now.batch, revision: changed.revision } }, trap);
    };
    const first = await release(await ready());
    const traps: { first?: Trap; again?: Trap }[] = trapsFor(bannette.border.crossings).map((trap) => ({ first: trap }));
    expect(await flawsOf(first, 1)).withContext('without a kill').toEqual([]);
    const second = await again(first);
    expect([await flawsOf(second, 2), second.plan.envelopes.length]).withContext('changed without a kill').toEqual([[], 2]);
    for (const [index, trap] of trapsFor(bannette.border.crossings).entries()) traps[index] = { ...traps[index], again: trap };
    let sprung = 0;
    for (const { first: one, again: other } of traps) {
      const released = await release(await ready(), one);
      if (bannette.border.sprung) sprung++;
      expect(await flawsOf(released, 1)).withContext(`killed ${one?.when} ${String(one?.matching)}`).toEqual([]);
      const changed = await again(released, other);
      if (bannette.border.sprung) sprung++;
      expect(await flawsOf(changed, 2)).withContext(`changed, killed ${other?.when} ${String(other?.matching)}`).toEqual([]);
    }
    expect(sprung).withContext('kills').toBeGreaterThan(traps.length / 2);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from graphile_worker.jobs where attempts >= max_attempts and locked_at is null`.execute(house.store.db);
    expect(rows[0]?.n).toBe(0);
  }, 900_000);
});

import { randomUUID } from 'node:crypto';
import type { Desk, DeskState, ScanBatch } from '@bannette/http';
import { sql } from 'kysely';
import { pointsOfBoth, pointsTried, sampled, separator, startKillable, startTestHouse, testBatch, until, type Client, type Crossing, type Killable, type Point, type TestHouse } from '../testing/index.js';

const points = pointsTried(3);


describe('A batch whose house is killed while its mails are made', () => {
  let house: TestHouse;
  let bannette: Killable;
  let clara: Client;
  let count = 0;
  let sprung = 0;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    bannette = await startKillable(house, {});
    // What a house does when it begins is over: the points are the batch's own.
    await bannette.quiet();
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
  const release = async ({ batch: { id, revision } }: Desk, trap?: Point): Promise<Desk> => {
    bannette.watch(trap);
    const { status } = await clara.call('POST', `/batches/${id}/release`, { revision }).catch(() => ({ status: 0 }));
    if (status !== 200) {
      // Nobody heard whether it was asked for: asked again, it makes nothing twice.
      await bannette.open();
      const now = await desk(id);
      if (now.batch.state === 'toCheck' && !now.batch.releasing) await clara.post(`/batches/${id}/release`, { revision: now.batch.revision });
    }
    const released = await settled(id, 'released');
    if (trap) {
      // What it causes is over too, so that nothing else runs into the trap.
      await bannette.quiet();
      if (bannette.border.sprung) sprung++;
      bannette.watch();
    }
    return released;
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
    const again = async (now: Desk, trap?: Point): Promise<Desk> => {
      const last = now.plan.envelopes[2];
      const changed = await clara.post<DeskState>(`/batches/${now.batch.id}/desk`, { revision: now.batch.revision, changes: [{ kind: 'joinEnvelope', envelope: last?.id }, { kind: 'join', document: last?.documents[0]?.id }] });
      return release({ ...now, batch: { ...now.batch, revision: changed.revision } }, trap);
    };
    const walked = async (): Promise<readonly [first: readonly Crossing[], again: readonly Crossing[]]> => {
      const first = await release(await ready());
      const { crossings } = bannette.border;
      expect(await flawsOf(first, 1)).withContext('without a kill').toEqual([]);
      const second = await again(first);
      expect([await flawsOf(second, 2), second.plan.envelopes.length]).withContext('changed without a kill').toEqual([[], 2]);
      return [crossings, bannette.border.crossings];
    };
    const [once, twice] = [await walked(), await walked()];
    const [firsts, others] = ([0, 1] as const).map((way) => sampled(pointsOfBoth(once[way], twice[way]), points)) as [Point[], Point[]];
    const traps = Array.from({ length: Math.max(firsts.length, others.length) }, (_, index) => ({ first: firsts[index], again: others[index] }));
    for (const { first: one, again: other } of traps) {
      const released = await release(await ready(), one);
      expect(await flawsOf(released, 1)).withContext(`killed ${one?.when} ${one?.label}`).toEqual([]);
      const changed = await again(released, other);
      expect(await flawsOf(changed, 2)).withContext(`changed, killed ${other?.when} ${other?.label}`).toEqual([]);
    }
    expect(sprung).withContext('kills').toBeGreaterThan(traps.length);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from graphile_worker.jobs where attempts >= max_attempts and locked_at is null`.execute(house.store.db);
    expect(rows[0]?.n).toBe(0);
  }, 900_000);
});

import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pointsOfBoth, pointsTried, sampled, separator, startKillable, startTestHouse, testBatch, until, type Killable, type TestHouse, type Trap } from '../testing/index.js';

const points = pointsTried(6);


describe('A batch whose reader’s house is killed while it is parted', () => {
  let house: TestHouse;
  let bannette: Killable;
  let count = 0;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    bannette = await startKillable(house, {});
    // What a house does when it begins is over: the points are the batch's own.
    await bannette.quiet();
  }, 120_000);
  afterAll(async () => {
    await bannette.close();
    await house.close();
  }, 60_000);

  /** Scans a batch of three letters, and waits until its mails are there. */
  const scan = async (trap?: Trap): Promise<string> => {
    const batch = await testBatch(`lot-${++count}`, [separator('service', 'ROUTES'), `Lettre A ${count}`, 'blank', separator('newLetter'), `Lettre B ${count}`, `Suite de B ${count}`, separator('type', 'APA'), `Lettre C ${count}`]);
    bannette.watch(trap);
    await writeFile(join(house.scansDir, `${batch.name}.part`), batch.bytes);
    await rename(join(house.scansDir, `${batch.name}.part`), join(house.scansDir, batch.name));
    await until(`batch ${batch.name} is parted`, async () => {
      await bannette.open();
      return house.store.db.selectFrom('deposit_file').innerJoin('deposit', 'deposit.id', 'deposit_file.deposit_id').innerJoin('batch', 'batch.id', 'deposit.batch_id').select('batch.id').where('sha512', '=', batch.sha512).where('batch.state', '=', 'released').executeTakeFirst();
    });
    return batch.sha512;
  };

  /** What is lost, doubled or torn of a batch; nothing when it is whole. */
  const flawsOf = async (sha512: string): Promise<string[]> => {
    const { db } = house.store;
    const batches = await db.selectFrom('deposit_file').selectAll().where('sha512', '=', sha512).execute();
    const parts = await db.selectFrom('deposit_file').selectAll().where('cut_from', '=', batches[0]?.id ?? '').orderBy('position').execute();
    const pages = await db.selectFrom('batch_page').selectAll().where('file_id', '=', batches[0]?.id ?? '').orderBy('number').execute();
    const documents = await db.selectFrom('document').select(['sha512', 'spool_key', 'mail_id']).where('mail_id', 'in', parts.map(({ mail_id }) => mail_id ?? '')).execute();
    const { batch_id } = await db.selectFrom('deposit').select('batch_id').where('id', '=', batches[0]?.deposit_id ?? '').executeTakeFirstOrThrow();
    const entries = await db.selectFrom('journal').select('type').where((eb) => eb.or([eb('subject_id', '=', batches[0]?.deposit_id ?? ''), eb('subject_id', '=', batch_id ?? ''), eb('subject_id', 'in', parts.map(({ mail_id }) => mail_id ?? ''))])).execute();
    const spooled = new Set(await house.spooled());
    const told = (type: string): number => entries.filter((entry) => entry.type === type).length;
    const wanted: readonly [what: string, found: unknown, expected: unknown][] = [
      ['batches', batches.length, 1],
      ['parts', parts.map(({ pages: number }) => number), [1, 2, 1]],
      ['mails', new Set(parts.map(({ mail_id }) => mail_id)).size, 3],
      ['fates', pages.map(({ fate, part_id }) => `${fate[0]}${parts.findIndex(({ id }) => id === part_id) + 1}`), ['s0', 'd1', 'b0', 's0', 'd2', 'd2', 's0', 'd3']],
      ['documents', documents.map((document) => document.sha512).sort(), parts.map((part) => part.sha512).sort()],
      ['journal', [told('deposit.accepted'), told('batch.announced'), told('batch.fileAdded'), told('batch.released'), told('mail.captured')], [1, 1, 1, 1, 3]],
      ['bytes', [...batches, ...parts].filter(({ spool_key }) => !spooled.has(spool_key)).length, 0],
    ];
    return wanted.filter(([, found, expected]) => JSON.stringify(found) !== JSON.stringify(expected)).map(([what, found, expected]) => `${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
  };

  it('is parted once, whole, at whatever request or write that happens', async () => {
    expect(await flawsOf(await scan())).withContext('without a kill').toEqual([]);
    const once = bannette.border.crossings;
    expect(await flawsOf(await scan())).withContext('again').toEqual([]);
    const traps = sampled(pointsOfBoth(once, bannette.border.crossings), points);
    let sprung = 0;
    for (const trap of traps) {
      const flaws = await flawsOf(await scan(trap));
      if (bannette.border.sprung) sprung++;
      expect(flaws).withContext(`killed ${trap.when} ${trap.label}`).toEqual([]);
    }
    expect(sprung).withContext('kills').toBeGreaterThan(traps.length / 2);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from graphile_worker.jobs where attempts >= max_attempts and locked_at is null`.execute(house.store.db);
    expect(rows[0]?.n).toBe(0);
  }, 600_000);
});

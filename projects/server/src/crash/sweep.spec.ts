import { Readable } from 'node:stream';
import { sweepSpool } from '@bannette/capture';
import { startTestHouse, testLetter, type TestHouse } from '../testing/index.js';
import { startStillHouse, type StillHouse } from './still-house.js';

describe('What a crash left in the spool', () => {
  let test: TestHouse;
  let still: StillHouse;

  beforeAll(async () => {
    test = await startTestHouse({ records: false });
    still = await startStillHouse(test);
  }, 120_000);
  afterAll(async () => {
    await still.close();
    await test.close();
  }, 60_000);

  it('is removed once it is old, and never what a deposit or a document points to', async () => {
    const operator = await test.client('clara.moreau', still.url);
    const letters = [await testLetter('à-lire'), await testLetter('lu')];
    const deposit = await operator.deposit(letters);
    const files = await test.store.db.selectFrom('deposit_file').select(['id', 'spool_key']).where('deposit_id', '=', deposit.body.id).orderBy('position').execute();
    for (const job of await still.takeJobs(files[1]?.id ?? '')) await still.run(job);
    const { key } = await still.house.spool.write(Readable.from([Buffer.from('laissé là')]), { maxBytes: 100 });

    expect(await sweepSpool(still.house, 60_000)).toBe(0);
    expect(await test.spooled()).toContain(key);
    expect(await sweepSpool(still.house, -60_000)).toBe(1);
    const { searchable_key } = await test.store.db.selectFrom('deposit_file').select('searchable_key').where('id', '=', files[1]?.id ?? '').executeTakeFirstOrThrow();
    expect(searchable_key).not.toBeNull();
    expect((await test.spooled()).sort()).toEqual([...files.map(({ spool_key }) => spool_key), searchable_key ?? ''].sort());
  }, 60_000);
});

import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { apiPrefix, type Desk, type DeskState, type ScanBatch } from '@bannette/http';
import type { Running } from '../serve.js';
import { separator, startTestHouse, testBatch, until, type Client, type TestHouse, type TestPage } from '../testing/index.js';

/** Of three pages each; a hundred of them with BANNETTE_LARGE_BATCH=100. */
const letters = Number(process.env['BANNETTE_LARGE_BATCH'] ?? 40);

describe('A batch of hundreds of pages', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  let batch: Desk;

  const desk = (id: string): Promise<Desk> => clara.get<Desk>(`/batches/${id}/desk`);
  const reaches = (id: string, state: string): Promise<Desk> =>
    until(
      `the batch is ${state}`,
      async () => {
        const { items } = await clara.get<{ items: ScanBatch[] }>(`/batches?limit=1&state=${state}`);
        return items[0]?.id === id && !items[0].releasing && desk(id);
      },
      240_000,
    );

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve();
    clara = await house.client('clara.moreau', running.url);
    const pile = Array.from({ length: letters }, (_, index): TestPage[] => [separator('newLetter'), `Lettre ${index + 1}\nObjet : demande ${index + 1}`, `Suite de la lettre ${index + 1}`]).flat();
    const { id } = await clara.post<ScanBatch>('/batches', { id: randomUUID(), announcedEnvelopes: letters, announcedPages: 0 });
    await clara.deposit([await testBatch('trois-cents', pile)], { batch: id });
    batch = await reaches(id, 'toCheck');
  }, 300_000);
  afterAll(() => house.close(), 60_000);

  it('shows all of its pages at once: small images were made while it was read', async () => {
    const headers = { authorization: `Basic ${Buffer.from(clara.ticket).toString('base64')}` };
    const kept = async (): Promise<string[]> => (await readdir(join(house.dataDir, 'cache', 'pages'), { recursive: true })).sort();
    const before = await kept();
    const sizes = await Promise.all(batch.pages.map(async ({ file, number }) => (await (await fetch(`${running.url}${apiPrefix}/batches/${batch.batch.id}/files/${file}/pages/${number}/image?width=160`, { headers })).arrayBuffer()).byteLength));
    expect([sizes.length, sizes.filter((size) => size > 300 && size < 20_000).length]).toEqual([3 * letters, 3 * letters]);
    expect(await kept()).withContext('nothing is drawn').toEqual(before);
    expect(before.length).toBeGreaterThanOrEqual(3 * letters);
  }, 120_000);

  it('is changed gesture by gesture, and becomes as many mails that are its pages, each once', async () => {
    const { id } = batch.batch;
    let { revision } = batch.batch;
    const file = batch.files[0]?.id ?? '';
    for (let at = 0; at < 10; at++) revision = (await clara.post<DeskState>(`/batches/${id}/desk`, { revision, changes: [{ kind: 'turn', pages: [{ file, number: 3 * at + 2 }], by: 90 }] })).revision;
    revision = (await clara.post<ScanBatch>(`/batches/${id}/announced`, { revision, announcedEnvelopes: letters, announcedPages: 3 * letters, reason: 'Pages comptées' })).revision;
    await clara.post(`/batches/${id}/release`, { revision });
    const released = await reaches(id, 'released');
    expect(released.batch.counts).toEqual({ files: 1, pages: 3 * letters, envelopes: letters, documents: letters, aside: letters, quarantined: 0, released: letters });
    const { db } = house.store;
    const documents = await db.selectFrom('document').select(['pages', 'sha512']).execute();
    expect([documents.length, documents.every(({ pages }) => pages === 2), new Set(documents.map(({ sha512 }) => sha512)).size]).toEqual([letters, true, letters]);
    const pages = await db.selectFrom('batch_page').select(['part_id', 'number', 'turn']).execute();
    expect([pages.filter(({ part_id }) => part_id).length, pages.filter(({ turn }) => turn === 90).length]).toEqual([2 * letters, 10]);
  }, 300_000);
});

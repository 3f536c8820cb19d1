import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { border, postgresProxy, startTestHouse, testLetter, until, type Border, type Client, type TestHouse, type TestLetter, type WireProxy } from '../testing/index.js';

describe('A deposit whose commit was done but never heard of', () => {
  let house: TestHouse;
  let operator: Client;
  let frontier: Border;
  let postgres: WireProxy;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    frontier = border();
    postgres = await postgresProxy(house.databaseUrl, frontier);
    const { url } = await house.serve({ DATABASE_URL: postgres.url });
    operator = await house.client('clara.moreau', url);
    await operator.get('/me');
  }, 120_000);
  afterAll(async () => {
    await house.close();
    await postgres.close();
  }, 60_000);

  const cutAfterCommit = (): void => frontier.watch({ wire: 'postgres', matching: /insert into deposit\b/, number: 1, when: 'after' }, () => postgres.cut());
  const documentOf = ({ sha512 }: TestLetter) => until('the letter is a document', () => house.store.db.selectFrom('document').selectAll().where('sha512', '=', sha512).executeTakeFirst());

  it('keeps its bytes, so that the repeated request finds the letter whole', async () => {
    const letter = await testLetter('sans-nouvelles');
    cutAfterCommit();
    const first = await operator.deposit([letter], {}, 'une-fois');
    expect(frontier.sprung?.label).toContain('insert into deposit');
    expect(first.status).toBeGreaterThanOrEqual(500);
    const again = await operator.deposit([letter], {}, 'une-fois');
    expect(again.status).toBe(201);
    const { mails } = await operator.read(again.body.id);
    expect(mails.length).toBe(1);
    const document = await documentOf(letter);
    expect((await house.spooled()).filter((key) => key === document.spool_key).length).toBe(1);
    await operator.post(`/mails/${mails[0]?.id ?? ''}/qualify`, { type: 'RECLAMATION', sender: { kind: 'individual', name: 'Odile Vasseur' }, subject: 'Nid-de-poule', service: 'ROUTES', receivedAt: '2026-01-05' });
    const stored = await until('Alfresco holds it', async () => (await documentOf(letter)).stored_at && documentOf(letter));
    expect(await house.administrator.nodes.digest(stored.node_id ?? '', 'sha512')).toBe(createHash('sha512').update(letter.bytes).digest('hex'));
  }, 120_000);

  it('from the watched folder is one mail, and leaves one copy in the spool', async () => {
    const letter = await testLetter('du-dossier');
    cutAfterCommit();
    await writeFile(join(house.scansDir, letter.name), letter.bytes);
    const document = await documentOf(letter);
    await until('the folder is empty', async () => (await house.store.db.selectFrom('deposit').select('id').where('source', '=', 'folder').execute()).length === 1 && frontier.sprung);
    expect((await house.store.db.selectFrom('document').select('id').where('sha512', '=', letter.sha512).execute()).length).toBe(1);
    const keys = await until('one copy is left', async () => {
      const spooled = await house.spooled();
      return spooled.length === 2 && spooled;
    });
    expect(keys.sort()).withContext('its bytes, and its archive copy').toEqual([document.spool_key ?? '', document.searchable_key ?? ''].sort());
  }, 120_000);
});

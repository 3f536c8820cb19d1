import { Readable } from 'node:stream';
import { asAdmin } from '../install/installed.spec-support.js';
import type { Repository } from '../repository.js';
import { freshRepository, type FreshRepository } from '../testing/fresh-repository.js';
import { changesOf } from './changes.js';
import { cmis } from './cmis.js';

describe('what others have changed', () => {
  let fresh: FreshRepository;
  let admin: Repository;
  const names: string[] = [];
  const since = new Date(Date.now() - 60_000).toISOString();
  const from = { type: 'cmis:document', since, notBy: ['nobody'] };

  beforeAll(async () => {
    fresh = await freshRepository({ permissionChecks: 6 });
    admin = asAdmin(fresh);
    for (let count = 0; count < 10; count += 1) {
      const name = `changed-${count}.txt`;
      await admin.nodes.upload({ parentId: '-root-', name, type: 'cm:content', properties: {}, mediaType: 'text/plain', size: 1, content: () => Readable.from([Buffer.from('x')]) });
      names.push(name);
    }
  }, 60_000);
  afterAll(() => fresh?.close());

  it('is told to its end, though a query ends where Alfresco has looked at enough rights', async () => {
    const query = cmis.select('cmis:document').where(cmis.compare('cmis:lastModificationDate', '>=', since)).orderBy('cmis:lastModificationDate');
    expect((await admin.search.find(query, { skip: 6, max: 3 })).nodes).toEqual([]);
    const found: string[] = [];
    for await (const page of changesOf(admin.search, { ...from, atOnce: 3 })) found.push(...page.map(({ name }) => name));
    expect(found).toEqual(names);
  }, 60_000);

  it('leaves out what the accounts of the house changed themselves', async () => {
    const found: string[] = [];
    for await (const page of changesOf(admin.search, { ...from, notBy: ['bannette-svc', 'admin'] })) found.push(...page.map(({ name }) => name));
    expect(found).toEqual([]);
  });
});

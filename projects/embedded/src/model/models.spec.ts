import { adminOf, folderOf, personOf } from '../testing/people.js';
import type { Answer, Client } from '../testing/client.js';
import { mailModel } from '../testing/model.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

describe('A content model', () => {
  let repository: TestRepository;
  let admin: Client;
  let home: string;
  let models: string;
  let file: string;
  beforeEach(async () => {
    repository = await startTestRepository();
    admin = adminOf(repository);
    home = await folderOf(admin, 'home');
    models = String((await admin.get('nodes/-root-?relativePath=Data Dictionary/Models')).body.entry.id);
    const deployed = await admin.upload(models, 'specModel.xml', mailModel(), { nodeType: 'cm:dictionaryModel', 'cm:modelActive': 'true' });
    expect(deployed.status).toBe(201);
    file = String(deployed.body.entry.id);
  });
  afterEach(() => repository.dispose());
  const create = (name: string, properties: object = {}, rest: object = {}): Promise<Answer> => admin.post(`nodes/${home}/children`, { name, nodeType: 'spec:incoming', properties, ...rest });

  it('is in force at once, with its defaults, aspects and inherited properties, and after a restart', async () => {
    await repository.restart();
    const made = await create('first', { 'spec:chrono': 'A-2026-000001', 'spec:due': '2026-11-22', 'spec:received': '2026-11-22T09:30:00+01:00', 'spec:keywords': 'one' });
    expect(made.body.entry.properties).toEqual({ 'spec:chrono': 'A-2026-000001', 'spec:status': 'new', 'spec:due': '2026-11-22T00:00:00.000+0000', 'spec:received': '2026-11-22T08:30:00.000+0000', 'spec:keywords': ['one'] });
    expect(made.body.entry.aspectNames).toContain('spec:traced');
    const shown = (await admin.get('types/spec:incoming')).body.entry;
    expect([shown.parentId, shown.properties.some((one: { id: string }) => one.id === 'spec:chrono')]).toEqual(['spec:correspondence', true]);
  });

  it('refuses values that break its rules by 422, and values of a wrong kind by 400', async () => {
    for (const wrong of [{ 'spec:chrono': 'X-1' }, { 'spec:status': 'lost' }, { 'spec:pages': 501 }, { 'spec:code': 'x' }]) {
      const answer = await create('wrong', wrong);
      expect(answer.status).toBe(422);
      expect(answer.body.error.briefSummary).toContain('Found 1 integrity violations');
    }
    expect([(await create('wrong', { 'spec:pages': 'twelve' })).status, (await create('wrong', { 'spec:due': '22/11/2026' })).status, (await create('wrong', { 'spec:nosuch': 1 })).status]).toEqual([400, 400, 400]);
    expect((await create('wrong', {}, { aspectNames: ['spec:registered'] })).status).toBe(422);
    expect((await create('registered', { 'spec:number': '7' })).body.entry.aspectNames).toContain('spec:registered');
  });

  it('may grow while it is used', async () => {
    const grown = mailModel({ version: '1.1', aspects: '<aspect name="spec:registered"><properties><property name="spec:number"><type>d:text</type><mandatory enforced="true">true</mandatory></property></properties></aspect><aspect name="spec:urgent"/>' });
    expect((await admin.put(`nodes/${file}/content`, grown)).status).toBe(200);
    expect((await create('urgent', {}, { aspectNames: ['spec:urgent'] })).status).toBe(201);
  });

  it('may not lose what was ever used, nor be switched off or deleted', async () => {
    await create('using', { 'spec:chrono': 'A-2026-000001', 'spec:pages': 3 });
    const refused = [
      await admin.put(`nodes/${file}/content`, mailModel({ aspects: '' })),
      await admin.put(`nodes/${file}/content`, mailModel({ properties: '<property name="spec:chrono"><type>d:text</type></property>' })),
      await admin.put(`nodes/${file}`, { properties: { 'cm:modelActive': false } }),
      await admin.delete(`nodes/${file}`),
      await admin.upload(models, 'bad.xml', 'not xml', { nodeType: 'cm:dictionaryModel', 'cm:modelActive': 'true' }),
    ];
    expect(refused.map((one) => one.status)).toEqual([500, 500, 500, 500, 500]);
    expect((await create('still', { 'spec:chrono': 'A-2026-000002' })).status).toBe(201);
    expect((await admin.get(`nodes/${models}/children`)).body.list.pagination.totalItems).toBe(1);
  });

  it('that takes a list value away leaves nodes that hold it unchangeable until it is replaced', async () => {
    const made = await create('closed', { 'spec:status': 'closed' });
    expect((await admin.put(`nodes/${file}/content`, mailModel({ statuses: ['new', 'done'] }))).status).toBe(200);
    const put = async (properties: object) => (await admin.put(`nodes/${made.body.entry.id}`, { properties })).status;
    expect([await put({ 'spec:pages': 2 }), await put({ 'spec:status': 'done' }), await put({ 'spec:pages': 2 })]).toEqual([422, 200, 200]);
  });

  it('is for administrators', async () => {
    const anne = await personOf(repository, 'anne');
    expect((await anne.upload(models, 'mine.xml', mailModel(), { nodeType: 'cm:dictionaryModel', 'cm:modelActive': 'true' })).status).toBe(403);
  });
});

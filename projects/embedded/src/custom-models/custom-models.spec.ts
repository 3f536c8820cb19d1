import { adminOf, folderOf, personOf } from '../testing/people.js';
import type { Client } from '../testing/client.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

const CMM = '/alfresco/api/-default-/private/alfresco/versions/1/cmm';

describe('The model manager', () => {
  let repository: TestRepository;
  let admin: Client;
  let home: string;
  beforeEach(async () => {
    repository = await startTestRepository();
    admin = adminOf(repository);
    home = await folderOf(admin, 'home');
    await admin.post(CMM, { name: 'loans', namespaceUri: 'http://example.org/loans', namespacePrefix: 'ln', author: 'a "quoted" <one>' });
    await admin.post(`${CMM}/loans/constraints`, { name: 'kinds', type: 'LIST', parameters: [{ name: 'allowedValues', listValue: ['book', 'map & plan'] }] });
    await admin.post(`${CMM}/loans/types`, { name: 'loan', parentName: 'cm:content', title: 'Loan' });
    await admin.put(`${CMM}/loans/types/loan?select=props`, { name: 'loan', properties: [{ name: 'kind', dataType: 'd:text', constraintRefs: ['ln:kinds'] }, { name: 'days', dataType: 'd:int', defaultValue: '14' }] });
  });
  afterEach(() => repository.dispose());
  const activate = (status: string) => admin.put(`${CMM}/loans?select=status`, { status });
  const lend = (name: string, kind: string) => admin.post(`nodes/${home}/children`, { name, nodeType: 'ln:loan', properties: { 'ln:kind': kind } });

  it('puts a model in force that was drawn up in parts, with its rules, also after a restart', async () => {
    expect((await admin.get('types/ln:loan')).status).toBe(404);
    expect((await activate('ACTIVE')).body.entry.status).toBe('ACTIVE');
    expect((await lend('first', 'map & plan')).body.entry.properties).toEqual({ 'ln:kind': 'map & plan', 'ln:days': 14 });
    expect((await lend('second', 'chair')).status).toBe(422);
    await repository.restart();
    expect((await admin.get('types/ln:loan')).body.entry.title).toBe('Loan');
    expect((await admin.get(`${CMM}/loans`)).body.entry.author).toBe('a "quoted" <one>');
  });

  it('takes a model out of force only when nothing uses it, and forgets it only then', async () => {
    await activate('ACTIVE');
    const used = await lend('first', 'book');
    expect([(await activate('DRAFT')).status, (await admin.delete(`${CMM}/loans`)).status]).toEqual([500, 409]);
    await admin.delete(`nodes/${used.body.entry.id}?permanent=true`);
    expect([(await activate('DRAFT')).status, (await admin.get('types/ln:loan')).status]).toEqual([200, 404]);
    expect([(await admin.delete(`${CMM}/loans`)).status, (await admin.get(`${CMM}/loans`)).status]).toEqual([204, 404]);
  });

  it('lets a model in force grow', async () => {
    await activate('ACTIVE');
    await admin.put(`${CMM}/loans/types/loan?select=props`, { name: 'loan', properties: [{ name: 'until', dataType: 'd:date' }] });
    const { properties } = (await admin.get('types/ln:loan')).body.entry as { properties: { id: string }[] };
    expect(properties.map((one) => one.id)).toEqual(jasmine.arrayContaining(['ln:kind', 'ln:until']));
  });

  it('refuses names that are taken or no names, unknown parents, and who is no manager', async () => {
    const model = (over: object) => admin.post(CMM, { name: 'other', namespaceUri: 'http://example.org/other', namespacePrefix: 'ot', ...over });
    const statuses = [await model({ name: 'loans' }), await model({ namespacePrefix: 'ln' }), await model({ namespacePrefix: 'cm' }), await model({ namespaceUri: 'http://example.org/loans' }), await model({ name: 'two words' })].map((one) => one.status);
    expect(statuses).toEqual([409, 409, 409, 409, 400]);
    expect((await admin.post(`${CMM}/loans/types`, { name: 'x', parentName: 'zz:nosuch' })).status).toBe(400);
    const anne = await personOf(repository, 'anne');
    expect([(await anne.post(CMM, { name: 'mine', namespaceUri: 'u', namespacePrefix: 'mi' })).status, (await anne.delete(`${CMM}/loans`)).status]).toEqual([403, 403]);
  });

  it('tells older pages of a type its properties, their rules and associations', async () => {
    await activate('ACTIVE');
    const type = (await admin.get('/alfresco/s/api/classes/ln_loan')).body;
    expect([type.name, type.parent.name, type.properties['ln:days'].defaultValue]).toEqual(['ln:loan', 'cm:content', '14']);
    const kind = (await admin.get('/alfresco/s/api/classes/ln_loan/property/ln_kind')).body;
    expect(kind.constraints).toEqual([{ type: 'LIST', parameters: [{ allowedValues: ['book', 'map & plan'] }, { sorted: false }, { caseSensitive: true }] }]);
    expect([(await admin.get('/alfresco/s/api/classes/ln_nosuch')).status, (await admin.get('/alfresco/s/api/classes/ln_loan/property/ln_no')).status]).toEqual([404, 404]);
  });
});

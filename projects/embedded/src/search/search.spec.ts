import { adminOf, folderOf } from '../testing/people.js';
import type { Client } from '../testing/client.js';
import { mailModel } from '../testing/model.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

describe('A search without an index', () => {
  let repository: TestRepository;
  let admin: Client;
  let home: string;
  beforeAll(async () => {
    repository = await startTestRepository();
    admin = adminOf(repository);
    const models = String((await admin.get('nodes/-root-?relativePath=Data Dictionary/Models')).body.entry.id);
    await admin.upload(models, 'specModel.xml', mailModel(), { nodeType: 'cm:dictionaryModel', 'cm:modelActive': 'true' });
    home = await folderOf(admin, 'home');
    for (const n of [1, 2, 3, 4]) {
      await admin.post(`nodes/${home}/children`, {
        name: `mail ${n}`, nodeType: n % 2 === 0 ? 'spec:incoming' : 'spec:correspondence', aspectNames: n === 4 ? ['cm:titled'] : [],
        properties: { 'spec:chrono': `A-2026-00000${n}`, 'spec:pages': n * 10, 'spec:received': `2026-0${n}-01T00:00:00.000Z`, 'spec:keywords': ['all', `k${n}`], 'spec:urgent': n > 2, ...(n === 4 ? { 'cm:title': "L'été" } : {}) },
      });
    }
  });
  afterAll(() => repository.dispose());
  const names = (body: { list: { entries: { entry: { name: string } }[] } }) => body.list.entries.map((one) => one.entry.name.slice(-1)).join('');
  const afts = async (query: string, rest: object = {}) => names((await admin.search(query, 'afts', rest)).body);
  const cmis = async (where: string) => names((await admin.search(`select * from spec:correspondence ${where}`, 'cmis')).body);

  it('answers the forms that a database can answer', async () => {
    expect(await afts('TYPE:"spec:correspondence"')).toBe('1234');
    expect(await afts('TYPE:"spec:incoming" AND ASPECT:"cm:titled"')).toBe('4');
    expect(await afts(`PARENT:"workspace://SpacesStore/${home}" AND NOT =spec:urgent:true`)).toBe('12');
    expect(await afts("+TYPE:'spec:incoming' OR +TYPE:'cm:savedquery'")).toBe('24');
    expect(await afts('=spec:chrono:"A-2026-000003" OR =spec:pages:10')).toBe('13');
    expect(await afts('(=spec:keywords:"k2" OR =spec:keywords:"k3") AND =spec:keywords:"all"')).toBe('23');
    expect(await afts('=spec:received:"2026-02-01T00:00:00.000Z"')).toBe('2');
    expect(await afts('=spec:chrono:"a-2026-000003"')).toBe('');
    expect(await afts('TYPE:"spec:correspondence"', { sort: [{ type: 'FIELD', field: 'spec:pages', ascending: false }] })).toBe('4321');
    expect(await afts('TYPE:"spec:correspondence"', { filterQueries: [{ query: '=spec:urgent:true' }] })).toBe('34');
    expect(await afts('=cm:name:"mail 3"', { facetFields: null, facetQueries: null, facetIntervals: null, highlight: null })).withContext('as ADF asks, without facets').toBe('3');
  });

  it('finds nothing, without a word, where an index would be needed', async () => {
    for (const query of ['spec:pages:[10 TO 30]', `ANCESTOR:"workspace://SpacesStore/${home}"`, 'PATH:"/app:company_home//*"', 'cm:name:mail*', 'spec:chrono:"A-2026-000001"', 'ISNULL:"spec:code"', 'TEXT:"mail"', 'mail', '=spec:nosuch:"x"', 'TYPE:"spec:incoming" AND (', `ID:"workspace://SpacesStore/${home}"`]) {
      const answer = await admin.search(query);
      expect([answer.status, answer.body.list.pagination.count, answer.body.list.pagination.totalItems]).withContext(query).toEqual([200, 0, 0]);
    }
  });

  it('understands CMIS comparisons, lists, patterns, empty values, places, aspects and order', async () => {
    expect(await cmis("where spec:pages > 10 and spec:pages <= 30 order by spec:pages desc")).toBe('32');
    expect(await cmis("where spec:chrono in ('A-2026-000001', 'A-2026-000004') order by cmis:name")).toBe('14');
    expect(await cmis("where cmis:name like 'mail %' and not spec:urgent = true")).toBe('12');
    expect(await cmis("where spec:code is null and spec:chrono is not null")).toBe('1234');
    expect(await cmis("where spec:received >= TIMESTAMP '2026-03-01T00:00:00.000Z'")).toBe('34');
    expect(await cmis("where 'k2' = any spec:keywords")).toBe('2');
    expect(await cmis(`as m join cm:titled as t on m.cmis:objectId = t.cmis:objectId where t.cm:title = 'L\\'été' and in_folder(m, '${home}')`)).toBe('4');
    expect(await cmis(`where in_tree('${home}')`)).toBe('');
    expect(await cmis(`where cmis:lastModificationDate > TIMESTAMP '2001-01-01T00:00:00.000Z' and (spec:pages = 10 or spec:pages = 40)`)).toBe('14');
  });

  it('refuses CMIS that it cannot read by 500, as Alfresco does', async () => {
    for (const query of ['select from where', 'select * from spec:nosuch', "select * from spec:incoming where spec:nosuch = 'x'", "select * from spec:incoming where spec:pages >"]) expect((await admin.search(query, 'cmis')).status).withContext(query).toBe(500);
  });

  it('tells only that more follows, not how much', async () => {
    const page = async (skipCount: number) => (await admin.search('TYPE:"spec:correspondence"', 'afts', { paging: { maxItems: 2, skipCount } })).body.list.pagination;
    expect(await page(0)).toEqual({ count: 2, hasMoreItems: true, totalItems: 3, skipCount: 0, maxItems: 2 });
    expect(await page(2)).toEqual({ count: 2, hasMoreItems: false, totalItems: 4, skipCount: 2, maxItems: 2 });
  });

  it('is not fooled by what looks like SQL', async () => {
    expect(await afts(`=spec:chrono:"x' or '1'='1"`)).toBe('');
    expect(await cmis("where spec:chrono = 'x'' or ''1''=''1'")).toBe('');
    expect(await afts('TYPE:"spec:correspondence"', { sort: [{ type: 'FIELD', field: "spec:pages'); drop table node; --", ascending: true }] })).toBe('');
    expect(await afts('TYPE:"spec:correspondence"')).toBe('1234');
  });
});

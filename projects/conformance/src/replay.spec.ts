import type { Area, Recorded } from './recording.js';
import { disposableRepository, type DisposableRepository } from './disposable.js';
import type { Difference } from './compare.js';
import { areaReport, figuresOf, summary } from './report.js';
import type { AreaOutcome, Judged } from './replay.js';
import { playAreas } from './session.js';
import { testCluster } from './testing/cluster.js';
import { areaOf, changed, corpusOf, exchange, exchanges, model, pageOf } from './testing/recordings.js';

type Body = { entry: Record<string, unknown>; list: { pagination: Record<string, unknown>; entries: { entry: Record<string, unknown> }[] }; error: Record<string, unknown> };
const bodyOf = (one: Recorded): Body => one.response.body as Body;

describe('A replay of recordings', () => {
  let repository: DisposableRepository;
  beforeAll(async () => {
    repository = await disposableRepository(testCluster());
  });
  afterAll(() => repository.dispose());

  async function played(area: Area): Promise<AreaOutcome> {
    const corpus = corpusOf({ '11-made': area });
    try {
      const [outcome] = await playAreas({ target: { url: repository.url, account: { user: 'admin', password: 'admin' } }, corpus: corpus.directory, areas: ['11'] });
      return outcome!;
    } finally {
      corpus.remove();
    }
  }
  const judged = (outcome: AreaOutcome, id: string): Judged => outcome.exchanges.find((one) => one.id === id)!;
  /** The differences of one exchange that was changed; all others must be as before. */
  async function seen(id: string, change: (one: Recorded) => unknown): Promise<readonly Difference[]> {
    const outcome = await played(changed(id, change));
    expect(outcome.exchanges.filter((one) => one.id !== id && one.judgement !== 'honoured')).toEqual([]);
    return judged(outcome, id).differences;
  }
  const kinds = (differences: readonly Difference[]): string[] => differences.map(({ what, path }) => `${what} ${path}`);

  it('honours what a repository answers as recorded, whatever its ids and its clock', async () => {
    const outcome = await played(areaOf(exchanges));
    expect(outcome.exchanges.flatMap((one) => one.differences)).toEqual([]);
    expect(figuresOf(outcome)).toEqual({ area: '11-made', honoured: exchanges.length, different: 0, notOffered: 0, notCompared: 0, compared: exchanges.length });
  });

  it('sees another status', async () => {
    expect(kinds(await seen('gone', (one) => ({ ...one, response: { status: 410 } })))).toEqual(['status status']);
  });

  it('sees another error', async () => {
    const differences = await seen('gone', (one) => (bodyOf(one).error['errorKey'] = 'framework.exception.InvalidNodeType') && one);
    expect(differences).toEqual([{ what: 'errorKey', path: '$.error.errorKey', expected: 'framework.exception.InvalidNodeType', found: 'framework.exception.EntityNotFound' }]);
  });

  it('sees a field that is missing and one that is too much', async () => {
    expect(kinds(await seen('home', (one) => (bodyOf(one).entry['title'] = 'x') && one))).toEqual(['missing $.entry.title']);
    expect(kinds(await seen('other', (one) => delete bodyOf(one).entry['name'] && one))).toEqual(['tooMuch $.entry.name']);
  });

  it('sees another value, another kind, another format of a moment', async () => {
    expect(kinds(await seen('child', (one) => (bodyOf(one).entry['nodeType'] = 'cm:content') && one))).toEqual(['value $.entry.nodeType']);
    expect(kinds(await seen('child', (one) => (bodyOf(one).entry['isFile'] = 'false') && one))).toEqual(['kind $.entry.isFile']);
    expect(kinds(await seen('child', (one) => (bodyOf(one).entry['createdAt'] = '2026-02-03T08:00:01.000Z') && one))).toContain('value $.entry.createdAt');
  });

  it('sees another order where there is one, and none where no order was asked for', async () => {
    expect(kinds(await seen('children', (one) => bodyOf(one).list.entries.reverse() && one))).toEqual(['order $.list.entries']);
    const search = exchange('found', 'POST', '/alfresco/api/-default-/public/search/versions/1/search', { body: { query: { query: 'PARENT:"{{folder}}"', language: 'afts' }, fields: ['name'] }, answer: { ...pageOf([{ name: 'a' }, { name: 'b' }]) } });
    for (const entries of [['a', 'b'], ['b', 'a']]) {
      const outcome = await played(areaOf([...exchanges, { ...search, response: { ...search.response, body: { list: { ...pageOf(entries.map((name) => ({ name }))).list, context: { consistency: { lastTxId: 1 } } } } } }]));
      expect(judged(outcome, 'found').differences.filter(({ what }) => what === 'order')).toEqual([]);
    }
  });

  it('sees elements that are missing, and numbers of pages', async () => {
    const differences = await seen('children', (one) => {
      Object.assign(bodyOf(one), pageOf([{ name: 'a' }, { name: 'b' }, { name: 'c' }]));
      return one;
    });
    expect(kinds(differences)).toEqual(['value $.list.pagination.count', 'value $.list.pagination.totalItems', 'missing $.list.entries']);
  });

  it('sees that an id stands for another thing than before', async () => {
    const differences = await seen('read', (one) => (bodyOf(one).entry['parentId'] = '11111111-1111-4111-8111-111111111111') && one);
    expect(kinds(differences)).toEqual(['relation $.entry.parentId']);
  });

  it('sees a moment that moved though nothing was changed', async () => {
    const outcome = await played(changed('child', (one) => (bodyOf(one).entry['modifiedAt'] = '2026-02-03T08:00:02.000+0000') && one));
    expect(kinds(judged(outcome, 'read').differences)).toEqual([]);
    const touched = areaOf(exchanges.flatMap((one) => (one.id === 'read' ? [exchange('rename', 'PUT', 'nodes/{{child}}?fields=name', { body: { name: 'c' }, answer: { entry: { name: 'c' } } }), one] : [one])));
    expect(kinds(judged(await played(touched), 'read').differences)).toEqual(['relation $.entry.modifiedAt']);
  });

  it('counts 501 as not offered, and what needs an index not at all', async () => {
    const outcome = await played(areaOf([exchange('flow', 'GET', '/alfresco/api/-default-/public/workflow/versions/1/processes', { answer: pageOf([]) }), exchange('text', 'GET', 'nodes/-root-', { indexNeeded: true, answer: {} })]));
    expect(figuresOf(outcome)).toEqual(jasmine.objectContaining({ honoured: 0, different: 0, notOffered: 1, notCompared: 1, compared: 1 }));
    expect(areaReport(outcome, false)).toContain('not offered: flow');
  });

  it('counts as not offered too what asks for something that would have come from there', async () => {
    const outcome = await played(areaOf([exchange('make', 'POST', 'downloads', { status: 202, body: { nodeIds: ['{{home}}'] }, binds: { zip: '$.entry.id' }, answer: { entry: { id: 'x' } } }), exchange('read', 'GET', 'nodes/{{zip}}', { answer: {} }), exchange('other', 'GET', 'nodes/{{never}}', { answer: {} })]));
    expect(outcome.exchanges.map(({ judgement, unknown }) => [judgement, unknown])).toEqual([['notOffered', ['home']], ['notOffered', ['zip']], ['different', ['never']]]);
  });

  it('says in its report which exchange, which request, where, what was expected and what was found', async () => {
    const outcome = await played(changed('children', (one) => bodyOf(one).list.entries.reverse() && one));
    const report = areaReport(outcome, true);
    expect(report).toMatch(/children {2}GET \/alfresco\/api\/-default-\/public\/alfresco\/versions\/1\/nodes\/[0-9a-f-]{36}\/children\?fields=name\n +\$\.list\.entries order\n +expected b, a\n +found +a, b\n/);
    expect(summary([outcome]).split('\n').at(-1)).toBe('87.5 % of 8 exchanges honoured');
  });

  it('gives the example model a prefix of its own, as long as the recorded one, in requests and answers', async () => {
    const deploy: Recorded = {
      id: 'deploy', response: { status: 201, contentType: 'application/json;charset=UTF-8', body: { entry: { name: 'gecModel.xml', content: { sizeInBytes: Buffer.byteLength(model) } } } },
      request: { method: 'POST', user: 'admin', pathTemplate: '/alfresco/api/-default-/public/alfresco/versions/1/nodes/{{models}}/children?fields=name,content', multipart: [{ name: 'filedata', filename: 'gecModel.xml', text: model, contentType: 'text/xml' }, { name: 'nodeType', value: 'cm:dictionaryModel' }, { name: 'cm:modelActive', value: 'true' }] },
    };
    const models = exchange('models', 'GET', 'nodes/-root-?relativePath=Data Dictionary/Models&fields=name,id', { binds: { models: '$.entry.id' }, answer: { entry: { name: 'Models', id: 'a9a9f477-5c57-11dc-ad6c-5136d620963c' } } });
    const type = exchange('type', 'GET', 'types/gec:mail?fields=id', { answer: { entry: { id: 'gec:mail' } } });
    const mail = exchange('mail', 'POST', 'nodes/-root-/children?fields=nodeType,properties&include=properties', { status: 201, body: { name: 'm{{run}}', nodeType: 'gec:mail', properties: { 'gec:status': 'new' } }, answer: { entry: { nodeType: 'gec:mail', properties: { 'gec:status': 'new' } } } });
    const outcome = await played(areaOf([models, deploy, type, mail]));
    const { request } = judged(outcome, 'type');
    expect(request).toMatch(/types\/g\d[a-z]:mail/);
    expect(judged(outcome, 'type').judgement).toBe('honoured');
    expect(judged(outcome, 'mail').differences).toEqual([]);
    expect(judged(outcome, 'deploy').differences.filter(({ path }) => path.endsWith('sizeInBytes') || path.endsWith('.name'))).toEqual([]);
  });

  it('does not mind what else lives in a repository that was used before, but says so', async () => {
    for (let count = 0; count < 8; count += 1) await played(areaOf(exchanges));
    const listing = exchange('root-children', 'GET', 'nodes/-root-/children?fields=name', { answer: pageOf([{ name: 'letters314711' }]) });
    const elsewhere = exchange('somewhere', 'GET', 'nodes/-root-/children?fields=name', { answer: pageOf([{ name: 'letters314711' }]) });
    const remarks: string[] = [];
    const corpus = corpusOf({ '11-made': areaOf([...exchanges, listing, elsewhere]) });
    const [outcome] = await playAreas({ target: { url: repository.url, account: { user: 'admin', password: 'admin' } }, corpus: corpus.directory, areas: ['11'], onRemark: (one) => remarks.push(one) });
    corpus.remove();
    expect([judged(outcome!, 'root-children').judgement, judged(outcome!, 'somewhere').judgement]).toEqual(['honoured', 'different']);
    expect(remarks.join()).toContain('used before');
  });

  it('can be played twice against the same repository', async () => {
    for (const time of [1, 2]) expect(figuresOf(await played(areaOf(exchanges))).honoured).withContext(String(time)).toBe(exchanges.length);
  });
});

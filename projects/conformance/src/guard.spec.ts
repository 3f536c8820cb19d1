import { disposableRepository, type DisposableRepository } from './disposable.js';
import { guard, Refusal } from './guard.js';
import { testCluster } from './testing/cluster.js';

const API = '/alfresco/api/-default-/public/alfresco/versions/1/';
const model = `<model name="gec:model" xmlns="http://www.alfresco.org/model/dictionary/1.0"><imports><import uri="http://www.alfresco.org/model/dictionary/1.0" prefix="d"/><import uri="http://www.alfresco.org/model/content/1.0" prefix="cm"/></imports>
<namespaces><namespace uri="http://www.bannette.org/model/gec/1.0" prefix="gec"/></namespaces><types><type name="gec:TYPE"><parent>cm:folder</parent></type></types>
<aspects><aspect name="gec:identified"><properties><property name="gec:id"><type>d:text</type></property></properties></aspect></aspects></model>`;

describe('Before recordings are played, the guard', () => {
  let repository: DisposableRepository;
  const account = { user: 'admin', password: 'admin' };
  const code = async (target: Parameters<typeof guard>[0]): Promise<string> => guard(target).then(() => 'let through', (error: unknown) => (error instanceof Refusal ? error.code : String(error)));

  async function asked(method: string, path: string, body?: FormData | object): Promise<{ entry: { id: string } }> {
    const form = body instanceof FormData;
    const answer = await fetch(repository.url + API + path, { method, headers: { authorization: `Basic ${btoa('admin:admin')}`, ...(form ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }) });
    expect(answer.status).withContext(`${method} ${path}`).toBeLessThan(300);
    return (await answer.json()) as { entry: { id: string } };
  }
  async function deployed(type: string): Promise<void> {
    const { entry } = await asked('GET', `nodes/-root-?relativePath=${encodeURIComponent('Data Dictionary/Models')}`);
    const form = new FormData();
    form.append('filedata', new Blob([model.replace('TYPE', type)]), 'gecModel.xml');
    form.append('nodeType', 'cm:dictionaryModel');
    form.append('cm:modelActive', 'true');
    form.append('overwrite', 'true');
    await asked('POST', `nodes/${entry.id}/children`, form);
  }

  beforeEach(async () => {
    repository = await disposableRepository(testCluster());
  });
  afterEach(() => repository.dispose());

  it('lets a repository through that holds no Bannette, even one with an example model of the same prefix', async () => {
    expect(await code({ url: repository.url, account })).toBe('let through');
    await deployed('example');
    expect(await code({ url: repository.url, account })).toBe('let through');
  });

  it('refuses one that has the product’s model', async () => {
    await deployed('incoming');
    expect(await code({ url: repository.url, account })).toBe('holdsBannette');
  });

  it('refuses one with a library or settings of Bannette’s, whatever the folder is called', async () => {
    await deployed('example');
    const { entry } = await asked('POST', 'nodes/-root-/children', { name: 'Courrier', nodeType: 'cm:folder', properties: { 'gec:id': 'bannette-library' } });
    expect(await code({ url: repository.url, account })).toBe('holdsBannette');
    await asked('PUT', `nodes/${entry.id}`, { properties: { 'gec:id': 'something else' } });
    expect(await code({ url: repository.url, account })).toBe('let through');
    const dictionary = await asked('GET', `nodes/-root-?relativePath=${encodeURIComponent('Data Dictionary')}`);
    await asked('POST', `nodes/${dictionary.entry.id}/children`, { name: 'Réglages', nodeType: 'cm:folder', properties: { 'gec:id': 'bannette-configuration' } });
    expect(await code({ url: repository.url, account })).toBe('holdsBannette');
  });

  it('says so when the account does not get in, or nobody answers', async () => {
    expect(await code({ url: repository.url, account: { user: 'admin', password: 'wrong' } })).toBe('signInFailed');
    expect(await code({ url: 'http://127.0.0.1:9', account })).toBe('notReached');
  });
});

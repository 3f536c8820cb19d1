import type { Running } from '../serve.js';
import { startTestHouse, type TestHouse } from '../testing/index.js';
import { ask } from './ask.spec-support.js';
import { engage, names, sightOf, type Name } from './cast.spec-support.js';
import { hasService, prepareMails, worded, type TestMail } from './mails.spec-support.js';

const api = '/alfresco/api/-default-/public/alfresco/versions/1/nodes';
type Nodes = NonNullable<TestMail['nodes']>;

function upload(name: string): FormData {
  const form = new FormData();
  form.append('filedata', new Blob(['bytes']), name);
  return form;
}

/** Ways to read, each of a mail's folder and of both forms of its document. */
const reading: { readonly [way: string]: (nodes: Nodes) => string } = {
  'the node': ({ folder }) => folder,
  'its documents': ({ folder }) => `${folder}/children`,
  'the original': ({ original }) => original,
  "the original's bytes": ({ original }) => `${original}/content`,
  "the searchable PDF's bytes": ({ searchable }) => `${searchable}/content`,
  "the original's versions": ({ original }) => `${original}/versions`,
};

/** Ways to write, none of which is anybody's but the house's. */
const writing: { readonly [way: string]: (nodes: Nodes) => readonly [method: string, path: string, body?: object | string] } = {
  'change the folder’s properties': ({ folder }) => ['PUT', folder, { properties: { 'gec:subject': 'autre' } }],
  'rename the folder': ({ folder }) => ['PUT', folder, { name: 'autre' }],
  'open the folder to all': ({ folder }) => ['PUT', folder, { permissions: { isInheritanceEnabled: true, locallySet: [{ authorityId: 'GROUP_EVERYONE', name: 'Consumer', accessStatus: 'ALLOWED' }] } }],
  'make themselves the document’s keeper': ({ original }) => ['PUT', original, { permissions: { locallySet: [{ authorityId: 'GROUP_EVERYONE', name: 'Coordinator', accessStatus: 'ALLOWED' }] } }],
  'change the document’s properties': ({ original }) => ['PUT', original, { properties: { 'cm:title': 'autre' } }],
  'write a new version': ({ original }) => ['PUT', `${original}/content`, 'other bytes'],
  'lock the document': ({ original }) => ['POST', `${original}/lock`, {}],
  'comment on it': ({ original }) => ['POST', `${original}/comments`, { content: 'vu' }],
  'make a folder in it': ({ folder }) => ['POST', `${folder}/children`, { name: 'autre', nodeType: 'cm:folder' }],
  'add a file': ({ folder }) => ['POST', `${folder}/children`, upload('autre.pdf')],
  'move the document away': ({ original }) => ['POST', `${original}/move`, { targetParentId: '-my-' }],
  'link it to another': ({ folder, original }) => ['POST', `${folder}/targets`, { targetId: original, assocType: 'cm:references' }],
  'delete the document': ({ original }) => ['DELETE', original],
  'delete the mail': ({ folder }) => ['DELETE', folder],
};

describe('Rights in the repository', () => {
  let house: TestHouse;
  let running: Running;
  let tickets: ReadonlyMap<Name, string>;
  let mails: readonly (TestMail & { nodes: Nodes })[];

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve();
    tickets = await engage(house);
    mails = (await prepareMails(running.house)).flatMap(({ nodes, ...mail }) => (nodes ? [{ ...mail, nodes }] : []));
  }, 120_000);
  afterAll(() => house.close(), 60_000);

  const asks = async (name: Name, method: string, path: string, body?: object | string): Promise<number> => (await ask(tickets.get(name) ?? '', `${running.url}${api}/${path}`, method, body)).status;

  it('holds every mail that has its number, and none before', () => {
    expect(mails.map(({ state }) => state).filter((state) => state === 'toQualify')).toEqual([]);
    expect(mails.length).toBe(21);
  });

  for (const name of names) {
    it(`${name} reads there exactly what they open here`, async () => {
      const found: string[] = [];
      for (const mail of mails) {
        const statuses = await Promise.all(Object.values(reading).map((path) => asks(name, 'GET', path(mail.nodes))));
        found.push(`${worded(mail)}: ${[...new Set(statuses)].join(' and ')}`);
      }
      expect(found).toEqual(mails.map((mail) => `${worded(mail)}: ${sightOf(name, mail.secret, hasService(mail.state)) === 'opens' ? 200 : 403}`));
    });

    it(`${name} finds by Alfresco’s own search only the mails that they open, and can’t leaf through the library`, async () => {
      const { text } = await ask(tickets.get(name) ?? '', `${running.url}/alfresco/api/-default-/public/search/versions/1/search`, 'POST', { query: { language: 'afts', query: 'TYPE:"gec:correspondence"' }, paging: { maxItems: 100 } });
      const { list } = JSON.parse(text) as { list: { entries: { entry: { id: string } }[] } };
      const opened = mails.filter((mail) => sightOf(name, mail.secret, hasService(mail.state)) === 'opens').map(({ nodes }) => nodes.folder);
      expect(list.entries.map(({ entry }) => entry.id).sort()).toEqual(opened.sort());
      expect(await asks(name, 'GET', `${running.house.libraryId}/children?relativePath=2026/01/05`)).toBe(403);
    });

    it(`${name} writes nothing there, ever`, async () => {
      const written: string[] = [];
      await Promise.all(mails.map(async (mail) => {
        for (const [way, request] of Object.entries(writing)) {
          const status = await asks(name, ...request(mail.nodes));
          if (status !== 403) written.push(`${way} of ${worded(mail)}: ${status}`);
        }
      }));
      expect(written).toEqual([]);
    });

    it(`${name} puts nothing into the library itself`, async () => {
      const { libraryId } = running.house;
      const statuses = [
        await asks(name, 'POST', `${libraryId}/children`, { name: `autre ${name}`, nodeType: 'cm:folder' }),
        await asks(name, 'POST', `${libraryId}/children?relativePath=2026/01/05`, upload('autre.pdf')),
        await asks(name, 'PUT', libraryId, { permissions: { locallySet: [{ authorityId: 'GROUP_EVERYONE', name: 'Coordinator', accessStatus: 'ALLOWED' }] } }),
        await asks(name, 'DELETE', libraryId),
      ];
      expect(new Set(statuses)).toEqual(new Set([403]));
    });
  }

  it('names groups only, never persons, and lets the house alone write', async () => {
    for (const { nodes } of mails) {
      const { inherit, entries } = await house.administrator.nodes.permissions(nodes.folder);
      expect(inherit).toBeFalse();
      expect(entries.filter(({ role }) => role !== 'Consumer')).toEqual([{ authority: 'bannette-svc', role: 'Coordinator' }]);
      expect(entries.filter(({ role, authority }) => role === 'Consumer' && !authority.startsWith('GROUP_GEC_'))).toEqual([]);
      expect((await house.administrator.nodes.permissions(nodes.original)).entries).toEqual([]);
    }
  });
});

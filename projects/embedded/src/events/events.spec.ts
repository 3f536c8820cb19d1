import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import rhea, { type EventContext } from 'rhea';
import type { Client } from '../testing/client.js';
import { adminOf, fileOf, folderOf, personOf } from '../testing/people.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';
import { topic } from './endpoint.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- specs look into events of many shapes */

describe('The event stream', () => {
  let repository: TestRepository;
  let admin: Client;
  let anne: Client;
  let home: string;
  const heard: any[] = [];
  let close: () => void;

  /** Hears all, durably, until it is closed; answers every event with `accepted`. */
  const listen = (link: string, onEvent: (event: any) => void): (() => void) => {
    const { hostname, port, username, password } = new URL(repository.eventsUrl);
    const container = rhea.create_container({ id: `spec-${link}` });
    container.on('disconnected', () => undefined);
    container.on('message', ({ message }: EventContext) => onEvent(JSON.parse(String(message?.body))));
    const connection = container.connect({ host: hostname, port: Number(port), username, password, reconnect: false });
    connection.open_receiver({ name: link, source: { address: topic, durable: 2, expiry_policy: 'never' } });
    return () => connection.close();
  };
  const until = async (holds: () => boolean): Promise<void> => {
    for (const end = Date.now() + 20_000; !holds(); await delay(10)) if (Date.now() > end) throw new Error(`Waited in vain; heard ${JSON.stringify(heard.slice(-3))}`);
  };
  const kindOf = (event: any): string => event.type.replace('org.alfresco.event.', '');
  let marks = 0;
  /** Waits until all is heard that was done so far. */
  const caughtUp = async (): Promise<string> => {
    const mark = `mark-${++marks}`;
    await admin.post('nodes/-shared-/children', { name: mark, nodeType: 'cm:folder' });
    await until(() => heard.some((event) => event.data.resource.name === mark));
    return mark;
  };
  /** The events of `work` alone; those of the folders that it is done in may come or not. */
  const eventsOf = async (work: () => Promise<unknown>): Promise<any[]> => {
    await caughtUp();
    heard.splice(0);
    await work();
    const mark = await caughtUp();
    return heard.filter(({ data }) => ![mark, 'Shared', 'home', 'elsewhere'].includes(data.resource.name));
  };

  beforeAll(async () => {
    repository = await startTestRepository();
    admin = adminOf(repository);
    anne = await personOf(repository, 'anne');
    home = await folderOf(admin, 'home', { permissions: { locallySet: [{ authorityId: 'anne', name: 'Coordinator' }] } });
    close = listen('main', (event) => heard.push(event));
    for (let mark = 0; !heard.length; mark++) {
      await admin.post('nodes/-shared-/children', { name: `first-${mark}`, nodeType: 'cm:folder' });
      await delay(20);
    }
  }, 60_000);
  afterAll(async () => {
    close();
    await repository.dispose();
  });

  it('tells of a new node as it is, and nothing of its place', async () => {
    const [event, ...more] = await eventsOf(() => anne.post(`nodes/${home}/children`, { name: 'a.txt', nodeType: 'cm:content', properties: { 'cm:title': 'Un titre' } }));
    expect(more).toEqual([]);
    expect(kindOf(event)).toBe('node.Created');
    const { resource } = event.data;
    expect(resource).toEqual(jasmine.objectContaining({ '@type': 'NodeResource', name: 'a.txt', nodeType: 'cm:content', createdByUser: { id: 'anne', displayName: jasmine.any(String) }, isFile: true, isFolder: false, primaryAssocQName: 'cm:a.txt', secondaryParents: [], properties: jasmine.objectContaining({ 'cm:title': 'Un titre' }), localizedProperties: { 'cm:title': { en: 'Un titre' } } }));
    expect(resource.primaryHierarchy[0]).toBe(home);
    expect([event.specversion, event.datacontenttype, event.dataschema]).toEqual(['1.0', 'application/json', 'https://api.alfresco.com/schema/event/repo/v1/nodeCreated']);
  });

  it('tells of an update what changed, with its former values, and only that', async () => {
    const file = await fileOf(admin, home, 'b.txt', 'one');
    const before = async (work: () => Promise<unknown>): Promise<any[]> => (await eventsOf(work)).map((event) => `${kindOf(event)} ${Object.keys(event.data.resourceBefore ?? {}).filter((name) => !name.startsWith('modified') && name !== '@type').sort().join(' ')}`.trim());
    expect(await before(() => admin.put(`nodes/${file}`, { properties: { 'cm:title': 'x' } }))).toEqual(['node.Updated aspectNames localizedProperties properties']);
    expect(await before(() => admin.put(`nodes/${file}`, { properties: { 'cm:title': 'x' } }))).withContext('the same value').toEqual([]);
    expect(await before(() => admin.put(`nodes/${file}`, { name: 'c.txt' }))).toEqual(['node.Updated name primaryHierarchy']);
    expect(await before(() => admin.put(`nodes/${file}/content`, 'one and two'))).toEqual(['node.Updated content properties']);
    expect(await before(() => admin.put(`nodes/${file}`, { permissions: { isInheritanceEnabled: false, locallySet: [{ authorityId: 'anne', name: 'Editor' }] } }))).withContext('permissions').toEqual([]);
    const [event] = await eventsOf(() => admin.put(`nodes/${file}`, { properties: { 'cm:title': null } }));
    expect([event.data.resourceBefore.properties, event.data.resource.properties['cm:title']]).toEqual([{ 'cm:title': 'x' }, undefined]);
  });

  it('tells of a move where it was, of second parents and links apart', async () => {
    const [file, target] = [await fileOf(admin, home, 'm.txt', 'm'), await folderOf(admin, 'elsewhere')];
    const [moved] = await eventsOf(() => admin.post(`nodes/${file}/move`, { targetParentId: target }));
    expect([moved.data.resourceBefore.primaryHierarchy[0], moved.data.resource.primaryHierarchy[0]]).toEqual([home, target]);
    const kinds = async (work: () => Promise<unknown>): Promise<string[]> => (await eventsOf(work)).map(kindOf).sort();
    expect(await kinds(() => admin.post(`nodes/${home}/secondary-children`, { childId: file, assocType: 'cm:contains' }))).toEqual(['assoc.child.Created', 'node.Updated']);
    expect(await kinds(() => admin.delete(`nodes/${home}/secondary-children/${file}?assocType=cm:contains`))).toEqual(['assoc.child.Deleted', 'node.Updated']);
    const other = await fileOf(admin, home, 'n.txt', 'n');
    expect(await kinds(() => admin.post(`nodes/${file}/targets`, { targetId: other, assocType: 'cm:references' }))).toContain('assoc.peer.Created');
  });

  it('tells of the trashcan as of the end, and of a restored node as of a new one', async () => {
    const folder = await folderOf(admin, 'doomed');
    const file = await fileOf(admin, folder, 'd.txt', 'd');
    const told = (events: any[]): string[] => events.map((event) => `${kindOf(event)} ${event.data.resource.name}`).sort();
    expect(told(await eventsOf(() => admin.delete(`nodes/${folder}`)))).toEqual(['node.Deleted d.txt', 'node.Deleted doomed']);
    const restored = await eventsOf(() => admin.post(`deleted-nodes/${folder}/restore`, {}));
    expect(told(restored)).toEqual(['node.Created d.txt', 'node.Created doomed']);
    expect(restored.find(({ data }) => data.resource.id === file).data.resource.primaryHierarchy[0]).toBe(folder);
    const gone = await eventsOf(() => admin.delete(`nodes/${folder}?permanent=true`));
    expect(told(gone)).toEqual(['node.Deleted d.txt', 'node.Deleted doomed']);
    expect(gone.find(({ data }) => data.resource.id === file).data.resource.primaryHierarchy[0]).toBe(folder);
  });

  it('tells nothing of what was refused or undone', async () => {
    expect(await eventsOf(async () => {
      expect((await anne.post('nodes/-root-/children', { name: 'forbidden', nodeType: 'cm:folder' })).status).toBe(403);
      expect((await admin.post(`nodes/${home}/children`, [{ name: 'one', nodeType: 'cm:folder' }, { name: 'two', nodeType: 'cm:nothing' }])).status).toBe(400);
    })).toEqual([]);
  });

  it('keeps for each subscriber what it has not taken, over a restart, and forgets it when the link is closed', async () => {
    const { hostname, port, username, password } = new URL(repository.eventsUrl);
    const container = rhea.create_container({ id: 'spec-away' });
    container.on('disconnected', () => undefined);
    const connection = container.connect({ host: hostname, port: Number(port), username, password, reconnect: false });
    const there = new Promise((resolve) => container.once('receiver_open', resolve));
    connection.open_receiver({ name: 'away', source: { address: topic, durable: 2, expiry_policy: 'never' }, credit_window: 0 });
    await there;
    connection.close();
    await eventsOf(() => folderOf(admin, 'while-away'));
    await repository.restart();
    const names: string[] = [];
    const end = listen('away', (event) => names.push(event.data.resource.name));
    await until(() => names.includes('while-away'));
    expect(names.filter((name) => name === 'while-away').length).toBe(1);
    end();
    close = listen('main', (event) => heard.push(event));
  });

  it('is shaped as a real Alfresco’s', async () => {
    const recordings = join(process.env['BANNETTE_SHARED'] ?? '/nowhere', 'alfresco-corpus', 'events-03-nodes.json');
    if (!existsSync(recordings)) return pending('skipped: the recordings (BANNETTE_SHARED) are not here');
    const recorded = (JSON.parse(readFileSync(recordings, 'utf8')) as { events: { event: any }[] }[]).flatMap(({ events }) => events.map(({ event }) => event));
    const shape = (value: any, depth = 0): unknown => (Array.isArray(value) ? 'list' : typeof value === 'object' && value !== null && depth < 3 ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'localizedProperties').map(([name, inner]) => [name, /properties/i.test(name) ? 'map' : shape(inner, depth + 1)]).sort()) : typeof value);
    const file = await fileOf(admin, home, 'shape.txt', 's');
    const ours = [...(await eventsOf(() => fileOf(admin, home, 'shape-2.txt', 's'))), ...(await eventsOf(() => admin.put(`nodes/${file}`, { name: 'shaped.txt' }))), ...(await eventsOf(() => admin.delete(`nodes/${file}`)))];
    expect(ours.map(kindOf)).toEqual(['node.Created', 'node.Updated', 'node.Deleted']);
    for (const event of ours) {
      const { resourceBefore: _, ...data } = event.data;
      const theirs = recorded.filter((other) => other.type === event.type && other.data.resource.nodeType === 'cm:content').map(({ data: { resourceBefore: __, ...rest }, ...other }) => JSON.stringify(shape({ ...other, data: rest })));
      expect(theirs).withContext(event.type).toContain(JSON.stringify(shape({ ...event, data })));
    }
  });
});

import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { readJournal, type JournalEntry } from '@bannette/store';
import { reconcile } from '@bannette/vigilance';
import { captured } from '../api/captured.spec-support.js';
import type { Running } from '../serve.js';
import { startTestHouse, until, type Client, type TestHouse } from '../testing/index.js';
import { atAlfresco, type AtAlfresco } from './people.spec-support.js';

interface Alert {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly mail: { readonly id: string; readonly masked: boolean; readonly alerts?: number };
  readonly author?: { readonly id: string };
  readonly document?: string;
  readonly times: number;
  readonly data: { readonly [name: string]: unknown };
  readonly settled?: { readonly by: { readonly id: string }; readonly reason?: string };
}
const sha512 = (text: string): string => createHash('sha512').update(text).digest('hex');

describe('A mail that somebody touches in Alfresco itself', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  let marc: Client;
  let ines: Client;
  let admin: AtAlfresco;
  let elsewhere: string;

  beforeAll(async () => {
    house = await startTestHouse();
    running = await house.serve();
    [clara, marc, ines] = (await Promise.all(['clara.moreau', 'marc.delmas', 'ines.kaci'].map((person) => house.client(person, () => running.url)))) as [Client, Client, Client];
    for (const client of [clara, marc, ines]) await client.get('/me');
    admin = atAlfresco(house.alfrescoUrl, 'admin', 'admin');
    elsewhere = (await house.administrator.nodes.createFolder({ parentId: '-root-', name: 'Ailleurs', type: 'cm:folder', properties: {} })).id;
    await until('the events are heard', async () => (await state()).connected_at !== null);
  }, 60_000);
  afterAll(() => house?.close(), 60_000);

  const state = async () => (await house.store.db.selectFrom('alfresco_stream').selectAll().executeTakeFirst()) ?? { connected_at: null };
  const rowOf = (id: string) => house.store.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const documentOf = (id: string) => house.store.db.selectFrom('document').selectAll().where('mail_id', '=', id).executeTakeFirstOrThrow();
  const applied = (id: string) => until('Alfresco agrees with the row', async () => {
    const row = await rowOf(id);
    return row.node_id !== null && row.applied_version === row.desired_version && row.route_because !== null;
  });
  const handled = () => until('all that was heard is handled', async () => (await house.store.db.selectFrom('alfresco_event').select('id').where('handled_at', 'is', null).execute()).length === 0);
  /** All that has happened until now has been heard: a mark is set in Alfresco, and its event awaited. */
  const heard = async (): Promise<void> => {
    const before = new Date();
    await house.administrator.nodes.createFolder({ parentId: elsewhere, name: `marque-${before.getTime()}`, type: 'cm:folder', properties: {} });
    await until('the mark is heard', async () => {
      const row = await house.store.db.selectFrom('alfresco_stream').select('event_at').executeTakeFirst();
      return row?.event_at && row.event_at >= before;
    });
    await handled();
  };
  const distributed = async (change: object = {}): Promise<string> => {
    const id = await captured(running.house);
    await clara.post(`/mails/${id}/qualify`, { type: 'VOIRIE', sender: { kind: 'individual', name: 'Odile Vasseur', postcode: '98310' }, subject: 'Nid-de-poule', receivedAt: '2026-04-30', ...change });
    await applied(id);
    await heard();
    return id;
  };
  const versionsOf = (documentId: string): Promise<object[]> => house.store.db.selectFrom('document_version').select(['label', 'sha512', 'author']).where('document_id', '=', documentId).execute();
  const told = async (id: string): Promise<readonly JournalEntry[]> => (await readJournal(house.store.db, { subjectKind: 'mail', subjectId: id })).filter(({ type }) => /^(alfresco|alert)\./.test(type));
  const toldTypes = async (id: string): Promise<string[]> => (await told(id)).map(({ type, actor }) => `${type} ${actor}`);
  const alertsOf = async (id: string, query = ''): Promise<Alert[]> => (await clara.get<{ items: Alert[] }>(`/alerts?limit=200${query}`)).items.filter(({ mail }) => mail.id === id);
  const awaited = (id: string, type: string) => until(`${type} is told`, async () => (await told(id)).find((entry) => entry.type === type));

  it('has nothing to tell of what the house itself does', async () => {
    const id = await distributed();
    await ines.post(`/mails/${id}/take`);
    await ines.post(`/mails/${id}/notes`, { text: 'vu' });
    await applied(id);
    await heard();
    expect([await toldTypes(id), await alertsOf(id)]).toEqual([[], []]);
  }, 60_000);

  it('gets its facts back, and whoever changed them is told', async () => {
    const id = await distributed();
    const { node_id: nodeId, revision } = await rowOf(id);
    await house.administrator.nodes.update(nodeId!, { properties: { 'gec:subject': 'Une affaire réglée', 'cm:title': 'mon titre' } });
    const entry = await awaited(id, 'alfresco.changed');
    await applied(id);
    await heard();
    expect<unknown>([entry.actor, entry.data['facts']]).toEqual(['admin', ['cm:title', 'gec:subject']]);
    expect((await house.administrator.nodes.get(nodeId!)).properties['gec:subject']).toBe('Nid-de-poule');
    expect((await alertsOf(id)).map(({ kind, author, data, times }) => [kind, author?.id, data, times])).toEqual([['factsChanged', 'admin', { facts: ['gec:subject'] }, 1]]);
    const shown = await ines.mail(id);
    expect([shown.revision > revision, shown.alerts]).toEqual([true, 1]);
    expect((await ines.get<{ items: { type: string }[] }>(`/mails/${id}/journal`)).items.map(({ type }) => type)).toContain('alfresco.changed');
  }, 60_000);

  it('tells of words that are nobody’s duty without an alert', async () => {
    const id = await distributed();
    await house.administrator.nodes.update((await rowOf(id)).node_id!, { properties: { 'cm:description': 'pour mémoire' } });
    await awaited(id, 'alfresco.changed');
    expect(await alertsOf(id)).toEqual([]);
  }, 60_000);

  it('gets its name back, and its document’s', async () => {
    const id = await distributed();
    const [row, document] = [await rowOf(id), await documentOf(id)];
    await house.administrator.nodes.update(row.node_id!, { name: 'Madame Vasseur' });
    await house.administrator.nodes.update(document.node_id!, { name: 'lettre.pdf', properties: { 'gec:pages': 9 } });
    await until('both are told', async () => (await told(id)).filter(({ type }) => type === 'alfresco.renamed').length === 2);
    await until('both names are back', async () => (await house.administrator.nodes.get(row.node_id!)).name === row.node_name && (await house.administrator.nodes.get(document.node_id!)).name === document.name);
    await until('the document’s facts are back', async () => (await house.administrator.nodes.get(document.node_id!)).properties['gec:pages'] === document.pages);
    await heard();
    expect((await alertsOf(id)).map(({ kind, document: name }) => `${kind} ${name ?? ''}`.trim()).sort()).toEqual([`factsChanged ${document.name}`, 'renamed', `renamed ${document.name}`]);
    expect<unknown>((await told(id))[0]?.personal).toEqual({ newName: 'Madame Vasseur' });
    expect(JSON.stringify((await told(id)).map(({ data }) => data as object))).not.toContain('Vasseur');
  }, 60_000);

  it('keeps a version that somebody made of a document, and what was captured', async () => {
    const id = await distributed();
    const document = await documentOf(id);
    const text = 'ce que la lettre aurait dû dire';
    await house.administrator.nodes.replaceContent(document.node_id!, { mediaType: 'application/pdf', size: Buffer.byteLength(text), content: () => Readable.from([text]) });
    const entry = await awaited(id, 'alfresco.versioned');
    expect<unknown>([entry.actor, entry.data['sha512'], entry.data['label']]).toEqual(['admin', sha512(text), '1.1']);
    expect((await documentOf(id)).sha512).toBe(document.sha512);
    expect(await versionsOf(document.id)).toEqual([{ label: '1.1', sha512: sha512(text), author: 'admin' }]);
    expect((await alertsOf(id)).map(({ kind }) => kind)).toEqual(['documentReplaced']);
  }, 60_000);

  it('is marked when it is thrown away, and well again when it is restored', async () => {
    const id = await distributed();
    const { node_id: nodeId } = await rowOf(id);
    await house.administrator.nodes.delete(nodeId!);
    await awaited(id, 'alfresco.deleted');
    await heard();
    expect((await rowOf(id)).gone_at).not.toBeNull();
    expect((await alertsOf(id)).map(({ kind }) => kind)).toEqual(['mailDeleted']);
    await ines.post(`/mails/${id}/take`);
    await admin.restore(nodeId!);
    await awaited(id, 'alfresco.restored');
    await applied(id);
    await heard();
    expect([(await rowOf(id)).gone_at, (await documentOf(id)).gone_at]).toEqual([null, null]);
    expect((await alertsOf(id, '&state=all')).map(({ kind, settled }) => [kind, settled?.by.id, settled?.reason])).toEqual([['mailDeleted', 'system', 'restored']]);
    expect((await house.administrator.nodes.get(nodeId!)).properties['gec:status']).toBe('inProgress');
  }, 60_000);

  it('is signalled when it, or a document, is moved or thrown away, or one is added beside', async () => {
    const id = await distributed();
    const [row, document] = [await rowOf(id), await documentOf(id)];
    await admin.add(row.node_id!, 'pièce.txt');
    await admin.move(row.node_id!, elsewhere);
    await house.administrator.nodes.delete(document.node_id!);
    await until('all is told', async () => (await told(id)).length === 3);
    expect((await alertsOf(id)).map(({ kind }) => kind).sort()).toEqual(['documentAdded', 'documentDeleted', 'moved']);
    const day = await house.administrator.nodes.findByPath(running.house.libraryId, row.node_path ?? '');
    await admin.move(row.node_id!, day!.id);
    await admin.restore(document.node_id!);
    await until('both ends are told', async () => (await told(id)).length === 5);
    expect((await alertsOf(id)).map(({ kind }) => kind)).toEqual(['documentAdded']);
  }, 60_000);

  it('is looked after by its head of service, the mail room and administrators, each in their place', async () => {
    const id = await distributed();
    const secret = await distributed({ type: 'ASE_COURRIER', service: 'ENFANCE' });
    for (const one of [id, secret]) await house.administrator.nodes.update((await rowOf(one)).node_id!, { properties: { 'gec:subject': 'autre' } });
    for (const one of [id, secret]) await awaited(one, 'alfresco.changed');
    const listed = async (client: Client) => (await client.get<{ items: Alert[] }>('/alerts?limit=200')).items.filter(({ mail }) => [id, secret].includes(mail.id)).map(({ mail }) => `${mail.id === secret ? 'secret' : 'plain'}${mail.masked ? ' masked' : ''}`).sort();
    expect(await listed(clara)).toEqual(['plain', 'secret masked']);
    expect(await listed(marc)).toEqual(['plain']);
    expect((await ines.call('GET', '/alerts')).status).toBe(403);
    const [alert] = await alertsOf(id);
    const [hidden] = await alertsOf(secret);
    expect((await ines.call('POST', `/alerts/${alert!.id}/settle`, { reason: 'non' })).status).toBe(404);
    expect((await marc.call('POST', `/alerts/${hidden!.id}/see`, {})).status).toBe(404);
    const before = (await marc.get<{ openAlerts: number }>('/me')).openAlerts;
    expect((await marc.post<Alert>(`/alerts/${alert!.id}/see`)).state).toBe('seen');
    expect((await marc.post<Alert>(`/alerts/${alert!.id}/settle`, { reason: 'Vu avec Mme Vasseur' })).state).toBe('settled');
    expect((await marc.get<{ openAlerts: number }>('/me')).openAlerts).toBe(before - 1);
    expect([(await ines.mail(id)).alerts, (await toldTypes(id)).at(-1)]).toEqual([undefined, 'alert.settled marc.delmas']);
  }, 60_000);

  describe('without any event', () => {
    const night = async (): Promise<{ checked: number; found: number }> => {
      const done = await reconcile(running.house, { days: 1 });
      if (!done) throw new Error('another process is at it');
      return done;
    };

    it('has its rights mended by the nightly comparison, which signals who could read it', async () => {
      const id = await distributed();
      const [row, document] = [await rowOf(id), await documentOf(id)];
      await night();
      await applied(id);
      const { entries } = await house.administrator.nodes.permissions(row.node_id!);
      await house.administrator.nodes.setPermissions(row.node_id!, { inherit: true, entries: [...entries, { authority: 'GROUP_GEC_S_FINANCES', role: 'Consumer' }] });
      await house.administrator.nodes.setPermissions(document.node_id!, { inherit: true, entries: [{ authority: 'yann.lebrun', role: 'Editor' }] });
      await heard();
      expect(await toldTypes(id)).toEqual([]);
      expect((await night()).found).toBe(2);
      await applied(id);
      await until('the document’s rights are mended', async () => (await house.administrator.nodes.permissions(document.node_id!)).entries.length === 0);
      expect((await house.administrator.nodes.permissions(row.node_id!)).inherit).toBeFalse();
      expect((await alertsOf(id)).map(({ kind, data }) => [kind, data])).toEqual(jasmine.arrayWithExactContents([['readersWidened', { groups: ['GROUP_GEC_S_FINANCES'], persons: 0, inherited: true }], ['readersWidened', { groups: [], persons: 1, inherited: false }]]));
      expect((await night()).found).toBe(0);
    }, 90_000);

    it('is found moved, replaced, thrown away, though nobody was there to hear it', async () => {
      const [moved, replaced, lost] = [await distributed(), await distributed(), await distributed()];
      await night();
      await running.stop();
      await admin.move((await rowOf(moved)).node_id!, elsewhere);
      const text = 'autre chose';
      await house.administrator.nodes.replaceContent((await documentOf(replaced)).node_id!, { mediaType: 'application/pdf', size: Buffer.byteLength(text), content: () => Readable.from([text]) });
      await house.administrator.nodes.delete((await rowOf(lost)).node_id!);
      running = await house.serve({ ALFRESCO_EVENTS_URL: '' });
      expect((await night()).found).toBe(3);
      expect([await toldTypes(moved), await toldTypes(replaced), await toldTypes(lost)]).toEqual([['alfresco.moved system'], ['alfresco.versioned admin'], ['alfresco.deleted system']]);
      await applied(replaced);
      expect((await night()).found).withContext('it is told once').toBe(0);
      expect(await toldTypes(moved)).toEqual(['alfresco.moved system']);
      await running.stop();
      running = await house.serve();
      await until('the events are heard again', async () => (await alertsOf(lost)).length > 0 && (await fetch(`${running.url}/health/ready`).then((answer) => answer.json() as Promise<{ events: string }>)).events === 'ok');
      await heard();
      expect((await alertsOf(replaced)).length).withContext('what waited at the broker is known').toBe(1);
    }, 120_000);
  });

  describe('in a library that takes several nights', () => {
    const compare = (days: number, now = new Date()) => reconcile({ ...running.house, now: () => now }, { days });
    const round = () => house.store.db.selectFrom('reconciliation').selectAll().executeTakeFirstOrThrow();
    const hoursLater = (hours: number): Date => new Date(Date.now() + hours * 3_600_000);

    it('is compared the same night when somebody changed it, wherever the round has come to', async () => {
      await distributed();
      const last = await distributed();
      await compare(1);
      await running.stop();
      await house.administrator.nodes.update((await rowOf(last)).node_id!, { properties: { 'gec:subject': 'en cachette' } });
      running = await house.serve({ ALFRESCO_EVENTS_URL: '' });
      expect((await compare(365))!.found).toBe(1);
      expect((await alertsOf(last)).map(({ kind, author }) => [kind, author?.id])).toEqual([['factsChanged', 'admin']]);
      await applied(last);
      expect((await house.administrator.nodes.get((await rowOf(last)).node_id!)).properties['gec:subject']).toBe('Nid-de-poule');
      await running.stop();
      running = await house.serve();
      await until('the events are heard again', async () => (await fetch(`${running.url}/health/ready`).then((answer) => answer.json() as Promise<{ events: string }>)).events === 'ok');
      await heard();
    }, 120_000);

    it('is gone through wholly in the nights that were set, going on where a night was broken off', async () => {
      for (let more = 0; more < 6; more++) await distributed(); // fewer would be done before the last night
      await compare(1);
      const mails = (await round()).last_checked;
      const before = (await round()).finished_at;
      await compare(3, hoursLater(0));
      const first = await round();
      let looked = 0;
      await reconcile({ ...running.house, now: () => hoursLater(24) }, { days: 3 }, () => ++looked > 2);
      await compare(3, hoursLater(25));
      expect((await round()).finished_at).toEqual(before);
      await compare(3, hoursLater(49));
      const { finished_at: end, last_checked: checked, after_mail: cursor } = await round();
      expect([first.checked, checked, cursor, end! > before!]).toEqual([Math.ceil(mails / 3), mails, null, true]);
    }, 120_000);

    it('is compared by one process at a time', async () => {
      const [one, other] = await Promise.all([compare(1), compare(1)]);
      expect([one, other].filter((done) => done === undefined).length).toBe(1);
    }, 60_000);
  });

  it('is told of by metrics and health, which stays ready when the broker is away', async () => {
    await heard();
    const metrics = await (await fetch(`${running.url}/metrics`)).text();
    expect(metrics).toMatch(/^bannette_alfresco_events_connected 1$/m);
    expect(metrics).toMatch(/^bannette_alfresco_events_heard [1-9]\d*$/m);
    await running.stop();
    running = await house.serve({ ALFRESCO_EVENTS_URL: 'amqp://127.0.0.1:1' });
    const ready = () => fetch(`${running.url}/health/ready`).then(async (answer) => `${answer.status} ${((await answer.json()) as { events: string }).events}`);
    await until('the cut is told', async () => (await ready()) === '200 degraded');
    await running.stop();
    running = await house.serve();
    await until('the broker is there again', async () => (await ready()) === '200 ok');
  }, 60_000);
});


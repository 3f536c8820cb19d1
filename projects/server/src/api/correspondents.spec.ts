import type { CorrespondentCardView, CorrespondentFound, Mail, MailLine } from '@bannette/http';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Running } from '../serve.js';
import { clientOf, signIn, startTestHouse, until, type Client, type TestHouse } from '../testing/index.js';
import { captured } from './captured.spec-support.js';

type Pairs = { items: { one: CorrespondentFound; other: CorrespondentFound; because: string[]; score: number }[] };

describe('The directory of correspondents', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  let sophie: Client;
  let lucie: Client;
  let addresses: Server;
  let answers: object | string = { features: [] };

  beforeAll(async () => {
    addresses = createServer((_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(typeof answers === 'string' ? answers : JSON.stringify(answers)));
    await new Promise<void>((resolve) => addresses.listen(0, '127.0.0.1', resolve));
    house = await startTestHouse({ records: false });
    running = await house.serve({ BANNETTE_ADDRESS_URL: `http://127.0.0.1:${(addresses.address() as AddressInfo).port}/search` });
    [clara, sophie, lucie] = (await Promise.all(['clara.moreau', 'sophie.martel', 'lucie.perrot'].map((id) => house.client(id, running.url)))) as [Client, Client, Client];
  }, 60_000);
  afterAll(async () => {
    addresses.close();
    await house.close();
  }, 60_000);

  const add = (body: object, by = clara): Promise<CorrespondentCardView> => by.post('/correspondents', body);
  const find = async (q: string, by = clara): Promise<string[]> => ((await by.get(`/correspondents?q=${encodeURIComponent(q)}`)) as { items: CorrespondentFound[] }).items.map(({ name }) => name);
  const status = async (by: Client, method: string, path: string, body?: object): Promise<string> => {
    const answer = await by.call<{ code?: string }>(method, path, body);
    return `${answer.status} ${answer.body?.code ?? ''}`.trim();
  };
  const mailFrom = async (sender: object, more: object = {}): Promise<Mail> => {
    const id = await captured(running.house);
    return (await clara.post(`/mails/${id}/qualify`, { type: 'VOIRIE', sender: { kind: 'individual', ...sender }, subject: 'Fossé', receivedAt: '2026-01-05', service: 'ROUTES', ...more })) as Mail;
  };
  const idOf = (mail: Mail): string => mail.correspondent?.id ?? '';

  it('finds by words in any order, without accents, by sound, by SIRET', async () => {
    await add({ kind: 'individual', name: 'Lefèbvre', givenName: 'Éloïse', addresses: [{ lines: ['3 rue Haute'], postcode: '98310', city: 'Lys' }], emails: ['eloise@lefebvre.example'] });
    await add({ kind: 'company', name: 'Maçonnerie Thibault', siret: '732 829 320 00074' });
    expect(await find('lefevre elo')).toEqual(['Éloïse Lefèbvre']);
    expect(await find('Eloise')).toEqual(['Éloïse Lefèbvre']);
    expect(await find('maconnerie tibo')).toEqual(['Maçonnerie Thibault']);
    expect(await find('73282932000074')).toEqual(['Maçonnerie Thibault']);
    expect(await find("'; drop table mail --")).toEqual([]);
  });

  it('names those who write now and whose cards lack something, those who write most first, to whom may open their mail', async () => {
    const often = await mailFrom({ name: 'Quéméneur', postcode: '98310' });
    await mailFrom({ id: idOf(often), name: 'Quéméneur' });
    const once = await mailFrom({ name: 'Quintric', address: '2 rue du Port', postcode: '98310', city: 'Lys' });
    const seen = async (by: Client) => ((await by.get('/correspondents/incomplete')) as { items: { id: string; lacking: string[]; completeness: number; mails: number }[] }).items.filter(({ id }) => [idOf(often), idOf(once)].includes(id)).map(({ id, lacking, completeness, mails }) => [id, lacking, completeness, mails]);
    expect(await seen(clara)).toEqual([[idOf(often), ['givenName', 'address', 'reach'], 0, 2], [idOf(once), ['givenName', 'reach'], 33, 1]]);
    const card = (await clara.get(`/correspondents/${idOf(once)}`)) as CorrespondentCardView;
    expect([card.lacking, card.completeness]).toEqual([['givenName', 'reach'], 33]);
    await clara.call('PUT', `/correspondents/${idOf(once)}`, { kind: 'individual', name: 'Quintric', givenName: 'Paul', addresses: card.addresses, phones: ['02 41 00 00 00'], revision: card.revision });
    expect((await seen(clara)).map(([id]) => id)).toEqual([idOf(often)]);
    expect(await seen(lucie)).withContext('of another service').toEqual([]);
  });

  it('abroad keeps its country, from the letter to the card and to whoever is chosen next', async () => {
    const mail = await mailFrom({ name: 'Ann Peeters', address: 'Wetstraat 16', postcode: 'B-1000', city: 'Bruxelles', country: 'Belgique' });
    expect(mail.correspondent?.country).toBe('Belgique');
    const card = (await clara.get(`/correspondents/${idOf(mail)}`)) as CorrespondentCardView;
    expect(card.addresses).toEqual([{ lines: ['Wetstraat 16'], postcode: 'B-1000', city: 'Bruxelles', country: 'Belgique' }]);
    const [found] = ((await clara.get('/correspondents?q=peeters')) as { items: CorrespondentFound[] }).items;
    expect(found).toEqual(jasmine.objectContaining({ id: idOf(mail), country: 'Belgique' }));
  });

  it('refuses what can’t be', async () => {
    expect(await status(clara, 'POST', '/correspondents', { kind: 'company', name: 'X', siret: '73282932000075' })).toBe('422 siret');
    expect(await status(clara, 'POST', '/correspondents', { kind: 'individual', name: 'X', addresses: [{ lines: ['1 rue'], postcode: '123', city: 'Lys' }] })).toBe('422 address.postcode');
    expect(await status(clara, 'POST', '/correspondents', { kind: 'individual', name: 'X', addresses: [{ lines: ['1 rue dont le nom est beaucoup trop long pour une ligne'] }] })).toMatch(/^4/);
  });

  it('keeps two people from changing over one another, and mails keep the words of their day', async () => {
    const mail = await mailFrom({ name: 'Irène Castel', postcode: '98310' });
    const card = (await clara.get(`/correspondents/${idOf(mail)}`)) as CorrespondentCardView;
    const { id, revision, positions: _p, merges: _m, doubles: _d, actions: _a, ...body } = card;
    const changed = await clara.call<CorrespondentCardView>('PUT', `/correspondents/${id}`, { ...body, name: 'Castel-Renard', givenName: 'Irène', revision });
    expect([changed.status, changed.body.name]).toEqual([200, 'Castel-Renard']);
    expect(await status(clara, 'PUT', `/correspondents/${id}`, { ...body, revision })).toBe('409 staleCorrespondent');
    expect((await clara.mail(mail.id)).correspondent?.name).toBe('Irène Castel');
  });

  it('shows a service the private persons of mails that it may read, and no others', async () => {
    const mail = await mailFrom({ name: 'Gontran Perceval', postcode: '98310' });
    await until('it is distributed', async () => (await house.store.db.selectFrom('mail').select('state').where('id', '=', mail.id).executeTakeFirstOrThrow()).state === 'distributed');
    expect(await find('perceval', sophie)).toEqual(['Gontran Perceval']);
    expect(await find('perceval', lucie)).toEqual([]);
    expect(await status(lucie, 'GET', `/correspondents/${idOf(mail)}`)).toBe('404 notFound');
    expect(await status(lucie, 'GET', `/correspondents/${idOf(mail)}/mails`)).toBe('404 notFound');
    await add({ kind: 'association', name: 'Les amis de Perceval' });
    expect(await find('perceval', lucie)).toEqual(['Les amis de Perceval']);
  });

  it('keeps a guarded reference from whoever is not in its group', async () => {
    const { id } = await add({ kind: 'company', name: 'Transports Oriane', references: [{ system: 'compta', value: 'F-0042' }, { system: 'ase', value: 'A-7777', guard: 'GROUP_GEC_COURRIER' }] });
    expect(((await sophie.get(`/correspondents/${id}`)) as CorrespondentCardView).references).toEqual([{ system: 'compta', value: 'F-0042' }]);
    expect([await find('A-7777'), await find('A-7777', sophie), await find('F-0042', sophie)]).toEqual([['Transports Oriane'], [], ['Transports Oriane']]);
    expect(await status(clara, 'POST', '/correspondents', { kind: 'company', name: 'Autre', references: [{ system: 'compta', value: 'F-0042' }] })).toBe('409 referenceTaken');
    expect(await status(clara, 'POST', '/correspondents', { kind: 'company', name: 'Autre', references: [{ system: 'x', value: '1', guard: 'GROUP_GEC_DPO' }] })).toBe('422 notYourGuard');
  });

  it('proposes doubles with reasons, joins two after a preview, shows all their mails as one’s, and takes it back', async () => {
    const [one, other] = [await mailFrom({ name: 'Odile Vasseur', postcode: '98310' }), await mailFrom({ name: 'VASSEUR Odile', postcode: '98100' })];
    const pairs = async (): Promise<Pairs['items']> => ((await clara.get(`/correspondents/pairs?of=${idOf(one)}`)) as Pairs).items;
    await add({ kind: 'individual', name: 'Odille Vaceur', addresses: [{ lines: ['1 rue Basse'], postcode: '98310', city: 'Lys' }] });
    await until('doubles are seen', async () => (await pairs()).length > 0);
    expect((await pairs())[0]?.because).toEqual(['soundsAlike']);
    const preview = (await clara.get(`/correspondents/${idOf(one)}/merge?other=${idOf(other)}`)) as { kept: CorrespondentCardView; merged: CorrespondentCardView; result: { name: string }; mails: { kept: number; merged: number } };
    expect([preview.result.name, preview.mails]).toEqual(['Odile Vasseur', { kept: 1, merged: 1 }]);
    const merge = { other: idOf(other), revision: preview.kept.revision, otherRevision: preview.merged.revision };
    expect(await status(sophie, 'POST', `/correspondents/${idOf(one)}/merge`, merge)).toBe('403 forbidden');
    const joined = (await clara.post(`/correspondents/${idOf(one)}/merge`, merge)) as CorrespondentCardView;
    expect(await status(clara, 'POST', `/correspondents/${idOf(one)}/merge`, merge)).toMatch(/^4\d\d (staleCorrespondent|sameCorrespondent)$/);
    const mails = async (id: string): Promise<string[]> => ((await clara.get(`/correspondents/${id}/mails`)) as { items: MailLine[] }).items.map((line) => line.id).sort();
    expect(await mails(idOf(one))).toEqual([one.id, other.id].sort());
    expect(((await clara.get(`/correspondents/${idOf(other)}`)) as CorrespondentCardView).id).toBe(idOf(one));
    const third = await mailFrom({ name: 'VASSEUR Odile', postcode: '98100' });
    expect(idOf(third)).toBe(idOf(one));

    const [last] = joined.merges;
    await clara.post(`/correspondent-merges/${last?.id}/undo`);
    expect(await mails(idOf(other))).toEqual([other.id]);
    expect(await status(clara, 'POST', `/correspondent-merges/${last?.id}/undo`)).toBe('409 mergeUndone');
  });

  it('joined with another keeps their positions and references, and is known to who knew them', async () => {
    const first = await mailFrom({ name: 'Sidonie Carpentier', postcode: '98310' });
    await until('it is distributed', async () => (await house.store.db.selectFrom('mail').select('state').where('id', '=', first.id).executeTakeFirstOrThrow()).state === 'distributed');
    const [kept, organisation] = [await add({ kind: 'individual', name: 'Sidonie Charpentier-Roux' }), await add({ kind: 'association', name: 'Harmonie du Lys' })];
    const joinedId = idOf(first);
    const { id: _id, revision: seen, positions: _p, merges: _m, splits: _s, doubles: _d, actions: _a, ...body } = (await clara.get(`/correspondents/${joinedId}`)) as CorrespondentCardView;
    const changed = (await clara.call<CorrespondentCardView>('PUT', `/correspondents/${joinedId}`, { ...body, revision: seen, references: [{ system: 'compta', value: 'SC-0815' }] })).body;
    const held = (await clara.post(`/correspondents/${joinedId}/positions`, { organisation: organisation.id, title: 'Trésorière' })) as CorrespondentCardView;
    const joined = (await clara.post(`/correspondents/${kept.id}/merge`, { other: joinedId, revision: kept.revision, otherRevision: changed.revision })) as CorrespondentCardView;
    expect([joined.positions.map(({ title, person }) => `${title} ${person.name}`), joined.references]).toEqual([['Trésorière Sidonie Charpentier-Roux'], [{ system: 'compta', value: 'SC-0815' }]]);
    expect(((await clara.get(`/correspondents/${organisation.id}`)) as CorrespondentCardView).positions.map(({ person }) => person.id)).toEqual([kept.id]);
    expect([await find('SC-0815'), await find('charpentier roux', sophie), await find('charpentier roux', lucie)]).toEqual([['Sidonie Charpentier-Roux'], ['Sidonie Charpentier-Roux'], []]);
    expect(await status(sophie, 'GET', `/correspondents/${kept.id}`)).toBe('200');
    expect((await clara.call('PUT', `/correspondents/${kept.id}`, { ...body, name: 'Charpentier-Roux', givenName: 'Sidonie', revision: joined.revision, references: joined.references })).status).toBe(200);
    expect((await clara.call('POST', `/correspondents/${kept.id}/positions/${held.positions[0]?.id}/end`, { until: '2026-06-30' })).status).toBe(200);

    await clara.post(`/correspondent-merges/${joined.merges[0]?.id}/undo`);
    const again = (await clara.get(`/correspondents/${joinedId}`)) as CorrespondentCardView;
    expect([again.references, again.positions.map(({ until: last }) => last)]).toEqual([[{ system: 'compta', value: 'SC-0815' }], ['2026-06-30']]);
    expect(await find('charpentier roux', sophie)).toEqual([]);
  });

  it('among several that a call is from has it in their exchanges, and is known to who reads it', async () => {
    const second = await add({ kind: 'individual', name: 'Ronsard', givenName: 'Blandine' });
    const parties = [{ kind: 'individual', name: 'Gaston Ferrand', postcode: '98310' }, { id: second.id, kind: 'individual', name: 'Blandine Ronsard' }];
    const { id } = await clara.post<{ id: string }>('/entries', { key: '0190f3b4-0000-7000-8000-00000000c0de', kind: 'call', subject: 'Fossé', parties, calledAt: '2026-01-05T09:00:00Z', service: 'ROUTES', fields: { callReason: 'OTHER' } });
    await until('who reads it knows both', async () => (await find('ronsard', sophie)).length === 1);
    expect([await find('ferrand', sophie), await find('ronsard', lucie)]).toEqual([['Gaston Ferrand'], []]);
    const exchanges = async (by: Client, more = ''): Promise<string[]> => ((await by.get(`/correspondents/${second.id}/mails${more}`)) as { items: MailLine[] }).items.map((line) => line.id);
    expect([await exchanges(sophie), await exchanges(clara, '?channel=phone'), await exchanges(clara, '?channel=post')]).toEqual([[id], [id], []]);
    expect(await status(lucie, 'GET', `/correspondents/${second.id}/mails`)).toBe('404 notFound');
  });

  it('is told that two are two, and does not propose them again', async () => {
    const [a, b] = [await add({ kind: 'association', name: 'Club nautique du Lys' }), await add({ kind: 'association', name: 'Club nautique du Lys' })];
    const pair = async (): Promise<number> => ((await clara.get(`/correspondents/pairs?of=${a.id}`)) as Pairs).items.length;
    await until('it is proposed', async () => (await pair()) === 1);
    await clara.post('/correspondents/pairs/dismiss', { one: b.id, other: a.id });
    expect(await pair()).toBe(0);
  });

  it('parts a card by its addresses and positions, shows the position on both cards, and takes it back', async () => {
    const garage = await add({ kind: 'company', name: 'Garage Quentin' });
    const address = (line: string) => ({ lines: [line], postcode: '98310', city: 'Lys' });
    const two = await add({ kind: 'individual', name: 'Quentin', givenName: 'Paule', addresses: [address('1 rue Basse'), address('9 place Neuve')], emails: ['p@quentin.example', 'garage@quentin.example'], consents: [{ channel: 'email', on: '2026-01-05', how: 'formulaire' }, { channel: 'phone', on: '2026-01-06', how: 'au guichet' }] });
    expect([two.emailConsent, two.consents.map(({ channel }) => channel)]).toEqual([{ on: '2026-01-05', how: 'formulaire' }, ['email', 'phone']]);
    await clara.post(`/correspondents/${two.id}/positions`, { organisation: garage.id, title: 'Gérante', department: 'Atelier', from: '2020-01-01' });
    const view = async (id: string): Promise<CorrespondentCardView> => clara.get(`/correspondents/${id}`);
    const [held] = (await view(garage.id)).positions;
    expect([held?.department, held?.person.id]).toEqual(['Atelier', two.id]);

    const split = { positions: [held?.id], take: { revision: two.revision, addresses: [1], emails: ['garage@quentin.example'] }, correspondent: { kind: 'individual', name: 'Quentin', givenName: 'Paul' } };
    expect(await status(clara, 'POST', `/correspondents/${two.id}/split`, { ...split, take: { ...split.take, revision: 9 } })).toBe('409 staleCorrespondent');
    expect(await status(clara, 'POST', `/correspondents/${two.id}/split`, { correspondent: split.correspondent })).toBe('422 nothingToSplit');
    expect(await status(sophie, 'POST', `/correspondents/${two.id}/split`, split)).toBe('403 forbidden');
    const other = (await clara.post(`/correspondents/${two.id}/split`, split)) as CorrespondentCardView;
    expect([other.addresses.map(({ lines }) => lines[0]), other.emails, other.positions.length]).toEqual([['9 place Neuve'], ['garage@quentin.example'], 1]);
    const left = await view(two.id);
    expect([left.addresses.map(({ lines }) => lines[0]), left.emails, left.positions.length, left.splits.map((one) => one.other.id)]).toEqual([['1 rue Basse'], ['p@quentin.example'], 0, [other.id]]);
    expect((await view(garage.id)).positions[0]?.person.id).toBe(other.id);

    await clara.post(`/correspondent-splits/${left.splits[0]?.id}/undo`);
    const back = await view(other.id);
    expect([back.id, back.addresses.length, back.emails, back.positions.length, back.splits]).toEqual([two.id, 2, ['p@quentin.example', 'garage@quentin.example'], 1, []]);
    expect(await status(clara, 'POST', `/correspondent-splits/${left.splits[0]?.id}/undo`)).toBe('409 splitUndone');
  });

  it('parts one in two by its mails', async () => {
    const [mine, his] = [await mailFrom({ name: 'M. Aubry', postcode: '98310' }), await mailFrom({ name: 'M. Aubry', postcode: '98310' })];
    expect(idOf(mine)).toBe(idOf(his));
    const parted = (await clara.post(`/correspondents/${idOf(mine)}/split`, { mails: [his.id], correspondent: { kind: 'individual', name: 'Aubry', givenName: 'Marc' } })) as CorrespondentCardView;
    const { items } = (await clara.get(`/correspondents/${parted.id}/mails`)) as { items: MailLine[] };
    expect(items.map(({ id }) => id)).toEqual([his.id]);
    expect(await status(clara, 'POST', `/correspondents/${idOf(mine)}/split`, { mails: [his.id], correspondent: { kind: 'individual', name: 'X' } })).toBe('422 notItsMails');
  });

  it('knows who holds which position where, with dates', async () => {
    const [person, mairie] = [await add({ kind: 'elected', name: 'Delorme', givenName: 'Anne' }), await add({ kind: 'administration', name: 'Mairie de Courseul' })];
    await clara.post(`/correspondents/${person.id}/positions`, { organisation: mairie.id, title: 'Maire', from: '2020-07-04' });
    const [position] = ((await clara.get(`/correspondents/${mairie.id}`)) as CorrespondentCardView).positions;
    expect([position?.title, position?.person.name, position?.from, position?.until]).toEqual(['Maire', 'Delorme', '2020-07-04', undefined]);
    const ended = (await clara.post(`/correspondents/${person.id}/positions/${position?.id}/end`, { until: '2026-03-22' })) as CorrespondentCardView;
    expect(ended.positions[0]?.until).toBe('2026-03-22');
    expect(await status(clara, 'POST', `/correspondents/${person.id}/positions`, { organisation: person.id, title: 'X' })).toBe('422 notAnOrganisation');
  });

  it('takes over a file, first as a dry run, and nothing twice', async () => {
    const admin = clientOf('admin', await signIn(house.alfrescoUrl, 'admin', 'admin'), () => running.url);
    const text = 'nom;prénom;code postal;ville\nZimmerlin;Paule;98310;Lys\nZimmerlin;Paule;98310;Lys\n;X;;\nZapata;Luis;98100;Lys\n';
    expect(await status(clara, 'POST', '/correspondents/import', { format: 'csv', text })).toBe('403 forbidden');
    const dry = await admin.call<{ added: number; known: number; refused: number }>('POST', '/correspondents/import', { format: 'csv', text });
    expect([dry.body.added, dry.body.known, dry.body.refused]).toEqual([2, 1, 1]);
    expect(await find('zimmerlin')).toEqual([]);
    await admin.post('/correspondents/import', { format: 'csv', text, dryRun: false });
    expect(await find('zimmerlin')).toEqual(['Paule Zimmerlin']);
    const again = (await admin.post('/correspondents/import', { format: 'csv', text, dryRun: false })) as { added: number; known: number };
    expect([again.added, again.known]).toEqual([0, 3]);
  });

  it('completes addresses by the service that is configured, and says when that does not answer', async () => {
    answers = { features: [{ properties: { name: '12 Rue des Écoles', postcode: '98310', city: 'Lys', secret: 'x' } }] };
    expect(await sophie.get('/addresses?q=12%20rue')).toEqual({ available: true, items: [{ lines: ['12 Rue des Écoles'], postcode: '98310', city: 'Lys' }] });
    answers = 'no json';
    expect(await status(sophie, 'GET', '/addresses?q=12%20rue')).toBe('503 addressesUnavailable');
  });
});

import { createHash } from 'node:crypto';
import type { Proposals } from '@bannette/domain';
import type { Mail, MailLine, ProblemBody } from '@bannette/http';
import { newId, publishSetting, type JsonObject } from '@bannette/store';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Running } from '../serve.js';
import { signIn, startTestHouse, until, type Client, type TestHouse } from '../testing/index.js';
import { captured } from './captured.spec-support.js';

const seconds = (from: Date, n: number): Date => new Date(from.getTime() + n * 1000);
const daysLater = (from: Date, n: number): Date => seconds(from, n * 86_400);
/** Of a mail in two, an operator checks one: the mail's id decides. */
function idThatIs(wanted: 'drawn' | 'spared'): string {
  for (;;) {
    const id = newId();
    if ((createHash('sha256').update(id).digest().readUInt32BE(0) % 2 === 0) === (wanted === 'drawn')) return id;
  }
}
const qualification = { type: 'VOIRIE', sender: { kind: 'individual', name: 'Odile Vasseur', postcode: '98310' }, subject: 'Nid-de-poule', receivedAt: '2026-04-30' };

describe('A letter through the stations', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  let yann: Client;
  let ines: Client;
  let marc: Client;
  let sophie: Client;
  const today = new Date('2026-06-10T09:00:00Z');
  let clock = today;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve({}, { now: () => clock });
    [clara, yann, ines, marc, sophie] = (await Promise.all(['clara.moreau', 'yann.lebrun', 'ines.kaci', 'marc.delmas', 'sophie.martel'].map((person) => house.client(person, running.url)))) as [Client, Client, Client, Client, Client];
    for (const client of [clara, yann, ines, marc, sophie]) await client.get('/me');
    const { types } = await running.house.settings();
    const sampled = types.map((type) => (type.code === 'INVITATION' ? { ...type, letThrough: { confidence: 0.9, sampleEvery: 1_000_000_000 } } : type.code === 'STAGE' ? { ...type, letThrough: { confidence: 0.9, sampleEvery: 2 } } : type));
    await house.store.transaction({ entityId: 'default', actor: 'admin' }, (tx) => publishSetting(tx, 'types', sampled as unknown as JsonObject));
    await until('the settings are known', async () => (await running.house.settingVersions()).types === 2);
  }, 60_000);
  afterAll(() => house.close(), 60_000);
  beforeEach(() => (clock = today));

  const registered = async (change: object = {}, text = ''): Promise<string> => {
    const id = await captured(running.house, { text });
    await clara.post(`/mails/${id}/qualify`, { ...qualification, ...change });
    return id;
  };
  const settled = async (id: string, who = clara): Promise<Mail> => {
    await until('the house has distributed it and Alfresco agrees', async () => {
      const { state, route_because, node_id, applied_version, desired_version } = await rowOf(id);
      return (state === 'sent' || route_because) && node_id && applied_version === desired_version;
    });
    return who.mail(id);
  };
  const distributed = async (change: object = {}, text = ''): Promise<Mail> => settled(await registered(change, text));
  const refused = async (answer: Promise<{ status: number; body: unknown }>): Promise<string> => {
    const { status, body } = await answer;
    return `${status} ${(body as ProblemBody).code}`;
  };
  const rowOf = (id: string) => house.store.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

  describe('at registration', () => {
    it('is numbered in the year that it is where the authority is, up to the second', async () => {
      clock = new Date('2026-12-31T22:59:59Z');
      const last = await clara.mail(await registered());
      clock = new Date('2026-12-31T23:00:00Z');
      const first = await clara.mail(await registered());
      expect(last.chrono).toMatch(/^A-2026-\d{6}$/);
      expect(first.chrono).toBe('A-2027-000001');
      expect((await rowOf(first.id)).node_path).toBe('2027/01/01');
      const own = await settled(first.id, ines);
      await ines.post(`/mails/${own.id}/answers`, { template: 'REPONSE_LIBRE', subject: 'Bonne année', body: 'Meilleurs vœux.', departureDate: '2027-01-01', channel: 'post' });
      expect((await ines.mail(own.id)).links.map(({ chrono }) => chrono)).toEqual(['D-2027-000001']);
    });

    it('leaves no hole among many at once, nor for what is refused', async () => {
      const ids = await Promise.all(Array.from({ length: 12 }, () => captured(running.house)));
      const flawed = [{ type: 'INCONNU' }, { receivedAt: '2099-01-01' }, { documentDate: '2099-01-01' }, { service: 'INCONNU' }, { type: 'ASE_COURRIER', service: 'ROUTES' }];
      const answers = await Promise.all(ids.map((id, index) => (index % 2 ? yann : clara).call<Mail>('POST', `/mails/${id}/qualify`, { ...qualification, ...(flawed[index] ?? {}) })));
      expect(answers.slice(0, 5).map(({ status, body }) => `${status} ${(body as unknown as ProblemBody).code}`)).toEqual(['422 unknownType', '422 dayInFuture', '422 dayInFuture', '422 unknownService', '422 serviceNotCleared']);
      const numbers = answers.slice(5).map(({ body }) => Number(body.chrono?.slice(-6))).sort((a, b) => a - b);
      expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual([0, 1, 2, 3, 4, 5, 6]);
    });

    it('is qualified once, though two operators confirm it at the same moment', async () => {
      const id = await captured(running.house);
      const answers = await Promise.all([clara, yann, clara, yann].map((operator) => refused(operator.call('POST', `/mails/${id}/qualify`, qualification))));
      expect(answers.sort()).toEqual(['200 undefined', '409 notInState', '409 notInState', '409 notInState']);
    });

    it('knows its sender again by name and postcode, and keeps them as they were on its day', async () => {
      const of = async (sender: object) => (await clara.mail(await registered({ sender: { kind: 'individual', name: 'Gwénaëlle Le Bœuf', postcode: '98100', ...sender } }))).correspondent;
      const [first, again, elsewhere] = [await of({ address: '1 rue Haute' }), await of({ name: 'GWENAELLE LE BOEUF', address: '2 rue Basse' }), await of({ postcode: '98200' })];
      expect(again?.id).toBe(first?.id ?? '');
      expect(elsewhere?.id).not.toBe(first?.id ?? '');
      await house.store.db.updateTable('correspondent').set({ name: 'Gwénaëlle Martin', address: 'partie' }).where('id', '=', first?.id ?? '').execute();
      const kept = await house.store.db.selectFrom('mail').select('correspondent').where('correspondent_id', '=', first?.id ?? '').orderBy('id').execute();
      expect(kept.map(({ correspondent }) => [correspondent?.name, correspondent?.address])).toEqual([['Gwénaëlle Le Bœuf', '1 rue Haute'], ['GWENAELLE LE BOEUF', '2 rue Basse']]);
    });

    const read = (type: string, more: Partial<Record<keyof Proposals, string>> = {}, confidence = 0.95): Proposals =>
      Object.fromEntries(Object.entries({ type, senderName: 'Mairie de Lys', subject: 'Inauguration', receivedAt: '2026-06-09', ...more }).map(([field, value]) => [field, { value, confidence, because: 'test' }]));
    const state = async (id: string): Promise<string> => (await rowOf(id)).state;

    it('passes by itself when its type may and all was read surely, and is not held up by one that can’t be true', async () => {
      const future = await captured(running.house, { proposals: read('INVITATION', { receivedAt: '2099-01-01' }) });
      const unsure = await captured(running.house, { proposals: read('INVITATION', {}, 0.8) });
      const incomplete = await captured(running.house, { proposals: { ...read('INVITATION'), receivedAt: undefined } });
      const drawn = await captured(running.house, { id: idThatIs('drawn'), proposals: read('STAGE') });
      const spared = await captured(running.house, { id: idThatIs('spared'), proposals: read('STAGE') });
      const other = await captured(running.house, { proposals: read('VOIRIE') });
      const passing = await captured(running.house, { proposals: read('INVITATION') });
      await until('it passed', async () => (await state(passing)) === 'distributed', 3000);
      expect(await state(spared)).toBe('distributed');
      expect(await Promise.all([future, unsure, incomplete, drawn, other].map(state))).toEqual(['toQualify', 'toQualify', 'toQualify', 'toQualify', 'toQualify']);
      const row = await rowOf(passing);
      expect([row.let_through, row.tray, row.correspondent?.name]).toEqual([true, 'cabinet', 'Mairie de Lys']);
      const entries = await house.store.db.selectFrom('journal').select(['type', 'actor']).where('subject_id', '=', passing).orderBy('seq').execute();
      expect(entries.slice(0, 3)).toEqual([{ type: 'mail.captured', actor: 'system' }, { type: 'mail.letThrough', actor: 'system' }, { type: 'mail.distributed', actor: 'system' }]);
      expect((await house.store.db.selectFrom('consumer_failure').select('seq').execute())).toEqual([]);
    });
  });

  describe('at distribution', () => {
    it('says by which rule it came, and counts working days around public holidays and closures', async () => {
      const mail = await distributed();
      expect([mail.tray, mail.service, mail.routeBecause]).toEqual(['routes', 'ROUTES', { code: 'route.rule', params: { rule: 'voirie', label: 'Routes départementales', place: jasmine.any(Number) }, matched: [{ kind: 'type', value: 'VOIRIE' }] }]);
      // 1, 8, 14 and 25 May are holidays, 15 May the house is closed.
      expect(mail.deadline?.dueDate).toBe('2026-05-28');
      expect(mail.dueBecause?.code).toBe('due.delay');
    });

    it('says that an operator chose, unless a rule leads to the same service', async () => {
      const chosen = await distributed({ service: 'JURIDIQUE' });
      expect([chosen.tray, chosen.routeBecause?.code, chosen.routeBecause?.params.service]).toEqual(['juridique', 'route.operator', 'Affaires juridiques']);
      const agreed = await distributed({ type: 'SINISTRE_DOMAINE', service: 'ROUTES' });
      expect([agreed.tray, agreed.routeBecause?.params.rule]).toEqual(['routes-domaine', 'domaine']);
    });

    it('stays with the mail room when no rule takes it, until they choose', async () => {
      const mail = await distributed({ type: 'COURRIER_GENERAL', subject: 'Divers' });
      expect([mail.state, mail.tray, mail.service, mail.routeBecause?.code]).toEqual(['registered', undefined, undefined, 'route.none']);
      const { items } = await clara.get<{ items: MailLine[] }>('/trays/qualification/mails?limit=200');
      expect(items.map(({ id }) => id)).toContain(mail.id);
      await clara.post(`/mails/${mail.id}/reroute`, { reason: 'pour les routes', service: 'ROUTES' });
      const after = await until('it is distributed', async () => {
        const now = await clara.mail(mail.id);
        return now.state === 'distributed' && now;
      });
      expect([after.tray, after.routeBecause?.code]).toEqual(['routes', 'route.operator']);
    });

    it('goes back to the rules without the tray that refused it', async () => {
      const mail = await distributed({ type: 'RECLAMATION', subject: 'Chaussée et transport scolaire' });
      expect(mail.tray).toBe('routes');
      await ines.post(`/mails/${mail.id}/reroute`, { reason: 'pas pour nous' });
      const after = await until('it is distributed again', async () => {
        const now = await clara.mail(mail.id);
        return now.state === 'distributed' && now.mirror === 'applied' && now;
      });
      expect([after.tray, after.service, after.routeBecause?.params.rule]).toEqual(['transports', 'COLLEGES', 'reclamations-transports']);
      expect(await refused(ines.call('GET', `/mails/${mail.id}`))).toBe('404 notFound');
      const { entries } = await house.administrator.nodes.permissions(after.nodeId ?? '');
      expect(entries.map(({ authority }) => authority).sort()).toEqual(['GROUP_GEC_COURRIER', 'GROUP_GEC_S_COLLEGES', 'bannette-svc']);
    });

    it('shows who sent it on only its line, once they may no longer open it', async () => {
      const mail = await distributed({ subject: 'Objet gardé' });
      const sent = await ines.post<Mail>(`/mails/${mail.id}/reroute`, { reason: 'pas pour nous', service: 'JURIDIQUE' });
      expect([sent.masked, sent.undo?.action]).toEqual([true, 'reroute']);
      expect(JSON.stringify(sent)).not.toMatch(/Objet gardé|Odile Vasseur/);
    });
  });

  describe('in treatment', () => {
    const facts = ['state', 'service', 'tray', 'assignee', 'copies', 'closed_at', 'closing_reason', 'route_because', 'due_because', 'due_date', 'readers'] as const;
    const factsOf = async (id: string) => {
      const row = await rowOf(id);
      return facts.map((fact) => JSON.stringify(row[fact]));
    };
    const undoable: readonly [deed: string, path: string, body: object, before?: string][] = [
      ['taking', 'take', {}],
      ['giving back', 'release', {}, 'take'],
      ['assigning', 'assign', { assignee: 'ines.kaci' }],
      ['copying', 'copies', { services: ['JURIDIQUE'] }],
      ['sending on', 'reroute', { reason: 'pas pour nous', service: 'JURIDIQUE' }],
      ['closing', 'close', { comment: 'vu' }],
      ['closing without an answer', 'close-without-answer', { reason: 'sans objet' }],
    ];
    for (const [deed, path, body, before] of undoable) {
      it(`${deed} can be undone for ten seconds, once, by its author`, async () => {
        const { id } = await distributed();
        if (before) await marc.post(`/mails/${id}/${before}`);
        const was = await factsOf(id);
        const done = await marc.post<Mail>(`/mails/${id}/${path}`, body);
        const token = done.undo?.token ?? '';
        expect(await refused(ines.call('POST', `/mails/${id}/undo`, { token }))).toBe('409 undoExpired');
        clock = seconds(clock, 9);
        const back = await marc.post<Mail>(`/mails/${id}/undo`, { token });
        expect(await factsOf(id)).toEqual(was);
        expect(back.masked).toBeFalse();
        expect(await refused(marc.call('POST', `/mails/${id}/undo`, { token }))).toBe('409 undoExpired');
        await settled(id);
      });
    }

    it('can’t be undone after ten seconds, nor after somebody else has acted', async () => {
      const late = await distributed();
      const { undo } = await ines.post<Mail>(`/mails/${late.id}/take`);
      clock = seconds(clock, 10.001);
      expect(await refused(ines.call('POST', `/mails/${late.id}/undo`, { token: undo?.token }))).toBe('409 undoExpired');
      expect((await ines.mail(late.id)).undo).toBeUndefined();
      const other = await distributed();
      const taken = await ines.post<Mail>(`/mails/${other.id}/take`);
      await marc.post(`/mails/${other.id}/notes`, { text: 'merci' });
      expect(await refused(ines.call('POST', `/mails/${other.id}/undo`, { token: taken.undo?.token }))).toBe('409 undoExpired');
    });

    it('comes back from another service’s tray when its sending on is undone, with all its readers', async () => {
      const mail = await distributed();
      const was = await factsOf(mail.id);
      const { undo } = await ines.post<Mail>(`/mails/${mail.id}/reroute`, { reason: 'pas pour nous', service: 'JURIDIQUE' });
      await until('the house has distributed it again', async () => (await rowOf(mail.id)).tray === 'juridique');
      await ines.post(`/mails/${mail.id}/undo`, { token: undo?.token });
      expect(await factsOf(mail.id)).toEqual(was);
      await settled(mail.id);
      const { entries } = await house.administrator.nodes.permissions(mail.nodeId ?? '');
      expect(entries.map(({ authority }) => authority).sort()).toEqual(['GROUP_GEC_COURRIER', 'GROUP_GEC_S_ROUTES', 'bannette-svc']);
    });

    it('is not changed by who saw an older state of it, nor taken over from who treats it', async () => {
      const mail = await distributed();
      await ines.post(`/mails/${mail.id}/notes`, { text: 'lu' });
      const stale = await marc.call<ProblemBody>('POST', `/mails/${mail.id}/close`, { revision: mail.revision });
      expect([stale.status, stale.body.code, stale.body.params?.revision]).toEqual([409, 'stale', mail.revision + 1]);
      await marc.post(`/mails/${mail.id}/assign`, { assignee: 'sophie.martel' });
      expect(await refused(ines.call('POST', `/mails/${mail.id}/take`, {}))).toBe('409 assignedToOther');
      const free = await distributed();
      const taken = await Promise.all([ines, sophie].map((person) => person.call<ProblemBody & Mail>('POST', `/mails/${free.id}/take`, { revision: free.revision })));
      const [first, second] = [taken.find(({ status }) => status === 200), taken.find(({ status }) => status === 409)];
      expect([second?.body.code, second?.body.params?.assignee]).toEqual(['assignedToOther', first?.body.assignee?.displayName]);
      expect(await refused(marc.call('POST', `/mails/${mail.id}/assign`, { assignee: 'damien.roche' }))).toBe('422 notAReader');
      const race = await Promise.all([ines, sophie, marc].map((person) => person.call('POST', `/mails/${mail.id}/close`, { revision: mail.revision + 2 })));
      expect(race.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    });

    it('is answered by a letter that holds the words, under its own number, linked to what it answers', async () => {
      const mail = await distributed();
      const body = `Madame,\n\nLa chaussée sera réparée en œuvre — l’été.\n\n${Array.from({ length: 120 }, (_, n) => `Ligne ${n} de la réponse.`).join('\n')}`;
      const { links } = await ines.post<Mail>(`/mails/${mail.id}/answers`, { template: 'REPONSE_LIBRE', subject: 'Votre courrier {{chrono}}', body, departureDate: '2026-06-10', channel: 'post' });
      const sent = await settled(links[0]?.id ?? '', ines);
      expect([sent.category, sent.state, sent.departureDate, sent.links.map(({ kind, id }) => `${kind} ${id}`)]).toEqual(['outgoing', 'sent', '2026-06-10', [`answerOf ${mail.id}`]]);
      expect(sent.chrono).toMatch(/^D-2026-\d{6}$/);
      const document = sent.documentsList[0];
      const response = await fetch(`${running.url}/bannette/api/v1/mails/${sent.id}/documents/${document?.id ?? ''}/content`, { headers: { authorization: `Basic ${Buffer.from(ines.ticket).toString('base64')}` } });
      const pdf = await getDocument({ data: new Uint8Array(await response.arrayBuffer()), useSystemFonts: false, verbosity: 0 }).promise;
      const pages = await Promise.all(Array.from({ length: pdf.numPages }, async (_, n) => (await (await pdf.getPage(n + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ')));
      const text = pages.join(' ').replace(/\s+/g, ' ');
      for (const words of ['Département de la Lys-et-Loire', 'Odile Vasseur', `Nos réf. : ${sent.chrono}`, `Vos réf. : ${mail.chrono}`, '10 juin 2026', `Objet : Votre courrier ${mail.chrono}`, 'La chaussée sera réparée en œuvre — l’été.', 'Ligne 119 de la réponse.', 'Inès Kaci']) expect(text).toContain(words);
      expect(document?.pages).toBe(pdf.numPages);
      expect(pdf.numPages).toBeGreaterThan(1);
      await pdf.destroy();
      const targets = await fetch(`${running.url}/alfresco/api/-default-/public/alfresco/versions/1/nodes/${sent.nodeId}/targets`, { headers: { authorization: `Basic ${Buffer.from(ines.ticket).toString('base64')}` } });
      const { list } = (await targets.json()) as { list: { entries: { entry: { id: string; association: { assocType: string } } }[] } };
      expect(list.entries.map(({ entry }) => `${entry.association.assocType} ${entry.id}`)).toEqual([`gec:replyTo ${mail.nodeId}`]);
    });

    it('is closed with its own answer only', async () => {
      const [mail, other] = [await distributed(), await distributed()];
      const reply = { template: 'REPONSE_LIBRE', subject: 'R', body: 'Bonjour.', departureDate: '2026-06-10', channel: 'email' };
      const answerOf = async (id: string) => (await ines.post<Mail>(`/mails/${id}/answers`, reply)).links[0]?.id;
      const [own, foreign] = [await answerOf(mail.id), await answerOf(other.id)];
      expect(await refused(ines.call('POST', `/mails/${mail.id}/close`, { answerId: foreign }))).toBe('409 notItsAnswer');
      expect(await refused(ines.call('POST', `/mails/${mail.id}/close`, { answerId: newId() }))).toBe('409 notItsAnswer');
      expect((await ines.post<Mail>(`/mails/${mail.id}/close`, { answerId: own })).state).toBe('closed');
      expect(await refused(ines.call('POST', `/mails/${other.id}/answers`, { ...reply, departureDate: '2026-06-11' }))).toBe('422 dayInFuture');
      expect(await refused(ines.call('POST', `/mails/${other.id}/answers`, { ...reply, template: 'AUCUN' }))).toBe('422 unknownTemplate');
    });

    it('is reopened for thirty days, and no more', async () => {
      const [soon, late] = [await distributed(), await distributed()];
      for (const { id } of [soon, late]) await marc.post(`/mails/${id}/close`);
      clock = daysLater(today, 31);
      expect(await refused(marc.call('POST', `/mails/${late.id}/reopen`, { reason: 'nouvelle pièce' }))).toBe('409 notReopenable');
      clock = daysLater(today, 30);
      const open = await marc.post<Mail>(`/mails/${soon.id}/reopen`, { reason: 'nouvelle pièce' });
      expect([open.state, open.closedAt]).toEqual(['inProgress', undefined]);
    });

    it('tells a reader of a copy no subject of an answer that they may not open', async () => {
      const mail = await distributed();
      await ines.post(`/mails/${mail.id}/answers`, { template: 'REPONSE_LIBRE', subject: 'Entre nous', body: 'Bonjour.', departureDate: '2026-06-10', channel: 'email' });
      await ines.post(`/mails/${mail.id}/copies`, { services: ['FINANCES'] });
      const veronique = await house.client('veronique.caron', running.url);
      expect((await veronique.mail(mail.id)).links).toEqual([]);
      expect((await ines.mail(mail.id)).links.map(({ subject }) => subject)).toEqual(['Entre nous']);
    });
  });

  it('is told of in Alfresco’s properties as it stands, without the admin of Alfresco being cleared here', async () => {
    const lucie = await house.client('lucie.perrot', running.url);
    const mail = await settled(await registered({ type: 'ASE_INFO_PREOCCUPANTE', subject: 'Signalement' }), lucie);
    const { properties } = await house.administrator.nodes.get(mail.nodeId ?? '');
    expect([properties['gec:status'], properties['gec:tray'], properties['gec:maskInLists'], properties['gec:compartment']]).toEqual(['distributed', 'crip', true, 'ASE']);
    const admin = await signIn(house.alfrescoUrl, 'admin', 'admin');
    const answer = await fetch(`${running.url}/bannette/api/v1/mails/${mail.id}`, { headers: { authorization: `Basic ${Buffer.from(admin).toString('base64')}` } });
    expect(answer.status).toBe(403);
  });
});

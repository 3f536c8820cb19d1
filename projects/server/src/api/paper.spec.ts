import { createHash } from 'node:crypto';
import type { Boxed, BoxView, Mail, Round, UnscannedLine, UnscannedMonth } from '@bannette/http';
import { newId } from '@bannette/store';
import type { Running } from '../serve.js';
import { demoPassword } from '../start/demo-people.js';
import { startTestHouse, testLetter, until, type Client, type TestHouse } from '../testing/index.js';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const signature = png.toString('base64');
const people = {
  mailRoom: 'COURRIER',
  secretary: 'S_RH S_RH__SECRETARIAT',
  head: 'S_RH S_RH__RESPONSABLE',
  agent: 'S_RH',
  otherSecretary: 'S_ROUTES S_ROUTES__SECRETARIAT',
  stranger: '',
} as const;
type Who = keyof typeof people;

describe('Mail that is not scanned, and the paper', () => {
  let house: TestHouse;
  let running: Running;
  let as: Record<Who, Client>;
  let now = new Date('2026-11-16T09:00:00Z');

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve({}, { now: () => now });
    const clients: [string, Client][] = [];
    for (const [who, groups] of Object.entries(people)) {
      await house.administrator.people.create({ id: `p.${who}`, firstName: who, email: `${who}@lys-et-loire.example`, password: demoPassword });
      for (const group of groups.split(' ').filter(Boolean)) await house.administrator.groups.addMember(`GROUP_GEC_${group}`, `p.${who}`);
      clients.push([who, await house.client(`p.${who}`, running.url)]);
    }
    as = Object.fromEntries(clients) as Record<Who, Client>;
  }, 120_000);
  afterAll(() => house.close(), 60_000);
  beforeEach(() => void (now = new Date('2026-11-16T09:00:00Z')));

  const told = (more: object = {}) => ({ key: newId(), kind: 'PLI_CONFIDENTIEL', receivedAt: '2026-11-16', service: 'RH', ...more });
  const distributed = (id: string) => until(`mail ${id} has its tray`, async () => (await house.store.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow()).state === 'distributed');
  const register = async (more: object = {}, who: Who = 'mailRoom'): Promise<UnscannedLine> => {
    const line = await as[who].post<UnscannedLine>('/unscanned', told(more));
    await distributed(line.id);
    return line;
  };
  const row = (id: string) => house.store.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

  it('gives an envelope its number, tray, readers, due day and folder, without a document', async () => {
    const { id, chrono } = await register({ kind: 'OFFRE_SOUS_PLI', deadline: '2026-12-01', reference: '1A 234 567 8901 2', sender: { kind: 'company', name: 'Travaux du Lys' }, remark: 'coin déchiré' });
    expect(chrono).toMatch(/^A-2026-\d{6}$/);
    const mail = await as.head.mail(id);
    expect(mail).toEqual(jasmine.objectContaining({ state: 'distributed', tray: 'rh', service: 'RH', confidentiality: 2, summary: 'coin déchiré', documentsList: [], channel: 'registered' }));
    expect(mail.deadline?.dueDate).toBe('2026-12-01');
    expect(mail.paper).toEqual({ unscanned: { kind: 'OFFRE_SOUS_PLI', label: 'Offre sous pli cacheté, non ouverte', opened: false, commission: true, toReturn: false }, reference: '1A 234 567 8901 2', deadline: '2026-12-01' });
    expect((await row(id)).readers).toEqual(['GROUP_GEC_S_RH__RESPONSABLE', 'GROUP_GEC_S_RH__SECRETARIAT']);
    const nodeId = await until('its folder is in Alfresco', async () => { const found = await row(id); return found.applied_version === found.desired_version && found.node_id; });
    expect((await house.administrator.nodes.children(nodeId)).nodes).toEqual([]);
  });

  it('has a due day by the delay of its kind, or of its type when that is told', async () => {
    expect((await row((await register({ kind: 'CHEQUE_VALEUR', amount: 12_050 })).id)).due_date).toBe('2026-11-18');
    const typed = await row((await register({ kind: 'FACTURE_METIER', type: 'FACTURE' })).id);
    expect([typed.type, typed.schedule_row === null]).toEqual(['FACTURE', false]);
  });

  it('makes one mail of a request that is sent twice, at once or later, and refuses its key for another', async () => {
    const body = told({ kind: 'VOLUMINEUX' });
    const sent = await Promise.all([as.mailRoom.call<UnscannedLine>('POST', '/unscanned', body), as.mailRoom.call<UnscannedLine>('POST', '/unscanned', body)]);
    const again = await as.mailRoom.post<UnscannedLine>('/unscanned', body);
    expect(new Set([...sent.map((answer) => answer.body.id), again.id]).size).toBe(1);
    expect((await as.mailRoom.call<{ code: string }>('POST', '/unscanned', { ...body, service: 'ROUTES' })).body.code).toBe('idempotencyMismatch');
  });

  it('refuses a kind, type or service that is not there, a day to come, and a service without cleared people', async () => {
    const code = async (more: object) => (await as.mailRoom.call<{ code: string }>('POST', '/unscanned', told(more))).body.code;
    expect([await code({ kind: 'NEANT' }), await code({ type: 'NEANT' }), await code({ service: 'NEANT' }), await code({ receivedAt: '2026-11-17' }), await code({ service: 'ROUTES', type: 'MEDICAL' })]).toEqual(['unknownKind', 'unknownType', 'unknownService', 'dayInFuture', 'serviceNotCleared']);
  });

  it('is registered by the mail room for all, and by secretaries for their own service only', async () => {
    const status = async (who: Who, service: string) => (await as[who].call('POST', '/unscanned', told({ service }))).status;
    for (const who of Object.keys(people) as Who[]) {
      expect([who, await status(who, 'RH'), await status(who, 'ROUTES')]).toEqual([who, who === 'mailRoom' || who === 'secretary' ? 201 : 403, who === 'mailRoom' || who === 'otherSecretary' ? 201 : 403]);
    }
  });

  it('goes the whole circuit: taken, assigned, sent on, closed; sent on, its paper has to be handed over again', async () => {
    const { id, chrono } = await register({ kind: 'VOLUMINEUX' });
    await as.mailRoom.post('/rounds', { key: newId(), mails: [id], to: 'Paul Roux', signature });
    await as.secretary.post(`/mails/${id}/take`);
    await as.secretary.post(`/mails/${id}/reroute`, { reason: 'pas pour nous', service: 'ROUTES' });
    await distributed(id);
    const waiting = await as.mailRoom.get<{ items: UnscannedLine[] }>('/unscanned?service=ROUTES');
    expect(waiting.items.map((line) => [line.chrono, line.mayHandOver])).toContain([chrono, true]);
    await as.mailRoom.post('/rounds', { key: newId(), mails: [id], to: 'Luc Vidal', signature });
    await as.otherSecretary.post(`/mails/${id}/take`);
    const closed = await as.otherSecretary.post<Mail>(`/mails/${id}/close`);
    expect([closed.state, closed.paper?.handedOver?.to]).toEqual(['closed', 'Luc Vidal']);
  });

  describe('handed over', () => {
    it('in a round, keeps who gave, who received, when, and the signature by its digest', async () => {
      const lines = [await register(), await register({ kind: 'PLI_MEDICAL' }), await register({ kind: 'VOLUMINEUX' })];
      const mails = lines.map(({ id }) => id);
      const body = { key: newId(), mails, to: 'Élodie Marchand-Vasseur', signature };
      const round = await as.mailRoom.post<Round>('/rounds', body);
      expect((await as.mailRoom.post<Round>('/rounds', body)).id).toBe(round.id);
      expect([round.mails.map(({ id }) => id).sort(), round.receivedBy, round.method]).toEqual([[...mails].sort(), 'Élodie Marchand-Vasseur', 'signature']);
      expect(round.signature).toBe(createHash('sha512').update(png).digest('hex'));
      const image = await fetch(`${running.url}/bannette/api/v1/rounds/${round.id}/signature`, { headers: { authorization: `Basic ${Buffer.from(as.secretary.ticket).toString('base64')}` } });
      expect([image.headers.get('content-type'), Buffer.from(await image.arrayBuffer()).equals(png)]).toEqual(['image/png', true]);
      const { items } = await as.secretary.get<{ items: { type: string; data: { round?: string; signature?: string }; personal?: { to?: string } }[] }>(`/mails/${mails[0]}/journal`);
      expect(items.filter(({ type }) => type === 'mail.handedOver').map(({ data, personal }) => [data.round, data.signature, personal?.to])).toEqual([[round.id, round.signature, 'Élodie Marchand-Vasseur']]);
    });

    it('is all of the round or nothing, and once', async () => {
      const [given, fresh] = [await register(), await register()];
      await as.mailRoom.post('/rounds', { key: newId(), mails: [given.id], to: 'Anne', signature });
      const refused = await as.mailRoom.call<{ code: string; params: object }>('POST', '/rounds', { key: newId(), mails: [fresh.id, given.id], to: 'Anne', signature });
      expect([refused.status, refused.body.code, refused.body.params]).toEqual([409, 'alreadyHandedOver', { chrono: given.chrono }]);
      expect((await row(fresh.id)).handed_over).toBeNull();
    });

    it('refuses what is no image, and a mail that was scanned', async () => {
      const { id } = await register();
      const code = async (body: object) => (await as.mailRoom.call<{ code: string }>('POST', '/rounds', { key: newId(), mails: [id], to: 'Anne', signature, ...body })).body.code;
      expect(await code({ signature: Buffer.from('<svg onload=alert(1)>').toString('base64') })).toBe('notAnImage');
      await house.store.db.updateTable('mail').set({ unscanned: null }).where('id', '=', id).execute();
      expect(await code({})).toBe('notUnscanned');
    });

    it('is told as overdue once the day has passed', async () => {
      const { id } = await register({ kind: 'PLI_PERSONNEL' });
      const overdue = async () => (await as.secretary.get<{ items: UnscannedLine[] }>('/unscanned?limit=200')).items.find((line) => line.id === id)?.overdue;
      expect(await overdue()).toBeFalse();
      now = new Date('2026-11-18T09:00:00Z');
      expect(await overdue()).toBeTrue();
      const { items } = await as.mailRoom.get<{ items: { service: string; waiting: number; overdue: number }[] }>('/unscanned/in-hand');
      expect(items.find(({ service }) => service === 'RH')?.overdue).toBeGreaterThan(0);
    });

    it('is given by the mail room and the secretary, received by those who may read it, and known to no others', async () => {
      const statuses = async (path: string, more: object): Promise<Record<string, number>> => {
        const found: Record<string, number> = {};
        for (const who of Object.keys(people) as Who[]) found[who] = (await as[who].call('POST', path, { key: newId(), mails: [(await register()).id], ...more })).status;
        return found;
      };
      expect(await statuses('/rounds', { to: 'Anne', signature })).toEqual({ mailRoom: 201, secretary: 201, head: 403, agent: 403, otherSecretary: 404, stranger: 404 });
      expect(await statuses('/rounds/received', {})).toEqual({ mailRoom: 403, secretary: 201, head: 201, agent: 403, otherSecretary: 404, stranger: 404 });
    });

    it('shows the mail room the envelope of a sealed letter, and an uncleared agent nothing of it', async () => {
      const { id, chrono } = await register({ addressee: 'Mme Odile Vasseur', sender: { kind: 'individual', name: 'Jean Secret' } });
      const seen = async (who: Who) => (await as[who].get<{ items: UnscannedLine[] }>('/unscanned?limit=200')).items.find((line) => line.id === id);
      expect([(await seen('mailRoom'))?.addressee, (await seen('mailRoom'))?.sender]).toEqual(['Mme Odile Vasseur', undefined]);
      expect((await seen('secretary'))?.sender).toBe('Jean Secret');
      expect([await seen('agent'), await seen('otherSecretary'), await seen('stranger')]).toEqual([undefined, undefined, undefined]);
      expect((await as.mailRoom.call('GET', `/mails/${id}`)).status).toBe(403);
      expect((await as.mailRoom.post<UnscannedLine>('/unscanned/find', { number: ` ${chrono.toLowerCase()}\r` })).id).toBe(id);
      expect((await as.agent.call('POST', '/unscanned/find', { number: chrono })).status).toBe(404);
    });

    it('is received by the account of who is signed in', async () => {
      const { id } = await register();
      const round = await as.head.post<Round>('/rounds/received', { key: newId(), mails: [id], from: 'La navette' });
      expect([round.method, round.receivedBy, round.givenBy]).toEqual(['login', 'head', 'La navette']);
    });
  });

  it('has a slip as a PDF, from the moment that it is registered', async () => {
    const line = await as.mailRoom.post<UnscannedLine>('/unscanned', told({ addressee: 'Łukasz Đorđević' }));
    const response = await fetch(`${running.url}/bannette/api/v1/unscanned/slips`, { method: 'POST', headers: { authorization: `Basic ${Buffer.from(as.mailRoom.ticket).toString('base64')}`, 'content-type': 'application/json' }, body: JSON.stringify({ mails: [line.id] }) });
    expect([response.status, response.headers.get('content-type'), Buffer.from(await response.arrayBuffer()).subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
    expect((await as.agent.call('POST', '/unscanned/slips', { mails: [line.id] })).status).toBeGreaterThan(402);
  });

  it('is counted by month, its share in all that came in', async () => {
    await register({ kind: 'MARCHE', receivedAt: '2026-03-02' });
    await register({ kind: 'MARCHE', receivedAt: '2026-03-03' });
    await register({ kind: 'VOLUMINEUX', receivedAt: '2026-03-31' });
    const { items } = await as.mailRoom.get<{ items: UnscannedMonth[] }>('/unscanned/months?until=2026-04');
    expect(items.map(({ month }) => month)).toEqual(['2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04']);
    const march = items[10];
    expect([march?.total, march?.kinds.find(({ kind }) => kind === 'MARCHE')?.count, march?.kinds.find(({ kind }) => kind === 'MARCHE')?.share]).toEqual([3, 2, 2 / 3]);
    expect((await as.agent.call('GET', '/unscanned/months')).status).toBe(403);
    const csv = await fetch(`${running.url}/bannette/api/v1/unscanned/months.csv?until=2026-04`, { headers: { authorization: `Basic ${Buffer.from(as.mailRoom.ticket).toString('base64')}` } });
    expect(await csv.text()).toContain('2026-03;MARCHE;Pièce de marché public;2;3;66,7');
  });

  describe('numbers and boxes', () => {
    const open = (who: Who = 'mailRoom', more: object = {}) => as[who].post<BoxView>('/boxes', { key: newId(), ...more });
    const put = (code: string, number: string, who: Who = 'mailRoom') => as[who].call<{ code: string; mail: Boxed; from?: string; box: BoxView }>('POST', `/boxes/${code}/mails`, { number });

    it('keep the number that a scanner printed, once a day and scanner, and find the mail by it', async () => {
      const { id: depositId } = (await as.mailRoom.deposit([await testLetter('endossement')])).body;
      const { mails } = await as.mailRoom.read(depositId);
      const scanned = mails[0]?.id ?? '';
      const other = await register({ kind: 'VOLUMINEUX' });
      expect((await as.mailRoom.post<{ endorsement: string }>(`/mails/${scanned}/endorse`, { number: ' kv-000451\r', scanner: 'Kodak 1' })).endorsement).toBe('KV-000451');
      await as.mailRoom.post(`/mails/${scanned}/endorse`, { number: 'KV-000451', scanner: 'Kodak 1' });
      const clash = await as.mailRoom.call<{ code: string }>('POST', `/mails/${other.id}/endorse`, { number: 'KV-000451', scanner: 'Kodak 1' });
      expect([clash.status, clash.body.code]).toEqual([409, 'endorsementTaken']);
      now = new Date('2026-11-17T09:00:00Z');
      expect((await as.mailRoom.call('POST', `/mails/${other.id}/endorse`, { number: 'KV-000451', scanner: 'Kodak 1' })).status).toBe(200);
      const found = await as.mailRoom.get<{ items: { id: string }[] }>('/search?q=kv-000451');
      expect(found.items.map(({ id }) => id).sort()).toEqual([scanned, other.id].sort());
      expect((await as.agent.call('POST', `/mails/${other.id}/endorse`, { number: '1' })).status).toBe(403);
      const { items } = await as.mailRoom.get<{ items: { type: string }[] }>(`/mails/${scanned}/journal`);
      expect(items.filter(({ type }) => type === 'mail.endorsed').length).toBe(1);
      expect((await put((await open()).code, 'KV-000451')).body.code).toBe('ambiguousNumber');
    });

    it('take mails in by their numbers one after another, move them, give them back, and stay closed once closed', async () => {
      const [first, second] = [await open('mailRoom', { label: 'Novembre', location: 'Rayon 4' }), await open()];
      const lines = [await register(), await register({ kind: 'VOLUMINEUX' })];
      for (const { chrono } of lines) expect((await put(first.code, chrono)).status).toBe(200);
      expect((await put(first.code, lines[0]?.chrono ?? '')).body.box.mails).toBe(2);
      const moved = await put(second.code, lines[1]?.chrono ?? '');
      expect([moved.body.from, moved.body.box.mails]).toEqual([first.code, 1]);
      await as.mailRoom.post(`/boxes/${second.code}/mails/${lines[1]?.id}/take-out`);
      await put(first.code, lines[1]?.chrono ?? '');
      const closed = await as.mailRoom.post<BoxView>(`/boxes/${first.code}/close`);
      expect([closed.mails, !!closed.closedAt]).toEqual([2, true]);
      const late = await register();
      expect([(await put(first.code, late.chrono)).body.code, (await put(second.code, lines[0]?.chrono ?? '')).body.code]).toEqual(['boxClosed', 'boxClosed']);
      expect((await as.mailRoom.call<{ code: string }>('POST', `/boxes/${first.code}/close`)).body.code).toBe('boxClosed');
      const journal = await house.store.db.selectFrom('journal').select('type').where('subject_kind', '=', 'box').where('subject_id', '=', first.code).orderBy('seq').execute();
      expect(journal.map(({ type }) => type)).toEqual(['box.opened', 'box.closed']);
    });

    it('are found by their code or a number of a mail in them, and tell the reader of a mail where its paper is', async () => {
      const box = await open('mailRoom', { location: 'Sous-sol, travée 12' });
      const { id, chrono } = await register({ kind: 'VOLUMINEUX' });
      await put(box.code, chrono);
      const found = async (q: string) => (await as.mailRoom.get<{ items: BoxView[] }>(`/boxes?q=${encodeURIComponent(q)}`)).items.map(({ code }) => code);
      expect([await found(box.code.toLowerCase()), await found(chrono), await found('travée 12'), await found('B-2020-00001')]).toEqual([[box.code], [box.code], [box.code], []]);
      expect((await as.agent.mail(id)).paper?.box).toEqual({ code: box.code, location: 'Sous-sol, travée 12', closed: false });
    });

    it('are kept by the mail room, and by secretaries for their own service', async () => {
      const own = await open('secretary', { service: 'RH' });
      const { chrono } = await register({ kind: 'VOLUMINEUX' });
      expect((await put(own.code, chrono, 'secretary')).status).toBe(200);
      const elsewhere = await register({ kind: 'VOLUMINEUX', service: 'ROUTES' });
      expect([(await put(own.code, elsewhere.chrono, 'secretary')).status, (await put(own.code, chrono, 'otherSecretary')).status]).toEqual([404, 404]);
      expect([(await as.secretary.call('POST', '/boxes', { key: newId() })).status, (await as.secretary.call('POST', '/boxes', { key: newId(), service: 'ROUTES' })).status, (await as.agent.call('GET', '/boxes')).status]).toEqual([403, 403, 403]);
    });

    it('have a label and a list, which says what a mail is about to its readers only', async () => {
      const box = await open();
      const { chrono } = await register({ kind: 'PLI_MEDICAL' });
      await put(box.code, chrono);
      const get = (path: string) => fetch(`${running.url}/bannette/api/v1${path}`, { headers: { authorization: `Basic ${Buffer.from(as.mailRoom.ticket).toString('base64')}` } });
      for (const path of [`/boxes/${box.code}/label`, `/boxes/${box.code}/list`]) expect(Buffer.from(await (await get(path)).arrayBuffer()).subarray(0, 5).toString()).withContext(path).toBe('%PDF-');
      const csv = await (await get(`/boxes/${box.code}/list?form=csv`)).text();
      expect(csv).toContain(chrono);
      expect(csv).not.toContain('médical');
    });
  });
});

import { apiPrefix, contract, type Operation, type ProblemBody } from '@bannette/http';
import type { Running } from '../serve.js';
import { alfrescoProxy } from '../testing/alfresco-proxy.js';
import { border, signIn, startTestHouse, testLetter, until, type Client, type TestHouse } from '../testing/index.js';

const operations = Object.entries(contract as { [name: string]: Operation });
const anId = '01890000-0000-7000-8000-000000000001';
const basic = (ticket: string): string => `Basic ${Buffer.from(ticket).toString('base64')}`;
const pathOf = ({ path }: Operation): string => `${apiPrefix}${path.replace('{kind}/{subject}', `mail/${anId}`).replace('{kind}', 'rules').replace(/\/trays\/\{id\}/, '/trays/nowhere').replace('{number}', '1').replace('{code}', 'B-2026-00001').replace('{day}', '2026-01-05').replace('{year}', '2014').replace('{line}', '1').replace('/items/{position}', '/items/1').replace(/\{\w+\}/g, anId)}`;

/** A body, query and path that the contract takes, for each operation. */
const sound: { readonly [name: string]: { readonly query?: string; readonly body?: object } } = {
  previewHold: { body: { scope: { kind: 'row', id: 'X' } } },
  placeHold: { body: { key: anId, kind: 'litigation', title: 'Recours', reason: 'Recours', reviewOn: '2027-01-05', scope: { kind: 'row', id: 'X' } } },
  reviewHold: { body: { revision: 1, reviewOn: '2027-01-05', comment: 'Appel' } },
  extendHold: { body: { revision: 1, mails: [anId] } },
  dropFromHold: { body: { revision: 1, reason: 'Autre affaire' } },
  releaseHold: { body: { revision: 1, reason: 'Jugé' } },
  allowProcessing: { body: { until: '2027-01-05', reason: 'Accord' } },
  people: { query: '?service=ROUTES' },
  search: { query: '?q=route' },
  correspondents: { query: '?q=du' },
  addCorrespondent: { body: { kind: 'company', name: 'Maçonnerie du Lys' } },
  changeCorrespondent: { body: { kind: 'company', name: 'Maçonnerie du Lys', revision: 1 } },
  addPosition: { body: { organisation: anId, title: 'Présidente' } },
  endPosition: { body: { until: '2026-01-05' } },
  dismissPair: { body: { one: anId, other: anId } },
  previewMerge: { query: `?other=${anId}` },
  mergeCorrespondents: { body: { other: anId, revision: 1, otherRevision: 1 } },
  splitCorrespondent: { body: { mails: [anId], correspondent: { kind: 'individual', name: 'X' } } },
  readNotices: { body: { until: anId } },
  changeNoticePreferences: { body: { hour: 8, weekday: 1, workingDays: true, quiet: true, language: 'fr', choices: {} } },
  importCorrespondents: { body: { format: 'csv', text: 'nom\nDurand' } },
  completeAddress: { query: '?q=rue' },
  addAffair: { body: { title: 'Rue des Tanneurs', service: 'ROUTES' } },
  changeAffair: { body: { title: 'Rue des Tanneurs', service: 'ROUTES', revision: 1 } },
  closeAffair: { body: { revision: 1 } },
  reopenAffair: { body: { reason: 'nouvel élément', revision: 1 } },
  noteAffair: { body: { text: 'vu' } },
  fileMail: { body: { affair: anId } },
  linkMail: { body: { to: '01890000-0000-7000-8000-000000000002', kind: 'concerns' } },
  decideDuplicate: { body: { other: anId, duplicate: false } },
  previewBeneficiaryMerge: { query: `?other=${anId}` },
  mergeBeneficiaries: { body: { other: anId, revision: 1, otherRevision: 1 } },
  discardFile: { body: { reason: 'illisible' } },
  retryFiles: { body: { ids: [anId] } },
  discardFiles: { body: { ids: [anId], reason: 'illisible' } },
  holdFile: { body: { reason: 'un agrafage manque' } },
  qualify: { body: { type: 'VOIRIE', sender: { kind: 'individual', name: 'Jeanne Aubert' }, subject: 'Nid-de-poule', receivedAt: '2026-01-05' } },
  registerEntry: { body: { key: anId, kind: 'incoming', type: 'VOIRIE', subject: 'Nid-de-poule', parties: [{ kind: 'individual', name: 'Jeanne Aubert' }], channel: 'post', receivedAt: '2026-01-05' } },
  changeFields: { body: { fields: {} } },
  passOn: { body: { site: 'central', reason: 'mal adressé' } },
  retireService: { body: { trays: {}, comment: 'essai', basedOn: { services: 1, rules: 1 } } },
  void: { body: { reason: 'doublon' } },
  take: { body: {} },
  release: { body: {} },
  assign: { body: { assignee: 'ines.kaci' } },
  note: { body: { text: 'vu' } },
  changeNote: { body: { text: 'vu' } },
  addTask: { body: { title: 'Constat', assignees: ['ines.kaci'] } },
  changeTask: { body: { state: 'done' } },
  askOpinion: { body: { question: 'Faut-il ?', asked: [{ service: 'RH' }] } },
  giveOpinion: { body: { verdict: 'favourable' } },
  withdrawOpinion: { body: { reason: 'inutile' } },
  askOpinionAgain: { body: {} },
  checkDelegation: { body: { delegates: ['yann.lebrun'], startsOn: '2026-01-05', powers: ['treat'] } },
  createDelegation: { body: { delegates: ['yann.lebrun'], startsOn: '2026-01-05', powers: ['treat'] } },
  attachAct: { body: { name: 'acte.pdf', content: 'JVBERi0xLjcK' } },
  copy: { body: { services: ['RH'] } },
  reroute: { body: { reason: 'pas pour nous' } },
  answer: { body: { template: 'REPONSE_LIBRE', subject: 'Réponse', body: 'Bonjour', departureDate: '2026-01-05', channel: 'post' } },
  askPieces: { body: { pieces: ['RIB'], until: '2026-02-05', on: '2026-01-05' } },
  receivePieces: { body: {} },
  acknowledge: { body: { kind: 'receipt' } },
  transmit: { body: { authority: 'La mairie' } },
  prioritise: { body: { priority: 'urgent' } },
  previewCalendar: { body: { calendar: { weekend: [0, 6], closures: [] } } },
  close: { body: {} },
  closeWithoutAnswer: { body: { reason: 'sans objet' } },
  reopen: { body: { reason: 'nouvel élément' } },
  undo: { body: { token: anId } },
  settleAlert: { body: { reason: 'vu' } },
  restorePage: { body: {} },
  announceBatch: { body: { id: '01890000-0000-7000-8000-0000000000b1' } },
  correctAnnounced: { body: { revision: 1, reason: 'compté à nouveau' } },
  changeDesk: { body: { revision: 1, changes: [{ kind: 'bin', pages: [{ file: anId, number: 1 }] }] } },
  undoDesk: { body: { revision: 1 } },
  redoDesk: { body: { revision: 1 } },
  releaseBatch: { body: { revision: 1 } },
  rejectBatch: { body: { revision: 1, reason: 'de travers' } },
  resumeBatch: { body: { revision: 1 } },
  endBatch: { body: { revision: 1 } },
  trySidecar: { body: { mapping: { format: 'xml', name: '{name}.xml', fields: { batch: 'Lot/@id' } }, sample: 'PExvdC8+' } },
  reread: { body: {} },
  mergeWithPrevious: { body: {} },
  unseal: { body: { at: '2026-01-05T10:00:00.000Z', witnesses: ['Anne Le Goff', 'Paul Renard'] } },
  returnOriginal: { body: { on: '2026-01-05', how: 'post' } },
  endorse: { body: { number: '000123' } },
  gaps: { query: '?from=2026-01-05&to=2026-01-06' },
  gapsFile: { query: '?from=2026-01-05&to=2026-01-06' },
  reserve: { body: { key: anId, code: 'incoming', count: 2, reason: 'coupure' } },
  replay: { body: { key: anId, receivedAt: '2026-01-05', channel: 'post', sender: { kind: 'individual', name: 'Jeanne Aubert' }, subject: 'Nid-de-poule', type: 'VOIRIE' } },
  voidNumbers: { body: { numbers: [1], reason: 'inutilisé' } },
  setTrigger: { body: { day: '2026-01-05', reason: 'fin de droit' } },
  settleRecord: { body: { reason: 'vu dans Alfresco' } },
  setAffairRetention: { body: { row: null, reason: 'sans règle propre' } },
  beneficiaries: { query: '?q=du' },
  alikeBeneficiaries: { query: '?name=Aubert' },
  addBeneficiary: { body: { name: 'Aubert' } },
  changeBeneficiary: { body: { name: 'Aubert', revision: 1 } },
  identify: { body: { documents: [anId], beneficiaries: [] } },
  filedDocuments: { query: '?nature=FACTURE' },
  describe: { body: { documents: [{ id: anId }] } },
  pinTrays: { body: { trays: ['mine'] } },
  findMails: { body: { query: { services: ['ROUTES'] } } },
  saveTray: { body: { name: 'Mes routes', query: { services: ['ROUTES'] } } },
  changeTray: { body: { name: 'Mes routes', query: { services: ['ROUTES'] }, revision: 1 } },
  markMail: { body: { read: true } },
  lockMail: { body: {} },
  startBulk: { body: { action: 'take', mails: [{ id: anId }] } },
  undoBulk: { body: {} },
  tryRules: { body: { rules: [], mail: anId } },
  simulate: { body: { rules: [], from: '2026-01-01', until: '2026-01-31' } },
  publishSimulation: { body: { comment: 'essai' } },
  addCampaign: { body: { title: 'Essai', until: '2026-01-05' } },
  changeCampaign: { body: { title: 'Essai', until: '2026-01-05', revision: 1 } },
  analyseCampaign: { body: { revision: 1 } },
  freezeCampaign: { body: { revision: 1 } },
  takeOutItem: { body: { revision: 1, reason: 'à garder' } },
  validateCampaign: { body: { revision: 1, items: 1, documents: 1, manifestSha512: '0'.repeat(128) } },
  approveCampaign: { body: { revision: 1, items: 1, manifestSha512: '0'.repeat(128) } },
  signCampaign: { body: { service: 'ROUTES', manifestSha512: '0'.repeat(128) } },
  submitCampaign: { body: { revision: 1, archivists: ['hortense.aubry'] } },
  cancelCampaign: { body: { revision: 1, reason: 'essai' } },
  noteVisa: { body: { decisions: [{ line: 1, visa: 'granted' }] } },
  startCampaign: { body: { revision: 1 } },
  stopCampaign: { body: { reason: 'à revoir' } },
  resumeCampaign: { body: { reason: 'réglé' } },
  certifyCampaign: { body: { revision: 1 } },
  giveVisa: { body: { revision: 1, name: 'Hortense Aubry', on: '2026-01-05', reference: 'AD/1', manifestSha512: 'a1b2c3d4e5f60718' } },
  recordPaperVisa: { body: { revision: 1, name: 'La directrice', on: '2026-01-05', reference: 'AD/1', digest: 'a1b2c3d4e5f60718', refused: [], file: { name: 'visa.pdf', content: 'JVBERi0xLjcK' } } },
  recordBoxes: { body: { revision: 1, boxes: ['B-2026-00001'], contractor: 'Broyage du Lys', destroyedOn: '2026-01-05', file: { name: 'certificat.pdf', content: 'JVBERi0xLjcK' } } },
  sortRegister: { body: { decision: 'keep', reason: 'intérêt historique' } },
  publishSetting: { body: { data: [], comment: 'essai', basedOn: 1 } },
  draftSchedule: { body: {} },
  changeSchedule: { body: { revision: 1 } },
  agreeSchedule: { body: { revision: 1, by: 'Archives', on: '2026-01-05', reference: 'AD/2026/1' } },
  reopenSchedule: { body: { revision: 1 } },
  enforceSchedule: { body: { revision: 1 } },
  discardSchedule: { body: { revision: 1 } },
  importSchedule: { body: { revision: 1, text: 'code' } },
  compareSchedules: { query: `?with=${anId}` },
};

describe('Access to the API', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve();
    clara = await house.client('clara.moreau', running.url);
  }, 60_000);
  afterAll(() => house.close(), 60_000);

  const request = (operation: Operation, name: string, headers: Record<string, string>): Promise<Response> => {
    const { query = '', body } = sound[name] ?? {};
    return fetch(`${running.url}${pathOf(operation)}${query}`, { method: operation.method, headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}) });
  };

  const strangers: { readonly [who: string]: Record<string, string> } = {
    'nobody': {},
    'a made-up ticket': { authorization: basic('TICKET_0123456789abcdef0123456789abcdef01234567') },
    'a name and password': { authorization: basic('clara.moreau:bannette') },
    'a bearer token': { authorization: 'Bearer TICKET_0123456789abcdef' },
    'no Basic at all': { authorization: 'Basic %%%' },
  };
  for (const [name, operation] of operations) {
    it(`is refused to whoever is not signed in: ${name}`, async () => {
      for (const [who, headers] of Object.entries(strangers)) {
        const response = await request(operation, name, headers);
        expect(response.status).withContext(who).toBe(401);
        expect(((await response.json()) as ProblemBody).code).withContext(who).toBe('unauthorized');
      }
    });

    it(`has somebody who answers for ${name}, in the one shape of errors`, async () => {
      const response = await request(operation, name, { authorization: basic(clara.ticket) });
      // A stream of events ends with its page.
      const text = operation.stream === 'events' && response.ok ? String(await response.body?.cancel()) : await response.text();
      expect(response.status).withContext(text).toBeLessThan(500);
      expect(response.headers.get('x-correlation-id')).toMatch(/^[\w-]{8,64}$/);
      if (response.status < 400) return;
      const problem = JSON.parse(text) as ProblemBody;
      expect(Object.keys(problem).filter((key) => !['code', 'message', 'params', 'correlationId'].includes(key))).toEqual([]);
      expect(problem.correlationId).toBe(response.headers.get('x-correlation-id') ?? '');
      if (operation.path.includes('{id}') && name !== 'undo') expect([response.status, problem.code]).toEqual([404, 'notFound']);
    });

    const { body } = sound[name] ?? {};
    if (!body) continue;
    it(`refuses a body that is no JSON object: ${name}`, async () => {
      const send = (text: string) => fetch(`${running.url}${pathOf(operation)}`, { method: operation.method, headers: { authorization: basic(clara.ticket), 'content-type': 'application/json' }, body: text });
      for (const text of ['{', '[]', 'null', '"x"', '7', '']) {
        const response = await send(text);
        expect(response.status).withContext(text).toBe(400);
        expect(((await response.json()) as ProblemBody).code).withContext(text).toBe('invalid');
      }
    });
  }

  it('answers for nothing that the contract does not name', async () => {
    for (const path of ['/mails', `/mails/${anId}/list`, '/trays/routes', '/nothing', `/quarantine/${anId}`]) {
      const { status, body } = await clara.call<ProblemBody>('GET', path);
      expect([status, body.code]).withContext(path).toEqual([404, 'notFound']);
    }
  });

  it('knows a person no longer, at latest a minute after they logged out', async () => {
    const ticket = await signIn(house.alfrescoUrl, 'marc.delmas');
    const me = async () => (await fetch(`${running.url}${apiPrefix}/me`, { headers: { authorization: basic(ticket) } })).status;
    expect(await me()).toBe(200);
    const out = await fetch(`${running.url}/alfresco/api/-default-/public/authentication/versions/1/tickets/-me-`, { method: 'DELETE', headers: { authorization: basic(ticket) } });
    expect(out.status).toBe(204);
    const real = Date.now;
    const later = spyOn(Date, 'now').and.callFake(() => real() + 60_001);
    try {
      expect(await me()).toBe(401);
    } finally {
      later.and.callThrough();
    }
  });

  const flaws: readonly [what: string, method: string, path: string, body: object | undefined, field: string][] = [
    ['a qualification without a type', 'POST', `/mails/${anId}/qualify`, { sender: { kind: 'individual', name: 'X' }, subject: 'S', receivedAt: '2026-01-05' }, 'type'],
    ['a sender without a name', 'POST', `/mails/${anId}/qualify`, { type: 'VOIRIE', sender: { kind: 'individual', name: '' }, subject: 'S', receivedAt: '2026-01-05' }, 'sender.name'],
    ['a postcode of four digits', 'POST', `/mails/${anId}/qualify`, { type: 'VOIRIE', sender: { kind: 'individual', name: 'X', postcode: '9810' }, subject: 'S', receivedAt: '2026-01-05' }, 'sender.postcode'],
    ['an arrival on 30 February', 'POST', `/mails/${anId}/qualify`, { type: 'VOIRIE', sender: { kind: 'individual', name: 'X' }, subject: 'S', receivedAt: '2026-02-30' }, 'receivedAt'],
    ['an arrival in the year 0', 'POST', `/mails/${anId}/qualify`, { type: 'VOIRIE', sender: { kind: 'individual', name: 'X' }, subject: 'S', receivedAt: '0000-01-01' }, 'receivedAt'],
    ['a subject of blanks', 'POST', `/mails/${anId}/qualify`, { type: 'VOIRIE', sender: { kind: 'individual', name: 'X' }, subject: '   ', receivedAt: '2026-01-05' }, 'subject'],
    ['a confidentiality beyond the scale', 'POST', `/mails/${anId}/qualify`, { type: 'VOIRIE', sender: { kind: 'individual', name: 'X' }, subject: 'S', receivedAt: '2026-01-05', confidentiality: 9 }, 'confidentiality'],
    ['a re-routing without a reason', 'POST', `/mails/${anId}/reroute`, {}, 'reason'],
    ['an answer by pigeon', 'POST', `/mails/${anId}/answers`, { template: 'REPONSE_LIBRE', subject: 'R', body: 'B', departureDate: '2026-01-05', channel: 'pigeon' }, 'channel'],
    ['a note with the character NUL', 'POST', `/mails/${anId}/notes`, { text: 'a\0b' }, 'text'],
    ['a note with half a character', 'POST', `/mails/${anId}/notes`, { text: 'a\ud800b' }, 'text'],
    ['a search for NUL', 'GET', '/search?q=%00', undefined, 'q'],
    ['an empty search', 'GET', '/search?q=', undefined, 'q'],
    ['a page of 0 lines', 'GET', '/deposits?limit=0', undefined, 'limit'],
    ['a page of 201 lines', 'GET', '/deposits?limit=201', undefined, 'limit'],
    ['a cursor among deposits that is none of ours', 'GET', '/deposits?after=x', undefined, 'after'],
    ['a cursor in the quarantine that is none of ours', 'GET', '/quarantine?after=1%20or%201', undefined, 'after'],
    ['a cursor among notices that is none of ours', 'GET', '/notices?after=------------------------------------', undefined, 'after'],
    ['a cursor of the search that is none of ours', 'GET', '/search?q=route&after=------------------------------------', undefined, 'after'],
    ['an id that is no id', 'GET', '/mails/7', undefined, 'id'],
  ];
  for (const [what, method, path, body, field] of flaws) {
    it(`says what is wrong with ${what}`, async () => {
      const answer = await clara.call<ProblemBody>(method, path, body);
      expect([answer.status, answer.body.code, answer.body.params?.field]).toEqual([400, 'invalid', field]);
    });
  }

  it('refuses cursors of trays and of what falls due that are none of ours', async () => {
    const cursor = (text: string): string => Buffer.from(text).toString('base64url');
    for (const after of ['x', cursor(`2026-99-99|${anId}`), cursor('2026-01-01|------------------------------------')]) {
      const { status, body } = await clara.call<ProblemBody>('GET', `/trays/qualification/mails?after=${after}`);
      expect([status, body.code, body.params?.field]).withContext(after).toEqual([422, 'invalid', 'after']);
    }
    const odile = await house.client('odile.charpentier', running.url);
    for (const after of ['x', `2026-99-99~${anId}`, '2026-01-01~------------------------------------']) {
      const { status, body } = await odile.call<ProblemBody>('GET', `/retention/due?after=${after}`);
      expect([status, body.code, body.params?.field]).withContext(after).toEqual([422, 'invalid', 'after']);
    }
    expect((await odile.call('GET', '/retention/due?until=2026-02-30')).status).toBe(400);
  });

  it('lets the page load nothing from elsewhere, and no type be guessed', async () => {
    for (const path of ['/health/live', `${apiPrefix}/me`, '/']) {
      const { headers } = await fetch(`${running.url}${path}`);
      expect(headers.get('content-security-policy')).withContext(path).toContain("default-src 'self'");
      expect(headers.get('content-security-policy')).withContext(path).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).withContext(path).toBe('nosniff');
    }
  });

  it('keeps the correlation id that a caller gives, through the journal of the deposit and its mail', async () => {
    const form = new FormData();
    const letter = await testLetter('suivi');
    form.append('files', new Blob([new Uint8Array(letter.bytes)]), letter.name);
    const sent = await fetch(`${running.url}${apiPrefix}/deposits`, { method: 'POST', headers: { authorization: basic(clara.ticket), 'x-correlation-id': 'lettre-42-suivie' }, body: form });
    expect(sent.headers.get('x-correlation-id')).toBe('lettre-42-suivie');
    const { id } = (await sent.json()) as { id: string };
    const { mails } = await clara.read(id);
    const entries = await house.store.db.selectFrom('journal').select(['type', 'correlation_id']).where('subject_id', 'in', [id, mails[0]?.id ?? '']).orderBy('seq').execute();
    expect(entries.map(({ type, correlation_id }) => `${type} ${correlation_id}`)).toEqual(['deposit.accepted lettre-42-suivie', 'mail.captured lettre-42-suivie']);
  });

  it('gives its own id for one that could be anything', async () => {
    const { headers } = await fetch(`${running.url}/health/live`, { headers: { 'x-correlation-id': 'a b<script>' } });
    expect(headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('shows metrics to this machine only, and never to whom a proxy brings', async () => {
    const metrics = await fetch(`${running.url}/metrics`);
    expect(metrics.status).toBe(200);
    expect(await metrics.text()).toContain('bannette_jobs{state="ready"}');
    expect((await fetch(`${running.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.7' } })).status).toBe(403);
    const guarded = await house.serve({ BANNETTE_METRICS_TOKEN: 'sixteen-characters-long' });
    const with_ = async (authorization?: string) => (await fetch(`${guarded.url}/metrics`, { headers: authorization ? { authorization } : {} })).status;
    expect([await with_(), await with_('Bearer sixteen-characters-lonG'), await with_('Bearer sixteen-characters-long')]).toEqual([403, 403, 200]);
    await guarded.stop();
  });

  it('is no longer ready when Alfresco says nothing, and says so before who asks gives up', async () => {
    const silent = border();
    const proxy = await alfrescoProxy(house.alfrescoUrl, silent);
    const waiting = await house.serve({ ALFRESCO_URL: proxy.url });
    silent.watch({ wire: 'alfresco', matching: /people\/-me-$/, number: 1, when: 'before' }, () => undefined);
    const response = await fetch(`${waiting.url}/health/ready`);
    expect([response.status, ((await response.json()) as { checks: object }).checks]).toEqual([503, { database: 'ok', alfresco: 'failed' }]);
    await proxy.close();
    await waiting.stop();
  }, 30_000);

  it('is no longer ready when Alfresco is gone, while it lives on and says so', async () => {
    const proxy = await alfrescoProxy(house.alfrescoUrl, border());
    const cut = await house.serve({ ALFRESCO_URL: proxy.url });
    expect((await fetch(`${cut.url}/health/ready`)).status).toBe(200);
    await proxy.close();
    const failed = await until('it says that Alfresco is gone', async () => {
      const response = await fetch(`${cut.url}/health/ready`);
      return response.status === 503 && ((await response.json()) as object);
    });
    expect(failed).toEqual({ status: 'failed', checks: { database: 'ok', alfresco: 'failed' } });
    expect((await fetch(`${cut.url}/health/live`)).status).toBe(200);
    const passed = await fetch(`${cut.url}/alfresco/api/-default-/public/alfresco/versions/1/nodes/-root-`, { headers: { authorization: basic(clara.ticket) } });
    expect([passed.status, ((await passed.json()) as ProblemBody).code]).toEqual([503, 'repositoryUnavailable']);
    const asked = await fetch(`${cut.url}${apiPrefix}/me`, { headers: { authorization: basic(clara.ticket) } });
    expect([asked.status, ((await asked.json()) as ProblemBody).code]).toEqual([503, 'repositoryUnavailable']);
    await cut.stop();
  }, 30_000);
});

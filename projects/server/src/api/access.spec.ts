import { apiPrefix, operations, type Operation, type ProblemBody } from '@bannette/http';
import type { Running } from '../serve.js';
import { alfrescoProxy } from '../testing/alfresco-proxy.js';
import { border, signIn, startTestHouse, testLetter, until, type Client, type TestHouse } from '../testing/index.js';
import { anId, sound } from './sound.spec-support.js';

const basic = (ticket: string): string => `Basic ${Buffer.from(ticket).toString('base64')}`;
const pathOf = ({ path }: Operation): string => `${apiPrefix}${path.replace('{kind}/{subject}', `mail/${anId}`).replace('{kind}', 'rules').replace(/\/trays\/\{id\}/, '/trays/nowhere').replace('{number}', '1').replace('{code}', 'B-2026-00001').replace('{day}', '2026-01-05').replace('{year}', '2014').replace('{line}', '1').replace('/items/{position}', '/items/1').replace(/\{\w+\}/g, anId)}`;

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
    ['a postcode of signs', 'POST', `/mails/${anId}/qualify`, { type: 'VOIRIE', sender: { kind: 'individual', name: 'X', postcode: '98 <b>' }, subject: 'S', receivedAt: '2026-01-05' }, 'sender.postcode'],
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

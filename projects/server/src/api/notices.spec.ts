import type { AddressInfo } from 'node:net';
import { apiPrefix, type Mail, type ProblemBody } from '@bannette/http';
import { notify } from '@bannette/rgpd';
import { newId } from '@bannette/store';
import { SMTPServer } from 'smtp-server';
import type { Running } from '../serve.js';
import { startTestHouse, until, type Client, type TestHouse } from '../testing/index.js';
import { captured } from './captured.spec-support.js';

interface Notices {
  readonly unread: number;
  readonly items: readonly { readonly id: string; readonly kind: string; readonly readAt?: string }[];
}
interface Told {
  readonly event: string;
  readonly data: { readonly mails?: readonly { id: string; revision: number }[]; readonly notices?: readonly string[]; readonly trays?: boolean; readonly why?: string };
}

describe('What people are told', () => {
  let house: TestHouse;
  let running: Running;
  let sophie: Client;
  let clara: Client;
  let lucie: Client;
  const letters: string[] = [];
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        letters.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    house = await startTestHouse({ records: false });
    running = await house.serve({ BANNETTE_SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, BANNETTE_MAIL_FROM: 'bannette@lys.example' });
    [sophie, clara, lucie] = (await Promise.all(['sophie.martel', 'clara.moreau', 'lucie.perrot'].map((id) => house.client(id, running.url)))) as [Client, Client, Client];
    await Promise.all([sophie, clara, lucie].map((one) => one.get('/me')));
  }, 120_000);
  afterAll(async () => {
    await house.close();
    await new Promise<void>((resolve) => smtp.close(resolve));
  }, 60_000);

  /** An open page of somebody, and all that it is told. */
  async function page({ ticket }: Client): Promise<{ told: Told[]; headers: Headers; close(): void; gone: Promise<void> }> {
    const closing = new AbortController();
    const response = await fetch(`${running.url}${apiPrefix}/live`, { headers: { authorization: `Basic ${Buffer.from(ticket).toString('base64')}` }, signal: closing.signal });
    const told: Told[] = [];
    const read = async (): Promise<void> => {
      let rest = '';
      for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        const parts = (rest + piece).split('\n\n');
        rest = parts.pop() ?? '';
        for (const part of parts) {
          const event = /^event: (.*)$/m.exec(part)?.[1];
          if (event) told.push({ event, data: JSON.parse(/^data: (.*)$/m.exec(part)?.[1] ?? '{}') as Told['data'] });
        }
      }
    };
    const gone = read().catch(() => undefined);
    await until('it is greeted', async () => told.some(({ event }) => event === 'hello'));
    return { told, headers: response.headers, close: () => closing.abort(), gone };
  }
  /** A notice as a consumer of the journal makes it. */
  async function tell(audience: string): Promise<string> {
    const key = newId();
    await house.store.transaction({ entityId: 'default', actor: 'system' }, (tx) => notify(tx, { audience, kind: 'clock.soon', key, params: { service: 'Routes', count: 2, first: '2026-01-05', last: '2026-01-09' }, link: '/clocks' }));
    return (await house.store.db.selectFrom('notice').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id;
  }
  const notices = (by: Client): Promise<Notices> => by.get('/notices');
  const preferences = { hour: 8, weekday: 1, workingDays: false, quiet: false, language: 'fr', choices: {} };

  it('reaches open pages at once: of who may open the mail, its id; of who may not, nothing', async () => {
    const pages = { sophie: await page(sophie), lucie: await page(lucie) };
    expect([pages.sophie.headers.get('content-type'), pages.sophie.headers.get('x-accel-buffering'), pages.sophie.headers.get('cache-control')]).toEqual(['text/event-stream; charset=utf-8', 'no', 'no-store, no-transform']);
    const id = await captured(running.house);
    const mail = (await clara.post(`/mails/${id}/qualify`, { type: 'VOIRIE', sender: { kind: 'individual', name: 'Jeanne Aubert' }, subject: 'Fossé', receivedAt: '2026-01-05', service: 'ROUTES' })) as Mail;
    await until('sophie hears of it', async () => pages.sophie.told.some(({ data }) => data.mails?.some((one) => one.id === mail.id)));
    await tell('lucie.perrot');
    await until('lucie hears of hers', async () => pages.lucie.told.some(({ data }) => data.notices));
    expect(JSON.stringify(pages.lucie.told)).not.toContain(mail.id);
    expect(JSON.stringify(pages.sophie.told)).not.toMatch(/Aubert|Fossé/);
    const streams = async () => Number(/^bannette_live_streams (\d+)$/m.exec(await (await fetch(`${running.url}/metrics`)).text())?.[1]);
    expect(await streams()).toBeGreaterThanOrEqual(Object.keys(pages).length);
    for (const { close } of Object.values(pages)) close();
    await until('their streams are counted no more', async () => (await streams()) < Object.keys(pages).length);
  });

  it('is counted, read one by one or all at once, and is nobody else’s', async () => {
    const [first, second] = [await tell('lucie.perrot'), await tell('lucie.perrot')];
    const before = (await notices(lucie)).unread;
    await lucie.post(`/notices/${first}/read`);
    expect((await notices(lucie)).unread).toBe(before - 1);
    expect(await lucie.post('/notices/read', { until: second })).toEqual({ unread: 0 });
    expect((await sophie.call<ProblemBody>('POST', `/notices/${second}/read`)).status).toBe(404);
    expect((await notices(sophie)).items.map(({ id }) => id)).not.toContain(second);
  });

  it('is told as the person says; what the law wants told can’t be switched off', async () => {
    const off = await lucie.call<ProblemBody>('PUT', '/notices/preferences', { ...preferences, choices: { 'clock.passed': 'off' } });
    expect([off.status, off.body.code]).toEqual([422, 'noticeRequired']);
    await lucie.call('PUT', '/notices/preferences', { ...preferences, choices: { 'clock.soon': 'off' } });
    const unwanted = await tell('lucie.perrot');
    expect((await notices(lucie)).items.map(({ id }) => id)).not.toContain(unwanted);
    await lucie.call('PUT', '/notices/preferences', preferences);
    expect((await notices(lucie)).items.map(({ id }) => id)).toContain(unwanted);
    expect(((await sophie.get('/notices/preferences')) as { kinds: { choice: string }[] }).kinds.some(({ choice }) => choice === 'off')).toBeFalse();
  });

  it('leaves by e-mail for who wants it, and names nobody', async () => {
    await house.store.db.updateTable('person').set({ email: 'sophie@lys.example' }).where('id', '=', 'sophie.martel').execute();
    await sophie.call('PUT', '/notices/preferences', { ...preferences, choices: { 'clock.soon': 'atOnce' } });
    await tell('sophie.martel');
    await until('it has arrived', async () => letters.some((text) => /^To: sophie/m.test(text)));
    const letter = letters.find((text) => /^To: sophie/m.test(text)) ?? '';
    expect(/^Subject: (.*)\r$/m.exec(letter)?.[1]).toBe('Bannette : une notification');
  });

  it('is a page’s as long as Bannette runs: it ends at once, and says so to the page', async () => {
    const other = await house.serve();
    const was = running;
    running = other;
    const { told, gone } = await page(sophie);
    running = was;
    await other.stop();
    await gone;
    expect(told.at(-1)).toEqual({ event: 'bye', data: { why: 'stopping' } });
  });
});

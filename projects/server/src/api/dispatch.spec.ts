import type { AddressInfo } from 'node:net';
import type { Mail } from '@bannette/http';
import { newId, type JobInfo } from '@bannette/store';
import { dispatchLetter, receiptByItself } from '@bannette/treatment';
import { SMTPServer } from 'smtp-server';
import type { Running } from '../serve.js';
import { clientOf, signIn, startTestHouse, until, type Client, type TestHouse } from '../testing/index.js';
import { captured } from './captured.spec-support.js';

describe('A letter by e-mail', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  let sophie: Client;
  let admin: Client;
  let clock = new Date('2026-06-10T09:00:00Z');
  /** What the server says to a recipient, by the address: nothing, or a code and words. */
  const refusals = new Map<string, { responseCode: number; message: string; times?: number }>();
  const messages: { to: string; text: string }[] = [];
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _, done) => {
      const refusal = refusals.get(address);
      if (!refusal) return done();
      if (refusal.times !== undefined && --refusal.times <= 0) refusals.delete(address);
      done(Object.assign(new Error(refusal.message), { responseCode: refusal.responseCode }));
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address).join();
        // Notices of ours go elsewhere.
        if (to.endsWith('@poste.example')) messages.push({ to, text: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    house = await startTestHouse({ records: false });
    running = await house.serve({ BANNETTE_SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, BANNETTE_MAIL_FROM: 'Bannette <courrier@Lys.example>' }, { now: () => clock });
    [clara, sophie] = [await house.client('clara.moreau', running.url), await house.client('sophie.martel', running.url)];
    admin = clientOf('admin', await signIn(house.alfrescoUrl, 'admin', 'admin'), () => running.url);
  }, 60_000);
  afterAll(async () => {
    await house.close();
    await new Promise<void>((resolve) => smtp.close(resolve));
  }, 60_000);
  beforeEach(() => {
    clock = new Date('2026-06-10T09:00:00Z');
    messages.splice(0);
    refusals.clear();
  });

  const rowOf = (id: string) => house.store.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const distributed = async (type: string, more: { email?: string; receivedAt?: string; channel?: 'email' | 'post'; messageId?: string } = {}): Promise<string> => {
    const id = await captured(running.house);
    await house.store.db.updateTable('mail').set({ channel: more.channel ?? 'email', message_id: more.messageId ?? null }).where('id', '=', id).execute();
    return qualified(id, type, more);
  };
  const qualified = async (id: string, type: string, more: { email?: string; receivedAt?: string } = {}): Promise<string> => {
    await clara.post(`/mails/${id}/qualify`, { type, sender: { kind: 'individual', name: 'Odile Vasseur', postcode: '98310', ...(more.email ? { email: more.email } : {}) }, subject: 'Placement de Léo', receivedAt: more.receivedAt ?? '2026-06-09', service: 'ROUTES' });
    await until('it is distributed', async () => (await rowOf(id)).state === 'distributed');
    return id;
  };
  /** An e-mail that somebody saved as a file, with its whole head. */
  const saved = async (name: string, more = ''): Promise<string> => {
    await clara.deposit([{ name: `${name}.eml`, sha512: '', bytes: Buffer.from(`From: Odile Vasseur <odile@poste.example>\r\nTo: mairie@lys.example\r\nSubject: ${name}\r\nMessage-ID: <${name}@poste.example>\r\n${more}\r\nBonjour, je vous demande une aide pour ${name}.\r\n`) }], { channel: 'email' });
    return (await until('it is a mail', () => house.store.db.selectFrom('mail').select('id').where('message_id', '=', `${name}@poste.example`).executeTakeFirst())).id;
  };
  const clocksHeard = async (id: string, type: string): Promise<void> => {
    const { seq } = await house.store.db.selectFrom('journal').select((eb) => eb.fn.max('seq').as('seq')).where('subject_id', '=', id).where('type', '=', type).executeTakeFirstOrThrow();
    await until('the clocks have heard it', async () => Number((await house.store.db.selectFrom('consumer_cursor').select('seq').where('name', '=', 'distribution.clocks').executeTakeFirst())?.seq ?? 0) >= Number(seq));
  };
  const stateOf = (mail: Mail, code: string) => mail.clocks?.find((one) => one.code === code)?.state;
  const settled = async (id: string): Promise<Mail> => {
    await until('the server has answered', async () => (await sophie.mail(id)).dispatched?.every(({ state }) => state !== 'waiting') ?? false);
    return sophie.mail(id);
  };
  const header = (text: string, name: string): string => new RegExp(`^${name}: ([^]*?)\\r\\n(?! )`, 'm').exec(text)?.[1]?.replace(/\r\n /g, ' ') ?? '';
  /** RFC 2047, as far as it is used here. */
  const plain = (words: string): string => words.replace(/\?= =\?/g, '?==?').replace(/=\?UTF-8\?Q\?([^?]*)\?=/g, (_, said: string) => said.replace(/_/g, ' ').replace(/=([0-9A-F]{2})/g, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))).replace(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
  const refused = async (path: string, body: object, person = sophie): Promise<string> => {
    const answer = await person.call<{ code: string }>('POST', path, body);
    return `${answer.status} ${answer.body.code}`;
  };
  const receipt = { kind: 'receipt', template: 'ACCUSE_SVR', channel: 'email' };

  it('leaves with its PDF, as a reply to what was written, and says in its subject no more than what it is', async () => {
    const id = await distributed('SUBVENTION', { messageId: 'abc@poste.example' });
    await sophie.post(`/mails/${id}/acknowledgements`, { ...receipt, subject: 'Le placement de Léo', to: 'odile@poste.example' });
    const mail = await settled(id);
    const [letter] = mail.dispatched ?? [];
    expect(letter).toEqual(jasmine.objectContaining({ to: 'odile@poste.example', state: 'sent', countsAs: 'receipt', automatic: false, settledAt: '2026-06-10T09:00:00.000Z' }));
    const [{ text, to } = { text: '', to: '' }] = messages;
    expect([messages.length, to]).toEqual([1, 'odile@poste.example']);
    expect(header(text, 'From')).toContain('courrier@lys.example');
    expect(header(text, 'Message-ID')).toBe(`<${letter?.id ?? ''}.1@lys.example>`);
    expect([header(text, 'In-Reply-To'), header(text, 'References')]).toEqual(['<abc@poste.example>', '<abc@poste.example>']);
    expect(header(text, 'Auto-Submitted')).withContext('a person sent it').toBe('');
    expect(plain(header(text, 'Subject'))).toBe(`Accusé de réception de votre demande – ${mail.chrono ?? ''}`);
    expect(text).toContain(`filename=${letter?.chrono ?? ''}-1.pdf`);
    expect(text).toContain('JVBERi0');
    const { message_id } = await rowOf(letter?.id ?? '');
    expect(message_id).withContext('what comes as a reply is linked to it').toBe(`${letter?.id ?? ''}.1@lys.example`);
    await clocksHeard(id, 'mail.acknowledged');
    expect(stateOf(await sophie.mail(id), 'ARE')).toBe('met');
    expect((await sophie.mail(letter?.id ?? '')).dispatched?.length).withContext('on the letter too').toBe(1);
  });

  it('that the server will not have is told, its receipt is taken back, and it leaves again to another address', async () => {
    const id = await distributed('SUBVENTION');
    refusals.set('odlie@poste.example', { responseCode: 550, message: '5.1.1 no such user' });
    await sophie.post(`/mails/${id}/acknowledgements`, { ...receipt, to: 'odlie@poste.example' });
    const mail = await settled(id);
    const [letter] = mail.dispatched ?? [];
    expect([letter?.state, letter?.refusal]).toEqual(['refused', jasmine.stringContaining('no such user')]);
    expect((await rowOf(id)).receipt_on).toBeNull();
    await clocksHeard(id, 'mail.letterRefused');
    expect(stateOf(await sophie.mail(id), 'ARE')).toBe('running');
    await until('who treats it is told', async () => (await house.store.db.selectFrom('notice').select('id').where('kind', '=', 'work.letterRefused').where('link', '=', `/mails/${id}`).execute()).length > 0);

    const outgoing = letter?.id ?? '';
    expect((await sophie.mail(outgoing)).actions).toContain('dispatch');
    await sophie.post(`/mails/${outgoing}/dispatch`, { to: 'odile@poste.example' });
    const again = await settled(id);
    expect(again.dispatched?.map(({ to, state }) => [to, state])).toEqual([['odile@poste.example', 'sent']]);
    expect(messages.map(({ to, text }) => [to, header(text, 'Message-ID')])).toEqual([['odile@poste.example', `<${outgoing}.2@lys.example>`]]);
    expect((await rowOf(id)).receipt_on).toBe('2026-06-10');
  });

  it('that asks for pieces makes nothing stand still as long as it has not left', async () => {
    const id = await distributed('SUBVENTION');
    refusals.set('odlie@poste.example', { responseCode: 550, message: '5.1.1 no such user' });
    await sophie.post(`/mails/${id}/pieces`, { pieces: ['RIB'], until: '2026-07-01', template: 'DEMANDE_PIECES', channel: 'email', to: 'odlie@poste.example' });
    const outgoing = (await settled(id)).dispatched?.[0]?.id ?? '';
    await clocksHeard(id, 'mail.letterRefused');
    const refusedOnce = await sophie.mail(id);
    expect([stateOf(refusedOnce, 'SVR_2M'), refusedOnce.missing?.map(({ unsent }) => unsent)]).toEqual(['running', [true]]);
    clock = new Date('2026-07-01T09:00:00Z');
    expect(await refused(`/mails/${outgoing}/dispatch`, { to: 'odile@poste.example' })).withContext('its day is over').toBe('409 letterOutdated');
    clock = new Date('2026-06-12T09:00:00Z');
    await sophie.post(`/mails/${outgoing}/dispatch`, { to: 'odile@poste.example' });
    await settled(id);
    await clocksHeard(id, 'mail.piecesAsked');
    const again = await sophie.mail(id);
    expect([stateOf(again, 'SVR_2M'), again.missing?.map(({ askedOn, unsent }) => [askedOn, unsent])]).toEqual(['suspended', [['2026-06-12', undefined]]]);
  });

  it('that was to put off an end puts off nothing as long as it has not left', async () => {
    const id = await distributed('RGPD_DROITS', { receivedAt: '2026-05-20' });
    refusals.set('odlie@poste.example', { responseCode: 550, message: '5.1.1 no such user' });
    await sophie.post(`/mails/${id}/extension`, { reason: 'Des archives', template: 'PROLONGATION_RGPD', channel: 'email', to: 'odlie@poste.example' });
    const outgoing = (await settled(id)).dispatched?.[0]?.id ?? '';
    expect((await rowOf(id)).extended_on).toBeNull();
    clock = new Date('2026-06-23T09:00:00Z');
    expect(await refused(`/mails/${outgoing}/dispatch`, { to: 'odile@poste.example' })).withContext('the month is over').toBe('409 letterOutdated');
    clock = new Date('2026-06-10T09:00:00Z');
    await sophie.post(`/mails/${outgoing}/dispatch`, { to: 'odile@poste.example' });
    await settled(id);
    await clocksHeard(id, 'mail.extended');
    expect((await sophie.mail(id)).clocks?.find(({ code }) => code === 'RGPD_1M')?.due).toBe('2026-08-20');
  });

  it('waits for a server that can’t take it now', async () => {
    const id = await distributed('SUBVENTION');
    refusals.set('odile@poste.example', { responseCode: 450, message: '4.2.0 greylisted', times: 1 });
    await sophie.post(`/mails/${id}/acknowledgements`, { ...receipt, to: 'odile@poste.example' });
    const outgoing = (await sophie.mail(id)).dispatched?.[0]?.id ?? '';
    expect((await sophie.mail(outgoing)).actions).not.toContain('dispatch');
    expect(await refused(`/mails/${outgoing}/dispatch`, {})).toBe('409 dispatchWaiting');
    expect((await settled(id)).dispatched?.[0]?.state).toBe('sent');
  });

  it('is the same one when a crash between sending and marking sends it again, and is given up after its last try', async () => {
    const id = await distributed('SUBVENTION');
    await sophie.post(`/mails/${id}/acknowledgements`, { ...receipt, to: 'odile@poste.example' });
    const outgoing = (await settled(id)).dispatched?.[0]?.id ?? '';
    const wait = () => house.store.db.updateTable('letter_dispatch').set({ state: 'waiting', settled_at: null }).where('mail_id', '=', outgoing).execute();
    await wait();
    const { post } = running.house;
    const crashing = { ...running.house, post: { ...post, send: (email: Parameters<typeof post.send>[0]) => post.send(email).then(() => Promise.reject(new Error('the process was killed'))) } };
    const job = { attempts: 1, lastAttempt: false } as JobInfo;
    await expectAsync(dispatchLetter(crashing)({ mailId: outgoing }, job)).toBeRejectedWithError('the process was killed');
    await dispatchLetter(running.house)({ mailId: outgoing }, job);
    await dispatchLetter(running.house)({ mailId: outgoing }, job);
    expect(new Set(messages.map(({ text }) => header(text, 'Message-ID'))).size).toBe(1);
    expect(messages.length).withContext('at first, before the crash, after it').toBe(3);

    await wait();
    const away = { ...running.house, post: { ...post, send: () => Promise.reject(new Error('connect ECONNREFUSED')) } };
    await expectAsync(dispatchLetter(away)({ mailId: outgoing }, job)).toBeRejected();
    await dispatchLetter(away)({ mailId: outgoing }, { ...job, lastAttempt: true });
    expect((await sophie.mail(id)).dispatched?.map(({ state, refusal }) => [state, refusal])).toEqual([['refused', undefined]]);
    expect((await rowOf(id)).receipt_on).toBeNull();
  });

  it('leaves from here today only, by e-mail only, and only where there is a server', async () => {
    const id = await distributed('SUBVENTION');
    const path = `/mails/${id}/acknowledgements`;
    expect(await refused(path, { ...receipt, channel: 'post', to: 'odile@poste.example' })).toBe('422 notByEmail');
    expect(await refused(path, { ...receipt, on: '2026-06-09', to: 'odile@poste.example' })).toBe('422 leavesToday');
    expect(await refused(path, { ...receipt, to: 'odile' })).toBe('400 invalid');
    const silent = await house.serve({}, { now: () => clock });
    try {
      const there = await house.client('sophie.martel', silent.url);
      expect(await refused(path, { ...receipt, to: 'odile@poste.example' }, there)).toBe('422 noMailServer');
      const sends = async (person: Client) => ((await person.get('/me')) as { sendsEmail: boolean }).sendsEmail;
      expect([await sends(there), await sends(sophie)]).toEqual([false, true]);
    } finally {
      await silent.stop();
    }
    await sophie.post(path, { ...receipt });
    expect((await sophie.mail(id)).dispatched).withContext('its author sends it').toBeUndefined();
  });

  it('that comes back is told as such, whoever sent the report, and what it did to a clock stands', async () => {
    const id = await distributed('SUBVENTION');
    await sophie.post(`/mails/${id}/acknowledgements`, { ...receipt, to: 'odile@poste.example' });
    const [sent] = (await settled(id)).dispatched ?? [];
    expect([sent?.state, (await rowOf(id)).receipt_on]).toEqual(['sent', '2026-06-10']);
    const sentAs = header(messages[0]?.text ?? '', 'Message-ID');
    const report = (of: string, name: string) =>
      `From: MAILER-DAEMON@poste.example\r\nSubject: Undelivered\r\nMessage-ID: <${name}@poste.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nI am sorry to inform you.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; poste.example\r\n\r\nFinal-Recipient: rfc822; odile@poste.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 unknown\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${of}\r\n--b--\r\n`;
    const deposited = (name: string, of: string) => clara.deposit([{ name: `${name}.eml`, sha512: '', bytes: Buffer.from(report(of, name)) }], { channel: 'email' });
    // A letter that is none, a round that was none, and another's e-mail change nothing.
    for (const [name, of] of [['fausse', `<${newId()}.1@lys.example>`], ['tour', sentAs.replace('.1@', '.7@')], ['autre', '<autre@lys.example>'], ['vraie', sentAs]] as const) expect((await deposited(name, of)).status).toBe(201);
    await until('it is told', async () => (await sophie.mail(id)).dispatched?.[0]?.state === 'returned');
    const mail = await sophie.mail(id);
    expect([mail.dispatched?.length, mail.dispatched?.[0]?.refusal, (await rowOf(id)).receipt_on]).toEqual([1, '550 5.1.1 unknown', '2026-06-10']);
    const came = await until('the report is a mail', () => house.store.db.selectFrom('mail').select('in_reply_to').where('message_id', '=', 'vraie@poste.example').executeTakeFirst());
    expect(`<${came.in_reply_to}>`).toBe(sentAs);
    await until('who treats it is told', async () => (await house.store.db.selectFrom('notice').select('id').where('kind', '=', 'work.letterRefused').where('link', '=', `/mails/${id}`).execute()).length > 0);

    await sophie.post(`/mails/${sent?.id ?? ''}/dispatch`, { to: 'vasseur@poste.example' });
    expect((await settled(id)).dispatched?.map(({ to, state }) => [to, state])).toEqual([['vasseur@poste.example', 'sent']]);
    await deposited('encore', sentAs);
    await until('the late report is a mail', () => house.store.db.selectFrom('mail').select('id').where('message_id', '=', 'encore@poste.example').executeTakeFirst());
    expect((await sophie.mail(id)).dispatched?.[0]?.state).withContext('of the round before').toBe('sent');
  });

  it('leaves by itself where its clock says so, to people who wrote by e-mail, once', async () => {
    const { settings, versions } = (await admin.get('/settings')) as { settings: { clocks: { code: string }[] }; versions: { clocks: number } };
    const publish = (automatic: string, basedOn: number) => admin.call<{ code: string; version: number }>('PUT', '/settings/clocks', { data: settings.clocks.map((each) => (each.code === 'AEE' ? { ...each, automatic } : each)), comment: 'essai', basedOn });
    expect((await publish('NONE', versions.clocks)).status).withContext('a template that is not there').toBe(422);
    expect((await publish('ACCUSE_ENREGISTREMENT', versions.clocks)).status).toBe(200);
    await until('it is in force', async () => (await running.house.settings()).clocks.some(({ automatic }) => automatic === 'ACCUSE_ENREGISTREMENT'));
    const withAee = (await running.house.settings()).types.find(({ clocks }) => clocks?.includes('AEE'))?.code ?? 'none';

    const id = await distributed(withAee, { email: 'odile@poste.example' });
    await until('it has left', async () => (await sophie.mail(id)).dispatched?.[0]?.state === 'sent');
    expect((await sophie.mail(id)).dispatched?.map(({ to, countsAs, automatic }) => [to, countsAs, automatic])).toEqual([['odile@poste.example', 'registrationReceipt', true]]);
    expect(header(messages[0]?.text ?? '', 'Auto-Submitted')).toBe('auto-replied');
    expect((await rowOf(id)).registration_receipt_on).toBe('2026-06-10');

    const [person, machine] = [await saved('demande'), await saved('absence', 'Auto-Submitted: auto-replied\r\n')];
    for (const mail of [person, machine]) await qualified(mail, withAee, { email: 'odile@poste.example' });
    await until('a person’s has left', async () => (await sophie.mail(person)).dispatched?.[0]?.state === 'sent');
    const others = [machine, await distributed(withAee), await distributed(withAee, { email: 'no-reply@poste.example' }), await distributed(withAee, { email: 'odile@poste.example', channel: 'post' })];
    for (const mailId of [id, ...others]) await receiptByItself(running.house)({ mailId }, {} as JobInfo);
    expect((await house.store.db.selectFrom('letter_dispatch').select('mail_id').where('answers', 'in', [id, ...others]).execute()).length).toBe(1);
  });
});

import type { AddressInfo } from 'node:net';
import { usualPreference, type NoticeChoice, type NoticePreference, type Settings } from '@bannette/domain';
import type { Caller } from '@bannette/http';
import { openPost, type House } from '@bannette/house';
import { newId, openStore, type JobInfo, type Store } from '@bannette/store';
import { createTestDatabase } from '@bannette/store/testing';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { notify } from '../tell.js';
import { writeLetter } from './letter.js';
import { noticeLetterTask, spreadNotice } from './plan.js';
import { changePreferences, viewPreferences } from './preferences.js';

const settings = { authority: { timeZone: 'Europe/Paris' }, calendar: { weekend: [0, 6], alsaceMoselle: false, closures: [] }, services: [] } as unknown as Settings;
const job = {} as JobInfo;
const group = 'GROUP_GEC_S_ROUTES__RESPONSABLE';
/** Wednesday 10 June 2026, eleven in Paris. */
const wednesday = new Date('2026-06-10T09:00:00Z');

describe('An e-mail to a person', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let store: Store;
  let now = wednesday;
  let house: House;
  const messages: string[] = [];
  let refusing = false;
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refusing) return done(new Error('the mailbox is full'));
        messages.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  const post = () => openPost({ smtpUrl: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, from: 'bannette@lys.example', publicUrl: 'https://bannette.example' });

  beforeAll(async () => {
    database = await createTestDatabase();
    store = await openStore({ databaseUrl: database.url, poolSize: 4 });
    house = { entityId: 'default', store, settings: async () => settings, now: () => now } as unknown as House;
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  }, 60_000);
  afterAll(async () => {
    await new Promise<void>((resolve) => smtp.close(resolve));
    await store.close();
    await database.drop();
  });
  beforeEach(() => {
    messages.splice(0);
    now = wednesday;
  });

  /** Somebody new in the group, who has said how they want to be told of clocks. */
  async function somebody(choice: NoticeChoice, more: Partial<NoticePreference> & { seen?: Date; groups?: string[] } = {}): Promise<string> {
    const { seen = wednesday, groups = [group], ...preference } = more;
    const id = `p-${newId().slice(-12)}`;
    await store.db.insertInto('person').values({ id, display_name: id, email: `${id}@lys.example`, groups, seen_at: seen }).execute();
    await wish(id, choice, preference);
    return id;
  }
  const callBy = (id: string, body: object) => ({ caller: { id, displayName: id, groups: [group] } as unknown as Caller, correlationId: 'c', body }) as never;
  const wish = (id: string, choice: NoticeChoice, preference: Partial<NoticePreference> = {}): Promise<void> => changePreferences(house, callBy(id, { ...usualPreference, ...preference, choices: { 'clock.passed': choice } }));
  /** A notice as the journal's consumers give it, spread. */
  async function told(audience: string, params: { [name: string]: string | number } = { service: 'Routes', count: 2, first: '2026-06-08', last: '2026-06-09' }): Promise<string> {
    const key = newId();
    await store.transaction({ entityId: 'default', actor: 'system' }, (tx) => notify(tx, { audience, kind: 'clock.passed', key, params, link: '/clocks' }));
    const { id } = await store.db.selectFrom('notice').select('id').where('key', '=', key).executeTakeFirstOrThrow();
    for (let run = 0; run < 2; run++) await spreadNotice(house, post())({ noticeId: id }, job);
    return id;
  }
  const deliver = (person: string): Promise<void> => writeLetter(house, post())({ person }, job);
  const text = (message = ''): string => {
    const [, part = ''] = /text\/plain[^]*?\r\n\r\n([^]*?)\r\n--/.exec(message) ?? [];
    return /quoted-printable/.test(message) ? Buffer.from(part.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8') : part;
  };
  const header = (message: string, name: string): string => new RegExp(`^${name}: ([^]*?)\\r\\n(?! )`, 'm').exec(message)?.[1]?.replace(/\r\n /g, ' ') ?? '';

  it('takes along all that is due at once, and leaves once, however many processes write it', async () => {
    const id = await somebody('atOnce');
    await told(id);
    await told(id);
    await Promise.all([deliver(id), deliver(id), deliver(id)]);
    await deliver(id);
    expect(messages.length).toBe(1);
    expect(text(messages[0]).match(/délais légaux sont dépassés/g)?.length).toBe(2);
  });

  it('waits for the hour of the digest, and composes it once for its day', async () => {
    const id = await somebody('daily', { hour: 17 });
    await told(group);
    await deliver(id);
    expect(messages).toEqual([]);
    now = new Date('2026-06-10T15:00:00Z');
    await deliver(id);
    await deliver(id);
    expect(messages.map((message) => header(message, 'To'))).toEqual([`${id}@lys.example`]);
    const jobs = await store.db.selectFrom('notice_outbox').select('due_at').where('person', '=', id).execute();
    expect(jobs).toEqual([{ due_at: now }]);
  });

  it('is known for the same one when a crash between sending and marking sends it again, even if it was read meanwhile', async () => {
    const id = await somebody('atOnce');
    const notice = await told(id);
    const crashing = { ...post(), send: async (letter: Parameters<ReturnType<typeof post>['send']>[0]) => post().send(letter).then(() => Promise.reject(new Error('the process was killed'))) };
    await expectAsync(writeLetter(house, crashing)({ person: id }, job)).toBeRejectedWithError('the process was killed');
    await store.db.insertInto('notice_read').values({ notice_id: notice, person: id }).execute();
    await deliver(id);
    await deliver(id);
    expect(messages.length).toBe(2);
    expect(header(messages[0] ?? '', 'Message-ID')).toBe(header(messages[1] ?? '', 'Message-ID'));
  });

  it('stays unsent while the server refuses it', async () => {
    const id = await somebody('atOnce');
    await told(id);
    refusing = true;
    await expectAsync(deliver(id)).toBeRejected();
    refusing = false;
    await deliver(id);
    expect(messages.length).toBe(1);
  });

  it('tells nobody what they have read in the workspace, what they don’t want by e-mail, or who has long been away', async () => {
    const [reader, quiet, gone, elsewhere] = [await somebody('daily', { hour: 17 }), await somebody('workspace'), await somebody('atOnce', { seen: new Date('2026-01-05T09:00:00Z') }), await somebody('atOnce', { groups: ['GROUP_GEC_S_ENFANCE'] })];
    const notice = await told(group);
    await store.db.insertInto('notice_read').values({ notice_id: notice, person: reader }).execute();
    now = new Date('2026-06-10T15:00:00Z');
    for (const person of [reader, quiet, gone, elsewhere]) await deliver(person);
    expect(messages).toEqual([]);
  });

  it('has no names in its subject, and in its text no more than numbers and a link', async () => {
    const id = await somebody('atOnce');
    await told(id, { service: 'Aide sociale à l’enfance', count: 1, first: '2026-06-08', last: '2026-06-09', sender: 'Jeanne Aubert', subject: 'Placement de Léo' });
    await deliver(id);
    const [message = ''] = messages;
    expect(header(message, 'Subject')).toBe('Bannette : une notification');
    expect(text(message)).toContain('Aide sociale à l’enfance : un délai légal est dépassé depuis le 9 juin 2026.');
    expect(text(message)).toContain('https://bannette.example/#/clocks');
    expect(text(message)).toContain('https://bannette.example/#/notices/preferences');
    expect(header(message, 'List-Unsubscribe')).toContain('https://bannette.example/#/notices/preferences');
    expect(message).not.toMatch(/Aubert|L=C3=A9o|Léo|Placement/);
  });

  it('speaks the language of who reads it', async () => {
    const id = await somebody('atOnce', { language: 'en' });
    await told(id);
    await deliver(id);
    expect(header(messages[0] ?? '', 'Subject')).toBe('Bannette: one notice');
    expect(text(messages[0])).toContain('Routes: 2 legal periods are over, from 8 June 2026 to 9 June 2026.');
  });

  it('that waits leaves as the person says now, or not at all', async () => {
    const id = await somebody('weekly');
    await told(id);
    await told(id);
    await wish(id, 'atOnce');
    await deliver(id);
    expect(messages.length).toBe(1);
    await wish(id, 'weekly');
    await told(id);
    await wish(id, 'workspace');
    now = new Date('2026-06-30T09:00:00Z');
    await deliver(id);
    expect(messages.length).toBe(1);
  });

  it('is not made where no server is configured', async () => {
    const id = await somebody('atOnce');
    const silent = openPost({ from: 'bannette@lys.example', publicUrl: 'https://bannette.example' });
    const notice = await told(id);
    await spreadNotice(house, silent)({ noticeId: notice }, job);
    await writeLetter(house, silent)({ person: id }, job);
    expect(messages).toEqual([]);
    expect((await viewPreferences(house, callBy(id, {}), silent.sends)).sends).toBeFalse();
  });

  it('has one job a person and moment', async () => {
    const id = await somebody('daily');
    for (let count = 0; count < 3; count++) await told(id);
    const { rows } = await sql<{ run_at: Date }>`select run_at from graphile_worker.jobs where key like ${`${noticeLetterTask}:${id}:%`}`.execute(store.db);
    expect(rows).toEqual([{ run_at: new Date('2026-06-11T06:00:00Z') }]);
  });

  it('can’t be told not to come where the law wants it told', async () => {
    const id = await somebody('daily');
    await expectAsync(wish(id, 'off')).toBeRejectedWith(jasmine.objectContaining({ code: 'noticeRequired' }));
    await expectAsync(changePreferences(house, callBy(id, { ...usualPreference, choices: { 'no.such': 'daily' } }))).toBeRejectedWith(jasmine.objectContaining({ code: 'unknownNotice' }));
  });
});

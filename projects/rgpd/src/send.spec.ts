import type { AddressInfo } from 'node:net';
import { openPost, type House } from '@bannette/house';
import type { Settings } from '@bannette/domain';
import { newId, openStore, type JobInfo, type Store } from '@bannette/store';
import { createTestDatabase } from '@bannette/store/testing';
import { SMTPServer } from 'smtp-server';
import { mailNotice } from './send.js';
import { mailboxOf } from './tell.js';
import { wordNotice } from './words.js';

const settings = { authority: { dpoEmail: 'dpo@lys.example' }, services: [{ code: 'ROUTES', email: 'routes@lys.example' }, { code: 'MUETS' }] } as unknown as Settings;
const job = {} as JobInfo;

describe('A notice by e-mail', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let store: Store;
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
    store = await openStore({ databaseUrl: database.url, poolSize: 2 });
    house = { entityId: 'default', store, settings: async () => settings, now: () => new Date('2026-06-10T09:00:00Z') } as unknown as House;
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  }, 60_000);
  afterAll(async () => {
    await new Promise<void>((resolve) => smtp.close(resolve));
    await store.close();
    await database.drop();
  });
  beforeEach(() => messages.splice(0));

  const notice = async (audience: string): Promise<string> => {
    const id = newId();
    await store.db.insertInto('notice').values({ id, entity_id: 'default', audience, kind: 'retention.dueSoon', key: id, params: JSON.stringify({ service: 'Routes', count: 3, first: '2026-07-01', last: '2026-07-09' }), link: '/retention' }).execute();
    return id;
  };
  const mailedAt = async (id: string): Promise<Date | null> => (await store.db.selectFrom('notice').select('mailed_at').where('id', '=', id).executeTakeFirstOrThrow()).mailed_at;

  it('goes once to the service’s mailbox, however often its job runs', async () => {
    const id = await notice('GROUP_GEC_S_ROUTES__RESPONSABLE');
    const send = mailNotice(house, post());
    for (let run = 0; run < 3; run++) await send({ noticeId: id }, job);
    expect(messages.length).toBe(1);
    expect(messages[0]).toMatch(/^To: routes@lys\.example\r$/m);
    expect(await mailedAt(id)).toEqual(new Date('2026-06-10T09:00:00Z'));
  });

  it('is known for the same one when a crash between sending and marking sends it again', async () => {
    const id = await notice('GROUP_GEC_DPO');
    const crashing = { ...house, store: { ...store, transaction: () => Promise.reject(new Error('the process was killed')) } } as unknown as House;
    await expectAsync(mailNotice(crashing, post())({ noticeId: id }, job)).toBeRejectedWithError('the process was killed');
    expect(await mailedAt(id)).toBeNull();
    await mailNotice(house, post())({ noticeId: id }, job);
    await mailNotice(house, post())({ noticeId: id }, job);
    expect(messages.map((text) => /^Message-ID: (.*)\r$/m.exec(text)?.[1])).toEqual([`<${id}@lys.example>`, `<${id}@lys.example>`]);
  });

  it('is not marked as sent while the server refuses it', async () => {
    const id = await notice('GROUP_GEC_DPO');
    refusing = true;
    await expectAsync(mailNotice(house, post())({ noticeId: id }, job)).toBeRejected();
    refusing = false;
    expect(await mailedAt(id)).toBeNull();
    await mailNotice(house, post())({ noticeId: id }, job);
    expect(messages.length).toBe(1);
  });

  it('stays on the page where no server is configured or the audience has no mailbox of its own', async () => {
    const [silent, nobody] = [await notice('GROUP_GEC_DPO'), await notice('GROUP_GEC_S_MUETS__RESPONSABLE')];
    await mailNotice(house, openPost({ from: 'bannette@lys.example', publicUrl: 'https://bannette.example' }))({ noticeId: silent }, job);
    await mailNotice(house, post())({ noticeId: nobody }, job);
    expect(messages).toEqual([]);
  });

  it('goes to functional mailboxes only', () => {
    expect(['GROUP_GEC_DPO', 'GROUP_GEC_S_ROUTES__RESPONSABLE', 'GROUP_GEC_S_ROUTES', 'GROUP_GEC_S_MUETS__RESPONSABLE', 'ines.kaci'].map((audience) => mailboxOf(audience, settings))).toEqual(['dpo@lys.example', 'routes@lys.example', undefined, undefined, undefined]);
  });

  it('says in French what falls due, where, and that nothing is eliminated without the archives’ word', () => {
    const { subject, text } = wordNotice('retention.dueSoon', { service: 'Routes', count: 3, first: '2026-07-01', last: '2026-07-09' }, 'https://bannette.example/#/retention');
    expect(subject).toContain('3 courrier(s)');
    for (const words of ['Routes', '2026-07-01', '2026-07-09', 'visa d\'élimination', 'https://bannette.example/#/retention']) expect(text).toContain(words);
    expect(subject + text).not.toMatch(/\{\w+\}/);
    expect(() => wordNotice('retention.unknown', {}, '')).toThrowError(/no words/);
  });
});

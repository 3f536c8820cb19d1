import type { Mail } from '@bannette/http';
import { startTestHouse, testLetter, type Answer, type Client, type TestHouse } from '../testing/index.js';

const mailsAtOnce = 20;

describe('Twenty letters that two operators qualify at once', () => {
  let house: TestHouse;
  let operators: readonly Client[];
  let mailIds: readonly string[];

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    const { url } = await house.serve({ BANNETTE_JOBS: '2' });
    operators = [await house.client('clara.moreau', url), await house.client('yann.lebrun', url)];
    const letters = await Promise.all(Array.from({ length: mailsAtOnce }, (_, index) => testLetter(`à-la-fois-${index + 1}`)));
    const deposit = await operators[0]?.deposit(letters);
    mailIds = (await operators[0]?.read(deposit?.body.id ?? ''))?.mails.map(({ id }) => id) ?? [];
    await operators[1]?.get('/me');
  }, 180_000);
  afterAll(() => house.close(), 60_000);

  it('get numbers without a hole and without a double, though some are refused and some repeated', async () => {
    expect(mailIds.length).toBe(mailsAtOnce);
    const body = { type: 'RECLAMATION', sender: { kind: 'individual', name: 'Odile Vasseur', postcode: '98310' }, subject: 'Nid-de-poule', service: 'ROUTES', receivedAt: '2026-01-05', revision: 1 };
    const qualify = (operator: number, id: string, change: object = {}): Promise<Answer<Mail & { code?: string }>> => (operators[operator % 2] as Client).call('POST', `/mails/${id}/qualify`, { ...body, ...change });
    const [good, stale, unknown, future, unreadable] = await Promise.all([
      Promise.all(mailIds.flatMap((id, index) => [qualify(index, id), ...(index % 4 === 0 ? [qualify(index + 1, id)] : [])])),
      Promise.all(mailIds.filter((_, index) => index % 3 === 0).map((id) => qualify(1, id, { revision: 7 }))),
      Promise.all(mailIds.filter((_, index) => index % 5 === 0).map((id) => qualify(0, id, { type: 'INCONNU' }))),
      Promise.all(mailIds.filter((_, index) => index % 6 === 0).map((id) => qualify(1, id, { receivedAt: '2999-01-01' }))),
      Promise.all(mailIds.filter((_, index) => index % 7 === 0).map((id) => qualify(0, id, { subject: '' }))),
    ]);
    expect(good.filter(({ status }) => status === 200).length).toBe(mailsAtOnce);
    for (const { status, body: { code } } of good.filter((answer) => answer.status !== 200)) expect([status, code]).toEqual([409, code === 'stale' ? 'stale' : 'notInState']);
    for (const { status } of stale) expect(status).toBe(409);
    for (const { status } of [...unknown, ...future]) expect([400, 409, 422]).toContain(status);
    for (const { status } of unreadable) expect([400, 422]).toContain(status);

    const numbered = await house.store.db.selectFrom('mail').select(['number', 'chrono', 'state']).where('register', '=', 'incoming').orderBy('number').execute();
    expect(numbered.map(({ number }) => number)).toEqual(Array.from({ length: mailsAtOnce }, (_, index) => index + 1));
    expect(new Set(numbered.map(({ chrono }) => chrono)).size).toBe(mailsAtOnce);
    const counter = await house.store.db.selectFrom('counter').select('last').where('register', '=', 'incoming').execute();
    expect(counter.map(({ last }) => Number(last))).toEqual([mailsAtOnce]);
    const senders = await house.store.db.selectFrom('correspondent').select('id').execute();
    expect(senders.length).withContext('correspondents made of one sender').toBe(1);
  }, 120_000);
});

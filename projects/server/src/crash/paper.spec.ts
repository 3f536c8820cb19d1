import { randomUUID } from 'node:crypto';
import type { BoxView, UnscannedLine } from '@bannette/http';
import { pointsOfBoth, pointsTried, sampled, startKillable, startTestHouse, until, type Answer, type Client, type Killable, type TestHouse, type Trap } from '../testing/index.js';

const points = pointsTried(6);
const signature = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';


describe('Paper whose house is killed while it is registered, handed over and put into a box', () => {
  let house: TestHouse;
  let bannette: Killable;
  let clara: Client;
  let count = 0;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    bannette = await startKillable(house, {});
    // What a house does when it begins is over: the points are the paper's own.
    await bannette.quiet();
    clara = await house.client('clara.moreau', bannette.url);
  }, 120_000);
  afterAll(async () => {
    await bannette.close();
    await house.close();
  }, 60_000);

  /** Asks the same again until there is an answer, as the page does after a cut. */
  const insist = async <T>(path: string, body?: object, done: readonly string[] = []): Promise<T> => {
    const { status, body: told } = await until('there is an answer', async () => {
      await bannette.open();
      const answer = await clara.call<T>('POST', path, body).catch((): Answer<T> | undefined => undefined);
      return answer && answer.status < 500 && answer;
    });
    if (status >= 300 && !done.includes((told as { code?: string }).code ?? '')) throw new Error(`POST ${path}: ${status} ${JSON.stringify(told)}`);
    return told;
  };

  const walk = async (trap?: Trap): Promise<string> => {
    const mark = `essai ${++count}`;
    const [registering, giving, opening] = [randomUUID(), randomUUID(), randomUUID()];
    bannette.watch(trap);
    const { id, chrono } = await insist<UnscannedLine>('/unscanned', { key: registering, kind: 'PLI_CONFIDENTIEL', receivedAt: '2026-01-05', service: 'ROUTES', reference: mark });
    await until(`mail ${id} has its tray`, async () => {
      await bannette.open();
      return (await house.store.db.selectFrom('mail').select('state').where('id', '=', id).executeTakeFirst())?.state === 'distributed';
    });
    await insist('/rounds', { key: giving, mails: [id], to: 'Anne Le Goff', signature });
    const { code } = await insist<BoxView>('/boxes', { key: opening, label: mark });
    await insist(`/boxes/${code}/mails`, { number: chrono });
    await insist(`/boxes/${code}/close`, undefined, ['boxClosed']);
    return mark;
  };

  /** What is lost, doubled or torn; nothing when all was done once. */
  const flawsOf = async (mark: string): Promise<string[]> => {
    const { db } = house.store;
    const mails = await db.selectFrom('mail').selectAll().where((eb) => eb(eb.ref('envelope', '->>').key('reference'), '=', mark)).execute();
    const boxes = await db.selectFrom('box').selectAll().where('label', '=', mark).execute();
    const rounds = await db.selectFrom('round_mail').innerJoin('round', 'round.id', 'round_id').selectAll('round').where('mail_id', 'in', mails.map(({ id }) => id)).execute();
    const entries = await db.selectFrom('journal').select('type').where('subject_id', 'in', [...mails.map(({ id }) => id), ...boxes.map(({ code }) => code)]).execute();
    const told = (type: string): number => entries.filter((entry) => entry.type === type).length;
    const wanted: readonly [what: string, found: unknown, expected: unknown][] = [
      ['mails', mails.length, 1],
      ['boxes', boxes.map(({ closed_at }) => closed_at !== null), [true]],
      ['in the box', mails.map(({ box }) => box), boxes.map(({ code }) => code)],
      ['rounds', rounds.map(({ received_by, signature: image }) => [received_by, !!image]), [['Anne Le Goff', true]]],
      ['handed over', mails.map(({ handed_over }) => handed_over?.round), rounds.map(({ id }) => id)],
      ['journal', ['mail.registered', 'mail.handedOver', 'box.opened', 'mail.boxed', 'box.closed'].map(told), [1, 1, 1, 1, 1]],
    ];
    return wanted.filter(([, found, expected]) => JSON.stringify(found) !== JSON.stringify(expected)).map(([what, found, expected]) => `${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
  };

  it('is there once, whole, at whatever request or write that happens', async () => {
    expect(await flawsOf(await walk())).withContext('without a kill').toEqual([]);
    const once = bannette.border.crossings;
    expect(await flawsOf(await walk())).withContext('again').toEqual([]);
    const traps = sampled(pointsOfBoth(once, bannette.border.crossings), points);
    let sprung = 0;
    for (const trap of traps) {
      const flaws = await flawsOf(await walk(trap));
      if (bannette.border.sprung) sprung++;
      expect(flaws).withContext(`killed ${trap.when} ${trap.label}`).toEqual([]);
    }
    expect(sprung).withContext('kills').toBeGreaterThan(traps.length / 2);
    const numbers = await house.store.db.selectFrom('mail').select('number').where('unscanned', 'is not', null).orderBy('number').execute();
    expect(numbers.map(({ number }) => number)).withContext('numbers without a hole').toEqual(numbers.map((_, index) => index + 1));
  }, 600_000);
});

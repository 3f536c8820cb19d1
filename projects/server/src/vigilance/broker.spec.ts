import { randomUUID } from 'node:crypto';
import { eventText, startActiveMq, type ActiveMq } from '@bannette/alfresco/testing';
import { readJournal } from '@bannette/store';
import { captured } from '../api/captured.spec-support.js';
import { startTestHouse, until, type TestHouse } from '../testing/index.js';

/** Two minutes: a broker and a process start anew. */
const patient = 120_000;

describe('Events of Alfresco by a real ActiveMQ', () => {
  let broker: ActiveMq | undefined;
  let why = '';
  let house: TestHouse;
  let mailId: string;
  let nodeId: string;
  let variables: { readonly [name: string]: string } = {};

  beforeAll(async () => {
    const started = await startActiveMq();
    if ('missing' in started) {
      why = started.missing;
      return;
    }
    broker = started;
    variables = { ALFRESCO_EVENTS_URL: broker.url, ALFRESCO_EVENTS_USER: broker.user, ALFRESCO_EVENTS_PASSWORD: broker.password };
    house = await startTestHouse();
    const running = await house.serve(variables);
    const clara = await house.client('clara.moreau', running.url);
    mailId = await captured(running.house);
    await clara.post(`/mails/${mailId}/qualify`, { type: 'VOIRIE', sender: { kind: 'individual', name: 'Odile Vasseur' }, subject: 'Nid-de-poule', receivedAt: '2026-04-30' });
    nodeId = (await until('the mail is in Alfresco', async () => {
      const row = await house.store.db.selectFrom('mail').select(['node_id', 'applied_version', 'desired_version']).where('id', '=', mailId).executeTakeFirstOrThrow();
      return row.node_id !== null && row.applied_version === row.desired_version && row.node_id;
    })) as string;
    await until('the broker knows us', async () => (await house.store.db.selectFrom('alfresco_stream').selectAll().executeTakeFirst())?.connected_at);
    await running.stop();
  }, 200_000);
  afterAll(async () => {
    await house?.close();
    await broker?.close();
  }, 60_000);

  /** Somebody gave the mail's folder a title: told in its history by its name alone. */
  const titled = (title: string, id = randomUUID()): string =>
    eventText('Updated', { id: nodeId, name: 'A', nodeType: 'gec:incoming', primaryHierarchy: [], properties: { 'cm:title': title }, aspectNames: [], modifiedByUser: { id: 'ines.kaci' } }, { properties: { [`cm:${title}`]: null } }, id);
  const numbered = (word: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${word}${index}`);
  const told = async (): Promise<string[]> => (await readJournal(house.store.db, { subjectKind: 'mail', subjectId: mailId, types: ['alfresco.changed'], limit: 10_000 })).flatMap(({ data }) => data['facts'] as string[]);
  const expected = (words: readonly string[]): string[] => words.map((word) => `cm:${word}`).sort();

  it('are missed by nobody and act once, though the broker is cut and our process is killed, again and again', async () => {
    if (!broker) return pending(`skipped: ${why}`);
    const all: string[] = [];
    const before = (await told()).length;
    const publish = async (words: readonly string[]): Promise<void> => {
      await broker!.publish(words.map((word) => titled(word)));
      all.push(...words);
    };
    await publish(numbered('away', 20));
    for (const round of [1, 2, 3]) {
      const child = house.child(variables);
      await child.opened;
      await publish(numbered(`r${round}x`, 60));
      // In the midst of it, wherever that is.
      await until('some of it was kept', async () => (await house.store.db.selectFrom('alfresco_event').select('id').executeTakeFirst()) !== undefined);
      child.kill();
      await child.gone;
      await publish(numbered(`r${round}y`, 10));
    }
    const running = await house.serve(variables);
    await broker.kill();
    await broker.start();
    await publish(numbered('back', 20));
    await until('all is told', async () => (await told()).length >= before + all.length, patient);
    await running.stop();
    expect((await told()).slice(before).sort()).toEqual(expected(all));
    const { waiting } = await house.store.db.selectFrom('alfresco_event').select((eb) => eb.fn.countAll<number>().as('waiting')).where('handled_at', 'is', null).executeTakeFirstOrThrow();
    expect(Number(waiting)).toBe(0);
  }, 300_000);

  it('act once when the broker gives the same one twice, and what is no event stops none', async () => {
    if (!broker) return pending(`skipped: ${why}`);
    const before = (await told()).length;
    const running = await house.serve(variables);
    const twice = titled('twice');
    await broker.publish([twice, 'nonsense', '{}', twice, titled('afterwards')]);
    await until('what came last is told', async () => (await told()).includes('cm:afterwards'), patient);
    expect((await told()).slice(before)).toEqual(['cm:twice', 'cm:afterwards']);
    expect(await (await fetch(`${running.url}/metrics`)).text()).toMatch(/^bannette_alfresco_events_malformed 2$/m);
    await running.stop();
  }, 200_000);
});

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startActiveMq, type ActiveMq } from '../testing/activemq.js';
import { eventText } from '../testing/event.js';
import { startEmbeddedBroker, type TestBroker } from '../testing/embedded-broker.js';
import { hasCode } from '../error.js';
import type { Malformed, RepoEvent } from './event.js';
import { subscribeToEvents, type EventsConfig } from './subscribe.js';

const overActiveMq = (broker: ActiveMq): TestBroker => ({ ...broker, make: (names) => broker.publish(names.map((name) => eventText('Created', { id: name, name, nodeType: 'cm:folder' }))) });

const brokers: { readonly [name: string]: () => Promise<TestBroker | { readonly missing: string }> } = {
  'a real ActiveMQ': async () => {
    const started = await startActiveMq();
    return 'missing' in started ? started : overActiveMq(started);
  },
  'the embedded repository': startEmbeddedBroker,
};

async function until(what: string, holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 40_000; !holds(); await delay(20)) if (Date.now() > end) throw new Error(`Waited in vain until ${what}`);
}
const namesOf = (events: readonly (RepoEvent | Malformed)[]): string[] => events.map((event) => ('node' in event ? event.node.name : event.kind));
const numbered = (word: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${word}-${index}`);

for (const [name, start] of Object.entries(brokers)) {
  describe(`Events heard from ${name}`, () => {
    let broker: TestBroker | undefined;
    let why = '';
    let subscribers = 0;
    beforeAll(async () => {
      const started = await start();
      if ('missing' in started) why = started.missing;
      else broker = started;
    }, 200_000);
    afterAll(async () => broker?.close(), 30_000);

    const config = (own: TestBroker, subscriber = `spec-${++subscribers}`): EventsConfig => ({ url: own.url, user: own.user, password: own.password, subscriber, retryMs: 50 });
    /** A durable subscription begins with its first connection. */
    const begin = async (wanted: EventsConfig): Promise<void> => {
      const first = subscribeToEvents(wanted, async () => undefined);
      await until('the subscription is there', () => first.connected());
      await first.stop();
    };
    const withBroker = (told: string, test: (broker: TestBroker) => Promise<void>): void =>
      it(told, async () => {
        if (!broker) return pending(`skipped: ${why}`);
        await test(broker);
      }, 90_000);

    withBroker('wait while nobody is there, and come once, in their order', async (own) => {
      const wanted = config(own);
      await begin(wanted);
      await own.make(numbered('away', 5));
      const heard: string[] = [];
      const again = subscribeToEvents(wanted, async (batch) => void heard.push(...namesOf(batch)));
      await until('all are heard', () => heard.length >= 5);
      await own.make(['last']);
      await until('the last is heard', () => heard.includes('last'));
      await again.stop();
      expect(heard).toEqual([...numbered('away', 5), 'last']);
    });

    withBroker('come again when they could not be kept', async (own) => {
      const heard: string[] = [];
      let failures = 2;
      const troubles: unknown[] = [];
      const subscription = subscribeToEvents(config(own), async (batch) => {
        if (failures-- > 0) throw new Error('the database is away');
        heard.push(...namesOf(batch));
      }, { onTrouble: (error) => troubles.push(error) });
      await until('we are connected', () => subscription.connected());
      await own.make(['kept']);
      await until('it is heard', () => heard.length > 0);
      await subscription.stop();
      expect([heard, troubles.length >= 2]).toEqual([['kept'], true]);
    });

    withBroker('come again when our process was killed before it acknowledged', async (own) => {
      const wanted = config(own);
      await begin(wanted);
      const url = new URL(wanted.url);
      [url.username, url.password] = [own.user, own.password];
      const child = fork(fileURLToPath(new URL('./hear.fixture.js', import.meta.url)), { env: { EVENTS_URL: url.href, EVENTS_SUBSCRIBER: wanted.subscriber } });
      await own.make(['unkept']);
      const [told] = (await once(child, 'message')) as [string[]];
      child.kill('SIGKILL');
      await once(child, 'exit');
      const heard: string[] = [];
      const heir = subscribeToEvents(wanted, async (batch) => void heard.push(...namesOf(batch)));
      await until('the heir hears it', () => heard.length > 0);
      await heir.stop();
      expect([told, heard]).toEqual([['unkept'], ['unkept']]);
    });

    withBroker('are not missed when the broker is cut and comes back', async (own) => {
      const heard = new Set<string>();
      const subscription = subscribeToEvents(config(own), async (batch) => namesOf(batch).forEach((one) => heard.add(one)));
      await until('we are connected', () => subscription.connected());
      await own.make(numbered('before', 20));
      await own.kill();
      await until('the cut is noticed', () => !subscription.connected());
      await own.start();
      await until('we are connected again', () => subscription.connected());
      await own.make(numbered('after', 20));
      await until('all are heard', () => heard.size === 40);
      await subscription.stop();
      expect([...heard].sort()).toEqual([...numbered('before', 20), ...numbered('after', 20)].sort());
    });

    withBroker('are for one of a name: the second waits until the first is gone', async (own) => {
      const wanted = config(own);
      const [first, second]: string[][] = [[], []];
      const one = subscribeToEvents(wanted, async (batch) => void first!.push(...namesOf(batch)));
      await until('the first is connected', () => one.connected());
      const refusals: unknown[] = [];
      const other = subscribeToEvents(wanted, async (batch) => void second!.push(...namesOf(batch)), { onTrouble: (error) => refusals.push(error) });
      await until('the second is refused', () => refusals.length > 0);
      expect(hasCode(refusals[0], 'conflict')).toBeTrue();
      await own.make(['one']);
      await until('the first hears', () => first!.length === 1);
      await one.stop();
      await until('the second steps in', () => other.connected());
      await own.make(['two']);
      await until('the second hears', () => second!.length === 1);
      await other.stop();
      expect([first, second]).toEqual([['one'], ['two']]);
    });

    withBroker('keep no process that has stopped to hear them', async (own) => {
      const wanted = config(own);
      const url = new URL(wanted.url);
      [url.username, url.password] = [own.user, own.password];
      const child = fork(fileURLToPath(new URL('./leave.fixture.js', import.meta.url)), { env: { EVENTS_URL: url.href, EVENTS_SUBSCRIBER: wanted.subscriber } });
      const [code] = (await Promise.race([once(child, 'exit'), delay(20_000).then(() => ['still there'])])) as [unknown];
      child.kill('SIGKILL');
      expect(code).toBe(0);
    });

    if (name === 'a real ActiveMQ') {
      withBroker('are heard without an account where the broker asks for none', async (own) => {
        const heard: string[] = [];
        const { url, subscriber, retryMs } = config(own);
        const subscription = subscribeToEvents({ url, subscriber, retryMs }, async (batch) => void heard.push(...namesOf(batch)));
        await until('it is connected', () => subscription.connected());
        await own.make(['open']);
        await until('it is heard', () => heard.length === 1);
        await subscription.stop();
        expect(heard).toEqual(['open']);
      });
    }

    withBroker('are kept from who does not know the password', async (own) => {
      const troubles: unknown[] = [];
      const stranger = subscribeToEvents({ ...config(own), password: 'wrong' }, async () => undefined, { onTrouble: (error) => troubles.push(error) });
      await until('it is refused', () => troubles.length > 0);
      expect(hasCode(troubles[0], 'conflict')).toBeFalse();
      expect(stranger.connected()).toBeFalse();
      await stranger.stop();
    });
  });
}

describe('Events heard by TLS', () => {
  it('need a certificate that is trusted', async () => {
    const broker = await startActiveMq();
    if ('missing' in broker) return pending(`skipped: ${broker.missing}`);
    try {
      const heard: string[] = [];
      const account = { url: broker.tlsUrl, user: broker.user, password: broker.password, retryMs: 50 };
      const trusting = subscribeToEvents({ ...account, ca: broker.ca, subscriber: 'trusting' }, async (batch) => void heard.push(...namesOf(batch)));
      const troubles: unknown[] = [];
      const careful = subscribeToEvents({ ...account, subscriber: 'careful' }, async () => undefined, { onTrouble: (error) => troubles.push(error) });
      await until('one is connected and the other is not', () => trusting.connected() && troubles.length > 0);
      await broker.publish([eventText('Created', { id: 'n', name: 'sealed', nodeType: 'cm:folder' }), 'not an event']);
      await until('it is heard', () => heard.length === 2);
      expect([heard, careful.connected()]).toEqual([['sealed', 'malformed'], false]);
      await Promise.all([trusting.stop(), careful.stop()]);
    } finally {
      await broker.close();
    }
  }, 90_000);
});

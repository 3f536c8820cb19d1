import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Settings } from '@bannette/domain';
import { Problem, type Caller } from '@bannette/http';
import type { House } from '@bannette/house';
import { newId, openStore, type Store } from '@bannette/store';
import { createTestDatabase } from '@bannette/store/testing';
import { notify } from '../tell.js';
import { Hub } from './hub.js';
import { mostOfOne } from './pages.js';

const settings = { trays: [{ id: 'ROUTES:COURRIER', service: 'ROUTES', label: 'Courrier' }] } as unknown as Settings;
const routes = 'GROUP_GEC_S_ROUTES';
const enfance = 'GROUP_GEC_S_ENFANCE';

interface Told {
  readonly event: string;
  readonly id?: number;
  readonly data: { readonly mails?: { id: string; revision: number }[]; readonly notices?: string[]; readonly trays?: boolean; readonly read?: boolean; readonly missed?: boolean; readonly why?: string };
}

/** Two processes over one database, each with its hub, and pages that read their streams. */
describe('Open pages', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  const stores: Store[] = [];
  const hubs: Hub[] = [];
  const houses: House[] = [];
  let server: Server;
  let out: string | undefined;

  beforeAll(async () => {
    database = await createTestDatabase();
    for (let process = 0; process < 2; process++) {
      const store = await openStore({ databaseUrl: database.url, poolSize: 2 });
      const house = { entityId: 'default', store, settings: async () => settings, log: { info: () => undefined, warn: () => undefined, error: () => undefined } } as unknown as House;
      const hub = new Hub(house, { gatherMs: 20, heartbeatMs: 60_000, renewMs: 100 });
      hub.start();
      stores.push(store);
      houses.push(house);
      hubs.push(hub);
    }
    server = createServer((request, response) => {
      const [, process = '0', person = '', groups = ''] = (request.url ?? '').split('/');
      const caller = { id: person, displayName: person, groups: groups.split(',').filter(Boolean), proof: { ticket: 'T' } } as Caller;
      const last = request.headers['last-event-id'];
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const renew = async (): Promise<Caller> => {
        if (out === person) throw new Problem(401, 'unauthorized', 'gone');
        return caller;
      };
      void hubs[Number(process)]?.join(caller, renew, response, last === undefined ? undefined : Number(last));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }, 60_000);
  afterAll(async () => {
    for (const hub of hubs) hub.stop();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    for (const store of stores) await store.close();
    await database.drop();
  }, 60_000);

  /** Opens a page and keeps all that it is told. */
  async function page(person: string, groups: readonly string[], { process = 0, last }: { process?: number; last?: number } = {}): Promise<{ told: Told[]; close(): void; ended(): boolean }> {
    const told: Told[] = [];
    let rest = '';
    let ended = false;
    const response = await new Promise<IncomingMessage>((resolve, reject) => get({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, path: `/${process}/${person}/${groups.join(',')}`, headers: last === undefined ? {} : { 'last-event-id': String(last) } }, resolve).on('error', reject));
    response.on('error', () => undefined);
    response.on('close', () => (ended = true));
    response.on('data', (chunk: Buffer) => {
      const parts = (rest + chunk.toString()).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        const field = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1];
        const event = field('event');
        if (event) told.push({ event, id: field('id') === undefined ? undefined : Number(field('id')), data: JSON.parse(field('data') ?? '{}') as Told['data'] });
      }
    });
    await until('it is greeted', () => told.some(({ event }) => event === 'hello'));
    return { told, close: () => response.destroy(), ended: () => ended };
  }
  async function until(what: string, check: () => boolean): Promise<void> {
    for (let tries = 0; tries < 1500; tries++) {
      if (check()) return;
      await delay(10);
    }
    throw new Error(`Never so: ${what}`);
  }
  const mailsTold = (told: readonly Told[]): string[] => told.flatMap(({ data }) => data.mails ?? []).map(({ id }) => id);

  /** A mail that the service may open and the mail room list. */
  async function mail(readers: string[], listers = readers, store = stores[0]): Promise<string> {
    const id = newId();
    await store?.transaction({ entityId: 'default', actor: 'clara' }, async (tx) => {
      await tx.trx.insertInto('mail').values({ id, entity_id: 'default', category: 'incoming', state: 'distributed', channel: 'post', proposals: '{}', read_text: '', copies: [], confidentiality: 0, readers, listers } as never).execute();
      tx.append({ type: 'mail.distributed', subjectKind: 'mail', subjectId: id });
    });
    return id;
  }
  const tell = async (audience: string): Promise<string> => {
    const key = newId();
    await stores[0]?.transaction({ entityId: 'default', actor: 'system' }, (tx) => notify(tx, { audience, kind: 'clock.soon', key, params: {}, link: '/clocks' }));
    return (await stores[0]!.db.selectFrom('notice').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id;
  };

  it('hear of a mail that they may open, whichever process it changed in', async () => {
    const pages = [await page('ana', [routes]), await page('bob', [routes], { process: 1 })];
    const id = await mail([routes]);
    for (const { told } of pages) await until('both hear of it', () => mailsTold(told).includes(id));
    for (const { close } of pages) close();
  });

  it('hear nothing of a mail that they may not open; who may list it, that counts have changed', async () => {
    const [reader, lister, stranger] = [await page('ana', [enfance]), await page('carl', ['GROUP_GEC_COURRIER']), await page('dora', [routes])];
    const id = await mail([enfance], [enfance, 'GROUP_GEC_COURRIER']);
    await until('readers hear of it', () => mailsTold(reader.told).includes(id));
    await until('listers count again', () => lister.told.some(({ data }) => data.trays));
    expect(mailsTold(lister.told)).toEqual([]);
    const after = await mail([routes]);
    await until('a later one is heard', () => mailsTold(stranger.told).includes(after));
    expect(JSON.stringify(stranger.told)).not.toContain(id);
    for (const { close } of [reader, lister, stranger]) close();
  });

  it('hear of notices to their groups and to themselves, and that they were read elsewhere', async () => {
    const [ana, bob] = [await page('ana', [routes]), await page('bob', [enfance])];
    const [toGroup, toBob] = [await tell(routes), await tell('bob')];
    await until('each hears of theirs', () => ana.told.some(({ data }) => data.notices?.includes(toGroup)) && bob.told.some(({ data }) => data.notices?.includes(toBob)));
    expect(JSON.stringify(ana.told)).not.toContain(toBob);
    await stores[1]?.db.insertInto('notice_read').values({ notice_id: toBob, person: 'bob' }).execute();
    await until('another page of hers hears that it was read', () => bob.told.some(({ data }) => data.read));
    for (const { close } of [ana, bob]) close();
  });

  it('hear that a tray’s count has changed, though its mail has gone to others', async () => {
    const id = await mail([routes]);
    await stores[0]?.db.updateTable('mail').set({ tray: 'ROUTES:COURRIER' }).where('id', '=', id).execute();
    const { told, close } = await page('ana', [routes]);
    await stores[0]?.db.updateTable('mail').set({ tray: 'elsewhere', readers: [enfance], listers: [enfance] }).where('id', '=', id).execute();
    await until('it counts again', () => told.some(({ data }) => data.trays));
    close();
  });

  it('that come back hear what they missed, and those that were away too long that they should ask for all', async () => {
    const first = await page('ana', [routes]);
    const seen = await mail([routes]);
    await until('it is heard', () => mailsTold(first.told).includes(seen));
    first.close();
    const last = first.told.at(-1)?.id ?? 0;
    const missed = [await mail([routes]), await mail([routes])];
    await mail([enfance]);
    const again = await page('ana', [routes], { process: 1, last });
    await until('what was missed is heard', () => missed.every((id) => mailsTold(again.told).includes(id)));
    expect(mailsTold(again.told)).not.toContain(seen);
    again.close();
    const later = await page('ana', [routes], { process: 1, last: last + 1_000_000 });
    await until('it is to ask for all', () => later.told.some(({ data }) => data.missed));
    later.close();
  });

  it('end when their person is no longer signed in', async () => {
    const { told, ended } = await page('eve', [routes]);
    out = 'eve';
    await until('it ends', ended);
    expect(told.at(-1)).toEqual(jasmine.objectContaining({ event: 'bye', data: { why: 'expired' } }));
  });

  it('of one person are only so many: the first one makes room', async () => {
    const pages: Awaited<ReturnType<typeof page>>[] = [];
    for (let count = 0; count <= mostOfOne; count++) pages.push(await page('flo', [routes]));
    await until('the first one ends', () => !!pages[0]?.ended());
    expect(pages[0]?.told.at(-1)?.data.why).toBe('replaced');
    expect(pages.slice(1).some(({ ended }) => ended())).toBeFalse();
    for (const { close } of pages) close();
    await until('all are gone', () => hubs[0]?.open === 0);
  });
});

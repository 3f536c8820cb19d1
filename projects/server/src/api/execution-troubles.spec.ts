import { eventNames } from '@bannette/alfresco';
import type { CampaignExecution, CampaignView, EliminatedThing } from '@bannette/http';
import { tendCampaigns } from '@bannette/retention';
import { sql } from 'kysely';
import type { Running } from '../serve.js';
import { agreeRows } from '../testing/agreed-rows.js';
import { campaignsOf, type Campaigns } from '../testing/campaigns.js';
import { alfrescoProxy, border, startTestHouse, type Client, type TestHouse, type Trouble, type TroubledProxy } from '../testing/index.js';
import { visaedCampaigns, type Visaed } from '../testing/visaed.js';

describe('The execution of a campaign where Alfresco is in trouble', () => {
  let house: TestHouse;
  let proxy: TroubledProxy;
  let running: Running;
  let campaigns: Campaigns;
  let visas: Visaed;
  let odile: Client;
  const clock = { now: new Date() };
  let due: string[];
  /** What somebody copied before it became a record: by mail, the copy's node. */
  const copies = new Map<string, string>();
  const mine = (count: number): string[] => due.splice(0, count);

  beforeAll(async () => {
    house = await startTestHouse();
    proxy = await alfrescoProxy(house.alfrescoUrl, border());
    // A job an item: each has to be followed by the next.
    running = await house.serve({ ALFRESCO_URL: proxy.url, ALFRESCO_SILENCE_SECONDS: '5', BANNETTE_ELIMINATION_ITEMS: '1' }, { now: () => clock.now });
    await agreeRows(house, running, [{ code: 'REC-01' }]);
    campaigns = await campaignsOf(house, running, clock);
    visas = visaedCampaigns(house, campaigns, () => clock.now);
    ({ odile } = campaigns);
    due = await campaigns.due(Array.from({ length: 8 }, (_, index) => ({ subject: `Plainte ${index}` })), copied);
  }, 300_000);
  afterAll(async () => {
    await house.close();
    await proxy.close();
  }, 60_000);

  const nodesOf = async (id: string): Promise<string[]> => (await house.store.db.selectFrom('record_part').select('node_id').where('mail_id', '=', id).execute()).map(({ node_id }) => node_id);
  const isThere = async (node: string): Promise<boolean> => (await house.administrator.nodes.remains(node)).length > 0;
  const visaed = (mails: readonly string[]): Promise<CampaignView> => visas.campaign(mails);
  const ended = (id: string, ...states: readonly string[]): Promise<CampaignExecution> => visas.ended(id, ...states);
  const start = async (id: string): Promise<void> => {
    expect((await visas.start(id)).status).toBe(200);
  };
  /** A copy of each document, as people make them: the same content behind two nodes. */
  const copied = async (mail: string): Promise<void> => {
    const { node_id } = await house.store.db.selectFrom('document').select('node_id').where('mail_id', '=', mail).executeTakeFirstOrThrow();
    const ticket = Buffer.from('admin:admin').toString('base64');
    const answer = await fetch(`${house.alfrescoUrl}/alfresco/api/-default-/public/alfresco/versions/1/nodes/${node_id ?? ''}/copy`, { method: 'POST', headers: { authorization: `Basic ${ticket}`, 'content-type': 'application/json' }, body: JSON.stringify({ targetParentId: '-my-', name: `${mail}.pdf` }) });
    copies.set(mail, ((await answer.json()) as { entry: { id: string } }).entry.id);
  };

  it('goes on after 401, 500 and 503, whether or not it was done, and does nothing twice', async () => {
    const mails = mine(3);
    const { id } = await visaed(mails);
    await sql`UPDATE campaign SET max_errors = 30 WHERE id = ${id}`.execute(house.store.db);
    const wanted: Record<string, Trouble[]> = {
      retain: [{ status: 500, when: 'before' }, { status: 500, when: 'after' }, { status: 503, when: 'after' }],
      completeEvent: [{ status: 500, when: 'after' }, { status: 503, when: 'before' }, { status: 401, when: 'before' }],
      destroy: [{ status: 500, when: 'before' }, { status: 500, when: 'after' }, { status: 503, when: 'after' }],
      '/nextdispositionaction': [{ status: 500, when: 'before' }],
      '/content': [{ status: 500, when: 'before' }],
      '/versions': [{ status: 503, when: 'before' }],
    };
    const done: string[] = [];
    const met = new Map<string, number>();
    proxy.troubled((label, body, path) => {
      const action = body ? (JSON.parse(body) as { name: string }).name : undefined;
      if (action) done.push(action);
      // Five times an item is tried: whoever comes first doesn't meet all of it.
      const node = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(body || path)?.[0] ?? '';
      if ((met.get(node) ?? 0) >= 4) return undefined;
      const trouble = Object.entries(wanted).find(([what]) => action === what || label.endsWith(what))?.[1].shift();
      if (trouble) met.set(node, (met.get(node) ?? 0) + 1);
      return trouble;
    });
    await start(id);
    const end = await ended(id, 'executed', 'stopped');
    proxy.troubled();
    expect([end.state, end.destroyed, end.kept, end.failed, end.stoppedBecause]).toEqual(['executed', 3, 0, 0, undefined]);
    expect(Object.values(wanted).flat()).withContext('troubles that never came').toEqual([]);
    // Once more where it was refused, and never where it had been done.
    expect(['retain', 'completeEvent', 'destroy'].map((action) => done.filter((one) => one === action).length)).toEqual([4, 5, 4]);
    for (const mail of mails) {
      for (const node of await nodesOf(mail)) expect(await isThere(node)).toBeFalse();
      expect((await house.store.db.selectFrom('elimination').select('subject_id').where('subject_id', '=', mail).execute()).length).toBe(1);
      expect((await house.store.db.selectFrom('journal').select('seq').where('subject_id', '=', mail).where('type', '=', 'campaign.itemDestroyed').execute()).length).toBe(1);
    }
  }, 180_000);

  it('reads what was done where Alfresco says nothing until nobody waits any more, before its effect and after it, and does nothing twice', async () => {
    const mails = mine(1);
    const { id } = await visaed(mails);
    await sql`UPDATE campaign SET max_errors = 30 WHERE id = ${id}`.execute(house.store.db);
    const wanted: Record<string, Trouble[]> = { retain: [{ status: 'silence', when: 'after' }], completeEvent: [{ status: 'silence', when: 'before' }], destroy: [{ status: 'silence', when: 'after' }] };
    const done: string[] = [];
    proxy.troubled((_, body) => {
      const action = body ? (JSON.parse(body) as { name: string }).name : '';
      done.push(action);
      return wanted[action]?.shift();
    });
    await start(id);
    const end = await ended(id, 'executed', 'stopped');
    proxy.troubled();
    expect([end.state, end.destroyed, end.failed, Object.values(wanted).flat()]).toEqual(['executed', 1, 0, []]);
    expect(['retain', 'completeEvent', 'destroy'].map((action) => done.filter((one) => one === action).length)).toEqual([1, 2, 1]);
    for (const node of await nodesOf(mails[0] ?? '')) expect(await isThere(node)).toBeFalse();
    const { db } = house.store;
    expect((await db.selectFrom('elimination').select('subject_id').where('subject_id', '=', mails[0] ?? '').execute()).length).toBe(1);
    expect((await db.selectFrom('journal').select('seq').where('subject_id', '=', mails[0] ?? '').where('type', '=', 'campaign.itemDestroyed').execute()).length).toBe(1);
  }, 180_000);

  it('stops after so many errors in a row where Alfresco is away, with nothing half destroyed, and does the rest once it is back', async () => {
    const mails = mine(1);
    const { id } = await visaed(mails);
    proxy.troubled((label) => (label.includes('nextdispositionaction') ? { status: 503, when: 'before' } : undefined));
    await start(id);
    const stopped = await ended(id, 'executed', 'stopped');
    proxy.troubled();
    expect([stopped.state, stopped.stoppedBecause?.code, stopped.stoppedBecause?.params?.['because']]).toEqual(['stopped', 'tooManyErrors', 'unavailable']);
    for (const node of await nodesOf(mails[0] ?? '')) expect(await isThere(node)).toBeTrue();
    await odile.post(`/campaigns/${id}/resume`, { revision: stopped.revision, reason: 'Alfresco est revenu' });
    const end = await ended(id, 'executed');
    expect([end.destroyed, end.failed]).toEqual([1, 0]);
  }, 180_000);

  it('destroys what is in the list alone and lies where it was filed: what somebody copied elsewhere before keeps its bytes, and the certificate says so', async () => {
    const mails = mine(2);
    const [mail = '', misplaced = ''] = mails;
    const [node = ''] = await nodesOf(mail);
    const copy = copies.get(mail) ?? '';
    const sha512 = await house.administrator.nodes.digest(node, 'sha512');
    const { id } = await visaed(mails);
    // As if it lay in the folder of another category than it was filed in.
    await house.store.db.updateTable('mail_record').set({ folder_id: node }).where('mail_id', '=', misplaced).execute();
    await start(id);
    const end = await ended(id, 'executed', 'stopped');
    expect([end.state, end.destroyed, end.kept]).toEqual(['executed', 1, 1]);
    const outcomes = await odile.get<{ items: { subject: string; failure?: { code: string } }[] }>(`/campaigns/${id}/outcomes?limit=200`);
    expect(outcomes.items.find(({ subject }) => subject === misplaced)?.failure?.code).toBe('recordChanged');
    for (const one of await nodesOf(misplaced)) expect(await isThere(one)).withContext('in another place').toBeTrue();
    expect([await isThere(node), await house.administrator.nodes.digest(copy, 'sha512')]).toEqual([false, sha512]);
    expect((await odile.get<EliminatedThing>(`/eliminations/mail/${mail}`)).nodes.map((one) => one.node)).not.toContain(copy);
  }, 180_000);

  it('keeps what is held in Alfresco itself after its visa was recorded, and takes that visa back once it is free', async () => {
    const [mail = ''] = mine(1);
    const [node = ''] = await nodesOf(mail);
    const { id } = await visaed([mail]);
    const { holds } = house.administrator.records;
    const hold = await holds.create({ name: 'Contentieux au tribunal', reason: 'Une requête', description: '' });
    // Somebody of records management is quicker than the destruction.
    proxy.troubled(async (_, body) => {
      if (body.includes('"destroy"')) await holds.add(hold.id, node);
      return undefined;
    });
    await start(id);
    const end = await ended(id, 'executed', 'stopped');
    proxy.troubled();
    expect([end.state, end.destroyed, end.kept, end.failed]).toEqual(['executed', 0, 1, 0]);
    const outcomes = await odile.get<{ items: { failure?: { code: string } }[] }>(`/campaigns/${id}/outcomes?limit=200`);
    expect(outcomes.items.map(({ failure }) => failure?.code)).toEqual(['heldInAlfresco']);
    const visaStands = async (): Promise<boolean | undefined> => (await house.administrator.records.nextAction(node))?.events.find(({ name }) => name === eventNames.visa)?.complete;
    await tendCampaigns(running.house);
    expect([await isThere(node), await visaStands()]).withContext('held').toEqual([true, true]);
    await holds.release(hold.id);
    await tendCampaigns(running.house);
    expect([await isThere(node), await visaStands()]).withContext('free').toEqual([true, false]);
  }, 180_000);
});

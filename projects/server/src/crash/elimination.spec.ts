import type { Running } from '../serve.js';
import { agreeRows } from '../testing/agreed-rows.js';
import { campaignsOf, type Campaigns } from '../testing/campaigns.js';
import { pointsOf, pointsTried, sampled, startKillable, startTestHouse, until, type Killable, type TestHouse } from '../testing/index.js';
import { visaedCampaigns, type Visaed } from '../testing/visaed.js';

const most = pointsTried(5);
/** What is done to Alfresco, and what the database is told of it. */
const lasting = /ExecutionQueue|PUT |campaign_step|campaign_item|elimination|update mail|journal/i;


describe('A campaign whose house is killed while it destroys', () => {
  let house: TestHouse;
  let running: Running;
  let campaigns: Campaigns;
  let visaed: Visaed;
  let bannette: Killable | undefined;
  const clock = { now: new Date() };

  beforeAll(async () => {
    house = await startTestHouse();
    running = await house.serve({}, { now: () => clock.now });
    await agreeRows(house, running, [{ code: 'REC-01' }]);
    campaigns = await campaignsOf(house, running, clock);
    visaed = visaedCampaigns(house, campaigns, () => clock.now);
  }, 120_000);
  afterAll(async () => {
    await bannette?.close();
    await house.close();
  }, 60_000);

  /** What is lost, doubled or half done; nothing when each mail was eliminated once. */
  const flawsOf = async (mails: readonly string[]): Promise<string[]> => {
    const { db } = house.store;
    const flaws: string[] = [];
    for (const id of mails) {
      const mail = await db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      if (mail.state !== 'eliminated' || mail.subject !== null) flaws.push(`${id}: ${mail.state}`);
      const nodes = await db.selectFrom('record_part').select('node_id').where('mail_id', '=', id).execute();
      for (const { node_id } of nodes) if ((await house.administrator.nodes.remains(node_id)).length) flaws.push(`${node_id}: still there`);
      const folder = await house.administrator.nodes.get(mail.node_id ?? '');
      if (folder.properties['gec:subject'] || folder.properties['gec:status'] !== 'eliminated') flaws.push(`${id}: its folder still tells`);
      const told = await db.selectFrom('journal').select('type').where('subject_id', '=', id).where('type', '=', 'campaign.itemDestroyed').execute();
      if (told.length !== 1) flaws.push(`${id}: told ${told.length} times`);
      const { n } = await db.selectFrom('elimination').select((eb) => eb.fn.countAll<string>().as('n')).where('subject_id', '=', id).executeTakeFirstOrThrow();
      if (Number(n) !== 1) flaws.push(`${id}: ${n} eliminations`);
    }
    return flaws;
  };

  it('goes on where it was, and leaves nothing half destroyed', async () => {
    const mails = await campaigns.due(Array.from({ length: 1 + Math.min(most, 40) }, (_, index) => ({ subject: `Une plainte ${index}` })));
    const [first, rest] = [await visaed.campaign(mails.slice(0, 1)), await visaed.campaign(mails.slice(1))];
    await running.stop();
    const killable = await startKillable(house);
    bannette = killable;
    const odile = await house.client('odile.charpentier', killable.url);
    const again = visaedCampaigns(house, { ...campaigns, odile }, () => new Date());
    killable.watch();
    expect((await again.start(first.id)).status).toBe(200);
    await again.ended(first.id, 'executed', 'stopped');
    expect(await flawsOf(mails.slice(0, 1))).withContext('without a kill').toEqual([]);
    const traps = sampled(pointsOf(killable.border.crossings).filter(({ label }) => lasting.test(label)), most);

    const [trap, ...others] = traps;
    killable.watch(trap);
    await again.start(rest.id).catch(() => undefined);
    let sprung = 0;
    for (const next of [...others, undefined]) {
      const ended = await until('it was killed there, or is at its end', async () => {
        if (killable.border.sprung) return 'killed';
        await killable.open();
        const state = await again.seen(rest.id).then((now) => now.state, () => undefined);
        if (state === 'cooling') await again.start(rest.id).catch(() => undefined);
        return state === 'executed' || state === 'stopped' ? state : undefined;
      }, 120_000);
      if (ended !== 'killed') break;
      sprung++;
      await killable.open();
      killable.watch(next);
    }
    const end = await again.ended(rest.id, 'executed', 'stopped');
    console.log(`${traps.length} points, ${sprung} kills, ${killable.kills} lives ended`);
    expect([end.state, end.destroyed, end.failed, end.stoppedBecause]).toEqual(['executed', mails.length - 1, 0, undefined]);
    expect(await flawsOf(mails)).toEqual([]);
    expect(sprung).withContext('kills').toBeGreaterThan(0);
  }, 1_200_000);
});

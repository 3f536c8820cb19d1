import type { Running } from '../serve.js';
import { agreeRows } from '../testing/agreed-rows.js';
import { campaignsOf, type Campaigns } from '../testing/campaigns.js';
import { pointsOfBoth, pointsTried, sampled, startKillable, startTestHouse, until, type Killable, type TestHouse, type Trap } from '../testing/index.js';
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
    const mails = await campaigns.due(Array.from({ length: 2 + Math.min(most, 40) }, (_, index) => ({ subject: `Une plainte ${index}` })));
    const ready: { readonly id: string; readonly mail: string }[] = [];
    for (const mail of mails) ready.push({ id: (await visaed.campaign([mail])).id, mail });
    await running.stop();
    const killable = await startKillable(house);
    bannette = killable;
    const odile = await house.client('odile.charpentier', killable.url);
    const again = visaedCampaigns(house, { ...campaigns, odile }, () => new Date());

    /** Carries out the next campaign, of one mail; killed at the trap, it is begun again where that is still to be done. */
    const carryOut = async (trap?: Trap): Promise<readonly string[]> => {
      const { id, mail } = ready.shift() ?? { id: '', mail: '' };
      await killable.quiet();
      killable.watch(trap);
      const end = await until('the campaign is at its end', async () => {
        await killable.open();
        const now = await again.seen(id).catch(() => undefined);
        if (now?.state === 'cooling') await again.start(id).catch(() => undefined);
        return now?.state === 'executed' || now?.state === 'stopped' ? now : undefined;
      }, 120_000);
      await killable.quiet();
      const flaws = await flawsOf([mail]);
      return end.state === 'executed' && end.destroyed === 1 && end.failed === 0 ? flaws : [...flaws, `${end.state}: ${end.destroyed} destroyed, ${end.failed} failed`];
    };

    expect(await carryOut()).withContext('without a kill').toEqual([]);
    const once = killable.border.crossings;
    expect(await carryOut()).withContext('without a kill, once more').toEqual([]);
    const traps = sampled(pointsOfBoth(once, killable.border.crossings).filter(({ label }) => lasting.test(label)), Math.min(most, ready.length));
    const missed: string[] = [];
    for (const trap of traps) {
      const flaws = await carryOut(trap);
      const name = `${trap.when} ${trap.label} (${trap.number})`;
      if (!killable.border.sprung) missed.push(name);
      expect(flaws).withContext(`killed ${name}`).toEqual([]);
    }
    console.log(`${traps.length} points, ${killable.kills} kills`);
    expect(traps.length).withContext('points').toBeGreaterThan(0);
    expect(missed).withContext('points that were not reached').toEqual([]);
  }, 1_200_000);
});

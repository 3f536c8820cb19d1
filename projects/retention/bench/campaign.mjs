/**
 * A campaign of elimination against the same calls to Governance Services, one at a time and nothing else: items a second of
 * each, in the same run, over the same repository. The campaign also reads every file back, checks, keeps its steps, erases
 * the mail and clears its folder.
 * Usage: node projects/retention/bench/campaign.mjs   (BENCH_ITEMS=10000, 200 unless told; BENCH_ANSWERS_IN=100 for a
 * repository whose answers come so many milliseconds later, as a real one's do; BENCH_HANDS; BANNETTE_TEST_POSTGRES)
 */
import { sql } from 'kysely';
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { eventNames } from '@bannette/alfresco';
import { dueUnder, noonOf } from '@bannette/domain';
import { agreeRows } from '../../server/dist/testing/agreed-rows.js';
import { campaignsOf } from '../../server/dist/testing/campaigns.js';
import { slowly } from '../../server/bench/house.mjs';
import { startTestHouse } from '../../server/dist/testing/index.js';
import { visaedCampaigns } from '../../server/dist/testing/visaed.js';
import { keptPassword } from '../../server/dist/start/secrets.js';

process.env.BANNETTE_TEST_PATIENCE_MS ??= String(30 * 60_000);
const items = Number(process.env.BENCH_ITEMS ?? 200);
const bare = Math.min(items, Number(process.env.BENCH_BARE ?? 200));
const answersIn = Number(process.env.BENCH_ANSWERS_IN ?? 0);
const hands = 4;
const trigger = '2019-03-01';
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(20_000, 0x20)]);
const sha512 = createHash('sha512').update(pdf).digest('hex');

const house = await startTestHouse();
const clock = { now: new Date() };
try {
  const running = await house.serve({}, { now: () => clock.now });
  await agreeRows(house, running, [{ code: 'REC-01' }]);
  const campaigns = await campaignsOf(house, running, clock);
  const service = running.house.repository;
  const { schedule, authority } = await running.house.settings();
  const row = schedule.rows.find(({ code }) => code === 'REC-01');
  const top = (await service.records.plan.topCategories()).find(({ name }) => name.startsWith('Bannette'));
  const category = (await service.records.plan.categories(top.id)).find(({ name }) => name.startsWith('REC-01'));
  const folder = await service.records.plan.createFolder(category.id, '2026-01');
  const { due } = dueUnder(row, { declaredTrigger: trigger });

  const record = async (parentId, name) => {
    const { id } = await service.nodes.upload({ parentId, name, type: 'cm:content', properties: {}, mediaType: 'application/pdf', size: pdf.length, content: () => Readable.from([pdf]) });
    await service.records.declare(id, folder.id);
    await service.records.complete(id);
    await service.records.execute(id, { name: 'completeEvent', event: eventNames.closing, by: 'bannette-svc', at: clock.now.toISOString() });
    await service.records.execute(id, { name: 'cutoff' });
    await service.nodes.update(id, { properties: { 'rma:cutOffDate': noonOf(trigger, authority.timeZone).toISOString() } });
    return id;
  };
  const mail = async (number) => {
    const id = randomUUID();
    const chrono = `B-2019-${String(number).padStart(6, '0')}`;
    const node = await service.nodes.createFolder({ parentId: running.house.libraryId, relativePath: '2019/03/01', name: chrono, type: 'gec:incoming', properties: { 'gec:id': id, 'gec:entity': 'default', 'gec:chrono': chrono, 'gec:subject': 'Une plainte' } });
    const document = await record(node.id, '01.pdf');
    const { db } = house.store;
    const documentId = randomUUID();
    await db.insertInto('mail').values({ id, entity_id: 'default', category: 'incoming', state: 'closed', channel: 'post', register: 'incoming', year: 2019, chrono, subject: 'Une plainte', proposals: '{}', read_text: 'Bonjour '.repeat(200), correspondent: JSON.stringify({ kind: 'individual', name: 'Zénobie Quatrefages' }), service: 'ROUTES', copies: [], readers: ['GROUP_GEC_S_ROUTES__RESPONSABLE'], listers: ['GROUP_GEC_S_ROUTES__RESPONSABLE'], confidentiality: 0, registered_at: new Date('2019-02-25T09:00:00Z'), closed_at: new Date('2019-03-01T09:00:00Z'), schedule_row: 'REC-01', declared_trigger: trigger, retention_trigger: trigger, retention_due: due, retention_row: 'REC-01', intermediate_at: clock.now, node_name: chrono, node_path: '2019/03/01', node_id: node.id, desired_version: 1, applied_version: 1 }).execute();
    await db.insertInto('document').values({ id: documentId, mail_id: id, position: 1, role: 'main', name: '01.pdf', media_type: 'application/pdf', size: pdf.length, sha512, pages: 1, warnings: '[]', node_id: document, stored_at: clock.now }).execute();
    await db.insertInto('mail_record').values({ mail_id: id, entity_id: 'default', state: 'dated', row: JSON.stringify(row), mark: category.properties['gec:id'], category_id: category.id, folder_id: folder.id, trigger_day: trigger, due, ags_due: due }).execute();
    await db.insertInto('record_part').values({ node_id: document, mail_id: id, document_id: documentId, part: 'original', state: 'dated', ags_due: due }).execute();
    return id;
  };
  const several = async (count, make) => {
    const made = [];
    let next = 0;
    await Promise.all(Array.from({ length: hands }, async () => {
      while (next < count) made.push(await make(++next));
    }));
    return made;
  };

  console.log(`${items} mails with a record each are made, and ${bare} records for the calls alone`);
  const alone = await several(bare, (number) => record(running.house.libraryId, `seul-${number}.pdf`));
  const mails = await several(items, mail);
  // A row that differed while its category was made is looked at again some seconds later, by this clock.
  clock.now = new Date();
  const visaed = visaedCampaigns(house, campaigns, () => clock.now);
  const campaign = await visaed.campaign(mails).catch(async (error) => {
    console.log(await house.store.db.selectFrom('campaign_item').select((eb) => ['verdict', 'cause', eb.fn.max(sql`params::text`).as('params'), eb.fn.countAll().as('items')]).groupBy(['verdict', 'cause']).execute());
    throw error;
  });
  await running.stop();

  const slow = answersIn ? await slowly(house.alfrescoUrl, answersIn) : undefined;
  const alfrescoUrl = slow?.url ?? house.alfrescoUrl;
  const tickets = async (user) => (await (await fetch(`${house.alfrescoUrl}/alfresco/api/-default-/public/authentication/versions/1/tickets`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ userId: user, password: await keptPassword(house.dataDir, user) }) })).json()).entry.id;
  const headers = async (user) => ({ authorization: `Basic ${Buffer.from(await tickets(user)).toString('base64')}`, 'content-type': 'application/json' });
  const [svc, purge] = [await headers('bannette-svc'), await headers('bannette-purge')];
  const act = async (who, id, name, params = {}) => {
    const response = await fetch(`${alfrescoUrl}/alfresco/s/api/rma/actions/ExecutionQueue`, { method: 'POST', headers: who, body: JSON.stringify({ name, nodeRef: `workspace://SpacesStore/${id}`, params }) });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
  };
  // Seconds of processor of this process, in which the repository runs, and of another.
  const ownCpu = () => (({ user, system }) => (user + system) / 1e6)(process.cpuUsage());
  const cpuOf = (pid) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).reduce((sum, ticks) => sum + Number(ticks) / 100, 0);
  const residentMiB = (pid) => Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
  let cpu = ownCpu();
  const begun = performance.now();
  for (const id of alone) {
    await act(svc, id, 'retain');
    await act(svc, id, 'completeEvent', { eventName: eventNames.visa, eventCompletedBy: 'bannette-svc', eventCompletedAt: { iso8601: clock.now.toISOString() } });
    await act(purge, id, 'destroy');
  }
  const bareCpu = (1000 * (ownCpu() - cpu)) / bare;
  const bareRate = (1000 * bare) / (performance.now() - begun);

  const child = house.child({ BANNETTE_JOBS: '8', ...(process.env.BENCH_HANDS ? { BANNETTE_ELIMINATION_HANDS: process.env.BENCH_HANDS } : {}), ALFRESCO_URL: alfrescoUrl });
  const url = await child.opened;
  const odile = await house.client('odile.charpentier', url);
  const again = visaedCampaigns(house, { ...campaigns, odile }, () => clock.now);
  cpu = ownCpu();
  const childCpu = cpuOf(child.pid);
  const start = performance.now();
  const askedBefore = slow?.asked() ?? 0;
  const started = await again.start(campaign.id);
  if (started.status !== 200) throw new Error(JSON.stringify(started.body));
  // Looked at in the database, twice a second: whoever measures asks nothing of who is measured.
  let told = start;
  for (let state; state !== 'executed' && state !== 'stopped'; ) {
    await delay(500);
    ({ state } = await house.store.db.selectFrom('campaign').select('state').where('id', '=', campaign.id).executeTakeFirstOrThrow());
    if (performance.now() - told < 60_000) continue;
    told = performance.now();
    const { begun } = await house.store.db.selectFrom('campaign_step').select((eb) => eb.fn.count('subject_id').distinct().as('begun')).where('campaign_id', '=', campaign.id).executeTakeFirstOrThrow();
    console.log(`${Math.round((told - start) / 60_000)} minutes: ${begun} items begun; Bannette holds ${residentMiB(child.pid)} MiB`);
  }
  const rate = (1000 * items) / (performance.now() - start);
  const [repository, own] = [(1000 * (ownCpu() - cpu)) / items, (1000 * (cpuOf(child.pid) - childCpu)) / items];
  const found = await again.seen(campaign.id);
  console.log(`campaign${answersIn ? `, an Alfresco that answers in ${answersIn} ms` : ''}: ${found.state}, ${found.destroyed} destroyed, ${found.kept} kept, ${found.failed} failed; ${rate.toFixed(2)} items/s; the calls alone ${bareRate.toFixed(2)} items/s; ratio ${(rate / bareRate).toFixed(2)} (goal at least 0.8)`);
  if (slow) console.log(`${((slow.asked() - askedBefore) / items).toFixed(1)} requests an item; the calls alone 3`);
  console.log(`processor: ${repository.toFixed(1)} ms an item in the repository and ${own.toFixed(1)} ms in Bannette; the calls alone ${bareCpu.toFixed(1)} ms; ratio of the repository's ${(bareCpu / repository).toFixed(2)}, of all ${(bareCpu / (repository + own)).toFixed(2)}`);
  const { rows: slowest } = await sql`SELECT step, phase, round(1000 * avg(extract(epoch FROM at - before)))::int AS ms FROM (SELECT step, phase, at, lag(at) OVER (PARTITION BY subject_id ORDER BY id) AS before FROM campaign_step WHERE campaign_id = ${campaign.id}) each GROUP BY step, phase ORDER BY min(at)`.execute(house.store.db);
  console.log(slowest.map(({ step, phase, ms }) => `${step} ${phase} ${ms ?? '-'} ms`).join(', '));
} finally {
  await house.close();
}
process.exit(0);

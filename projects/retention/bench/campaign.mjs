/**
 * A campaign of elimination against the same calls to Governance Services, one at a time and nothing else: items a second of
 * each, in the same run, over the same repository. The campaign also reads every file back, checks, keeps its steps, erases
 * the mail and clears its folder.
 * Usage: node projects/retention/bench/campaign.mjs   (BENCH_ITEMS=10000, 200 unless told; BANNETTE_TEST_POSTGRES)
 */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { eventNames } from '@bannette/alfresco';
import { dueUnder, noonOf } from '@bannette/domain';
import { agreeRows } from '../../server/dist/testing/agreed-rows.js';
import { campaignsOf } from '../../server/dist/testing/campaigns.js';
import { startTestHouse } from '../../server/dist/testing/index.js';
import { visaedCampaigns } from '../../server/dist/testing/visaed.js';
import { keptPassword } from '../../server/dist/start/secrets.js';

const items = Number(process.env.BENCH_ITEMS ?? 200);
const bare = Math.min(items, Number(process.env.BENCH_BARE ?? 200));
const hands = 4;
const trigger = '2019-03-01';
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(20_000, 0x20)]);

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
    const sha512 = await service.nodes.digest(document, 'sha512');
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
  const visaed = visaedCampaigns(house, campaigns, () => clock.now);
  const campaign = await visaed.campaign(mails);
  await running.stop();

  const tickets = async (user) => (await (await fetch(`${house.alfrescoUrl}/alfresco/api/-default-/public/authentication/versions/1/tickets`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ userId: user, password: await keptPassword(house.dataDir, user) }) })).json()).entry.id;
  const headers = async (user) => ({ authorization: `Basic ${Buffer.from(await tickets(user)).toString('base64')}`, 'content-type': 'application/json' });
  const [svc, purge] = [await headers('bannette-svc'), await headers('bannette-purge')];
  const act = async (who, id, name, params = {}) => {
    const response = await fetch(`${house.alfrescoUrl}/alfresco/s/api/rma/actions/ExecutionQueue`, { method: 'POST', headers: who, body: JSON.stringify({ name, nodeRef: `workspace://SpacesStore/${id}`, params }) });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
  };
  const begun = performance.now();
  for (const id of alone) {
    await act(svc, id, 'retain');
    await act(svc, id, 'completeEvent', { eventName: eventNames.visa, eventCompletedBy: 'bannette-svc', eventCompletedAt: { iso8601: clock.now.toISOString() } });
    await act(purge, id, 'destroy');
  }
  const bareRate = (1000 * bare) / (performance.now() - begun);

  const child = house.child({ BANNETTE_JOBS: '8' });
  const url = await child.opened;
  const odile = await house.client('odile.charpentier', url);
  const again = visaedCampaigns(house, { ...campaigns, odile }, () => clock.now);
  const start = performance.now();
  const started = await again.start(campaign.id);
  if (started.status !== 200) throw new Error(JSON.stringify(started.body));
  for (let end; !end; ) end = await again.ended(campaign.id, 'executed', 'stopped').catch(() => undefined);
  const rate = (1000 * items) / (performance.now() - start);
  const found = await again.seen(campaign.id);
  console.log(`campaign: ${found.state}, ${found.destroyed} destroyed, ${found.kept} kept, ${found.failed} failed; ${rate.toFixed(2)} items/s; the calls alone ${bareRate.toFixed(2)} items/s; ratio ${(rate / bareRate).toFixed(2)} (goal at least 0.8)`);
} finally {
  await house.close();
}
process.exit(0);

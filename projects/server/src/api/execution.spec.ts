import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CampaignExecution, CampaignItemStep, CampaignOutcome, CampaignView, EliminatedThing, Elimination, ProblemBody } from '@bannette/http';
import { eliminateAgain, readLedger, tendCampaigns } from '@bannette/retention';
import { reconcile } from '@bannette/vigilance';
import { newId } from '@bannette/store';
import { sql } from 'kysely';
import { tells } from '../doctor/examined.spec-support.js';
import { planRebuild } from '../rebuild/index.js';
import type { Running } from '../serve.js';
import { purgeRepository } from '../start/purge.js';
import { agreeRows } from '../testing/agreed-rows.js';
import { campaignsOf, type Campaigns } from '../testing/campaigns.js';
import { visaedCampaigns, type Visaed } from '../testing/visaed.js';
import { affairsAreSortedWhole, agreedOnPaper, sortedAndEliminated } from './sortings.spec-support.js';
import { alfrescoProxy, border, startTestHouse, until, type Answer, type Border, type Client, type TestHouse, type WireProxy } from '../testing/index.js';

describe('The execution of a campaign that has its visa', () => {
  let house: TestHouse;
  let proxy: WireProxy;
  let frontier: Border;
  let running: Running;
  let campaigns: Campaigns;
  let visas: Visaed;
  let odile: Client;
  const clock = { now: new Date() };
  /** Mails that are due, taken one after the other by the specs. */
  let due: string[];
  /** Mails whose row asks for sorting. */
  let subsidies: string[];
  /** Of two years, so of two lines of the bordereau. */
  let pair: [string, string];
  const mine = (count: number): string[] => due.splice(0, count);

  beforeAll(async () => {
    house = await startTestHouse();
    frontier = border();
    proxy = await alfrescoProxy(house.alfrescoUrl, frontier);
    running = await house.serve({ ALFRESCO_URL: proxy.url }, { now: () => clock.now });
    // A second worker on the same queue: everything below is done by two.
    await house.serve({ ALFRESCO_URL: proxy.url }, { now: () => clock.now });
    await agreeRows(house, running, [{ code: 'REC-01' }, { code: 'SUB-01', years: 5, finalSort: 'T' }]);
    campaigns = await campaignsOf(house, running, clock);
    visas = visaedCampaigns(house, campaigns, () => clock.now);
    ({ odile } = campaigns);
    const complaints = Array.from({ length: 10 }, (_, index) => ({ subject: `Plainte de Zénobie Quatrefages ${index}`, ...(index === 1 ? { trigger: '2018-03-01' } : {}) }));
    due = await campaigns.due([...complaints, ...Array.from({ length: 6 }, (_, index) => ({ type: 'SUBVENTION', subject: `Subvention pour Zénobie Quatrefages ${index}`, ...(index === 5 ? { trigger: '2018-03-01' } : {}) }))]);
    subsidies = due.splice(complaints.length);
    pair = mine(2) as [string, string];
  }, 300_000);
  afterAll(async () => {
    await house.close();
    await proxy.close();
  }, 60_000);

  /** Asks Alfresco itself, where no part of the house has a reason to. */
  const asAdministrator = async (method: string, path: string, body: object): Promise<void> => {
    const answer = await fetch(`${house.alfrescoUrl}/alfresco/api/-default-/public/alfresco/versions/1/${path}`, { method, headers: { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  const mailOf = (id: string) => house.store.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const nodesOf = async (id: string): Promise<string[]> => (await house.store.db.selectFrom('record_part').select('node_id').where('mail_id', '=', id).execute()).map(({ node_id }) => node_id);
  const seen = (id: string): Promise<CampaignExecution> => visas.seen(id);
  const outcomes = async (id: string): Promise<readonly CampaignOutcome[]> => (await odile.get<{ items: CampaignOutcome[] }>(`/campaigns/${id}/outcomes?limit=200`)).items;
  const ended: Visaed['ended'] = (id, ...states) => visas.ended(id, ...states);
  const visaed: Visaed['campaign'] = (mails, options) => visas.campaign(mails, options);
  const start = async (id: string, who: Client = odile): Promise<Answer<ProblemBody & CampaignExecution>> => who.call('POST', `/campaigns/${id}/start`, { revision: (await seen(id)).revision });
  const executed = async (mails: readonly string[], options?: { readonly refuse?: readonly number[] }): Promise<CampaignView> => {
    const campaign = await visaed(mails, options);
    const { status, body } = await start(campaign.id);
    expect([status, body.code]).toEqual([200, undefined as never]);
    return campaign;
  };
  const isThere = async (node: string): Promise<boolean> => (await house.administrator.nodes.remains(node)).length > 0;

  it('sorts affairs whole, takes an agreement from paper, and destroys what a sorting did not keep once it was agreed to and a campaign has its own visa', async () => {
    const sorting = { house, running, campaigns, visas, clock, due: subsidies };
    await affairsAreSortedWhole(sorting);
    await sortedAndEliminated(sorting);
    await agreedOnPaper(sorting);
  }, 300_000);

  it('destroys what was granted, keeps what was refused, and leaves of a mail its number alone', async () => {
    const [gone, refused] = pair;
    const before = await mailOf(gone);
    const nodes = await nodesOf(gone);
    expect(nodes.length).toBeGreaterThan(0);
    const folderOf = before.node_id ?? '';
    for (const on of [folderOf, nodes[0] ?? '']) await asAdministrator('POST', `nodes/${on}/comments`, { content: 'Madame Quatrefages a rappelé' });
    await asAdministrator('POST', `nodes/${folderOf}/tags`, { tag: 'quatrefages' });
    await asAdministrator('POST', `nodes/${folderOf}/targets`, { targetId: (await mailOf(refused)).node_id ?? '', assocType: 'cm:references' });
    expect((await house.administrator.nodes.leavings(folderOf)).map((one) => one.split(' ')[0]).sort()).toEqual(['comments', 'tags', 'targets']);
    // The trigger of the second is of another year: a line of its own, in which it comes first.
    const { id, chrono } = await executed([gone, refused], { refuse: [1] });
    const end = await ended(id, 'executed', 'stopped');
    expect([end.state, end.destroyed, end.refused, end.kept, end.failed, end.stoppedBecause]).toEqual(['executed', 1, 1, 0, 0, undefined]);
    for (const node of nodes) expect(await house.administrator.nodes.remains(node)).withContext(node).toEqual([]);
    const row = await mailOf(gone);
    expect([row.state, row.chrono, row.subject, row.correspondent, row.readers, row.applied_version === row.desired_version]).toEqual(['eliminated', before.chrono, null, null, [], true]);
    const folder = await house.administrator.nodes.get(before.node_id ?? '');
    expect(JSON.stringify(folder.properties)).not.toMatch(/Quatrefages|Vasseur|sans objet/);
    for (const node of [folderOf, ...nodes]) expect(await house.administrator.nodes.leavings(node)).withContext(`beside ${node}`).toEqual([]);
    expect([folder.name, folder.properties['gec:status']]).toEqual([before.node_name ?? '', 'eliminated']);
    expect((await mailOf(refused)).state).toBe('noFollowUp');
    for (const node of await nodesOf(refused)) expect(await isThere(node)).toBeTrue();
    expect(await house.store.db.selectFrom('campaign_claim').selectAll().where('campaign_id', '=', id).execute()).toEqual([]);

    const steps = (await odile.get<{ items: CampaignItemStep[] }>(`/campaigns/${id}/outcomes/mail/${gone}/steps`)).items;
    const order = steps.filter(({ phase, node }) => phase === 'intent' && (!node || node === nodes[0])).map(({ step }) => step);
    expect([...new Set(order)]).toEqual(['retain', 'visa', 'destroy', 'readBack', 'spool', 'ledger', 'scrub']);
    expect(steps.filter(({ step, phase }) => step === 'destroy' && phase === 'intent').length).withContext('once each, by two workers').toBe(nodes.length);

    const told = [];
    for await (const line of readLedger(join(house.dataDir, 'seals', 'eliminations'))) told.push(line);
    expect(told.map((line) => [line.id, line.campaignChrono, line.visa.reference])).toContain([gone, chrono, 'AD/2026/77']);
    expect(JSON.stringify(told)).not.toMatch(/Quatrefages|Vasseur/);

    const files = (await odile.get<CampaignView>(`/campaigns/${id}`)).files.filter(({ kind }) => kind === 'report').map(({ name }) => name).sort();
    expect(files).toEqual([`${chrono}-rapport.csv`, `${chrono}-rapport.pdf`]);
    const certified = await odile.post<CampaignExecution>(`/campaigns/${id}/certify`, { revision: end.revision });
    expect([certified.certifiedAt !== undefined, certified.outcomeRoot]).toEqual([true, jasmine.stringMatching(/^[0-9a-f]{64}$/)]);

    await tendCampaigns(running.house);
    const state = async (): Promise<string> => (await odile.get<CampaignView>(`/campaigns/${id}`)).state;
    expect(await state()).withContext('backups may still hold it').toBe('executed');
    await tendCampaigns({ ...running.house, now: () => new Date(clock.now.getTime() + 92 * 86_400_000) });
    expect(await state()).withContext('the last backup that held it is over').toBe('closed');

    const [found] = (await odile.get<{ items: Elimination[] }>(`/eliminations?number=${before.chrono ?? ''}`)).items;
    expect([found?.chrono, found?.visaReference, found?.campaign.chrono]).toEqual([before.chrono ?? '', 'AD/2026/77', chrono]);
    const stone = await odile.get<EliminatedThing>(`/eliminations/mail/${gone}`);
    expect([stone.nodes.length, stone.certifiedAt]).toEqual([nodes.length, certified.certifiedAt]);
    expect(JSON.stringify(stone)).not.toMatch(/Quatrefages|Vasseur|sans objet/);
    expect((await odile.call('GET', `/mails/${gone}`)).status).withContext('its page tells of it instead').toBe(404);
    const sophie = await house.client('sophie.martel', running.url);
    expect([(await sophie.call('GET', `/mails/${gone}`)).status, (await sophie.call('GET', '/eliminations')).status]).toEqual([404, 403]);
    await reconcile(running.house, { days: 1 });
    expect(await house.store.db.selectFrom('alert').select('kind').where('mail_id', '=', gone).execute()).withContext('no alert of it').toEqual([]);
    expect((await planRebuild(running.house)).differences.filter(({ mailId }) => mailId === gone)).toEqual([]);
  }, 180_000);

  it('does not begin while either clock says that the days of reflection are not over, nor for anybody but records managers', async () => {
    const { id } = await visaed(mine(1), { cooling: true });
    const before = clock.now;
    clock.now = new Date(before.getTime() + 60 * 86_400_000);
    expect((await start(id)).body.code).withContext('the database’s clock is behind').toBe('stillCooling');
    await sql`UPDATE campaign SET cooling_until = now() - interval '1 hour' WHERE id = ${id}`.execute(house.store.db);
    clock.now = new Date(Date.now() - 86_400_000);
    expect((await start(id)).body.code).withContext('this machine’s clock is behind').toBe('stillCooling');
    clock.now = before;
    for (const [who, status] of [[campaigns.bertrand, 403], [campaigns.hortense, 403], [campaigns.marc, 403]] as const) expect((await who.call('POST', `/campaigns/${id}/start`, { revision: (await seen(id)).revision })).status).withContext(who.person).toBe(status);
    const cancelled = await odile.call<ProblemBody>('POST', `/campaigns/${id}/cancel`, { revision: (await seen(id)).revision, reason: 'pas maintenant' });
    expect(cancelled.status).toBe(200);
    due.push(...(await outcomes(id)).map(({ subject }) => subject));
  }, 120_000);

  it('keeps what is held meanwhile, even between its visa and its destruction, and takes the visa back', async () => {
    const [mail, other] = mine(2) as [string, string];
    const hold = newId();
    await sql`INSERT INTO hold (id, entity_id, kind, title, reason, review_on, scope_kind, created_by, created_by_name) VALUES (${hold}, 'default', 'litigation', 'Contentieux', 'requête', '2027-01-01', 'mails', 'odile.charpentier', 'Odile')`.execute(house.store.db);
    await sql.raw(`CREATE FUNCTION spec_hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF new.step = 'visa' AND new.phase = 'done' AND new.subject_id = '${mail}' THEN INSERT INTO hold_mail (hold_id, mail_id) VALUES ('${hold}', '${mail}') ON CONFLICT DO NOTHING; END IF; RETURN NULL; END $$; CREATE TRIGGER spec_hold AFTER INSERT ON campaign_step FOR EACH ROW EXECUTE FUNCTION spec_hold()`).execute(house.store.db);
    const { id } = await executed([mail, other]);
    const end = await ended(id, 'executed', 'stopped');
    await sql.raw('DROP TRIGGER spec_hold ON campaign_step; DROP FUNCTION spec_hold').execute(house.store.db);
    expect([end.state, end.destroyed, end.kept]).toEqual(['executed', 1, 1]);
    expect((await outcomes(id)).find(({ subject }) => subject === mail)?.failure).toEqual({ code: 'held' });
    for (const node of await nodesOf(mail)) {
      expect(await isThere(node)).toBeTrue();
      expect((await running.house.repository.records.nextAction(node))?.events.every(({ complete }) => !complete)).withContext('no visa stands').toBeTrue();
    }
    expect((await mailOf(mail)).state).toBe('noFollowUp');
  }, 180_000);

  it('stops at once where bytes are not those that were approved, and goes on with the rest when a records manager says why', async () => {
    const [mail] = mine(1) as [string];
    const campaign = await visaed([mail]);
    const [node] = await nodesOf(mail);
    await tamper(await house.administrator.nodes.digest(node ?? '', 'sha512'));
    await start(campaign.id);
    const end = await ended(campaign.id, 'executed', 'stopped');
    expect([end.state, end.stoppedBecause?.code, end.failed]).toEqual(['stopped', 'contentAltered', 1]);
    expect(await isThere(node ?? '')).toBeTrue();
    expect((await odile.call('POST', `/campaigns/${campaign.id}/resume`, { revision: end.revision })).status).withContext('not without a reason').toBe(400);
    await odile.post(`/campaigns/${campaign.id}/resume`, { revision: end.revision, reason: 'ce courrier est mis à part' });
    const last = await ended(campaign.id, 'executed');
    expect([last.destroyed, last.failed]).toEqual([0, 1]);
  }, 180_000);

  it('stops where the list, or a place in it, is not the one that was visaed', async () => {
    const mails = mine(1);
    const { id } = await visaed(mails);
    await sql.raw(`ALTER TABLE campaign_item DISABLE TRIGGER campaign_item_kept; UPDATE campaign_item SET due = '2001-01-01' WHERE campaign_id = '${id}'; ALTER TABLE campaign_item ENABLE TRIGGER campaign_item_kept`).execute(house.store.db);
    await start(id);
    expect((await ended(id, 'executed', 'stopped')).stoppedBecause).toEqual({ code: 'listAltered', params: { position: 1 } });
    for (const node of await nodesOf(mails[0] ?? '')) expect(await isThere(node)).toBeTrue();
    await sql.raw(`ALTER TABLE campaign_file DISABLE TRIGGER ALL; UPDATE campaign_file SET bytes = bytes || ' ' WHERE campaign_id = '${id}' AND kind = 'manifest'; ALTER TABLE campaign_file ENABLE TRIGGER ALL; UPDATE campaign_item SET state = 'pending' WHERE campaign_id = '${id}'`).execute(house.store.db);
    await odile.post(`/campaigns/${id}/resume`, { reason: 'essai' });
    expect((await ended(id, 'executed', 'stopped')).stoppedBecause?.code).toBe('listAltered');
  }, 180_000);

  it('reads what was done when an answer is lost after its effect, and does nothing twice', async () => {
    const mails = mine(1);
    const { id } = await visaed(mails);
    frontier.watch({ wire: 'alfresco', number: 3, matching: /ExecutionQueue/, when: 'after' }, () => proxy.cut());
    await start(id);
    const end = await ended(id, 'executed', 'stopped');
    expect([frontier.sprung !== undefined, end.state, end.destroyed, end.failed]).toEqual([true, 'executed', 1, 0]);
    for (const node of await nodesOf(mails[0] ?? '')) expect(await isThere(node)).toBeFalse();
    expect((await house.store.db.selectFrom('elimination').select('subject_id').where('subject_id', '=', mails[0] ?? '').execute()).length).toBe(1);
  }, 180_000);

  it('is applied again where restored backups have undone it, under its original visa and as often as one likes', async () => {
    const [mail] = mine(1) as [string];
    const row = await mailOf(mail);
    const documents = await Promise.all((await nodesOf(mail)).map(async (node) => ({ node, part: 'original', name: 'x.pdf', sha512: await house.administrator.nodes.digest(node, 'sha512'), size: 1 })));
    const folder = join(house.dataDir, 'seals', 'eliminations');
    const visaed = Buffer.from(JSON.stringify({ items: [{ position: 1, kind: 'mail', id: mail, documents }] }));
    const line = { kind: 'mail', id: mail, entity: 'default', chrono: row.chrono, campaign: newId(), campaignChrono: 'ELIM-2025-001', row: 'REC-01', year: 2019, due: '2024-03-01', nodes: documents, manifest: createHash('sha512').update(visaed).digest('hex'), visa: { by: 'Hortense', on: '2025-01-05', reference: 'AD/2025/1' }, at: '2025-02-01T08:00:00.000Z', backupsUntil: '2025-05-01' };
    await mkdir(folder, { recursive: true });
    const write = (more: object = {}) => writeFile(join(folder, 'ELIM-2025-001.jsonl'), `${JSON.stringify({ ...line, ...more })}\n{"cut off`);
    const list = Buffer.from(JSON.stringify({ items: [] }));
    await house.store.db.insertInto('campaign').values({ id: line.campaign, entity_id: 'default', year: 2025, number: 1, chrono: line.campaignChrono, title: 'x', state: 'draft', until: '2024-12-31', max_items: 1, max_share: 1, max_errors: 1, cooling_days: 1, created_by: 'x', created_by_name: 'x' } as never).execute();
    await house.store.db.insertInto('campaign_file').values({ id: newId(), campaign_id: line.campaign, kind: 'manifest', name: 'x', media_type: 'application/json', sha256: createHash('sha256').update(list).digest(), bytes: list, added_by: 'x' } as never).execute();
    await write({ manifest: createHash('sha512').update(list).digest('hex') });
    const purge = await purgeRepository(house.config(), house.alfrescoUrl);
    if (!purge) throw new Error('the account that destroys is not known');
    const again = async (apply: boolean, lists?: readonly Buffer[]) => {
      const { destroyed, scrubbed, unsettled } = await eliminateAgain({ house: running.house, purge, ledger: folder }, { apply, lists });
      return { destroyed, scrubbed, unsettled };
    };
    const name = row.chrono ?? '';
    const altered = { destroyed: [], scrubbed: [], unsettled: [{ name, code: 'ledgerAltered' }] };
    expect(await again(true)).withContext('a line that is not in the list of its campaign').toEqual(altered);
    for (const { node } of documents) expect(await isThere(node)).toBeTrue();
    await write({ campaign: newId() });
    expect(await again(true)).withContext('a line of a campaign that no backup has').toEqual({ destroyed: [], scrubbed: [], unsettled: [{ name, code: 'ledgerUnverified' }] });
    const lost = { campaign: 'ELIM-2025-001', visaReference: 'AD/2025/1', manifestSha512: line.manifest, count: 1 };
    expect((await odile.get<{ items: unknown[] }>('/eliminations/unverified')).items).withContext('what the records manager is told').toEqual([lost]);
    expect((await (await house.client('clara.moreau', running.url)).call('GET', '/eliminations/unverified')).status).withContext('the mail room').toBe(403);
    expect(await again(true, [list])).withContext('another list is answered for').toEqual({ destroyed: [], scrubbed: [], unsettled: [{ name, code: 'ledgerUnverified' }] });
    await write({ campaign: newId(), nodes: documents.map((one) => ({ ...one, node: newId() })) });
    expect(await again(true, [visaed])).withContext('a line that names other documents than the list that was brought').toEqual(altered);
    await write({ campaign: newId() });
    for (const { node } of documents) expect(await isThere(node)).toBeTrue();
    expect([(await mailOf(mail)).state, await tells(house, 'eliminations')]).toEqual([row.state, jasmine.arrayContaining(['ledgerUnverified'])]);
    await write({ campaign: newId() });
    expect(await again(false, [visaed])).withContext('both were restored').toEqual({ destroyed: [name], scrubbed: [name], unsettled: [] });
    expect(await again(true, [visaed])).toEqual({ destroyed: [name], scrubbed: [name], unsettled: [] });
    for (const { node } of documents) expect(await isThere(node)).toBeFalse();
    await until('its folder is scrubbed', async () => (await mailOf(mail)).applied_version === (await mailOf(mail)).desired_version);
    expect(await again(true)).toEqual({ destroyed: [], scrubbed: [], unsettled: [] });
    expect((await house.store.db.selectFrom('elimination').select('visa_reference').where('subject_id', '=', mail).execute()).map((one) => one.visa_reference)).toEqual(['AD/2025/1']);

    const written = await house.store.db.selectFrom('elimination').select('campaign_id').where('subject_id', '=', mail).executeTakeFirstOrThrow();
    await write({ campaign: written.campaign_id, nodes: documents.map((one) => ({ ...one, node: newId() })) });
    expect(await again(true)).withContext('a line that names other documents').toEqual(altered);
    expect(await tells(house, 'eliminations')).toContain('ledgerAltered');
    await write({ campaign: written.campaign_id });
    expect(await tells(house, 'eliminations')).not.toContain('ledgerAltered');
    await sql.raw(`ALTER TABLE mail DISABLE TRIGGER mail_stays_eliminated; UPDATE mail SET state = 'closed', eliminated_at = NULL, subject = 'Zénobie Quatrefages' WHERE id = '${mail}'; ALTER TABLE mail ENABLE TRIGGER mail_stays_eliminated; ALTER TABLE elimination DISABLE TRIGGER elimination_grows; DELETE FROM elimination WHERE subject_id = '${mail}'; ALTER TABLE elimination ENABLE TRIGGER elimination_grows`).execute(house.store.db);
    expect(await again(true, [visaed])).withContext('the database alone').toEqual({ destroyed: [], scrubbed: [name], unsettled: [] });
    expect([(await mailOf(mail)).state, (await mailOf(mail)).subject]).toEqual(['eliminated', null]);
  }, 180_000);

  /** Changes a byte in the repository's own store, as somebody with access to its disk could. */
  const tamper = async (sha512: string): Promise<void> => {
    const folder = join(house.dataDir, 'alfresco');
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const bytes = await readFile(path);
      if (createHash('sha512').update(bytes).digest('hex') !== sha512) continue;
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      return writeFile(path, bytes);
    }
    throw new Error('the bytes were not found');
  };
});

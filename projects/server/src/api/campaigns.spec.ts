import { createHash } from 'node:crypto';
import type { CampaignItemView, CampaignView, EliminationLineView } from '@bannette/http';
import { canonicalJson, newId, readJournal } from '@bannette/store';
import { sql } from 'kysely';
import type { Running } from '../serve.js';
import { agreeRows } from '../testing/agreed-rows.js';
import { campaignsOf, type Campaigns } from '../testing/campaigns.js';
import { startTestHouse, until, type Client, type TestHouse } from '../testing/index.js';

describe('A campaign of elimination', () => {
  let house: TestHouse;
  let running: Running;
  let campaigns: Campaigns;
  let due: string[];
  const clock = { now: new Date('2026-06-10T09:00:00Z') };

  beforeAll(async () => {
    house = await startTestHouse();
    running = await house.serve({ BANNETTE_RECORDS_CRON: '0 0 1 1 *' }, { now: () => clock.now });
    await agreeRows(house, running, [{ code: 'REC-01' }]);
    campaigns = await campaignsOf(house, running, clock);
    due = await campaigns.due([{ trigger: '2018-05-04' }, { trigger: '2019-02-28' }, { trigger: '2019-07-01' }, { trigger: '2024-07-01' }]);
  }, 120_000);
  afterAll(() => house.close(), 60_000);
  afterEach(async () => {
    for (const { id, state } of await house.store.db.selectFrom('campaign').select(['id', 'state']).where('state', 'not in', ['cancelled']).execute()) {
      const { revision } = await campaigns.odile.get<CampaignView>(`/campaigns/${id}`);
      expect((await campaigns.odile.call('POST', `/campaigns/${id}/cancel`, { revision, reason: 'fin du test' })).status).withContext(state).toBe(200);
    }
  });

  const answer = async (by: Client, method: string, path: string, body?: object): Promise<string> => {
    const { status, body: said } = await by.call<{ code?: string }>(method, path, body);
    return `${status} ${said?.code ?? ''}`.trim();
  };
  const items = async (id: string, query = ''): Promise<CampaignItemView[]> => (await campaigns.odile.get<{ items: CampaignItemView[] }>(`/campaigns/${id}/items?limit=200${query}`)).items;
  const file = async (by: Client, path: string): Promise<Buffer> => {
    const response = await fetch(`${running.url}/bannette/api/v1${path}`, { headers: { authorization: `Basic ${Buffer.from(by.ticket).toString('base64')}` } });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  };

  it('begins with a number in its row, and with nothing of the future or beyond the authority’s bounds', async () => {
    const draft = (more: object) => answer(campaigns.odile, 'POST', '/campaigns', { title: 'Essai', until: '2025-12-31', ...more });
    expect(await draft({ until: '2027-01-01' })).toBe('422 dayInFuture');
    expect(await draft({ maxItems: 20_000 })).toBe('422 overBound');
    expect(await draft({ coolingDays: 1 })).toBe('422 underBound');
    expect(await draft({ services: ['NULLE-PART'] })).toBe('422 unknownService');
    expect(await answer(campaigns.marc, 'POST', '/campaigns', { title: 'Essai', until: '2025-12-31' })).toBe('403 forbidden');
    const [one, two] = [await campaigns.in('draft'), await campaigns.in('draft')];
    expect(Number(two.chrono.slice(-3)) - Number(one.chrono.slice(-3))).toBe(1);
    expect(one.chrono).toMatch(/^ELIM-2026-\d{3}$/);
  });

  it('judges each mail that fell due, by what it finds now, and says why', async () => {
    const [old = '', held = '', differs = '', early = ''] = due;
    const hold = newId();
    await house.store.db.insertInto('hold').values({ id: hold, entity_id: 'default', kind: 'litigation', title: 'Contentieux', reason: 'TA', review_on: '2027-01-01', scope_kind: 'mails', created_by: 'x', created_by_name: 'x' }).execute();
    await house.store.db.insertInto('hold_mail').values({ hold_id: hold, mail_id: held }).execute();
    const part = await house.store.db.selectFrom('record_part').select('node_id').where('mail_id', '=', differs).executeTakeFirstOrThrow();
    const asOf = (day: string) => running.house.repository.records.execute(part.node_id, { name: 'editDispositionActionAsOfDate', asOf: `${day}T11:00:00.000Z` });
    await asOf('2024-07-02');
    // The stored day alone makes nothing due.
    await house.store.db.updateTable('mail').set({ retention_due: '2020-01-01' }).where('id', '=', early).execute();
    const campaign = await campaigns.in('analysed');
    const found = Object.fromEntries((await items(campaign.id)).map(({ mailId, verdict, cause }) => [mailId ?? '', `${verdict} ${cause ?? ''}`.trim()]));
    expect(found).toEqual({ [old]: 'destroy', [held]: 'keep held', [differs]: 'conflict datesDiffer', [early]: 'keep notDue' });
    expect([campaign.counts, campaign.refusals]).toEqual([{ keep: 2, destroy: 1, conflict: 1 }, []]);
    await asOf('2024-07-01');
    await house.store.db.updateTable('hold_mail').set({ released_at: clock.now }).where('hold_id', '=', hold).execute();
    await house.store.db.updateTable('mail').set({ retention_due: '2029-07-01' }).where('id', '=', early).execute();
    expect((await campaigns.step(campaign.id, 'analyse')).counts).toEqual({ keep: 0, destroy: 3, conflict: 0 });
  });

  it('is not frozen beyond its bounds, nor empty', async () => {
    const small = await campaigns.in('analysed', { maxItems: 2 });
    expect(await answer(campaigns.odile, 'POST', `/campaigns/${small.id}/freeze`, { revision: small.revision })).toBe('409 tooManyItems');
    const share = await campaigns.in('analysed', { maxShare: 0.5 });
    expect(share.refusals.map(({ code }) => code)).toEqual(['tooLargeShare']);
    const none = await campaigns.in('analysed', { until: '2020-01-01' });
    expect(await answer(campaigns.odile, 'POST', `/campaigns/${none.id}/freeze`, { revision: none.revision })).toBe('409 nothingToEliminate');
  });

  it('freezes what it read back from Alfresco, and nobody changes those mails or takes them into another list', async () => {
    const [first = '', second = ''] = due;
    const document = await house.store.db.selectFrom('document').select(['id', 'sha512']).where('mail_id', '=', second).executeTakeFirstOrThrow();
    await house.store.db.updateTable('document').set({ sha512: document.sha512.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }).where('id', '=', document.id).execute();
    const campaign = await campaigns.in('frozen');
    await house.store.db.updateTable('document').set({ sha512: document.sha512 }).where('id', '=', document.id).execute();
    expect((await items(campaign.id)).find(({ mailId }) => mailId === second)?.cause).withContext('its bytes are not those that came in').toBe('contentAltered');
    expect((await items(campaign.id, '&listed=true')).map(({ position }) => position)).toEqual([1, 2]);

    const manifest = await file(campaigns.odile, `/campaigns/${campaign.id}/files/${campaign.files.find(({ kind }) => kind === 'manifest')?.id}`);
    expect(createHash('sha512').update(manifest).digest('hex')).toBe(campaign.manifestSha512 ?? '');
    const said = JSON.parse(manifest.toString()) as { items: { id: string; documents: { node: string; sha512: string }[] }[] };
    expect(canonicalJson(said)).toBe(manifest.toString());
    const [listed] = said.items[0]?.documents ?? [];
    expect(await house.administrator.nodes.digest(listed?.node ?? '', 'sha512')).toBe(listed?.sha512 ?? '');

    const sophie = await house.client('sophie.martel', running.url);
    expect(await answer(sophie, 'POST', `/mails/${first}/retention-trigger`, { day: '2025-01-01', reason: 'essai' })).toBe('409 inCampaign');
    expect(await answer(sophie, 'POST', `/mails/${first}/links`, { to: second, kind: 'concerns' })).toBe('409 inCampaign');
    const other = await campaigns.in('analysed');
    expect((await items(other.id)).filter(({ cause }) => cause === 'otherCampaign').length).toBe(2);
  });

  it('lets a mail be taken out before it is validated, and freezes the rest anew', async () => {
    const campaign = await campaigns.in('frozen');
    const [item] = await items(campaign.id, '&listed=true');
    await campaigns.odile.post(`/campaigns/${campaign.id}/items/mail/${item?.subject}/take-out`, { revision: campaign.revision, reason: 'intérêt historique' });
    const again = await until('it is frozen anew', async () => {
      const now = await campaigns.odile.get<CampaignView>(`/campaigns/${campaign.id}`);
      return now.state === 'frozen' && now;
    });
    expect([again.items, again.manifestSha512 === campaign.manifestSha512]).toEqual([2, false]);
    expect((await items(campaign.id)).find(({ subject }) => subject === item?.subject)).toEqual(jasmine.objectContaining({ verdict: 'keep', cause: 'takenOut', params: { reason: 'intérêt historique', by: 'Odile Charpentier' } }));
    await campaigns.step(campaign.id, 'validate');
    expect(await answer(campaigns.odile, 'POST', `/campaigns/${campaign.id}/items/mail/${item?.subject}/take-out`, { revision: again.revision + 1, reason: 'trop tard' })).toBe('409 notInCampaignState');
  });

  it('goes through two persons and the head of each service to the archivist; each sees their part', async () => {
    const { odile, bertrand, marc, hortense } = campaigns;
    const frozen = await campaigns.in('frozen');
    const path = `/campaigns/${frozen.id}`;
    const sound = { revision: frozen.revision, items: frozen.items, documents: frozen.documents, manifestSha512: frozen.manifestSha512 };
    // A head whom Bannette knows: else who heads the service above stands in.
    await marc.get('/me');
    expect(await answer(bertrand, 'GET', path)).toBe('404 notFound');
    const early = await marc.get<CampaignView>(path);
    expect([early.items, early.actions, early.signatures.map(({ yours }) => yours)]).withContext('the head sees the list while a mail can still be taken out of it').toEqual([3, [], [false]]);
    expect(await answer(marc, 'POST', `${path}/sign`, { service: 'ROUTES', manifestSha512: frozen.manifestSha512 })).withContext('not before it is approved').toBe('409 notInCampaignState');
    expect(await answer(odile, 'POST', `${path}/validate`, { ...sound, items: frozen.items + 1 })).toBe('409 otherList');
    expect(await answer(odile, 'POST', `${path}/validate`, { ...sound, revision: 1 })).toBe('409 staleCampaign');
    const validated = await campaigns.step(frozen.id, 'validate');
    expect([validated.waitingFor, validated.actions]).toEqual(['approver', ['cancel']]);
    expect(await answer(odile, 'POST', `${path}/approve`, { ...sound, revision: validated.revision })).toBe('403 forbidden');
    expect(await answer(await house.client('sophie.martel', running.url), 'GET', path)).toBe('404 notFound');
    const approved = await campaigns.step(frozen.id, 'approve');
    expect(await answer(odile, 'POST', `${path}/submit`, { revision: approved.revision, archivists: ['hortense.aubry'] })).toBe('409 unsigned');
    expect((await marc.get<{ items: EliminationLineView[] }>(`${path}/lines`)).items.map(({ service, items: mails }) => [service, mails])).toEqual([['ROUTES', 1], ['ROUTES', 2]]);
    expect((await file(marc, `${path}/bordereau`)).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await answer(bertrand, 'POST', `${path}/sign`, { service: 'ROUTES', manifestSha512: frozen.manifestSha512 })).toBe('403 forbidden');
    const signed = await campaigns.step(frozen.id, 'sign');
    expect(signed.signatures.map(({ service, by }) => [service, by?.displayName])).toEqual([['ROUTES', 'Marc Delmas']]);
    expect(await answer(marc, 'POST', `${path}/sign`, { service: 'ROUTES', manifestSha512: frozen.manifestSha512 })).toBe('409 alreadySigned');
    expect(await answer(odile, 'POST', `${path}/submit`, { revision: signed.revision, archivists: ['marc.delmas'] })).toBe('422 notAnArchivist');
    const submitted = await campaigns.step(frozen.id, 'submit');
    expect([submitted.state, submitted.waitingFor, submitted.files.map(({ kind }) => kind).sort()]).toEqual(['submitted', 'archivist', ['bordereauCsv', 'bordereauPdf', 'manifest']]);
    const csv = (await file(odile, `${path}/files/${submitted.files.find(({ kind }) => kind === 'bordereauCsv')?.id}`)).toString();
    expect([csv.includes(frozen.manifestSha512 ?? '-'), csv.includes('Marc Delmas'), csv.includes('AD/2026/1'), csv.includes('Vasseur')]).toEqual([true, true, true, false]);
    expect(JSON.stringify(await hortense.get('/visas'))).withContext('it was sent to her').toContain(frozen.chrono);
  });

  it('is signed for a service without a head by the head above, or by whom the archives name with a reason, never by who had a part in the list', async () => {
    const { odile, bertrand } = campaigns;
    const ines = await house.client('ines.kaci', running.url);
    await Promise.all([ines.get('/me'), bertrand.get('/me')]);
    const { id, manifestSha512 } = await campaigns.in('approved');
    const path = `/campaigns/${id}`;
    expect(await answer(ines, 'GET', path)).toBe('404 notFound');
    const { db } = house.store;
    // Whoever was head has left; nobody of the service has been named since.
    await sql`UPDATE person SET groups = array_remove(groups, 'GROUP_GEC_S_ROUTES__RESPONSABLE')`.execute(db);
    const above = await bertrand.get<CampaignView>(path);
    expect(above.signatures.map((one) => [one.above, one.yours])).withContext('he approved it').toEqual([['Direction générale des services', false]]);
    expect(await answer(bertrand, 'POST', `${path}/sign`, { service: 'ROUTES', manifestSha512 })).toBe('409 ownList');

    const name = (person: string, by = odile) => answer(by, 'POST', `${path}/signatories`, { service: 'ROUTES', person, reason: 'poste vacant depuis mars' });
    expect([await name('odile.charpentier'), await name('bertrand.lacaze'), await name('hortense.aubry'), await name('personne'), await name('ines.kaci', bertrand)]).toEqual(['409 ownList', '409 ownList', '422 notASignatory', '422 notASignatory', '403 forbidden']);
    expect((await odile.get<{ items: { id: string }[] }>(`${path}/signatories?q=kac`)).items.map(({ id: person }) => person)).toEqual(['ines.kaci']);
    expect(await name('ines.kaci')).toBe('200');
    const hers = await ines.get<CampaignView>(path);
    expect(hers.signatures.map(({ named, yours }) => [named?.person.displayName, named?.reason, yours])).toEqual([['Inès Kaci', 'poste vacant depuis mars', true]]);
    expect((await ines.get<{ items: { id: string }[] }>('/campaigns')).items.map((one) => one.id)).toEqual([id]);
    await until('she is told', async () => db.selectFrom('notice').select('id').where('audience', '=', 'ines.kaci').where('kind', '=', 'campaign.toSign').executeTakeFirst());
    await ines.post(`${path}/sign`, { service: 'ROUTES', manifestSha512 });
    expect(await name('sophie.martel')).toBe('409 alreadySigned');
    await expectAsync(sql`UPDATE campaign_signatory SET reason = 'x' WHERE campaign_id = ${id}`.execute(db)).toBeRejected();
    const { files } = await campaigns.step(id, 'submit');
    expect((await file(odile, `${path}/files/${files.find(({ kind }) => kind === 'bordereauCsv')?.id}`)).toString()).toContain('désigné par les archives, le responsable étant empêché : poste vacant depuis mars');
    await sql`UPDATE person SET groups = groups || 'GROUP_GEC_S_ROUTES__RESPONSABLE'::text WHERE id = 'marc.delmas'`.execute(db);
  });

  it('is kept by the database itself: two persons, one list at a time, nothing altered afterwards', async () => {
    const { id } = await campaigns.in('validated');
    const { db } = house.store;
    const approve = (by: string) => sql`update campaign set state = 'approved', approved_by = ${by}, approved_at = now() where id = ${id}`.execute(db);
    for (const by of ['odile.charpentier', 'system', 'bannette-svc', 'bannette-purge']) await expectAsync(approve(by)).withContext(by).toBeRejected();
    await expectAsync(sql`update campaign set approved_by = 'x' where state = 'draft' and validated_by is null`.execute(db)).withContext('none to reject').toBeResolved();
    const harms = [
      "update campaign_item set documents = '[]' where position = 1",
      'update campaign_item set position = 9 where position = 1',
      'delete from campaign_item where position = 1',
      "update campaign set manifest_sha512 = 'x'",
      "update campaign set validated_by = 'someone else'",
      "update campaign set state = 'executing'",
      "update campaign_file set name = 'x'",
      'delete from campaign_file',
      `insert into campaign_claim select subject_kind, subject_id, campaign_id from campaign_claim`,
    ];
    for (const harm of harms) await expectAsync(sql.raw(harm.includes('campaign_claim') || harm.includes('campaign_file') ? harm : `${harm} ${harm.includes('where') ? 'and' : 'where'} ${harm.includes('campaign set') ? 'id' : 'campaign_id'} = '${id}'`).execute(db)).withContext(harm).toBeRejected();
    await campaigns.step(id, 'approve');
    const { manifestSha512 } = await campaigns.odile.get<CampaignView>(`/campaigns/${id}`);
    const signed = (by: string, capacity: string) => db.insertInto('campaign_signature').values({ campaign_id: id, service: 'ROUTES', person: by, person_name: by, signed_at: clock.now, manifest_sha512: manifestSha512 ?? '', capacity: capacity as 'named', above: capacity === 'above' ? 'DGS' : null }).execute();
    for (const [by, capacity] of [['bertrand.lacaze', 'above'], ['odile.charpentier', 'above'], ['ines.kaci', 'named'], ['ines.kaci', 'delegate']] as const) await expectAsync(signed(by, capacity)).withContext(`${by} ${capacity}`).toBeRejected();
    const delegation = newId();
    await campaigns.marc.get('/me');
    const sophie = await house.client('sophie.martel', running.url);
    expect(await answer(sophie, 'GET', `/campaigns/${id}`)).toBe('404 notFound');
    await db.insertInto('delegation').values({ id: delegation, entity_id: 'default', delegator: 'marc.delmas', delegator_name: 'Marc Delmas', starts_on: '2026-01-01', powers: ['sign'], types: [], services: [], created_by: 'marc.delmas', created_by_name: 'Marc Delmas' }).execute();
    await db.insertInto('delegation_delegate').values({ delegation_id: delegation, delegate: 'sophie.martel', delegate_name: 'Sophie Martel' }).execute();
    expect((await sophie.get<{ rooms: string[] }>('/me')).rooms).toContain('campaigns');
    const shown = await sophie.post<CampaignView>(`/campaigns/${id}/sign`, { service: 'ROUTES', manifestSha512 });
    expect(shown.signatures.map(({ by, capacity, replaces }) => [by?.displayName, capacity, replaces])).toEqual([['Sophie Martel', 'delegate', 'Marc Delmas']]);
    expect((await readJournal(db, { subjectKind: 'campaign', subjectId: id, limit: 100 })).find(({ type }) => type === 'campaign.signed')?.onBehalfOf).toBe('marc.delmas');
    await db.updateTable('delegation').set({ ended_at: clock.now }).where('id', '=', delegation).execute();
    await expectAsync(sql`delete from campaign_signature where campaign_id = ${id}`.execute(db)).toBeRejected();
  });
});

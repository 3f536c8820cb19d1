import { acknowledgementsMissing } from '@bannette/house';
import { headGroup, houseGroups, type ProcessingRegister, type ProcessingSetting } from '@bannette/domain';
import type { ProcessingExportView, PurgeView } from '@bannette/http';
import { keepTerms } from '@bannette/retention';
import { tellForecast, watchPurges } from '@bannette/rgpd';
import { newId } from '@bannette/store';
import type { Running } from '../serve.js';
import { startTestHouse, until, type Client, type TestHouse } from '../testing/index.js';

interface Processings {
  readonly register: ProcessingRegister;
  readonly version: number;
  readonly lastExport?: ProcessingExportView;
  readonly changes?: { readonly entries: readonly { readonly code: string; readonly change: string; readonly fields: readonly string[] }[] };
  readonly mayChange: boolean;
}
interface Warnings {
  readonly items: readonly { readonly warning: string; readonly service?: { readonly code: string }; readonly acknowledgeBy: string; readonly acknowledgedBy?: string; readonly escalatedAt?: string }[];
  readonly missing: number;
  readonly yours: number;
  readonly required: boolean;
}
interface Told {
  readonly audience: string;
  readonly kind: string;
  readonly params: { readonly [name: string]: string | number };
  readonly link: string | null;
}

describe('What the RGPD asks of the house', () => {
  let house: TestHouse;
  let running: Running;
  let now = new Date('2026-05-11T08:00:00Z');
  let dpo: Client;
  let archives: Client;
  let head: Client;
  let approver: Client;
  let agent: Client;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve({ BANNETTE_RETENTION_CRON: '0 0 1 1 *' }, { now: () => now });
    [dpo, archives, head, approver, agent] = (await Promise.all(['karim.benali', 'odile.charpentier', 'marc.delmas', 'bertrand.lacaze', 'ines.kaci'].map((person) => house.client(person, running.url)))) as [Client, Client, Client, Client, Client];
    await Promise.all([head.get('/me'), approver.get('/me')]);
    await house.store.db.insertInto('person').values({ id: 'head.of.finances', display_name: 'F', email: null, groups: [headGroup('FINANCES')] }).execute();
  }, 120_000);
  afterAll(() => house.close(), 60_000);

  const settings = async <K extends string>(client: Client): Promise<{ settings: { readonly [kind in K]: unknown }; versions: { readonly [kind: string]: number } }> => client.get('/settings');
  const publish = async (client: Client, kind: string, change: (data: unknown) => unknown) => {
    const { settings: all, versions } = await settings(client);
    return client.call<{ code?: string }>('PUT', `/settings/${kind}`, { data: change((all as { readonly [kind: string]: unknown })[kind]), comment: 'essai', basedOn: versions[kind] ?? 0 });
  };
  const bytes = async (client: Client, path: string): Promise<Buffer> => {
    const response = await fetch(`${running.url}/bannette/api/v1${path}`, { headers: { authorization: `Basic ${Buffer.from(client.ticket).toString('base64')}` } });
    expect(response.status).withContext(path).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };
  /** A closed mail of ROUTES, as years ago. */
  const closedMail = async (more: object = {}): Promise<string> => {
    const id = newId();
    const groups = JSON.stringify([]);
    await house.store.db
      .insertInto('mail')
      .values({ id, entity_id: 'default', category: 'incoming', state: 'closed', channel: 'post', type: 'VOIRIE', service: 'ROUTES', schedule_row: 'ROU-03', retention_trigger: '2022-03-04', retention_due: '2027-03-04', copies: [], readers: [headGroup('ROUTES'), 'GROUP_GEC_S_ROUTES'], listers: ['GROUP_GEC_S_ROUTES'], confidentiality: 0, parties: groups, proposals: '{}', closed_at: new Date('2022-03-04T10:00:00Z'), ...more } as never)
      .execute();
    return id;
  };
  /** A campaign as R4's page would have brought it there: rows, then the journal's entry. */
  const campaign = async (state: string, more: object = {}): Promise<string> => {
    const id = newId();
    await house.store.db
      .insertInto('campaign')
      .values({ id, entity_id: 'default', year: 2026, number: Math.trunc(Number(`0x${id.slice(-6)}`)), chrono: `ELIM-2026-${id.slice(-6)}`, title: 'Chronos', state, until: '2026-05-01', max_items: 100, max_share: 0.5, max_errors: 5, cooling_days: 7, created_by: 'odile.charpentier', created_by_name: 'Odile Charpentier', ...more } as never)
      .execute();
    for (const [line, service, items] of [[1, 'ROUTES', 3], [2, 'FINANCES', 2]] as const) {
      await house.store.db.insertInto('campaign_line').values({ campaign_id: id, line, service, service_label: service, row: 'ROU-03', row_label: 'Voirie', years: 5, reference: 'AD', year: 2019, first_day: '2019-01-02', last_day: '2019-12-30', items, documents: items, bytes: 1000, visa: null, visa_reason: null }).execute();
    }
    return id;
  };
  const hear = (id: string, type: string, actor = 'odile.charpentier') => house.store.transaction({ entityId: 'default', actor }, async (tx) => tx.append({ type, subjectKind: 'campaign', subjectId: id, data: {} }));
  const told = async (id: string): Promise<Told[]> => (await house.store.db.selectFrom('notice').select(['audience', 'kind', 'params', 'link']).execute()).filter(({ link, params }) => link === `/campaigns/${id}` || params['number'] === `ELIM-2026-${id.slice(-6)}`) as Told[];
  const toldOf = async (id: string, kind: string, audience: string): Promise<Told | undefined> => (await told(id)).find((notice) => notice.kind === kind && notice.audience === audience);
  /** A schedule whose row of ROUTES is agreed, and tells when personal data come to their term. */
  const agree = async (): Promise<void> => {
    const inForce = async (): Promise<boolean> => (await running.house.settings()).schedule.rows.some(({ personalDataYears }) => personalDataYears === 2);
    if (await inForce()) return;
    const { schedule } = await running.house.settings();
    const { version } = await house.store.db.selectFrom('setting_version').select((eb) => eb.fn.max('version').as('version')).where('kind', '=', 'schedule').executeTakeFirstOrThrow();
    const agreed = { by: 'Archives départementales', on: '2026-01-05', reference: '12/2026' };
    const rows = schedule.rows.map((row) => (row.code === 'ROU-03' ? { ...row, years: 5, finalSort: 'D' as const, agreed, personalData: 'ordinary' as const, personalDataYears: 2 } : row));
    await house.store.db.insertInto('setting_version').values({ entity_id: 'default', kind: 'schedule', version: version + 1, data: JSON.stringify({ ...schedule, rows }), published_by: 'system', comment: 'x' } as never).execute();
    await until('the schedule is in force', inForce);
  };
  const warnings = (client: Client, id: string) => client.get<Warnings>(`/campaigns/${id}/warnings`);
  const moveTo = (id: string, state: string, more: object = {}) => house.store.db.updateTable('campaign').set({ state, ...more } as never).where('id', '=', id).execute();
  const visa = { approved_by: 'bertrand.lacaze', validated_by: 'odile.charpentier', visa_by: 'H. Aubry', visa_on: '2026-05-11', visa_reference: 'V-1', manifest_sha512: 'aa', visa_manifest_sha512: 'aa', cooling_until: new Date('2026-05-27T22:00:00Z') };

  it('keeps a register of processings that is computed from types, services and the schedule, for who answers for it', async () => {
    await closedMail();
    const { register, mayChange } = await dpo.get<Processings>('/processings');
    const entry = register.entries.find(({ code }) => code === 'VOIRIE');
    expect([mayChange, entry?.durations.map(({ code }) => code).includes('ROU-03'), entry?.services.find(({ code }) => code === 'ROUTES')?.mails]).toEqual([true, true, entry?.mails]);
    expect(entry?.mails).toBeGreaterThan(0);
    expect(register.measures.map(({ code }) => code)).toEqual(jasmine.arrayContaining(['chainedJournal', 'backups']));
    expect(register.places).toContain('alfresco');
    expect((await archives.get<Processings>('/processings')).mayChange).toBeFalse();
    expect([(await head.call('GET', '/processings')).status, (await agent.call('GET', '/processings/exports')).status, (await head.call('POST', '/processings/exports', {})).status]).toEqual([403, 403, 403]);
  });

  it('lets the DPO publish the register, and nothing else', async () => {
    const changed = (data: unknown) => (data as ProcessingSetting[]).map((each) => (each.code === 'VOIRIE' ? { ...each, recipients: [...each.recipients, 'Gestionnaires de réseaux'] } : each));
    expect((await publish(archives, 'processings', changed)).status).toBe(403);
    expect((await publish(dpo, 'types', (data) => data)).status).toBe(403);
    expect((await publish(dpo, 'processings', (data) => [...(data as ProcessingSetting[]), { ...(data as ProcessingSetting[])[0], code: 'ENCORE' }])).body).toEqual(jasmine.objectContaining({ code: 'settingsFlaw' }));
    expect((await publish(dpo, 'processings', changed)).status).toBe(200);
  });

  it('exports it as CSV and PDF/A, numbered and journaled, and tells what changed since', async () => {
    now = new Date('2026-05-11T08:00:00Z');
    const first = await dpo.post<ProcessingExportView>('/processings/exports');
    const [csv, pdf] = [(await bytes(archives, `/processings/exports/${first.number}/file?form=csv`)).toString('utf8'), await bytes(dpo, `/processings/exports/${first.number}/file`)];
    expect(csv.split('\r\n').length).toBe(first.processings + 6);
    for (const words of ['Registre des activités de traitement', 'Mission d’intérêt public (art. 6.1 e)', 'Le registre du courrier est une série distincte', 'durée non agréée', 'Département de la Lys-et-Loire']) expect(csv).withContext(words).toContain(words);
    expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect(pdf.includes('pdfaid:part')).toBeTrue();
    const change = (await publish(dpo, 'processings', (data) => (data as ProcessingSetting[]).map((each) => (each.code === 'VOIRIE' ? { ...each, purpose: 'Entretenir les routes' } : each)))).status;
    expect(change).toBe(200);
    // What is computed may change meanwhile, with other specs' settings.
    const changed = async () => (await dpo.get<Processings>('/processings')).changes?.entries.find(({ code, fields }) => code === 'VOIRIE' && fields?.includes('purpose'));
    await until('the new register is in force', changed);
    expect((await changed())?.change).toBe('changed');
    const second = await dpo.post<ProcessingExportView>('/processings/exports');
    expect([second.number, await changed()]).toEqual([first.number + 1, undefined]);
    expect((await dpo.get<{ entries: { code: string }[] }>(`/processings/exports/${second.number}/changes`)).entries.map(({ code }) => code)).toContain('VOIRIE');
    const entries = await house.store.db.selectFrom('journal').select('data').where('type', '=', 'processing.exported').orderBy('seq').execute();
    expect(entries.map(({ data }) => (data as { csv?: string }).csv)).toEqual([first.csvSha256, second.csvSha256]);
    await expectAsync(house.store.db.updateTable('processing_export').set({ made_by_name: 'X' }).execute()).toBeRejected();
    expect((await dpo.call('GET', '/processings/exports/99/file')).status).toBe(404);
  });

  it('tells heads and the DPO before a purge, who take note of it, and whose turn it is', async () => {
    now = new Date('2026-05-11T08:00:00Z');
    const id = await campaign('validated', { validated_by: 'odile.charpentier', validated_at: now });
    await hear(id, 'campaign.validated');
    await until('the DPO is told', async () => toldOf(id, 'campaign.validated', houseGroups.dpo));
    expect((await toldOf(id, 'campaign.validated', headGroup('ROUTES')))?.params).toEqual(jasmine.objectContaining({ count: 3, service: 'Routes et mobilités' }));
    expect((await toldOf(id, 'campaign.toApprove', houseGroups.approvers))?.params).toEqual(jasmine.objectContaining({ count: 5 }));
    expect(JSON.stringify(await told(id))).not.toMatch(/Odile|Chronos/);
    await moveTo(id, 'approved', { approved_by: 'bertrand.lacaze', approved_at: now });
    await hear(id, 'campaign.approved', 'bertrand.lacaze');
    await until('the head is to sign', async () => toldOf(id, 'campaign.approved', headGroup('ROUTES')));
    expect((await warnings(head, id)).items.map(({ warning, service }) => `${warning} ${service?.code}`)).toEqual(['validated ROUTES', 'approved ROUTES']);
    expect([(await warnings(dpo, id)).items.length, (await warnings(dpo, id)).yours, (await agent.call('GET', `/campaigns/${id}/warnings`)).status, (await archives.call('POST', `/campaigns/${id}/acknowledge`)).status]).toEqual([6, 2, 404, 403]);
    const noted = await head.post<Warnings>(`/campaigns/${id}/acknowledge`);
    expect([noted.missing, noted.yours, noted.items[0]?.acknowledgedBy, noted.items[0]?.acknowledgeBy]).toEqual([0, 0, 'Marc Delmas', '2026-05-20']);
    await head.post(`/campaigns/${id}/acknowledge`);
    expect((await house.store.db.selectFrom('journal').select('actor').where('type', '=', 'campaign.acknowledged').where('subject_id', '=', id).execute()).map(({ actor }) => actor)).toEqual(['marc.delmas']);
    expect((await acknowledgementsMissing(house.store.db, id)).map(({ warning, service }) => `${warning} ${service ?? 'DPO'}`).sort()).toEqual(['approved DPO', 'approved FINANCES', 'validated DPO', 'validated FINANCES']);
    const { items } = await dpo.get<{ items: PurgeView[] }>('/purges');
    expect(items.find((each) => each.id === id)).toEqual(jasmine.objectContaining({ mails: 5, warnings: 6, missing: 4, yours: 2, services: ['Finances', 'Routes et mobilités'] }));
    expect((await head.call('GET', '/purges')).status).toBe(403);
    for (const [line, service] of ['FINANCES', 'ROUTES'].entries()) {
      await house.store.db.insertInto('campaign_signature').values({ campaign_id: id, service, person: `p${line}`, person_name: 'P', signed_at: now, manifest_sha512: 'aa' }).execute();
      await hear(id, 'campaign.signed', `p${line}`);
    }
    await until('the archives are to submit it', async () => toldOf(id, 'campaign.toSubmit', houseGroups.archives));
    await moveTo(id, 'submitted', { archivists: ['hortense.aubry'] });
    await hear(id, 'campaign.submitted');
    await until('the archivist is to decide', async () => toldOf(id, 'campaign.toDecide', 'hortense.aubry'));
    await moveTo(id, 'cancelled');
  });

  it('tells for a service without a head the head above, once for each such service, and whom the archives named to sign; the head that it has since takes note, too', async () => {
    now = new Date('2026-05-11T08:00:00Z');
    const { db } = house.store;
    const heads = (groups: readonly string[]) => db.updateTable('person').set({ groups: [...groups] }).where('id', '=', 'head.of.finances').execute();
    const known = await db.selectFrom('person').select('groups').where('id', '=', 'marc.delmas').executeTakeFirstOrThrow();
    await heads([]);
    await db.updateTable('person').set({ groups: [] }).where('id', '=', 'marc.delmas').execute();
    const id = await campaign('approved', { validated_by: 'odile.charpentier', validated_at: now, approved_by: 'bertrand.lacaze', approved_at: now, manifest_sha512: 'aa' });
    const ofHeads = async (): Promise<string[]> => (await db.selectFrom('purge_warning').select(['warning', 'audience', 'service']).where('campaign_id', '=', id).where('service', 'is not', null).execute()).map(({ warning, audience, service }) => `${warning} ${service} ${audience}`).sort();
    await hear(id, 'campaign.approved');
    await until('the DPO is told', async () => toldOf(id, 'campaign.approved', houseGroups.dpo));
    const dgs = headGroup('DGS');
    expect(await ofHeads()).toEqual([`approved FINANCES ${dgs}`, `approved ROUTES ${dgs}`]);
    for (const kind of ['campaign.approved', 'campaign.toSign']) expect((await told(id)).filter((notice) => notice.kind === kind && notice.audience === dgs).map(({ params }) => params['service']).sort()).withContext(kind).toEqual(['Finances', 'Routes et mobilités']);
    expect((await warnings(approver, id)).yours).toBe(2);
    await db.insertInto('campaign_signatory').values({ campaign_id: id, service: 'FINANCES', person: 'ines.kaci', person_name: 'Inès Kaci', reason: 'poste vacant', named_by: 'odile.charpentier', named_by_name: 'Odile', named_at: now }).execute();
    await moveTo(id, 'cooling', visa);
    await hear(id, 'campaign.visaRecorded');
    await until('who was named is told', async () => toldOf(id, 'campaign.visaRecorded', 'ines.kaci'));
    expect((await warnings(agent, id)).yours).toBe(1);
    expect((await agent.post<Warnings>(`/campaigns/${id}/acknowledge`)).missing).toBe(0);
    await db.updateTable('person').set({ groups: known.groups }).where('id', '=', 'marc.delmas').execute();
    await heads([headGroup('FINANCES')]);
    expect((await warnings(head, id)).items.map(({ warning, service }) => `${warning} ${service?.code}`)).toEqual(['approved ROUTES', 'visaRecorded ROUTES']);
    expect((await head.post<Warnings>(`/campaigns/${id}/acknowledge`)).yours).toBe(0);
    expect((await acknowledgementsMissing(db, id)).map(({ warning, service }) => `${warning} ${service ?? 'DPO'}`).sort()).toEqual(['approved DPO', 'approved FINANCES', 'visaRecorded DPO']);
    await moveTo(id, 'cancelled');
  });

  it('tells the general direction what nobody took note of in time, once, on a day that is worked', async () => {
    now = new Date('2026-05-11T08:00:00Z');
    const id = await campaign('cooling', visa);
    await hear(id, 'campaign.visaRecorded');
    await until('the head is warned', async () => toldOf(id, 'campaign.visaRecorded', headGroup('FINANCES')));
    expect((await toldOf(id, 'campaign.visaRecorded', headGroup('FINANCES')))?.params).toEqual(jasmine.objectContaining({ day: '2026-05-28', count: 2 }));
    await head.post(`/campaigns/${id}/acknowledge`);
    now = new Date('2026-05-19T08:00:00Z');
    await watchPurges(running.house);
    expect(await toldOf(id, 'campaign.ignored', houseGroups.archives)).toBeUndefined();
    now = new Date('2026-05-23T08:00:00Z');
    await watchPurges(running.house);
    expect(await toldOf(id, 'campaign.ignored', houseGroups.archives)).withContext('a Saturday').toBeUndefined();
    now = new Date('2026-05-26T08:00:00Z');
    await Promise.all([watchPurges(running.house), watchPurges(running.house)]);
    await watchPurges(running.house);
    for (const audience of [houseGroups.archives, houseGroups.approvers, headGroup('DGS')]) expect((await told(id)).filter((notice) => notice.kind === 'campaign.ignored' && notice.audience === audience).length).withContext(audience).toBe(1);
    expect((await toldOf(id, 'campaign.soon', headGroup('ROUTES')))?.params).withContext('two days before').toEqual(jasmine.objectContaining({ day: '2026-05-28' }));
    const { items } = await approver.get<{ items: PurgeView[] }>('/purges');
    expect(items.find((each) => each.id === id)).toEqual(jasmine.objectContaining({ startsOn: '2026-05-28', escalated: 2 }));
    expect((await warnings(dpo, id)).required).toBeFalse();
    await moveTo(id, 'executed', { executed_at: now });
    await hear(id, 'campaign.executed', 'system');
    await until('it is told afterwards', async () => toldOf(id, 'campaign.executed', headGroup('ROUTES')));
    expect((await dpo.get<{ items: PurgeView[] }>('/purges?done=true')).items.map((each) => each.id)).toContain(id);
  });

  it('narrows access at the term of personal data and proposes the mail in the campaign of its year, and never deletes it', async () => {
    now = new Date('2026-06-01T08:00:00Z');
    const [reached, later] = [await closedMail(), await closedMail({ retention_trigger: '2024-06-02' })];
    await agree();
    await keepTerms(running.house);
    const row = async (id: string) => house.store.db.selectFrom('mail').select(['personal_term', 'intermediate_at', 'readers', 'state']).where('id', '=', id).executeTakeFirstOrThrow();
    expect(await row(reached)).toEqual(jasmine.objectContaining({ personal_term: '2024-03-04', intermediate_at: now, state: 'closed', readers: jasmine.arrayWithExactContents([headGroup('ROUTES'), 'GROUP_GEC_S_ROUTES__SECRETARIAT']) as never }));
    expect(await row(later)).toEqual(jasmine.objectContaining({ personal_term: '2026-06-02', intermediate_at: null }));
    const terms = await dpo.get<{ years: { year: number; reached: number; campaign?: { id: string; title: string; state: string } }[] }>('/personal-terms');
    const year = terms.years.find((each) => each.year === 2024);
    expect([year?.campaign?.title, year?.campaign?.state]).toEqual(['Termes de données personnelles 2026', 'draft']);
    const standing = year?.campaign?.id ?? '';
    await until('the DPO is told', async () => (await house.store.db.selectFrom('notice').select('id').where('kind', '=', 'retention.personalTerms').where('audience', '=', houseGroups.dpo).execute()).length === 1);
    now = new Date('2026-06-02T08:00:00Z');
    await keepTerms(running.house);
    await keepTerms(running.house);
    const proposed = await house.store.db.selectFrom('personal_term').select(['campaign_id', 'mail_id']).where('mail_id', 'in', [reached, later]).execute();
    expect(proposed.map(({ campaign_id }) => campaign_id)).toEqual([standing, standing]);
    expect((await house.store.db.selectFrom('journal').select('seq').where('type', '=', 'mail.personalTermReached').where('subject_id', '=', reached).execute()).length).withContext('once').toBe(1);
    expect((await house.store.db.selectFrom('campaign').select('until').where('id', '=', standing).executeTakeFirstOrThrow()).until).toBe('2026-06-02');
    expect((await agent.call('GET', '/personal-terms')).status).toBe(403);
    await moveTo(standing, 'cancelled');
    await keepTerms(running.house);
    expect((await house.store.db.selectFrom('personal_term').select('campaign_id').where('mail_id', '=', later).executeTakeFirstOrThrow()).campaign_id).withContext('proposed again').not.toBe(standing);
  });

  it('forecasts what falls due in twelve months, of rows that are agreed, to heads of their own service, and tells it once a week', async () => {
    now = new Date('2026-06-01T08:00:00Z');
    await Promise.all([closedMail(), closedMail(), agree()]);
    const { services, months } = await head.get<{ months: string[]; services: { code: string; overdue: number; counts: number[] }[] }>('/purges/forecast');
    expect([months.length, months[0], services.map(({ code }) => code)]).toEqual([12, '2026-06', ['ROUTES']]);
    expect(services[0]?.counts[months.indexOf('2027-03')]).toBeGreaterThan(1);
    expect((await agent.call('GET', '/purges/forecast')).status).toBe(403);
    await tellForecast(running.house);
    now = new Date('2026-06-03T08:00:00Z');
    await tellForecast(running.house);
    const heard = async () => (await house.store.db.selectFrom('notice').select('params').where('kind', '=', 'retention.forecast').where('audience', '=', headGroup('ROUTES')).execute()).length;
    expect(await heard()).toBe(1);
    now = new Date('2026-06-08T08:00:00Z');
    await tellForecast(running.house);
    expect(await heard()).toBe(2);
  });
});

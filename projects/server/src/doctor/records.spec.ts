import { Readable } from 'node:stream';
import { purgeRole, serviceRole, stepsFor, type Repository, type RetentionStep } from '@bannette/alfresco';
import type { ScheduleRow, Settings } from '@bannette/domain';
import { install, installOptions } from '../start/install.js';
import { defaultSettings } from '../start/settings.js';
import { startTestHouse, type TestHouse } from '../testing/index.js';
import { judgeEvents } from './checks/records-events.js';
import { isOpen } from './checks/records-door.js';
import { judgeRoles } from './checks/records-roles.js';
import { judgeSteps } from './checks/schedules.js';
import { between, checked, lookAt, tells } from './examined.spec-support.js';

describe('The doctor looks at records and', () => {
  let house: TestHouse;
  let admin: Repository;
  let agreed: Settings;
  /** A row to be kept, whose schedule a spec spoils. */
  let tampered: ScheduleRow;
  beforeAll(async () => {
    house = await startTestHouse();
    admin = house.administrator;
    const settings = await defaultSettings();
    const agreement = { by: 'Archives départementales', on: '2026-01-15', reference: 'AD/2026/1' };
    const [kept, ...others] = [settings.schedule.rows.find(({ finalSort }) => finalSort === 'C')!, ...settings.schedule.rows.filter(({ finalSort }) => finalSort === 'D').slice(0, 5)];
    tampered = { ...kept, agreed: agreement };
    const withRows = (rows: readonly ScheduleRow[]): Settings => ({ ...settings, schedule: { ...settings.schedule, rows: [...rows] } });
    agreed = withRows(others.map((row, index) => (index < 3 ? { ...row, agreed: agreement } : row)));
    const { plan } = await install(admin, await installOptions(withRows([...agreed.schedule.rows, tampered]), 'default', 'bannette-svc'), house.dataDir);
    expect(plan.problems).toEqual([]);
  }, 120_000);
  afterAll(() => house.close(), 60_000);

  const categoryOf = async (code: string) => {
    const [top] = await admin.records.plan.topCategories();
    const found = (await admin.records.plan.categories(top?.id ?? '')).filter(({ properties }) => properties['gec:retentionRule'] === code);
    return found.at(-1);
  };

  it('finds nothing wrong after an installation', async () => {
    expect([await tells(house, 'recordsRoles'), await tells(house, 'recordsEvents'), await tells(house, 'schedules', { settings: agreed }), await tells(house, 'serviceAccounts')]).toEqual([[], [], [], []]);
  }, 60_000);

  it('takes the groups that AGS makes of the readers of a record for what they are', async () => {
    const { nodes, records } = admin;
    const folder = await records.plan.createFolder((await categoryOf(agreed.schedule.rows[0]?.code ?? ''))?.id ?? '', '2026');
    const document = await nodes.upload({ parentId: '-root-', name: 'declared.txt', type: 'cm:content', properties: {}, mediaType: 'text/plain', size: 1, content: () => Readable.from([Buffer.from('x')]) });
    await records.declare(document.id, folder.id);
    const role = (await records.roles.list()).find(({ name }) => name === 'ExtendedReaders');
    expect([role?.people.length, role?.groups.map((group) => group.slice(0, 10))]).toEqual([0, ['GROUP_IPRR']]);
    expect(await tells(house, 'recordsRoles')).toEqual([]);
    await records.roles.assign('ExtendedReaders', 'clara.moreau');
    expect(await tells(house, 'recordsRoles')).toEqual(['peopleInRole ExtendedReaders']);
    await records.roles.unassign('ExtendedReaders', 'clara.moreau');
  }, 60_000);

  it('tells another role that can delete records, and who has it', async () => {
    await admin.records.roles.create({ name: 'Ménage', label: 'Ménage', capabilities: ['ViewRecords', 'DeleteRecords'] });
    expect(await tells(house, 'recordsRoles')).toEqual([]);
    await admin.records.roles.assign('Ménage', 'clara.moreau');
    expect(checked(await lookAt(house, {}, 'recordsRoles'), 'recordsRoles').findings).toContain({ code: 'canDelete', params: { subject: 'Ménage', authorities: 'clara.moreau', names: 'DeleteRecords' } });
    await admin.records.roles.update({ name: 'Ménage', label: 'Ménage', capabilities: ['ViewRecords'] });
    expect(await tells(house, 'recordsRoles')).toEqual(['peopleInRole Ménage']);
    await admin.records.roles.delete('Ménage');
  }, 60_000);

  it('tells a role of ours that can do more, or less, than it should, and an account that has both', async () => {
    await admin.records.roles.update({ ...serviceRole, capabilities: [...serviceRole.capabilities.slice(1), 'DestroyRecordsScheduledForDestruction'] });
    await admin.records.roles.assign(purgeRole.name, 'bannette-svc');
    expect(await tells(house, 'recordsRoles')).toEqual(['capabilityMissing BannetteService', 'capabilityTooMuch BannetteService', 'accountInBothRoles bannette-svc']);
    await admin.records.roles.unassign(purgeRole.name, 'bannette-svc');
    await admin.records.roles.update(serviceRole);
    expect(await tells(house, 'recordsRoles')).toEqual([]);
  }, 60_000);

  it('tells roles of ours that are gone, that others are in, and accounts of ours in other roles', () => {
    const role = (name: string, capabilities: readonly string[], people: readonly string[], groups: readonly string[] = []) => ({ name, label: name, capabilities, people, groups });
    const accounts = { service: 'svc', purge: 'pg' };
    const codes = (...roles: Parameters<typeof judgeRoles>[0][number][]) => judgeRoles(roles, accounts).map(({ code }) => code);
    expect(codes(role('BannetteService', serviceRole.capabilities, ['svc']))).toEqual(['roleMissing']);
    const good = [role('BannetteService', serviceRole.capabilities, ['svc']), role('BannettePurge', purgeRole.capabilities, ['pg'])];
    expect(codes(...good)).toEqual([]);
    expect(codes(good[0]!, role('BannettePurge', purgeRole.capabilities, ['pg', 'eve']))).toEqual(['strangerInRole']);
    expect(codes(good[0]!, role('BannettePurge', purgeRole.capabilities, []))).toEqual(['accountNotInRole']);
    expect(codes(...good, role('Administrator', ['DeleteRecords'], ['admin', 'pg']))).toEqual(['accountInForeignRole', 'administratorsDelete']);
    expect(codes(...good, role('Administrator', ['DeleteRecords'], ['admin', 'eve']))).toEqual(['administratorsDelete', 'peopleInRole']);
    expect(codes(...good, role('User', ['ViewRecords'], [], ['GROUP_GEC_COURRIER']))).toEqual(['peopleInRole']);
    const inPlace = (capabilities: readonly string[], group = 'GROUP_IPRW-17029620840') => codes(...good, role('ExtendedWriters', capabilities, [], [group]));
    expect([inPlace(['EditNonRecordMetadata', 'ViewRecords']), inPlace(['ViewRecords', 'DeleteRecords']), inPlace(['ViewRecords'], 'GROUP_IPR')]).toEqual([[], ['canDelete'], ['peopleInRole']]);
  });

  it('tells the visa event when somebody removed it', async () => {
    await admin.records.events.delete('gec_visa_elimination');
    expect(await tells(house, 'recordsEvents')).toEqual(['eventMissing gec_visa_elimination']);
    await install(admin, await installOptions(agreed, 'default', 'bannette-svc'), house.dataDir);
    expect(await tells(house, 'recordsEvents')).toEqual([]);
  }, 60_000);

  it('tells an event that AGS would complete by itself, or that was renamed', () => {
    const events = (['gec_cloture', 'gec_visa_elimination', 'gec_versement'] as const).map((name, index) => ({ name, label: ['Bannette – fin d’utilité courante', 'Bannette – visa d’élimination', 'Bannette – versement acquitté'][index]!, type: 'rmEventType.simple' }));
    expect(judgeEvents(events)).toEqual([]);
    expect(judgeEvents(events.map((event) => ({ ...event, type: 'rmEventType.obsolete' }))).map(({ code }) => code)).toEqual(['eventChanged', 'eventChanged', 'eventChanged']);
  });

  it('tells rows without category, agreed rows without schedule, and a schedule that nobody agreed to', async () => {
    const [row] = agreed.schedule.rows;
    const changed = (schedule: readonly ScheduleRow[]) => ({ settings: { ...agreed, schedule: { ...agreed.schedule, rows: [...schedule] } } });
    expect(await tells(house, 'schedules', changed([{ ...row!, code: 'NEU-01' }]))).toEqual(['categoryMissing NEU-01']);
    expect(await tells(house, 'schedules', changed([{ ...row!, agreed: undefined }]))).toEqual([`scheduleExtra ${row!.code}`]);
    const unagreed = agreed.schedule.rows[4]!;
    expect(await tells(house, 'schedules', changed([{ ...unagreed, agreed: row!.agreed }]))).toEqual([`scheduleMissing ${unagreed.code}`]);
  }, 60_000);

  it('tells a step that somebody added in Alfresco', async () => {
    const category = await categoryOf(tampered.code);
    await admin.records.schedules.addStep(category?.id ?? '', { action: 'destroy', period: 'immediately|0', periodFrom: 'cm:created', events: [], anyEvent: true, keepsProperties: true });
    expect(await tells(house, 'schedules', { settings: { ...agreed, schedule: { ...agreed.schedule, rows: [tampered] } } })).toEqual([`destroyForbidden ${tampered.code}`]);
  }, 60_000);

  it('tells each way in which steps can drift', () => {
    const row: ScheduleRow = { code: 'D-1', label: 'x', years: 5, trigger: 'CLOTURE', finalSort: 'D', source: '' };
    const wanted = stepsFor(row);
    const codes = (change: (steps: readonly RetentionStep[]) => readonly RetentionStep[], of: ScheduleRow = row) => judgeSteps(of, change(wanted)).map(({ code }) => code);
    const with_ = (action: string, change: Partial<RetentionStep>) => (steps: readonly RetentionStep[]) => steps.map((step) => (step.action === action ? { ...step, ...change } : step));
    expect(codes((steps) => steps)).toEqual([]);
    expect(codes((steps) => [...steps].reverse())).toEqual(['stepsDiffer']);
    expect(codes(with_('retain', { period: 'year|4' }))).toEqual(['periodDiffers']);
    expect(codes(with_('retain', { periodFrom: 'cm:created' }))).toEqual(['periodDiffers']);
    expect(codes(with_('cutoff', { events: ['case_closed'] }))).toEqual(['eventsDiffer']);
    expect(codes(with_('destroy', { events: [] }))).toEqual(['eventsDiffer']);
    expect(codes(with_('destroy', { period: 'year|1' }))).toEqual(['destroyWithPeriod']);
    expect(codes(with_('destroy', { keepsProperties: false }))).toEqual(['ghostingDiffers']);
    expect(codes((steps) => steps, { ...row, finalSort: 'T' })).toEqual(['destroyForbidden']);
    const both = with_('cutoff', { events: ['one', 'other'], anyEvent: false })(wanted);
    expect([judgeSteps(row, both, both), judgeSteps(row, with_('cutoff', { anyEvent: true })(both), both).map(({ code }) => code)]).toEqual([[], ['andTurnedOr']]);
  });

  it('tells Bannette’s own address when a proxy in front of it lets people through to AGS’s webscripts, and Alfresco’s', async () => {
    const running = await house.serve();
    expect(await tells(house, 'recordsDoor', { variables: { BANNETTE_PUBLIC_URL: running.url } })).toEqual(['doorUnknown']);
    // A proxy that sends /alfresco to Alfresco itself, past Bannette.
    expect(await tells(house, 'recordsDoor', { variables: { BANNETTE_PUBLIC_URL: house.alfrescoUrl } })).toEqual([`doorOpenHere ${house.alfrescoUrl}`, 'doorUnknown']);
    expect(await tells(house, 'recordsDoor', { variables: { BANNETTE_PUBLIC_URL: running.url, ALFRESCO_PUBLIC_URL: house.alfrescoUrl } })).toEqual([`doorOpen ${house.alfrescoUrl}`]);
    const shut = await between(house.alfrescoUrl, { answers: ({ path }, reply) => path.includes('/api/rma') && Boolean(reply.writeHead(403).end()) });
    expect(await tells(house, 'recordsDoor', { variables: { BANNETTE_PUBLIC_URL: running.url, ALFRESCO_PUBLIC_URL: shut.url } })).toEqual([]);
    await shut.close();
    expect(await tells(house, 'recordsDoor', { variables: { BANNETTE_PUBLIC_URL: shut.url, ALFRESCO_PUBLIC_URL: `${house.alfrescoUrl}/alfresco` } })).toEqual([`doorUnreachable ${shut.url}`, `doorOpen ${house.alfrescoUrl}`]);
  }, 60_000);

  it('takes no other sign-in for Alfresco’s', () => {
    const door = (status: number, challenge?: string) => isOpen({ path: '/', status, challenge });
    expect([door(200), door(401, 'Basic realm="Alfresco"'), door(401, 'AlfTicket realm="Alfresco -default- tenant"')]).toEqual([true, true, true]);
    expect([door(403), door(404), door(302), door(401, 'Basic realm="intranet"'), door(401)]).toEqual([false, false, false, false, false]);
  });
});

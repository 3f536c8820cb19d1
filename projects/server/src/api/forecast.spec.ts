import { makeForecasts, remind } from '@bannette/distribution';
import { type CalendarSetting } from '@bannette/domain';
import { apiPrefix, type CalendarPreview, type CommitmentResult, type DeliveryLine, type Mail, type MailLine, type ServiceForecastView } from '@bannette/http';
import { currentSettings } from '@bannette/store';
import type { Running } from '../serve.js';
import { clientOf, signIn, startTestHouse, until, type Client, type TestHouse } from '../testing/index.js';
import { captured } from './captured.spec-support.js';

/** On a Wednesday morning, in the hours of the house. */
const morning = new Date('2026-06-10T07:30:00Z');

describe('Due days, reminders and forecasts', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  let sophie: Client;
  let agent: Client;
  let admin: Client;
  let clock = morning;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve({}, { now: () => clock });
    [clara, sophie, agent] = await Promise.all(['clara.moreau', 'sophie.martel', 'ines.kaci'].map((person) => house.client(person, running.url))) as [Client, Client, Client];
    admin = clientOf('admin', await signIn(house.alfrescoUrl, 'admin', 'admin'), () => running.url);
  }, 60_000);
  afterAll(() => house.close(), 60_000);
  beforeEach(() => (clock = morning));

  const rowOf = (id: string) => house.store.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const distributed = async (type: string, receivedAt: string): Promise<Mail> => {
    const id = await captured(running.house);
    await clara.post(`/mails/${id}/qualify`, { type, sender: { kind: 'individual', name: 'Odile Vasseur' }, subject: 'Une demande', receivedAt, service: 'ROUTES' });
    await until('it is distributed', async () => (await rowOf(id)).state === 'distributed');
    return sophie.mail(id);
  };
  const refused = async (person: Client, path: string, body: object): Promise<string> => {
    const answer = await person.call<{ code: string }>('POST', path, body);
    return `${answer.status} ${answer.body.code}`;
  };
  const remindersOf = async (id: string): Promise<string[]> => ((await sophie.mail(id)).reminders ?? []).map(({ day, to, sentAt }) => `${day} ${to}${sentAt ? ' sent' : ''}`);
  const told = async (id: string, type: string): Promise<unknown[]> => (await house.store.db.selectFrom('journal').select('data').where('subject_id', '=', id).where('type', '=', type).orderBy('seq').execute()).map(({ data }) => data);

  it('say each step from the arrival to the due day, in lists and on the mail’s page', async () => {
    const mail = await distributed('SUBVENTION', '2026-05-04');
    expect(mail.dueBecause?.steps).toEqual([{ code: 'received', day: '2026-05-04' }, { code: 'delay', amount: 2, unit: 'months' }, { code: 'moved', from: '2026-07-04', to: '2026-07-06' }]);
    const { items } = (await sophie.get(`/trays/${mail.tray}/mails?limit=200`)) as { items: MailLine[] };
    expect(items.find(({ id }) => id === mail.id)?.deadline?.because?.steps?.length).toBe(3);
    const listed = async () => ((await sophie.get('/clocks?limit=200')) as { items: { mail: { id: string }; clock: { because: object[] } }[] }).items.find((line) => line.mail.id === mail.id);
    expect((await until('its clock is listed', listed)).clock.because.length).toBeGreaterThan(1);
  });

  it('follow the priority, which heads and secretaries change and undo', async () => {
    const types = (await running.house.settings()).types.map((type) => (type.code === 'SUBVENTION' ? { ...type, priorityDelays: { urgent: { amount: 5, unit: 'workingDays' } } } : type));
    const { version } = (await currentSettings(house.store.db, 'default'))['types'] ?? { version: 0 };
    await admin.call('PUT', '/settings/types', { data: types, comment: 'urgences', basedOn: version });
    await until('the settings are in force', async () => (await running.house.settings()).types.some(({ code, priorityDelays }) => code === 'SUBVENTION' && priorityDelays));
    const mail = await distributed('SUBVENTION', '2026-06-03');
    expect(await refused(agent, `/mails/${mail.id}/priority`, { priority: 'urgent' })).toBe('403 forbidden');
    expect(await refused(clara, `/mails/${mail.id}/priority`, { priority: 'urgent' })).toBe('403 forbidden');
    const urgent = (await sophie.post(`/mails/${mail.id}/priority`, { priority: 'urgent' })) as Mail;
    expect([urgent.priority, urgent.deadline?.dueDate, urgent.dueBecause?.steps?.[1]]).toEqual(['urgent', '2026-06-10', { code: 'priority', priority: 'urgent' }]);
    expect(await told(mail.id, 'mail.prioritised')).toEqual([{ priority: 'urgent', was: 'normal', dueDate: '2026-06-10', dueBefore: mail.deadline?.dueDate }]);
    expect(await refused(sophie, `/mails/${mail.id}/priority`, { priority: 'urgent' })).toBe('409 samePriority');
    const undone = (await sophie.post(`/mails/${mail.id}/undo`, { token: urgent.undo?.token })) as Mail;
    expect([undone.priority, undone.deadline?.dueDate]).toEqual([undefined, mail.deadline?.dueDate]);
  });

  it('are reminded of once, on working days and in working hours, and not while pieces are missing', async () => {
    const mail = await distributed('DEMANDE_RENSEIGNEMENT', '2026-05-22');
    expect(mail.deadline?.dueDate).toBe('2026-06-15');
    expect(await remindersOf(mail.id)).toEqual(['2026-06-10 assignee', '2026-06-15 secretaries', '2026-06-18 heads', '2026-06-29 directors']);
    clock = new Date('2026-06-10T04:00:00Z');
    await remind(running.house);
    expect(await told(mail.id, 'mail.reminded')).toEqual([]);
    clock = morning;
    await Promise.all([remind(running.house), remind(running.house)]);
    await remind(running.house);
    expect(await told(mail.id, 'mail.reminded')).toEqual([{ told: 'assignee', offset: -3, dueDate: '2026-06-15' }]);
    await until('the secretaries are told while nobody has it', async () => (await house.store.db.selectFrom('notice').select('id').where('kind', '=', 'reminder.soon').where('audience', '=', 'GROUP_GEC_S_ROUTES__SECRETARIAT').execute()).length > 0);
    await sophie.post(`/mails/${mail.id}/take`, {});
    await sophie.post(`/mails/${mail.id}/pieces`, { pieces: ['RIB'], until: '2026-06-19' });
    await until('its due day has moved', async () => (await rowOf(mail.id)).due_date === '2026-06-19');
    clock = new Date('2026-06-18T08:00:00Z');
    await remind(running.house);
    expect((await told(mail.id, 'mail.reminded')).length).toBe(1);
    await sophie.post(`/mails/${mail.id}/pieces-received`, {});
    await remind(running.house);
    expect(await told(mail.id, 'mail.reminded')).toEqual([jasmine.anything(), { told: 'assignee', offset: -3, dueDate: '2026-06-19' }]);
    await until('the assignee is told', async () => (await house.store.db.selectFrom('notice').select('id').where('audience', '=', 'sophie.martel').where('kind', '=', 'reminder.soon').execute()).length > 0);
    expect(await remindersOf(mail.id)).toContain('2026-06-16 assignee sent');
    await sophie.post(`/mails/${mail.id}/close`, {});
    clock = new Date('2026-06-24T08:00:00Z');
    await remind(running.house);
    expect((await told(mail.id, 'mail.reminded')).length).toBe(2);
  });

  it('are foretold for the service from what it closed, to its heads and secretaries', async () => {
    for (const receivedAt of ['2026-05-04', '2026-05-05']) {
      const { id } = await distributed('DEMANDE_RENSEIGNEMENT', receivedAt);
      await sophie.post(`/mails/${id}/take`, {});
      await sophie.post(`/mails/${id}/close`, {});
    }
    const open = await distributed('DEMANDE_RENSEIGNEMENT', '2026-05-22');
    clock = new Date('2026-06-12T08:00:00Z');
    await makeForecasts(running.house);
    const { items } = (await sophie.get('/forecasts')) as { items: ServiceForecastView[] };
    expect(items.map(({ service }) => service)).toContain('ROUTES');
    const routes = items.find(({ service }) => service === 'ROUTES');
    expect(routes?.perDay).toBeGreaterThan(0);
    expect(routes?.late.map(({ days }) => days)).toEqual([5, 10, 20]);
    expect(routes?.past.at(-1)?.day).toBe('2026-06-12');
    const { items: risky } = (await sophie.get('/forecasts/ROUTES/mails?limit=200')) as { items: { mail: MailLine; forecast: { risk: number } }[] };
    expect(risky.map(({ mail }) => mail.id)).toContain(open.id);
    expect((await agent.call('GET', '/forecasts')).status).toBe(403);
    expect((await sophie.call('GET', '/forecasts/ENFANCE/mails')).status).toBe(403);
    expect(((await clara.get('/forecasts')) as { items: unknown[] }).items.length).toBeGreaterThan(3);
  });

  it('and promises are measured by month, service and channel, both legs of the way by day, as CSV too', async () => {
    const { id } = await distributed('SUBVENTION', '2026-04-06');
    await sophie.post(`/mails/${id}/acknowledgements`, { kind: 'receipt', on: '2026-04-10' });
    await sophie.post(`/mails/${id}/close`, {});
    const april = async (): Promise<CommitmentResult[]> => ((await sophie.get('/commitments?from=2026-04&until=2026-04')) as { items: CommitmentResult[] }).items;
    await until('it was heard', async () => (await april()).some(({ code, inTime, late }) => code === 'REPONSE_PAPIER' && inTime + late === 1));
    expect((await april()).map(({ month, service, channel, code, total, inTime, late }) => [month, service, channel, code, total, inTime, late])).toEqual([['2026-04', 'ROUTES', 'paper', 'ACCUSE_PAPIER', 1, 1, 0], ['2026-04', 'ROUTES', 'paper', 'REPONSE_PAPIER', 1, 0, 1]]);
    const file = await fetch(`${running.url}${apiPrefix}/commitments.csv?from=2026-04&until=2026-04`, { headers: { authorization: `Basic ${Buffer.from(sophie.ticket).toString('base64')}` } });
    expect([file.headers.get('content-type'), (await file.text()).includes('2026-04;')]).toEqual(['text/csv; charset=utf-8', true]);
    const days = async (): Promise<DeliveryLine[]> => ((await sophie.get('/deliveries?until=2026-12-31&from=2026-10-01')) as { items: DeliveryLine[] }).items;
    await until('its way was heard', async () => (await days()).some(({ toPerson }) => toPerson.inTime + toPerson.late > 0));
    expect((await sophie.call<{ code: string }>('GET', '/commitments?from=2020-01&until=2026-04')).status).toBe(422);
  });

  it('move with the calendar, which says before how many will', async () => {
    const mail = await distributed('SUBVENTION', '2026-06-10');
    expect(mail.deadline?.dueDate).toBe('2026-08-10');
    const { calendar } = await running.house.settings();
    const closed: CalendarSetting = { ...calendar, closures: [...calendar.closures, { day: '2026-08-10', until: '2026-08-11', label: 'Pont' }] };
    const preview = (await admin.post('/administration/calendar/preview', { calendar: closed })) as CalendarPreview;
    expect(preview.moves).toContain(jasmine.objectContaining({ from: '2026-08-10', to: '2026-08-12' }));
    expect(preview.later).toBeGreaterThan(0);
    expect((await rowOf(mail.id)).due_date).toBe('2026-08-10');
    expect(await refused(sophie, '/administration/calendar/preview', { calendar: closed })).toBe('403 forbidden');
    const { version } = (await currentSettings(house.store.db, 'default'))['calendar'] ?? { version: 0 };
    expect((await admin.call('PUT', '/settings/calendar', { data: closed, comment: 'pont', basedOn: version })).status).toBe(200);
    await until('its due day has moved', async () => (await rowOf(mail.id)).due_date === '2026-08-12');
    expect(await told(mail.id, 'mail.dueMoved')).toEqual([{ dueDate: '2026-08-12', dueBefore: '2026-08-10' }]);
    // Types were published too: which of both jobs moved it, nobody decides.
    await until('the journal tells how many', async () => (await house.store.db.selectFrom('journal').select('data').where('type', '=', 'clock.recomputed').execute()).some(({ data }) => data['kind'] === 'calendar'));
  });
});

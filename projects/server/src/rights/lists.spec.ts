import { apiPrefix, type MailLine } from '@bannette/http';
import { newId } from '@bannette/store';
import type { Running } from '../serve.js';
import { startTestHouse, type TestHouse } from '../testing/index.js';
import { ask } from './ask.spec-support.js';
import { cast, engage, names, sightOf, userOf, type Name } from './cast.spec-support.js';
import { hasService, prepareMails, type TestMail } from './mails.spec-support.js';

interface Tray {
  readonly id: string;
  readonly open: number;
  readonly late: number;
}

/** Trays and rooms by what a person is; nobody has another's. */
const ofService: { readonly [post: string]: readonly string[] } = { agent: ['enfance', 'crip'], secretary: ['enfance', 'crip'], head: ['enfance', 'crip'], copied: ['nord', 'nord-enfance'], 'mail room': [], outsider: [] };
const rooms: { readonly [name in Name]: readonly string[] } = {
  'someone of the mail room': ['mailRoom', 'ruleReturns', 'figures', 'unscanned', 'boxes', 'register', 'reservations', 'alerts', 'beneficiaries', 'identify', 'correspondents', 'affairs'],
  'an agent': ['clocks', 'unscanned', 'beneficiaries', 'correspondents', 'affairs'],
  'a cleared agent': ['clocks', 'unscanned', 'beneficiaries', 'correspondents', 'affairs'],
  'a secretary': ['clocks', 'figures', 'unscanned', 'boxes', 'beneficiaries', 'identify', 'correspondents', 'affairs'],
  'a cleared secretary': ['clocks', 'figures', 'unscanned', 'boxes', 'beneficiaries', 'identify', 'correspondents', 'affairs'],
  'a head of service': ['records', 'campaigns', 'schedule', 'holds', 'clocks', 'figures', 'unscanned', 'alerts', 'beneficiaries', 'correspondents', 'affairs'],
  'a cleared head of service': ['records', 'campaigns', 'schedule', 'holds', 'clocks', 'figures', 'unscanned', 'alerts', 'beneficiaries', 'correspondents', 'affairs'],
  'an agent of the copied service': ['clocks', 'unscanned', 'beneficiaries', 'correspondents', 'affairs'],
  'a cleared agent of the copied service': ['clocks', 'unscanned', 'beneficiaries', 'correspondents', 'affairs'],
  'the head of the copied service': ['records', 'campaigns', 'schedule', 'holds', 'clocks', 'figures', 'unscanned', 'alerts', 'beneficiaries', 'correspondents', 'affairs'],
  'an agent of another service': ['clocks', 'unscanned', 'correspondents', 'affairs'],
  'a head cleared for child welfare elsewhere': ['records', 'campaigns', 'schedule', 'holds', 'clocks', 'figures', 'unscanned', 'alerts', 'beneficiaries', 'correspondents', 'affairs'],
  'the data protection officer': ['records', 'dpo', 'proof', 'campaigns', 'processings', 'schedule', 'holds', 'register'],
  'an archivist': ['records', 'proof', 'campaigns', 'archives', 'processings', 'schedule', 'holds', 'register'],
  'a functional administrator': ['administration', 'proof', 'processings', 'schedule', 'ruleReturns', 'alerts', 'correspondents'],
  'someone in no group at all': [],
};
/** All that a line tells those who may not open the mail. */
const maskedFields = ['id', 'category', 'kind', 'state', 'chrono', 'masked', 'service', 'tray', 'channel', 'receivedAt', 'deadline', 'confidentiality', 'assignee', 'documents', 'notes'];

describe('Rights in lists', () => {
  let house: TestHouse;
  let running: Running;
  let tickets: ReadonlyMap<Name, string>;
  let mails: readonly TestMail[];

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve();
    tickets = await engage(house);
    mails = await prepareMails(running.house);
    const { db } = house.store;
    await db.updateTable('mail').set({ due_date: '2026-01-20' }).where('state', 'in', ['distributed', 'inProgress']).execute();
    await db.updateTable('mail').set({ retention_due: '2026-01-15' }).where('state', 'in', ['closed', 'noFollowUp']).execute();
    for (const audience of ['GROUP_GEC_S_ENFANCE__RESPONSABLE', 'GROUP_GEC_DPO', 'GROUP_GEC_S_ROUTES__RESPONSABLE']) await db.insertInto('notice').values({ id: newId(), entity_id: 'default', audience, kind: 'retention.dueSoon', key: 'test', params: JSON.stringify({ service: audience }) }).execute();
    for (const name of names) await ask(tickets.get(name) ?? '', `${running.url}${apiPrefix}/me`);
  }, 120_000);
  afterAll(() => house.close(), 60_000);

  const status = async (name: Name, path: string): Promise<number> => (await ask(tickets.get(name) ?? '', `${running.url}${apiPrefix}${path}`)).status;
  const get = async <T>(name: Name, path: string): Promise<T> => {
    const answer = await ask(tickets.get(name) ?? '', `${running.url}${apiPrefix}${path}`);
    if (answer.status !== 200) throw new Error(`${name}, ${path}: ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text) as T;
  };
  const inTreatment = (): TestMail[] => mails.filter(({ state }) => state === 'distributed' || state === 'inProgress');
  const sight = (name: Name, { secret, state }: TestMail) => sightOf(name, secret, hasService(state));
  const sorted = (ids: readonly string[]): string[] => [...ids].sort();

  for (const name of names) {
    const { post } = cast[name];

    it(`${name} has their own trays with their own counts, and nobody else's`, async () => {
      const { items } = await get<{ items: Tray[] }>(name, '/trays');
      const services = ofService[post] ?? [];
      const elsewhere = name === 'an agent of another service' ? ['routes', 'routes-domaine'] : name === 'a head cleared for child welfare elsewhere' ? ['sud', 'sud-enfance'] : [];
      const own = [...services, ...elsewhere];
      const leads = cast[name].groups.includes('__RESPONSABLE');
      const assigns = leads || cast[name].groups.includes('__SECRETARIAT');
      expect(sorted(items.map(({ id }) => id))).toEqual(sorted(['mine', 'followed', ...(own.length ? ['unread', 'late', 'today', 'copies', 'signals'] : []), ...(assigns ? ['function', 'toAssign'] : []), ...(leads ? ['supervised'] : []), ...(post === 'mail room' ? ['qualification'] : []), ...own]));
      const counts = Object.fromEntries(items.map(({ id, open, late }) => [id, `${open}/${late}`]));
      const whole = services.includes('enfance') ? inTreatment().length : 0;
      const opened = post === 'copied' ? inTreatment().filter((mail) => sight(name, mail) === 'opens').length : 0;
      const unread = services.includes('enfance') ? inTreatment().filter((mail) => sight(name, mail) === 'opens').length : 0;
      expect(counts).toEqual({
        mine: '0/0',
        followed: '0/0',
        ...(own.length ? { unread: `${unread}/${unread}`, late: `${whole}/${whole}`, today: '0/0', copies: `${opened}/${opened}`, signals: '0/0' } : {}),
        ...(assigns ? { function: '0/0', toAssign: `${whole}/${whole}` } : {}),
        ...(leads ? { supervised: `${whole}/${whole}` } : {}),
        ...(post === 'mail room' ? { qualification: '6/0' } : {}),
        ...Object.fromEntries(own.map((id) => [id, id === 'enfance' ? `${whole}/${whole}` : '0/0'])),
      });
    });

    it(`${name} sees in a tray what they open, and of the rest that it is there`, async () => {
      for (const tray of ['enfance', 'late']) {
        if (!(ofService[post] ?? []).includes('enfance')) {
          if (tray === 'enfance') expect(await status(name, '/trays/enfance/mails')).toBe(404);
          continue;
        }
        const { items } = await get<{ items: MailLine[] }>(name, `/trays/${tray}/mails?limit=200`);
        expect(sorted(items.map(({ id }) => id))).withContext(tray).toEqual(sorted(inTreatment().map(({ id }) => id)));
        for (const line of items) {
          const mail = inTreatment().find(({ id }) => id === line.id);
          if (!mail) continue;
          expect(line.masked).withContext(`${tray} ${mail.secret}`).toBe(sight(name, mail) !== 'opens');
          if (!line.masked) expect(line.subject).toContain(mail.word);
          else expect(Object.keys(line).filter((field) => !maskedFields.includes(field))).toEqual([]);
          if (line.masked) expect([line.documents, line.notes, JSON.stringify(line).includes(mail.word)]).toEqual([0, 0, false]);
        }
      }
    });

    it(`${name} finds by words, sender, text or number exactly what they open`, async () => {
      for (const mail of mails) {
        const opens = sight(name, mail) === 'opens';
        for (const q of [mail.word, `Nom${mail.word}`, `texte${mail.word}`, mail.chrono]) {
          if (!q || (mail.state === 'toQualify' && !q.startsWith('texte'))) continue;
          const { items } = await get<{ items: MailLine[] }>(name, `/search?q=${q}`);
          expect(items.map(({ id }) => id)).withContext(`${mail.secret} ${mail.state} by ${q}`).toEqual(opens ? [mail.id] : []);
          expect(items.some(({ masked }) => masked)).toBeFalse();
        }
      }
    });

    it(`${name} is told what falls due of what is theirs to watch`, async () => {
      const due = mails.filter(({ state }) => state === 'closed' || state === 'noFollowUp');
      const all = name === 'an archivist' || name === 'the data protection officer';
      const watches = rooms[name].includes('records');
      if (!watches) return expect(await status(name, '/retention/due')).toBe(403);
      const { items } = await get<{ items: { mail: MailLine; opens: boolean }[] }>(name, '/retention/due?until=2026-02-01');
      const theirs = all || post === 'head' ? due : [];
      expect(sorted(items.map(({ mail }) => mail.id))).toEqual(sorted(theirs.map(({ id }) => id)));
      for (const { mail: line, opens } of items) {
        const mail = due.find(({ id }) => id === line.id);
        if (mail) expect(opens).withContext(mail.secret).toBe(sight(name, mail) === 'opens');
        // Who keeps the schedule judges by the line alone, and of what is secret that it is there.
        if (mail) expect(line.masked).withContext(mail.secret).toBe(all ? mail.secret !== 'ordinary' : sight(name, mail) !== 'opens');
        if (line.masked) expect([...Object.keys(line).filter((field) => !maskedFields.includes(field)), ...Object.keys(line.deadline ?? {}).filter((field) => field === 'because')]).toEqual([]);
      }
    });

    it(`${name} enters the rooms that are theirs`, async () => {
      expect((await get<{ rooms: string[] }>(name, '/me')).rooms).toEqual([...rooms[name]]);
      expect(await status(name, '/alerts')).toBe(rooms[name].includes('alerts') ? 200 : 403);
      expect(await status(name, '/beneficiaries?q=du')).toBe(rooms[name].includes('beneficiaries') ? 200 : 403);
      expect(await status(name, '/beneficiaries/to-identify')).toBe(rooms[name].includes('identify') ? 200 : 403);
      expect(await status(name, '/thesaurus/use')).toBe(rooms[name].includes('administration') ? 200 : 403);
      const runs = /__(SECRETARIAT|RESPONSABLE)/.test(cast[name].groups);
      const delegations = [await status(name, '/delegations'), await status(name, '/delegations?of=service'), await status(name, '/delegations?of=all'), await status(name, '/delegations/candidates'), await status(name, '/tasks'), await status(name, '/opinions')];
      expect(delegations).toEqual([200, runs ? 200 : 403, (rooms[name] as readonly string[]).includes('administration') ? 200 : 403, 200, 200, 200]);
      expect(await status(name, '/administration/rules/returns')).toBe(rooms[name].includes('administration') || name === 'someone of the mail room' ? 200 : 403);
      expect([await status(name, '/administration/rules/simulations'), await status(name, '/administration/rules/voirie/corrections'), await status(name, '/administration/services/loads')]).toEqual(rooms[name].includes('administration') ? [200, 200, 200] : [403, 403, 403]);
      expect(await status(name, '/clocks')).toBe(rooms[name].includes('clocks') ? 200 : 403);
      const figures = rooms[name].includes('figures') ? 200 : 403;
      for (const path of ['/forecasts', '/commitments', '/commitments.csv', '/deliveries', '/deliveries.csv']) expect(await status(name, path)).withContext(path).toBe(figures);
      const ofChildWelfare = (post === 'secretary' || post === 'head' || post === 'mail room') && figures === 200 ? 200 : 403;
      for (const path of ['/forecasts/ENFANCE/mails', '/commitments?service=ENFANCE', '/deliveries?service=ENFANCE']) expect(await status(name, path)).withContext(path).toBe(ofChildWelfare);
      expect(await status(name, '/quarantine')).toBe(post === 'mail room' ? 200 : 403);
      expect(await status(name, '/quarantine/reasons')).toBe(post === 'mail room' ? 200 : 403);
      const leaving = [await status(name, '/leaving'), await status(name, '/leaving/counts')];
      expect(leaving).toEqual(post === 'mail room' || rooms[name].includes('administration') ? [200, 200] : [403, 403]);
      const act = async (path: string, body: object): Promise<number> => (await ask(tickets.get(name) ?? '', `${running.url}${apiPrefix}${path}`, 'POST', body)).status;
      expect(await act('/administration/calendar/preview', { calendar: { weekend: [0, 6], closures: [] } })).toBe(rooms[name].includes('administration') ? 200 : 403);
      const nowhere = '01890000-0000-7000-8000-000000000002';
      const batches = [await status(name, `/batches/${nowhere}`), await status(name, `/batches/${nowhere}/content`), await act(`/batches/${nowhere}/pages/1/restore`, {})];
      expect(batches).toEqual(post === 'mail room' ? [404, 404, 404] : [403, 403, 403]);
      const desk = [
        await status(name, `/batches/${nowhere}/desk`),
        await status(name, `/batches/${nowhere}/files/${nowhere}/pages/1/image`),
        await status(name, `/batches/${nowhere}/files/${nowhere}/content`),
        await act(`/batches/${nowhere}/desk`, { revision: 1, changes: [{ kind: 'bin', pages: [{ file: nowhere, number: 1 }] }] }),
        await act(`/batches/${nowhere}/desk/undo`, { revision: 1 }),
        await act(`/batches/${nowhere}/desk/redo`, { revision: 1 }),
        await act(`/batches/${nowhere}/announced`, { revision: 1, reason: 'compté' }),
        await act(`/batches/${nowhere}/release`, { revision: 1 }),
        await act(`/batches/${nowhere}/reject`, { revision: 1, reason: 'de travers' }),
        await act(`/batches/${nowhere}/resume`, { revision: 1 }),
        await act(`/batches/${nowhere}/end`, { revision: 1 }),
        await status(name, `/batches/${nowhere}/scan`),
        await status(name, `/batches/${nowhere}/sidecars/${nowhere}`),
      ];
      expect(desk).toEqual(desk.map(() => (post === 'mail room' ? 404 : 403)));
      expect(await status(name, '/batches')).toBe(post === 'mail room' ? 200 : 403);
      expect(await status(name, '/scanners/today')).toBe(post === 'mail room' ? 200 : 403);
      const sets = (rooms[name] as readonly string[]).includes('administration');
      expect(await status(name, '/scanners')).toBe(post === 'mail room' || sets ? 200 : 403);
      expect(await act('/scanners/NONE/folder', {})).toBe(sets ? 404 : 403);
      const printed = [await act('/sheets/separators', { newLetter: true }), await act('/sheets/mails', { mails: ['A-1999-000001'], form: 'labels' })];
      expect(printed).toEqual(post === 'mail room' ? [200, 422] : [403, 403]);
      expect(await status(name, '/correspondents?q=no')).toBe(rooms[name].includes('correspondents') ? 200 : 403);
      expect((await get<{ items: object[] }>(name, '/deposits')).items).toEqual([]);
      const { items } = await get<{ items: { params: { service: string } }[] }>(name, '/notices');
      const told = name === 'the data protection officer' ? ['GROUP_GEC_DPO'] : post === 'head' ? ['GROUP_GEC_S_ENFANCE__RESPONSABLE'] : [];
      expect(items.map(({ params }) => params.service)).toEqual(told);
    });

    it(`${name} is told the people of their own service only`, async () => {
      const may = post === 'mail room' || (ofService[post] ?? []).includes('enfance');
      expect(await status(name, '/people?service=ENFANCE')).toBe(may ? 200 : 403);
      if (!may) return;
      const { items } = await get<{ items: { id: string }[] }>(name, '/people?service=ENFANCE');
      expect(sorted(items.map(({ id }) => id))).toEqual(sorted(names.filter((other) => cast[other].groups.includes('S_ENFANCE')).map(userOf)));
    });

    it(`${name} ${name === 'a functional administrator' ? 'publishes' : 'may not publish'} settings`, async () => {
      const { settings, versions } = await get<{ settings: { calendar: object }; versions: { calendar: number } }>(name, '/settings');
      const answer = await ask(tickets.get(name) ?? '', `${running.url}${apiPrefix}/settings/calendar`, 'PUT', { data: settings.calendar, comment: 'essai', basedOn: versions.calendar });
      expect(answer.status).toBe(name === 'a functional administrator' ? 200 : 403);
    });

    it(`${name} ${name === 'a functional administrator' ? 'sees what failed and has it tried again' : 'is told nothing of what failed, and changes nothing of it'}`, async () => {
      const administers = name === 'a functional administrator';
      for (const path of ['failures', 'failed-jobs', 'set-aside', 'fields']) expect(await status(name, `/administration/${path}`)).withContext(path).toBe(administers ? 200 : 403);
      const act = async (path: string): Promise<number> => (await ask(tickets.get(name) ?? '', `${running.url}${apiPrefix}/administration/${path}`, 'POST', {})).status;
      expect([await act('failed-jobs/retry'), await act('failed-jobs/4711/retry'), await act('set-aside/no.consumer/4711/replay')]).toEqual(administers ? [200, 409, 404] : [403, 403, 403]);
    });
  }

  it('an agent who left the service no longer sees what they were assigned there', async () => {
    const [mail] = inTreatment().filter(({ secret }) => secret === 'ordinary');
    const leaver: Name = 'an agent of another service';
    await house.store.db.updateTable('mail').set({ assignee: userOf(leaver) }).where('id', '=', mail?.id ?? '').execute();
    expect((await get<{ items: object[] }>(leaver, '/trays/mine/mails')).items).toEqual([]);
    expect((await get<{ items: Tray[] }>(leaver, '/trays')).items.find(({ id }) => id === 'mine')?.open).toBe(0);
    await house.store.db.updateTable('mail').set({ assignee: null }).where('id', '=', mail?.id ?? '').execute();
  });
});

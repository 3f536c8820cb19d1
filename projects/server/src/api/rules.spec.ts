import { destinationOf, type RuleSetting, type Settings } from '@bannette/domain';
import type { Mail } from '@bannette/http';
import { newId } from '@bannette/store';
import { demoPassword } from '../start/demo-people.js';
import { clientOf, signIn, startTestHouse, until, type Client, type TestHouse } from '../testing/index.js';
import type { Running } from '../serve.js';

interface Simulation { readonly id: string; readonly state: string; readonly total: number; readonly done: number; readonly moved: readonly string[]; readonly outcome?: { readonly mails: number; readonly changed: number; readonly judged: number; readonly rightBefore: number; readonly rightAfter: number; readonly flows: readonly { from: string | null; to: string | null; mails: number }[] } }
interface Change { readonly number: number; readonly mail?: { readonly id: string }; readonly from: { service?: string }; readonly to: { service?: string }; readonly before?: { code: string }; readonly after?: { params: { rule?: string } } }
interface Returns { readonly rule: string; readonly sent: number; readonly returned: number; readonly share: number; readonly weeks: readonly { from: string; sent: number }[]; readonly instead: readonly { service: string | null; mails: number }[] }

const base = '/administration/rules';
const period = { from: '2020-01-01', until: '2099-12-31' };

describe('Rules of distribution', () => {
  let house: TestHouse;
  let running: Running;
  let admin: Client;
  let clara: Client;
  let roads: Client;
  /** Administers, and reads no mail. */
  let keeper: Client;
  let number = 0;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve();
    admin = clientOf('admin', await signIn(house.alfrescoUrl, 'admin', 'admin'), () => running.url);
    await house.administrator.people.create({ id: 'r.keeper', firstName: 'Rémi', email: 'r.keeper@lys-et-loire.example', password: demoPassword });
    await house.administrator.groups.addMember('GROUP_GEC_ADMIN', 'r.keeper');
    [clara, roads, keeper] = (await Promise.all(['clara.moreau', 'ines.kaci', 'r.keeper'].map((id) => house.client(id, running.url)))) as [Client, Client, Client];
    for (const person of [admin, clara, roads, keeper]) await person.get('/me');
  }, 120_000);
  afterAll(() => house.close(), 60_000);

  const published = () => admin.get<{ settings: Settings; versions: { readonly [kind: string]: number } }>('/settings');
  const row = (id: string) => house.store.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  /** A numbered mail that distribution hears of. */
  const register = async (about: { type?: string; subject?: string; text?: string; postcode?: string; email?: string; confidentiality?: 0 | 3 } = {}): Promise<string> => {
    const id = newId();
    await house.store.transaction({ entityId: 'default', actor: 'system' }, async (tx) => {
      const correspondent = JSON.stringify({ kind: 'individual', name: 'Jeanne Aubert', ...(about.postcode ? { postcode: about.postcode } : {}), ...(about.email ? { email: about.email } : {}) });
      await tx.trx.insertInto('mail').values({ id, entity_id: 'default', category: 'incoming', state: 'registered', channel: 'post', chrono: `R-${++number}`, type: about.type ?? 'VOIRIE', subject: about.subject ?? 'Nid-de-poule', proposals: '{}', read_text: about.text ?? '', correspondent, received_at: '2026-01-05', copies: [], confidentiality: about.confidentiality ?? 0, readers: ['GROUP_GEC_COURRIER'], listers: ['GROUP_GEC_COURRIER'] }).execute();
      tx.append({ type: 'mail.registered', subjectKind: 'mail', subjectId: id, data: {} });
    });
    return id;
  };
  const distributed = async (about?: Parameters<typeof register>[0]): Promise<string> => {
    const id = await register(about);
    await until('it is distributed', async () => (await row(id)).state === 'distributed');
    return id;
  };
  const publish = async (change: (rules: RuleSetting[]) => RuleSetting[]): Promise<void> => {
    const { settings, versions } = await published();
    const answer = await admin.call<{ version: number }>('PUT', '/settings/rules', { data: change(settings.rules), comment: 'essai', basedOn: versions['rules'] });
    expect(answer.status).withContext(JSON.stringify(answer.body)).toBe(200);
    await until('they are in force', async () => (await published()).versions['rules'] === answer.body.version);
  };
  const run = async (rules: readonly RuleSetting[], more: object = {}, by = keeper): Promise<Simulation> => {
    const { id } = await by.post<Simulation>(`${base}/simulations`, { rules, ...period, ...more });
    return until('the run is over', async () => {
      const now = await by.get<Simulation>(`${base}/simulations/${id}`);
      return ['done', 'failed', 'cancelled'].includes(now.state) && now;
    });
  };
  const first = (rules: readonly RuleSetting[], rule: RuleSetting): RuleSetting[] => [rule, ...rules.filter(({ id }) => id !== rule.id)];
  const returnsOf = async (rule: string) => (await admin.get<{ items: Returns[] }>(`${base}/returns`)).items.find((each) => each.rule === rule)!;

  it('tell on each mail which one sent it, its place, and each reason', async () => {
    const id = await distributed({ postcode: '98120' });
    const { settings } = await published();
    const { routeBecause } = await clara.get<Mail>(`/mails/${id}`);
    const place = settings.rules.findIndex((rule) => rule.id === 'voirie') + 1;
    expect(routeBecause).toEqual({ code: 'route.rule', params: { rule: 'voirie', label: 'Routes départementales', place }, matched: [{ kind: 'type', value: 'VOIRIE' }] });
  });

  it('give copies, urgency, secrecy and an assignee, who must be of the service', async () => {
    const special = (assignee: string, more: Partial<RuleSetting> = {}): RuleSetting => ({ id: 'special', label: 'Ponts', enabled: true, when: { types: ['VOIRIE'], keywords: ['pont levant'], keywordsIn: 'subject' }, tray: 'routes-domaine', copies: ['DGS'], priority: 'urgent', confidentiality: 1, assignee, ...more });
    await publish((rules) => first(rules, special(roads.person)));
    const given = await row(await distributed({ subject: 'Le pont levant', email: 'x@mairie.example' }));
    expect([given.tray, given.copies, given.priority, given.confidentiality, given.assignee]).toEqual(['routes-domaine', ['DGS'], 'urgent', 1, roads.person]);
    expect(given.readers).toContain('GROUP_GEC_S_DGS');
    await publish((rules) => first(rules, special(clara.person)));
    expect((await row(await distributed({ subject: 'Le pont levant' }))).assignee).toBeNull();
    await publish((rules) => rules.filter(({ id }) => id !== 'special'));
  });

  it('are told in the journal without what speaks of a person', async () => {
    await publish((rules) => first(rules, { id: 'domain', label: 'Domaine', enabled: true, when: { senderDomains: ['dupont.example'] }, tray: 'routes' }));
    const id = await distributed({ email: 'jean@dupont.example' });
    const { data } = await house.store.db.selectFrom('journal').select('data').where('subject_id', '=', id).where('type', '=', 'mail.distributed').executeTakeFirstOrThrow();
    expect(JSON.stringify(data)).not.toContain('dupont');
    expect((await row(id)).route_because?.matched).toEqual([{ kind: 'senderDomain', value: 'dupont.example' }]);
    await publish((rules) => rules.filter(({ id: rule }) => rule !== 'domain'));
  });

  it('are charged with what comes back as not mine, and with where it went; not with what was undone', async () => {
    const before = await returnsOf('transports');
    const [one, other] = [await distributed({ type: 'TRANSPORT_SCOLAIRE' }), await distributed({ type: 'TRANSPORT_SCOLAIRE' })];
    await clara.post(`/mails/${one}/reroute`, { service: 'ROUTES', reason: 'pas pour nous' });
    const { undo } = await clara.post<Mail>(`/mails/${other}/reroute`, { service: 'ROUTES', reason: 'pas pour nous' });
    await until('both went on', async () => (await row(one)).tray === 'routes' && (await row(other)).tray === 'routes');
    const after = await until('both are counted', async () => { const now = await returnsOf('transports'); return now.returned === before.returned + 2 && now; });
    expect([after.sent, after.instead.find(({ service }) => service === 'ROUTES')?.mails]).toEqual([before.sent + 2, 2]);
    expect(after.weeks.at(-1)?.sent).toBeGreaterThan(0);
    await clara.post(`/mails/${other}/undo`, { token: undo?.token ?? '' });
    await until('one is taken back', async () => (await returnsOf('transports')).returned === before.returned + 1);
    await publish((rules) => rules.map((rule) => (rule.id === 'transports' ? { ...rule, label: 'Cars scolaires' } : rule)));
    expect((await returnsOf('transports')).returned).toBe(before.returned + 1);
  });

  it('are tried on one mail by who may open it, from what was known when it was distributed', async () => {
    const id = await distributed({ postcode: '98120' });
    await house.store.db.updateTable('mail').set({ type: 'APA' }).where('id', '=', id).execute();
    const { rules } = (await published()).settings;
    const tried = await clara.post<{ tray: string; tried: { rule: string; decides: boolean }[] }>(`${base}/try`, { rules, mail: (await row(id)).chrono });
    expect([tried.tray, tried.tried.find(({ decides }) => decides)?.rule]).toEqual(['routes', 'voirie']);
    expect((await keeper.call('POST', `${base}/try`, { rules, mail: id })).status).toBe(404);
    expect((await roads.call('POST', `${base}/try`, { rules, mail: id })).status).toBe(403);
  });

  it('run on past mail and tell who would have received what, and change no mail', async () => {
    const mails = await Promise.all([distributed({ type: 'COLLEGE_DEROGATION', postcode: '98120' }), distributed({ type: 'COLLEGE_DEROGATION', postcode: '98350' })]);
    await house.store.db.updateTable('mail').set({ state: 'inProgress', service: 'ROUTES' }).where('id', '=', mails[0]).execute();
    const state = async () => JSON.stringify(await house.store.db.selectFrom('mail').selectAll().orderBy('id').execute());
    const [untouched, { rules }] = [await state(), (await published()).settings];
    const done = await run(first(rules, { id: 'draft', label: 'Collèges du Nord', enabled: true, when: { types: ['COLLEGE_DEROGATION'], postcodes: [{ from: '98100', to: '98149' }] }, tray: 'routes' }));
    expect([done.state, done.done, done.moved]).toEqual(['done', done.total, []]);
    expect(done.outcome).toEqual(jasmine.objectContaining({ mails: done.total, changed: 1 }));
    expect((done.outcome?.rightAfter ?? 0) - (done.outcome?.rightBefore ?? 0)).toBe(1);
    expect(done.outcome?.flows).toContain({ from: 'COLLEGES', to: 'ROUTES', mails: 1 });
    const { items } = await keeper.get<{ items: Change[] }>(`${base}/simulations/${done.id}/changes?from=COLLEGES&to=ROUTES`);
    expect(items).toEqual([{ number: 1, from: jasmine.objectContaining({ service: 'COLLEGES' }), to: { service: 'ROUTES', tray: 'routes' } }] as unknown as Change[]);
    expect(await state()).toBe(untouched);
  });

  it('show both reasons to who may open the mail', async () => {
    const id = await distributed({ type: 'COLLEGE_DEROGATION' });
    const { rules } = (await published()).settings;
    const done = await run(rules.filter(({ tray }) => tray !== 'colleges'));
    const { items } = await admin.get<{ items: Change[] }>(`${base}/simulations/${done.id}/changes?limit=200`);
    const shown = items.find(({ mail }) => mail?.id === id);
    expect([shown?.before?.code, shown?.after?.params.rule, shown?.to]).toEqual(['route.rule', undefined, {}]);
  });

  it('run on an even sample where that is asked for', async () => {
    await Promise.all([distributed(), distributed(), distributed()]);
    const done = await run((await published()).settings.rules, { sample: 2, compared: 'past' });
    expect([done.total, done.outcome?.mails]).toEqual([2, 2]);
  });

  it('are published from their run, unless settings have moved on', async () => {
    const { rules } = (await published()).settings;
    const draft: RuleSetting = { id: 'from-run', label: 'Depuis un essai', enabled: true, when: { types: ['INVITATION'], keywords: ['inauguration'] }, tray: 'dgs' };
    const stale = await run(first(rules, draft));
    await publish((now) => [...now].reverse());
    await publish((now) => [...now].reverse());
    expect(await admin.call('POST', `${base}/simulations/${stale.id}/publish`, { comment: 'non' })).toEqual(jasmine.objectContaining({ status: 409, body: jasmine.objectContaining({ code: 'settingsMoved' }) }));
    const again = await run(first((await published()).settings.rules, draft));
    expect((await admin.call('POST', `${base}/simulations/${again.id}/publish`, { comment: 'oui' })).status).toBe(200);
    await until('it is in force', async () => (await published()).settings.rules[0]?.id === 'from-run');
    expect((await admin.call('POST', `${base}/simulations/${again.id}/publish`, { comment: 'encore' })).status).toBe(409);
    expect(destinationOf({ type: 'INVITATION', subject: 'Inauguration', text: '' }, (await published()).settings, '2026-01-05').tray).toBe('dgs');
  });

  it('are not run when they do not agree with the other settings, and a run can be stopped', async () => {
    const { rules } = (await published()).settings;
    expect(await admin.call('POST', `${base}/simulations`, { rules: [{ ...rules[0], tray: 'nowhere' }], ...period })).toEqual(jasmine.objectContaining({ status: 422 }));
    const { id } = await admin.post<Simulation>(`${base}/simulations`, { rules, ...period });
    const stopped = await admin.post<Simulation>(`${base}/simulations/${id}/cancel`);
    expect(['cancelled', 'done']).toContain(stopped.state);
  });

  it('are corrected by what their returned mails have in common', async () => {
    const mails = await Promise.all(Array.from({ length: 18 }, (_, index) => register({ type: 'PMI', postcode: index < 6 ? '98777' : '98555' })));
    await until('all are distributed', async () => (await Promise.all(mails.map(row))).every(({ state }) => state === 'distributed'));
    const sentBy = (await row(mails[0]!)).route_because?.params['rule'] as string;
    const propose = () => admin.get<{ items: { kind: string; fact: { kind: string; value: string }; returned: number; kept: number; tray?: string; rules: RuleSetting[] }[]; none?: string }>(`${base}/${sentBy}/corrections`);
    expect(await propose()).toEqual({ items: [], none: 'tooFew' });
    for (const id of mails.slice(6)) await house.store.db.updateTable('mail').set({ state: 'closed' }).where('id', '=', id).execute();
    for (const id of mails.slice(0, 6)) await clara.post(`/mails/${id}/reroute`, { service: 'NORD', reason: 'pas pour nous' });
    const found = await until('they went on', async () => {
      const now = await propose();
      return now.items[0]?.tray && now.items[0].returned === 6 ? now : undefined;
    });
    expect(found.items[0]).toEqual(jasmine.objectContaining({ kind: 'rule', fact: { kind: 'postcode', value: '98777' }, returned: 6, kept: 0 }));
    const sound = await admin.call('POST', `${base}/simulations`, { rules: found.items[0]?.rules, ...period });
    expect(sound.status).toBe(201);
  });

  it('are no matter of who neither administers nor is of the central mail room; the mail room sees what came back', async () => {
    const { rules } = (await published()).settings;
        const nowhere = newId();
    const asked: readonly (readonly [string, string, object?])[] = [['GET', `${base}/returns`], ['POST', `${base}/try`, { rules, mail: nowhere }], ['GET', `${base}/simulations`], ['POST', `${base}/simulations`, { rules, ...period }], ['GET', `${base}/simulations/${nowhere}`], ['GET', `${base}/simulations/${nowhere}/changes`], ['POST', `${base}/simulations/${nowhere}/cancel`], ['POST', `${base}/simulations/${nowhere}/publish`, { comment: 'x' }], ['GET', `${base}/voirie/corrections`], ['GET', '/administration/services/loads']];
    const answers = async (who: Client): Promise<number[]> => Promise.all(asked.map(async ([method, path, body]) => (await who.call(method, path, body)).status));
    expect(await answers(roads)).toEqual(asked.map(() => 403));
    expect(await answers(clara)).toEqual([200, 404, 403, 403, 403, 403, 403, 403, 403, 403]);
    expect(await answers(keeper)).toEqual([200, 404, 200, 201, 404, 404, 404, 404, 200, 200]);
  });

  it('show how much is open at each service, to administrators', async () => {
    const id = await distributed();
    const { service } = await row(id);
    await until('it is counted', async () => (await admin.get<{ items: { service: string; open: number }[] }>('/administration/services/loads')).items.find((each) => each.service === service)!.open > 0);
  });
});

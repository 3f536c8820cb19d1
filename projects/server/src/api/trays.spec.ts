import { changeMail, lockMail } from '@bannette/house';
import type { MailLine, ProblemBody } from '@bannette/http';
import { newId, trayDifferences } from '@bannette/store';
import type { Running } from '../serve.js';
import { startTestHouse, until, type Client, type TestHouse } from '../testing/index.js';

interface Tray {
  readonly id: string;
  readonly open: number;
  readonly late: number;
  readonly label?: string;
  readonly pinned?: boolean;
  readonly uncounted?: boolean;
}
interface Bulk {
  readonly id: string;
  readonly state: string;
  readonly counts: { readonly [outcome: string]: number };
  readonly undoUntil?: string;
  readonly items: readonly { readonly id: string; readonly chrono?: string; readonly outcome?: string; readonly problem?: { readonly code: string } }[];
}
type Page = { readonly items: MailLine[]; readonly next?: string };

describe('Trays and actions on many mails', () => {
  let house: TestHouse;
  let running: Running;
  let sophie: Client;
  let clara: Client;
  let made = 0;
  let clock = new Date('2026-06-10T09:00:00Z');

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve({}, { now: () => clock });
    [sophie, clara] = await Promise.all([house.client('sophie.martel', running.url), house.client('clara.moreau', running.url)]);
    for (const person of [sophie, clara]) await person.get('/me');
  }, 60_000);
  afterAll(() => house.close(), 60_000);
  beforeEach(() => (clock = new Date('2026-06-10T09:00:00Z')));

  /** Mails in the tray of the roads, as distribution leaves them, without a journey through Alfresco. */
  const inTray = (count: number, more: object = {}): Promise<string[]> =>
    house.store.transaction({ entityId: 'default', actor: 'system' }, async (tx) => {
      const ids: string[] = [];
      for (let index = 0; index < count; index++) {
        const id = newId();
        await tx.trx.insertInto('mail').values({ id, entity_id: 'default', category: 'incoming', state: 'toQualify', channel: 'post', proposals: '{}', read_text: '', copies: [], confidentiality: 0, readers: [], listers: [] }).execute();
        const mail = await lockMail(tx, id);
        if (!mail) throw new Error('The mail is not there');
        await changeMail(tx, mail, { set: { state: 'distributed', service: 'ROUTES', tray: 'routes', chrono: `B-${String(++made).padStart(6, '0')}`, subject: `Nid-de-poule ${made}`, type: 'VOIRIE', received_at: '2026-06-01', due_date: '2026-06-20', ...more }, entry: { type: 'mail.distributed', data: { tray: 'routes', service: 'ROUTES' } } });
        ids.push(id);
      }
      return ids;
    });
  const countOf = async (person: Client, id: string): Promise<Tray | undefined> => (await person.get<{ items: Tray[] }>('/trays')).items.find((tray) => tray.id === id);
  const idsIn = async (person: Client, tray: string): Promise<string[]> => {
    const ids: string[] = [];
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page: Page = await person.get<Page>(`/trays/${tray}/mails?limit=200${after ? `&after=${after}` : ''}`);
      ids.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    return ids;
  };
  const rowOf = (id: string) => house.store.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const finished = (person: Client, { id }: Bulk, state: string): Promise<Bulk> => until(`it is ${state}`, async () => {
    const bulk = await person.get<Bulk>(`/bulk/${id}`);
    return bulk.state === state && bulk;
  });
  const refusal = async (person: Client, method: string, path: string, body?: object): Promise<string> => {
    const answer = await person.call<ProblemBody>(method, path, body);
    return `${answer.status} ${answer.body.code}`;
  };

  it('hold and count the same: unread, followed, to assign, mine, late and due today', async () => {
    const [late, today, soon] = await Promise.all([inTray(1, { due_date: '2026-06-09' }), inTray(1, { due_date: '2026-06-10' }), inTray(1)]);
    const [one, two, three] = [late[0] ?? '', today[0] ?? '', soon[0] ?? ''];
    const before = await countOf(sophie, 'unread');
    await sophie.post(`/mails/${one}/marks`, { read: true, followed: true });
    await sophie.post(`/mails/${one}/marks`, { read: true });
    expect((await countOf(sophie, 'unread'))?.open).toBe((before?.open ?? 0) - 1);
    expect(await idsIn(sophie, 'followed')).toContain(one);
    expect((await sophie.mail(one)) as object).toEqual(jasmine.objectContaining({ followed: true, unread: false }));
    await sophie.post(`/mails/${two}/take`, {});
    for (const tray of ['mine', 'late', 'today', 'unread', 'followed', 'routes', 'copies', 'signals']) expect((await idsIn(sophie, tray)).length).withContext(tray).toBe((await countOf(sophie, tray))?.open ?? -1);
    expect(await idsIn(sophie, 'mine')).toContain(two);
    expect([(await idsIn(sophie, 'late')).includes(one), (await idsIn(sophie, 'today')).includes(two), (await idsIn(sophie, 'unread')).includes(one)]).toEqual([true, true, false]);
    clock = new Date('2026-06-10T22:30:00Z'); // after midnight in Paris: nothing is counted anew, and it is so
    expect((await idsIn(sophie, 'late')).length).toBe((await countOf(sophie, 'late'))?.open ?? -1);
    expect(await idsIn(sophie, 'late')).toContain(two);
    await sophie.post(`/mails/${one}/marks`, { read: false, followed: false });
    expect([(await idsIn(sophie, 'followed')).includes(one), (await idsIn(sophie, 'unread')).includes(one), (await idsIn(sophie, 'unread')).includes(three)]).toEqual([false, true, true]);
  });

  it('are searches that somebody keeps, shares and puts first; each sees in them what they may open', async () => {
    const [id] = await inTray(1, { subject: 'Pont de Lys', priority: 'urgent', fields: JSON.stringify({ commune: 'LYS' }) });
    const query = { services: ['ROUTES'], types: ['VOIRIE'], priorities: ['urgent'], received: { from: '2026-05-01', until: '2026-06-30' }, fields: { commune: 'LYS' }, text: 'pont' };
    expect((await sophie.post<Page>('/search', { query, sort: 'priority' })).items.map((line) => line.id)).toEqual([id ?? '']);
    expect((await sophie.post<Page>('/search', { query: { ...query, types: ['INVITATION'] } })).items).toEqual([]);
    expect(await sophie.post<object>('/search/count', { query })).toEqual({ count: 1, more: false });
    expect((await clara.post<{ count: number }>('/search/count', { query: { services: ['ROUTES'] } })).count).withContext('only what one may open').toBe((await clara.post<Page>('/search', { query: { services: ['ROUTES'] }, limit: 200 })).items.length);
    expect(await refusal(sophie, 'POST', '/search', { query: {} })).toBe('422 asksNothing');
    const saved = await sophie.post<{ id: string; revision: number }>('/saved-trays', { name: 'Ponts urgents', query, sort: 'due', sharedWith: { service: 'ROUTES' }, pinned: true });
    expect(await idsIn(sophie, `saved:${saved.id}`)).toEqual([id ?? '']);
    const counted = await until('it is counted', async () => {
      const tray = await countOf(sophie, `saved:${saved.id}`);
      return tray && !tray.uncounted && tray;
    });
    expect(counted).toEqual(jasmine.objectContaining({ open: 1, label: 'Ponts urgents', pinned: true }));
    expect(await refusal(clara, 'GET', `/trays/saved:${saved.id}/mails`)).toBe('404 notFound');
    expect(await refusal(clara, 'PUT', `/saved-trays/${saved.id}`, { name: 'X', query, revision: 1 })).toBe('404 notFound');
    expect(await refusal(clara, 'POST', '/saved-trays', { name: 'X', query, sharedWith: { service: 'ROUTES' } })).toBe('403 forbidden');
    expect(await refusal(sophie, 'PUT', `/saved-trays/${saved.id}`, { name: 'X', query, revision: 7 })).toBe('409 stale');
    await sophie.call('PUT', '/my/trays', { trays: ['routes', `saved:${saved.id}`, 'mine'] });
    expect((await sophie.get<{ items: Tray[] }>('/trays')).items.slice(0, 3).map((tray) => tray.id)).toEqual(['routes', `saved:${saved.id}`, 'mine']);
    expect((await sophie.call('DELETE', `/saved-trays/${saved.id}`)).status).toBe(200);
    expect(await countOf(sophie, `saved:${saved.id}`)).toBeUndefined();
  });

  it('are worked on by one at a time: the others are told who, wait, or take over', async () => {
    const [id = ''] = await inTray(1);
    await sophie.post(`/mails/${id}/lock`, {});
    const ines = await house.client('ines.kaci', running.url);
    expect(await refusal(ines, 'POST', `/mails/${id}/take`, {})).toBe('409 locked');
    expect(await refusal(ines, 'POST', `/mails/${id}/lock`, {})).toBe('409 locked');
    expect((await ines.mail(id)) as object).toEqual(jasmine.objectContaining({ lock: jasmine.objectContaining({ by: { id: 'sophie.martel', displayName: 'Sophie Martel' } }) }));
    await ines.post(`/mails/${id}/lock`, { takeOver: true });
    expect(await refusal(sophie, 'POST', `/mails/${id}/copies`, { services: ['RH'] })).toBe('409 locked');
    expect((await house.store.db.selectFrom('journal').select('data').where('subject_id', '=', id).where('type', '=', 'mail.lockTakenOver').execute()).map(({ data }) => data as object)).toEqual([{ from: 'sophie.martel' }]);
    clock = new Date('2026-06-10T09:05:01Z');
    await sophie.post(`/mails/${id}/take`, {});
    expect((await sophie.mail(id)).assignee?.id).toBe('sophie.martel');
  });

  it('do to a few at once what is done to each alone, say what came of each, and take all of it back', async () => {
    const [one = '', two = '', three = ''] = await inTray(3);
    const { revision } = await sophie.mail(two);
    const ines = await house.client('ines.kaci', running.url);
    await ines.post(`/mails/${two}/take`, {});
    const [elsewhere = ''] = await inTray(1, { service: 'RH', tray: 'rh' });
    const bulk = await sophie.post<Bulk>('/bulk', { action: 'take', mails: [{ id: one }, { id: two, revision }, { id: three }, { id: elsewhere }, { id: newId() }] });
    expect([bulk.state, bulk.items.map(({ outcome, problem }) => [outcome, problem?.code])]).toEqual(['done', [['done', undefined], ['moved', 'assignedToOther'], ['done', undefined], ['refused', 'notFound'], ['refused', 'notFound']]]);
    expect(bulk.items[3]?.chrono).toBeUndefined();
    expect(await refusal(ines, 'GET', `/bulk/${bulk.id}`)).toBe('404 notFound');
    await sophie.post(`/mails/${three}/notes`, { text: 'vu' });
    const undone = await sophie.post<Bulk>(`/bulk/${bulk.id}/undo`, {});
    expect([undone.state, undone.counts['undone'], undone.counts['kept']]).toEqual(['undone', 1, 1]);
    expect([(await rowOf(one)).state, (await rowOf(one)).assignee, (await rowOf(three)).assignee]).toEqual(['distributed', null, 'sophie.martel']);
    expect(await refusal(sophie, 'POST', `/bulk/${bulk.id}/undo`, {})).toBe('409 undoExpired');
    expect(await refusal(sophie, 'POST', '/bulk', { action: 'reroute', mails: [{ id: one }] })).toBe('422 invalid');
  });

  it('go on in the background with all of a tray, once for each, and give it back to the mail room', async () => {
    const mine = new Set(await inTray(60));
    const { items, more } = await sophie.get<{ items: { id: string; revision: number }[]; more: boolean }>('/trays/routes/selection');
    expect(more).toBeFalse();
    const mails = items.filter(({ id }) => mine.has(id));
    expect(mails.length).toBe(60);
    const started = await sophie.post<Bulk>('/bulk', { action: 'follow', mails });
    const done = await finished(sophie, started, 'done');
    expect(done.counts['done']).toBe(60);
    const followed = await idsIn(sophie, 'followed');
    expect(followed.filter((id) => mine.has(id)).length).toBe(60);
    expect((await countOf(sophie, 'followed'))?.open).toBe(followed.length);
    await sophie.post(`/bulk/${started.id}/undo`, {});
    await finished(sophie, started, 'undone');
    expect((await idsIn(sophie, 'followed')).filter((id) => mine.has(id))).toEqual([]);
    const [one = ''] = mails.map(({ id }) => id);
    const back = await sophie.post<Bulk>('/bulk', { action: 'reroute', mails: [{ id: one }], with: { reason: 'Le service courrier saura', toMailRoom: true } });
    expect(back.counts['done']).toBe(1);
    const row = await until('it waits with the mail room', async () => {
      const { state, tray, route_because: because } = await rowOf(one);
      return because !== null && { state, tray, because: because.code };
    });
    expect([row.state, row.tray, row.because]).toEqual(['registered', null, 'route.returned']);
  });

  it('keep counts that a recount finds right, and tell who follows a mail that it moved on', async () => {
    const [id = ''] = await inTray(1);
    await sophie.post(`/mails/${id}/marks`, { followed: true });
    const ines = await house.client('ines.kaci', running.url);
    await ines.post(`/mails/${id}/take`, {});
    const notice = await until('who follows it is told', async () => (await sophie.get<{ items: { kind: string; link?: string }[] }>('/notices')).items.find(({ link }) => link === `/mails/${id}`));
    expect(notice.kind).toBe('mail.followed');
    expect((await ines.get<{ items: { link?: string }[] }>('/notices')).items.some(({ link }) => link === `/mails/${id}`)).toBeFalse();
    expect(await trayDifferences(house.store.db)).toEqual([]);
  });
});

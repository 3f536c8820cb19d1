import { Readable } from 'node:stream';
import type { HeldMailLine, HoldView, JournalLine, Mail, MailLine } from '@bannette/http';
import { heldMails } from '@bannette/house';
import { announceReviews, compareHolds, recoverHolds } from '@bannette/retention';
import { newId, readJournal } from '@bannette/store';
import { keepEvents } from '@bannette/vigilance';
import type { Running } from '../serve.js';
import { startTestHouse, until, type Client, type TestHouse } from '../testing/index.js';
import { captured } from './captured.spec-support.js';

describe('A hold', () => {
  let house: TestHouse;
  let running: Running;
  let now = new Date('2026-06-10T09:00:00Z');
  let as: Record<'clara' | 'sophie' | 'marc' | 'ines' | 'odile' | 'karim' | 'hortense', Client>;

  beforeAll(async () => {
    house = await startTestHouse();
    running = await house.serve({}, { now: () => now });
    const people = { clara: 'clara.moreau', sophie: 'sophie.martel', marc: 'marc.delmas', ines: 'ines.kaci', odile: 'odile.charpentier', karim: 'karim.benali', hortense: 'hortense.aubry' };
    as = Object.fromEntries(await Promise.all(Object.entries(people).map(async ([who, id]) => [who, await house.client(id, running.url)]))) as typeof as;
  }, 120_000);
  afterAll(() => house.close(), 60_000);

  const answer = async (by: Client, method: string, path: string, body?: object): Promise<string> => {
    const { status, body: said } = await by.call<{ code?: string }>(method, path, body);
    return `${status} ${said?.code ?? ''}`.trim();
  };
  /** A mail of the roads' service that Alfresco has, with its letter. */
  const stored = async (more: object = {}): Promise<Mail> => {
    const id = await captured(running.house);
    await as.clara.post(`/mails/${id}/qualify`, { type: 'VOIRIE', sender: { kind: 'individual', name: `Odile ${id}` }, subject: 'Nid-de-poule', receivedAt: '2026-04-30', service: 'ROUTES', ...more });
    await until('Alfresco has it', async () => {
      const row = await house.store.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      const documents = await house.store.db.selectFrom('document').select('stored_at').where('mail_id', '=', id).execute();
      return row.state === 'distributed' && row.applied_version === row.desired_version && documents.every(({ stored_at }) => stored_at);
    });
    return (more as { service?: string }).service ? ({ id } as Mail) : as.sophie.mail(id);
  };
  const nodeOf = async (mail: string): Promise<string> => (await house.store.db.selectFrom('document').select('node_id').where('mail_id', '=', mail).orderBy('position').executeTakeFirstOrThrow()).node_id ?? '';
  const frozen = async (mail: string): Promise<boolean> => (await house.administrator.nodes.get(await nodeOf(mail))).aspects.includes('rma:frozen');
  const body = (scope: object, more: object = {}) => ({ key: newId(), kind: 'litigation', title: 'Recours de la SCI Les Tilleuls', reason: 'Tribunal administratif, requête 26-0417', reviewOn: '2027-06-01', scope, ...more });
  const place = (scope: object, more: object = {}, by = as.odile): Promise<HoldView> => by.post('/holds', body(scope, more));
  const held = async (mail: string): Promise<boolean> => (await heldMails(house.store.db, [mail])).has(mail);
  const view = (id: string): Promise<HoldView> => as.odile.get(`/holds/${id}`);
  const applied = (id: string, mails: number): Promise<HoldView> => until(`${mails} mails are held in Alfresco`, async () => ((found) => !found.filling && found.mails === mails && found.applied === mails && found)(await view(id)));
  const release = async (id: string): Promise<HoldView> => {
    const { revision } = await view(id);
    await as.odile.post(`/holds/${id}/release`, { revision, reason: 'Jugement définitif' });
    return until('it is gone from Alfresco', async () => ((found) => found.lifted && found)(await view(id)));
  };
  const history = async (id: string): Promise<string[]> => (await readJournal(house.store.db, { subjectKind: 'mail', subjectId: id, limit: 500 })).map(({ type }) => type);
  const opened = async (): Promise<{ id: string; chrono: string }> => as.sophie.post('/affairs', { title: 'Contentieux des Tilleuls', service: 'ROUTES' });

  it('on mails stops what would do away with them, freezes their documents in Alfresco, and lets them go', async () => {
    const mail = await stored();
    const hold = await place({ kind: 'mails', mails: [mail.id], numbers: [mail.chrono] });
    expect([hold.mails, hold.actions, await held(mail.id)]).toEqual([1, ['review', 'extend', 'release'], true]);
    await applied(hold.id, 1);
    const node = await nodeOf(mail.id);
    const { nodes } = running.house.repository;
    const refusals: (() => Promise<unknown>)[] = [() => nodes.update(node, { properties: { 'cm:title': 'x' } }), () => nodes.delete(node), () => nodes.replaceContent(node, { mediaType: 'text/plain', size: 1, content: () => Readable.from(['x']) }), () => nodes.delete(mail.nodeId ?? '', { permanent: true })];
    for (const refusal of refusals) await expectAsync(refusal()).toBeRejected();

    const seen = await as.sophie.mail(mail.id);
    expect([seen.held, seen.holds?.items[0]?.title, seen.actions.includes('close')]).toEqual([true, undefined, true]);
    expect((await as.marc.mail(mail.id)).holds?.items[0]?.reason).toContain('26-0417');
    expect(await answer(as.clara, 'POST', `/mails/${mail.id}/void`, { reason: 'erreur' })).toBe('409 held');
    expect(await answer(as.sophie, 'POST', `/mails/${mail.id}/notes`, { text: 'vu' })).toBe('200');
    const lines = (await as.sophie.get<{ items: MailLine[] }>(`/search?q=${mail.chrono}`)).items;
    expect(lines.map((line) => line.held)).toEqual([true]);

    const gone = await release(hold.id);
    expect([gone.releaseReason, gone.applied, await frozen(mail.id), await held(mail.id)]).toEqual(['Jugement définitif', 1, false, false]);
    expect((await history(mail.id)).filter((type) => /[hH](eld|old)/.test(type))).toEqual(['mail.held', 'mail.holdEnded']);
    expect((await running.house.repository.records.holds.list()).some(({ name }) => name.includes(hold.id))).toBeFalse();
    expect((await as.sophie.mail(mail.id)).alerts ?? 0).toBe(0);
  }, 60_000);

  it('is no news when Alfresco tells of it long after it was let go', async () => {
    const mail = await stored();
    const hold = await place({ kind: 'mails', mails: [mail.id] });
    await applied(hold.id, 1);
    const { aspects, ...node } = await house.administrator.nodes.get(await nodeOf(mail.id));
    await release(hold.id);
    const free = aspects.filter((aspect) => aspect !== 'rma:frozen');
    const told = { kind: 'updated' as const, id: newId(), time: new Date().toISOString(), node: { ...node, aspects, above: [mail.nodeId ?? ''], content: undefined, modifiedBy: undefined }, before: { aspects: free } };
    await keepEvents(running.house, [told, { ...told, id: newId(), node: { ...told.node, aspects: free }, before: { aspects } }]);
    await until('both were heard', async () => !(await house.store.db.selectFrom('alfresco_event').select('id').where('mail_id', '=', mail.id).where('handled_at', 'is', null).executeTakeFirst()));
    expect((await house.store.db.selectFrom('alfresco_event').select('id').where('mail_id', '=', mail.id).where('id', '=', told.id).execute()).length).toBe(1);
    expect((await history(mail.id)).filter((type) => type.startsWith('alfresco.'))).toEqual([]);
    expect([await held(mail.id), (await as.sophie.mail(mail.id)).alerts ?? 0]).toEqual([false, 0]);
  }, 60_000);

  it('on an affair takes what is put in later, and lets go of what is taken out', async () => {
    const [affair, first, later] = [await opened(), await stored(), await stored()];
    await as.sophie.call('PUT', `/mails/${first.id}/affair`, { affair: affair.id });
    const hold = await place({ kind: 'affair', number: affair.chrono.toLowerCase() }, {}, as.odile);
    expect([hold.mails, hold.scope]).toEqual([1, { kind: 'affair', id: affair.id, label: affair.chrono }]);
    await as.sophie.call('PUT', `/mails/${later.id}/affair`, { affair: affair.id });
    await applied(hold.id, 2);
    expect(await frozen(later.id)).toBeTrue();
    await as.sophie.call('PUT', `/mails/${first.id}/affair`, { affair: null });
    await until('the one is free again', async () => !(await held(first.id)));
    expect([await frozen(first.id), await frozen(later.id)]).toEqual([false, true]);
    expect(await history(first.id)).toContain('mail.holdEnded');
    await release(hold.id);
  }, 60_000);

  it('on a person takes what they write later, and what those wrote whom they are joined with', async () => {
    const sender = async (name: string): Promise<string> => (await as.clara.post<{ id: string }>('/correspondents', { kind: 'company', name, addresses: [], emails: [], phones: [], consents: [], references: [] })).id;
    const [one, other] = [await sender('SCI Les Tilleuls'), await sender('SCI Tilleul')];
    const from = (id: string) => stored({ sender: { id, kind: 'company', name: 'SCI Les Tilleuls' } });
    const [mail, joined] = [await from(one), await from(other)];
    const hold = await place({ kind: 'correspondent', id: one });
    await applied(hold.id, 1);
    const [kept, merged] = await Promise.all([one, other].map((id) => as.clara.get<{ revision: number }>(`/correspondents/${id}`)));
    await as.clara.post(`/correspondents/${one}/merge`, { other, revision: kept?.revision, otherRevision: merged?.revision });
    await applied(hold.id, 2);
    const next = await from(one);
    await applied(hold.id, 3);
    expect(await Promise.all([mail, joined, next].map(({ id }) => frozen(id)))).toEqual([true, true, true]);
    await release(hold.id);
    expect(await frozen(next.id)).toBeFalse();
  }, 60_000);

  it('beside another leaves frozen what the other holds, and what people hold in Alfresco themselves', async () => {
    const [both, theirs] = [await stored(), await stored()];
    const first = await place({ kind: 'mails', mails: [both.id, theirs.id] });
    const second = await place({ kind: 'mails', mails: [both.id] }, { kind: 'research', title: 'Étude' });
    await applied(first.id, 2);
    await applied(second.id, 1);
    const own = await house.administrator.records.holds.create({ name: `hold ${newId()}`, reason: 'Police' });
    await house.administrator.records.holds.add(own.id, await nodeOf(theirs.id));
    await release(first.id);
    expect([await frozen(both.id), await held(both.id), await frozen(theirs.id), await held(theirs.id)]).toEqual([true, true, true, true]);
    const list = (await as.odile.get<{ items: HeldMailLine[] }>('/holds/in-alfresco')).items.map(({ mail }) => mail.id);
    expect([list.includes(theirs.id), list.includes(both.id)]).toEqual([true, false]);
    expect((await as.sophie.mail(theirs.id)).holds).toEqual(jasmine.objectContaining({ inAlfresco: true, items: [] }));
    await house.administrator.records.holds.remove(own.id, await nodeOf(theirs.id));
    await until('that is heard', async () => !(await held(theirs.id)));
    await release(second.id);
  }, 60_000);

  it('is made once in Alfresco, though its job was killed before that was written down; what is locked waits', async () => {
    const [mail, locked] = [await stored(), await stored()];
    await fetch(`${house.alfrescoUrl}/alfresco/api/-default-/public/alfresco/versions/1/nodes/${await nodeOf(locked.id)}/lock`, { method: 'POST', headers: { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`, 'content-type': 'application/json' }, body: '{}' });
    const asked = body({ kind: 'mails', mails: [mail.id, locked.id] });
    const [{ id: key }, again] = await Promise.all([as.odile.post<HoldView>('/holds', asked), as.odile.post<HoldView>('/holds', asked)]);
    expect(again.id).toBe(key);
    const found = await until('the one is held, the other refused', async () => ((one) => one.applied === 1 && one.failing === 1 && one)(await view(key)));
    expect(found.actions).toContain('retry');
    // As a process leaves it that is killed between Alfresco's answer and our writing it down.
    await house.store.db.updateTable('hold').set({ node_id: null }).where('id', '=', key).execute();
    await house.store.db.updateTable('hold_mail').set({ applied_at: null }).where('hold_id', '=', key).where('mail_id', '=', mail.id).execute();
    await as.odile.post(`/holds/${key}/retry`);
    await until('the hold is found again', async () => ((one) => one.applied === 1 && one.failing === 1)(await view(key)));
    const failing = (await as.odile.get<{ items: HeldMailLine[] }>(`/holds/${key}/mails?which=failing`)).items;
    expect(failing.map((line) => [line.mail.id, line.failure?.code])).toEqual([[locked.id, 'lockedInAlfresco']]);
    expect((await running.house.repository.records.holds.list()).filter(({ name }) => name.includes(key)).length).toBe(1);
    await fetch(`${house.alfrescoUrl}/alfresco/api/-default-/public/alfresco/versions/1/nodes/${await nodeOf(locked.id)}/unlock`, { method: 'POST', headers: { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` } });
    await as.odile.post(`/holds/${key}/retry`);
    await applied(key, 2);
    await release(key);
  }, 60_000);

  it('is put right again by night where somebody freed its documents or deleted it in Alfresco', async () => {
    const mail = await stored();
    const hold = await place({ kind: 'mails', mails: [mail.id] });
    await applied(hold.id, 1);
    const { records } = house.administrator;
    const before = (await records.holds.list()).find(({ name }) => name.includes(hold.id));
    await records.holds.release(before?.id ?? '');
    now = new Date(now.getTime() + 86_400_000);
    await compareHolds(running.house);
    await until('it is held again', async () => frozen(mail.id));
    expect((await as.odile.get<{ items: JournalLine[] }>(`/holds/${hold.id}/journal`)).items.map(({ type }) => type)).toContain('hold.goneFromAlfresco');
    await applied(hold.id, 1);
    await release(hold.id);
  }, 60_000);

  it('that the database lost is found again in Alfresco, with its kind and its mails; one that was let go is not', async () => {
    const [mail, other] = [await stored(), await stored()];
    const hold = await place({ kind: 'mails', mails: [mail.id, other.id] }, { kind: 'research' });
    await applied(hold.id, 2);
    const { db } = house.store;
    const mailsOf = async (): Promise<string[]> => (await db.selectFrom('hold_mail').select('mail_id').where('hold_id', '=', hold.id).where('released_at', 'is', null).orderBy('mail_id').execute()).map(({ mail_id }) => mail_id);
    // A mail whose row was made again has lost what it was held by.
    await db.deleteFrom('hold_mail').where('hold_id', '=', hold.id).where('mail_id', '=', mail.id).execute();
    await recoverHolds(running.house);
    expect(await mailsOf()).toEqual([mail.id, other.id].sort());
    expect(await db.selectFrom('hold').select(['title', 'kind']).where('id', '=', hold.id).executeTakeFirst()).toEqual({ title: 'Recours de la SCI Les Tilleuls', kind: 'research' });
    await applied(hold.id, 2);

    await db.deleteFrom('hold_mail').where('hold_id', '=', hold.id).execute();
    await db.deleteFrom('hold').where('id', '=', hold.id).execute();
    await recoverHolds(running.house);
    expect([await mailsOf(), await held(mail.id)]).toEqual([[mail.id, other.id].sort(), true]);
    const again = await applied(hold.id, 2);
    expect([again.kind, again.title, again.reviewOn]).toEqual(['research', 'Gel retrouvé dans Alfresco', new Date(now.getTime() + 30 * 86_400_000).toISOString().slice(0, 10)]);
    await release(hold.id);
    await recoverHolds(running.house);
    expect(await mailsOf()).withContext('released here').toEqual([]);
  }, 60_000);

  it('that limits processing refuses what is new of it, until somebody allows it with a reason', async () => {
    const mail = await stored();
    const hold = await place({ kind: 'mails', mails: [mail.id] }, { kind: 'restriction', title: 'Demande art. 18' }, as.karim);
    const copied = () => answer(as.sophie, 'POST', `/mails/${mail.id}/copies`, { services: ['RH'] });
    expect(await copied()).toBe('409 processingRestricted');
    const seen = await as.sophie.mail(mail.id);
    expect([seen.actions.includes('copy'), seen.holds?.stopped.includes('copy'), seen.holds?.mayAllow]).toEqual([false, true, false]);
    expect(await answer(as.sophie, 'POST', `/mails/${mail.id}/processing`, { until: '2026-06-20', reason: 'x' })).toBe('403 forbidden');
    expect(await answer(as.karim, 'POST', `/mails/${mail.id}/processing`, { until: '2027-06-20', reason: 'x' })).toBe('422 exceptionTooLong');
    expect(await answer(as.karim, 'POST', `/mails/${mail.id}/processing`, { until: '2026-06-20', reason: 'Accord de la personne' })).toBe('200');
    expect(await copied()).toBe('200');
    await as.karim.post(`/holds/${hold.id}/release`, { revision: hold.revision, reason: 'Levée' });
  }, 60_000);

  it('is placed by who may, on what they may, and seen by few', async () => {
    const [own, others] = [await stored(), await stored({ service: 'RH', type: 'COURRIER_GENERAL' })];
    const rights = [
      await answer(as.sophie, 'POST', '/holds', body({ kind: 'mails', mails: [own.id] })),
      await answer(as.hortense, 'GET', '/holds'),
      await answer(as.clara, 'GET', '/holds'),
      await answer(as.marc, 'POST', '/holds', body({ kind: 'mails', mails: [own.id, others.id] })),
      await answer(as.marc, 'POST', '/holds', body({ kind: 'mails', mails: [own.id] }, { kind: 'other' })),
      await answer(as.karim, 'POST', '/holds', body({ kind: 'mails', mails: [own.id] })),
      await answer(as.odile, 'POST', '/holds', body({ kind: 'mails', numbers: ['A-0000-1'] })),
      await answer(as.odile, 'POST', '/holds', body({ kind: 'row', id: 'none' })),
      await answer(as.odile, 'POST', '/holds', body({ kind: 'mails', mails: [own.id] }, { reviewOn: '2028-12-01' })),
    ];
    expect(rights).toEqual(['403 forbidden', '403 forbidden', '403 forbidden', '403 forbidden', '403 forbidden', '403 forbidden', '422 unknownNumbers', '422 unknownRow', '422 reviewTooFar']);
    const preview = await as.marc.post<{ mails: number; kinds: string[] }>('/holds/preview', { scope: { kind: 'mails', mails: [own.id] } });
    expect([preview.mails, preview.kinds]).toEqual([1, ['litigation']]);
    const hold = await place({ kind: 'mails', mails: [own.id] }, {}, as.marc);
    const seen = async (by: Client): Promise<boolean> => (await by.get<{ items: HoldView[] }>('/holds?limit=200')).items.some(({ id }) => id === hold.id);
    expect([await seen(as.marc), await seen(as.odile), await seen(as.karim)]).toEqual([true, true, true]);
    expect(await answer(as.karim, 'POST', `/holds/${hold.id}/release`, { revision: hold.revision, reason: 'x' })).toBe('403 forbidden');
    expect(await answer(as.ines, 'GET', `/holds/${hold.id}`)).toBe('404 notFound');
    await release(hold.id);
  }, 60_000);

  it('is looked at again: told when the day comes, kept until another, with who said so', async () => {
    const mail = await stored();
    const hold = await place({ kind: 'mails', mails: [mail.id] }, { reviewOn: '2026-07-01' });
    await announceReviews(running.house);
    await announceReviews(running.house);
    const types = async () => (await readJournal(house.store.db, { subjectKind: 'hold', subjectId: hold.id, limit: 100 })).map(({ type }) => type);
    expect((await types()).filter((type) => type.startsWith('hold.review'))).toEqual(['hold.reviewSoon']);
    await until('the archivist was told', async () => (await as.odile.get<{ items: { kind: string; link?: string }[] }>('/notices?limit=200')).items.some(({ kind, link }) => kind === 'hold.reviewSoon' && link === `/holds/${hold.id}`));
    const { revision } = await view(hold.id);
    expect(await answer(as.odile, 'POST', `/holds/${hold.id}/review`, { revision: revision + 1, reviewOn: '2027-01-15', comment: 'Appel' })).toBe('409 staleHold');
    const reviewed = await as.odile.post<HoldView>(`/holds/${hold.id}/review`, { revision, reviewOn: '2027-01-15', comment: 'Appel interjeté' });
    expect([reviewed.reviewOn, reviewed.review]).toEqual(['2027-01-15', 'later']);
    expect(await types()).toContain('hold.reviewed');
    await release(hold.id);
    expect(await answer(as.odile, 'POST', `/holds/${hold.id}/review`, { revision: 9, reviewOn: '2027-01-15', comment: 'x' })).toBe('409 holdReleased');
  }, 60_000);
});

import { compareRecords, endCurrentUse } from '@bannette/retention';
import { newId } from '@bannette/store';
import { sql } from 'kysely';
import { Readable } from 'node:stream';
import type { Running } from '../serve.js';
import { agreeRows } from '../testing/agreed-rows.js';
import { startTestHouse, until, type Client, type TestHouse } from '../testing/index.js';
import { captured } from './captured.spec-support.js';

describe('A mail whose current use has ended', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  let sophie: Client;
  let ines: Client;
  let clock = new Date('2026-06-10T09:00:00Z');

  beforeAll(async () => {
    house = await startTestHouse();
    running = await house.serve({ BANNETTE_RECORDS_CRON: '0 0 1 1 *' }, { now: () => clock });
    await agreeRows(house, running, [{ code: 'REC-01' }, { code: 'ROU-03', finalSort: 'T' }, { code: 'CHR-05' }]);
    [clara, sophie, ines] = (await Promise.all(['clara.moreau', 'sophie.martel', 'ines.kaci'].map((id) => house.client(id, running.url)))) as [Client, Client, Client];
  }, 120_000);
  afterAll(() => house.close(), 60_000);
  beforeEach(() => (clock = new Date('2026-06-10T09:00:00Z')));

  const rowOf = (id: string) => house.store.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const recordOf = (id: string) => house.store.db.selectFrom('mail_record').selectAll().where('mail_id', '=', id).executeTakeFirst();
  const partsOf = (id: string) => house.store.db.selectFrom('record_part').selectAll().where('mail_id', '=', id).orderBy('part').execute();
  const closed = async (type: string, more: object = {}): Promise<string> => {
    const id = await captured(running.house);
    await clara.post(`/mails/${id}/qualify`, { type, sender: { kind: 'individual', name: 'Odile Vasseur', postcode: '98310' }, subject: 'Une lettre', receivedAt: '2026-05-04', documentDate: '2026-04-29', service: 'ROUTES', ...more });
    await until('it is distributed', async () => (await rowOf(id)).state === 'distributed');
    await sophie.post(`/mails/${id}/close-without-answer`, { reason: 'sans objet' });
    await until('it is in Alfresco, and its retention is known', async () => {
      const row = await rowOf(id);
      return row.applied_version === row.desired_version && row.current_use_ends;
    });
    return id;
  };
  const answer = async (by: Client, method: string, path: string, body?: object): Promise<string> => {
    const { status, body: said } = await by.call<{ code?: string }>(method, path, body);
    return `${status} ${said?.code ?? ''}`.trim();
  };
  const idle = async (): Promise<boolean> => (await sql<{ n: number }>`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'records.end'`.execute(house.store.db)).rows[0]?.n === 0;
  /** What the clock brings about at that time. */
  const night = async (at: string): Promise<void> => {
    clock = new Date(at);
    await endCurrentUse(running.house);
  };
  const inState = (id: string, state: string) => until(`it is ${state}`, async () => {
    const record = await recordOf(id);
    if (record?.failure) throw new Error(JSON.stringify(record.failure));
    return record?.state === state && record;
  });

  it('becomes a record of fate D, dated from its closing, with one version and its keepers as readers', async () => {
    const id = await closed('RECLAMATION');
    const [document] = (await sophie.mail(id)).documentsList;
    const nodeId = document?.nodeId ?? '';
    const own = running.house.repository.nodes;
    const { stream, size } = await own.content(nodeId);
    const bytes = Buffer.concat(await stream.toArray() as Buffer[]);
    await own.replaceContent(nodeId, { mediaType: 'application/pdf', size, content: () => Readable.from([bytes]) });
    expect((await own.versions(nodeId)).length).toBe(2);
    // What Alfresco reads out of a file once it has a transform service.
    const readOut = { 'cm:author': 'Odile Vasseur', 'cm:title': 'Lettre de Mme Vasseur', 'cm:originator': 'vasseur@example.org', 'cm:addressees': ['mairie@example.org'] };
    await house.administrator.nodes.update(nodeId, { properties: readOut });
    await house.administrator.nodes.update(nodeId, { aspects: [...(await house.administrator.nodes.get(nodeId)).aspects, 'cm:taggable'] });

    await night('2026-07-10T21:59:00Z');
    expect(await recordOf(id)).toBeUndefined();
    expect((await sophie.mail(id)).masked).toBeFalse();
    await night('2026-07-10T22:01:00Z');
    const record = await inState(id, 'dated');
    expect([record.trigger_day, record.due, record.ags_due, record.conflict]).toEqual(['2026-06-10', '2031-06-10', '2031-06-10', null]);

    const node = await house.administrator.nodes.get(nodeId);
    expect(['rma:record', 'rma:declaredRecord', 'rma:cutOff'].filter((aspect) => !node.aspects.includes(aspect))).toEqual([]);
    expect(await own.versions(nodeId)).toEqual(['1.1']);
    expect(Object.keys(node.properties).filter((name) => name in readOut)).toEqual([]);
    expect(JSON.stringify(node.properties)).not.toMatch(/vasseur|mairie/i);
    expect([node.aspects.includes('cm:taggable'), node.aspects.includes('cm:versionable')]).toEqual([false, true]);
    await expectAsync(house.administrator.nodes.versionContent(nodeId, '1.0')).toBeRejectedWith(jasmine.objectContaining({ code: 'notFound' }));
    expect((await partsOf(id)).map(({ state, ags_due }) => [state, ags_due])).toEqual([['dated', '2031-06-10']]);

    const keepers = ['GROUP_GEC_S_ROUTES__RESPONSABLE', 'GROUP_GEC_S_ROUTES__SECRETARIAT'];
    await until('Alfresco knows', async () => (await rowOf(id)).applied_version === (await rowOf(id)).desired_version);
    expect([...(await rowOf(id)).readers].sort()).toEqual(keepers);
    const { entries } = await house.administrator.nodes.permissions((await rowOf(id)).node_id ?? '');
    expect(entries.map(({ authority }) => authority).sort()).toEqual([...keepers, 'bannette-svc'].sort());
    expect([await answer(clara, 'GET', `/mails/${id}`), await answer(ines, 'GET', `/mails/${id}`), await answer(sophie, 'GET', `/mails/${id}`)]).toEqual(['403 forbidden', '403 forbidden', '200']);
    expect(await answer(sophie, 'POST', `/mails/${id}/reopen`, { reason: 'nouvel élément' })).toBe('409 intermediate');
    expect((await sophie.mail(id)).actions).not.toContain('reopen');
    await night('2026-07-12T20:00:00Z');
    expect((await house.store.db.selectFrom('alert').select('kind').where('mail_id', '=', id).execute()).length).toBe(0);
  });

  it('of fate T is dated and never cut off; in an affair it ends with it, under its row', async () => {
    const id = await closed('VOIRIE');
    const affair: { id: string } = await sophie.post('/affairs', { title: 'Pont du Lys', service: 'ROUTES' });
    const inFile = await closed('RECLAMATION');
    expect((await sophie.call('PUT', `/mails/${inFile}/affair`, { affair: affair.id })).status).toBe(200);
    await until('nothing runs in an open affair', async () => (await rowOf(inFile)).retention_due === null && (await rowOf(inFile)).current_use_ends === null);
    await night('2026-07-12T20:00:00Z');
    const record = await inState(id, 'dated');
    expect([record.due, record.ags_due]).toEqual(['2030-06-10', '2030-06-10']);
    const [part] = await partsOf(id);
    expect((await house.administrator.nodes.get(part?.node_id ?? '')).aspects).not.toContain('rma:cutOff');
    expect(await recordOf(inFile)).toBeUndefined();

    const marc = await house.client('marc.delmas', running.url);
    expect((await marc.call('PUT', `/affairs/${affair.id}/retention`, { row: 'ROU-03', reason: 'dossier de travaux' })).status).toBe(200);
    await sophie.post(`/affairs/${affair.id}/close`, { closedOn: '2026-07-01', revision: 2 });
    await until('it follows its affair', async () => (await rowOf(inFile)).retention_due === '2030-07-01');
    await night('2026-08-02T20:00:00Z');
    expect([(await inState(inFile, 'dated')).row.code, (await recordOf(inFile))?.ags_due]).toEqual(['ROU-03', '2030-07-01']);
    expect(await answer(sophie, 'POST', `/affairs/${affair.id}/reopen`, { reason: 'suite', revision: 3 })).toBe('409 recordsBegun');
  });

  it('waits for its hold to end, then for its trigger, is dated when that is declared and anew when it is corrected', async () => {
    const id = await closed('INVITATION', { documentDate: undefined });
    const hold = newId();
    await house.store.db.insertInto('hold').values({ id: hold, entity_id: 'default', kind: 'litigation', title: 'Contentieux', reason: 'TA', review_on: '2027-01-01', scope_kind: 'mails', created_by: 'x', created_by_name: 'x' }).execute();
    await house.store.db.insertInto('hold_mail').values({ hold_id: hold, mail_id: id }).execute();
    await night('2026-07-12T20:00:00Z');
    await until('it was looked at', async () => (await recordOf(id))?.retried_at);
    await until('no job is left', idle);
    expect([(await recordOf(id))?.state, (await rowOf(id)).intermediate_at]).toEqual(['ending', null]);
    await house.store.db.updateTable('hold_mail').set({ released_at: clock }).where('hold_id', '=', hold).execute();
    await night('2026-07-13T20:00:00Z');
    expect((await inState(id, 'declared')).due).toBeNull();
    const [part] = await partsOf(id);
    expect((await house.administrator.nodes.get(part?.node_id ?? '')).aspects).not.toContain('rma:cutOff');

    await sophie.post(`/mails/${id}/retention-trigger`, { day: '2024-02-29', reason: 'date lue sur le carton' });
    expect((await inState(id, 'dated')).ags_due).toBe('2025-02-28');
    await sophie.post(`/mails/${id}/retention-trigger`, { day: '2025-12-31', reason: 'lue de travers' });
    await until('it is dated anew', async () => (await recordOf(id))?.ags_due === '2026-12-31');
    expect([(await recordOf(id))?.due, (await recordOf(id))?.conflict]).toEqual(['2026-12-31', null]);
  });

  it('is not made unchangeable while an alert is open; what people added is then part of it, under a neutral name', async () => {
    const id = await closed('RECLAMATION');
    const folder = (await rowOf(id)).node_id ?? '';
    const added = await house.administrator.nodes.upload({ parentId: folder, name: 'Lettre de Mme Vasseur.txt', type: 'cm:content', properties: { 'cm:title': 'Mme Vasseur' }, mediaType: 'text/plain', size: 5, content: () => Readable.from([Buffer.from('ajout')]) });
    const alert = await until('somebody is told', () => house.store.db.selectFrom('alert').select('id').where('mail_id', '=', id).executeTakeFirst());
    await night('2026-07-12T20:00:00Z');
    await until('it is refused', async () => (await recordOf(id))?.failure?.code === 'alertOpen');
    expect((await rowOf(id)).intermediate_at).toBeNull();
    await house.store.db.updateTable('alert').set({ settled_at: clock }).where('id', '=', alert.id).execute();
    await house.store.db.updateTable('mail').set({ open_alerts: 0 }).where('id', '=', id).execute();
    await night('2026-07-13T20:00:00Z');
    await until('it is dated', async () => (await recordOf(id))?.state === 'dated');
    const node = await house.administrator.nodes.get(added.id);
    expect([node.name.includes('Vasseur'), node.properties['cm:title'], node.aspects.includes('rma:cutOff')]).toEqual([false, undefined, true]);
    expect((await partsOf(id)).map(({ part, state }) => [part, state])).toEqual([['original', 'dated'], ['other', 'dated']]);
  });

  it('is in conflict as soon as Governance Services say another day, and until a comparison finds them equal again', async () => {
    const id = await closed('RECLAMATION');
    await night('2026-07-12T20:00:00Z');
    await inState(id, 'dated');
    const [part] = await partsOf(id);
    const set = (asOf: string) => running.house.repository.records.execute(part?.node_id ?? '', { name: 'editDispositionActionAsOfDate', asOf });
    await set('2020-01-01T11:00:00.000Z');
    clock = new Date('2026-07-14T20:00:00Z');
    await compareRecords(running.house);
    expect((await recordOf(id))?.conflict).toEqual({ code: 'datesDiffer', params: { due: '2031-06-10', ags: '2020-01-01' } });
    const odile = await house.client('odile.charpentier', running.url);
    const settle = () => odile.post<{ conflict?: object }>(`/records/${id}/settle`, { reason: 'date saisie à la main dans AGS' });
    expect((await settle()).conflict).toBeDefined();
    await set('2031-06-10T11:00:00.000Z');
    expect((await settle()).conflict).toBeUndefined();
    expect(await answer(sophie, 'POST', `/records/${id}/settle`, { reason: 'essai' })).toBe('403 forbidden');
  });
});

import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { dayIn } from '@bannette/domain';
import { readKey, signPdf } from '@bannette/seal';
import { makeKey } from '@bannette/seal/testing';
import { apiPrefix, operations, type CampaignBoxView, type CampaignVisaView, type ProblemBody, type VisaItemView, type VisaLineView, type VisaView } from '@bannette/http';
import { boxesOf, boxesSettled, destroyRegisterDay, registerCandidates } from '@bannette/retention';
import { verifyStored } from '@bannette/registration';
import { newId } from '@bannette/store';
import type { Running } from '../serve.js';
import { startTestHouse, testLetter, type Answer, type Client, type TestHouse } from '../testing/index.js';

const anId = '01890000-0000-7000-8000-000000000001';
const manifest = 'a1b2c3d4e5f60718'.padEnd(128, '9');
const today = (): string => dayIn('Europe/Paris', new Date());
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

describe('The visa of a campaign of elimination', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  let odile: Client;
  let bertrand: Client;
  let hortense: Client;
  let node: string;
  let scan: Buffer;
  let mails: string[];

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve();
    [clara, odile, bertrand, hortense] = (await Promise.all(['clara.moreau', 'odile.charpentier', 'bertrand.lacaze', 'hortense.aubry'].map((who) => house.client(who, running.url)))) as [Client, Client, Client, Client];
    scan = Buffer.from((await testLetter('visa')).bytes);
    const { nodes } = running.house.repository;
    node = (await nodes.upload({ parentId: running.house.libraryId, name: 'piece.pdf', type: 'cm:content', properties: {}, mediaType: 'application/pdf', size: scan.length, content: () => Readable.from([scan]) })).id;
    mails = [];
    for (let at = 0; at < 4; at++) mails.push((await clara.post<{ id: string }>('/entries', { key: newId(), kind: 'incoming', type: 'VOIRIE', subject: `Courrier ${at}`, parties: [{ kind: 'individual', name: 'Jeanne Aubert' }], channel: 'post', receivedAt: '2026-01-05' })).id);
  }, 90_000);
  afterAll(() => house.close(), 60_000);

  /** A campaign as it lies before the archivist: two lines, of two mails and one, and a mail that is not in the list. */
  const submitted = async (archivists: readonly string[] = ['hortense.aubry'], more: object = {}): Promise<string> => {
    const id = newId();
    const { db } = house.store;
    const { count } = await db.selectFrom('campaign').select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
    await db.insertInto('campaign').values({ id, entity_id: 'default', year: 2026, number: Number(count) + 1, chrono: `ELIM-2026-${String(Number(count) + 1).padStart(3, '0')}`, title: 'Courrier échu', state: 'submitted', until: '2026-10-31', max_items: 100, max_share: 1, max_errors: 3, cooling_days: 7, created_by: 'odile.charpentier', created_by_name: 'Odile', manifest_sha512: manifest, validated_by: 'odile.charpentier', validated_by_name: 'Odile', validated_at: new Date(), approved_by: 'bertrand.lacaze', approved_by_name: 'Bertrand', approved_at: new Date(), submitted_by: 'odile.charpentier', submitted_at: new Date(), archivists: [...archivists], ...more } as never).execute();
    const line = (number: number, items: number) => ({ campaign_id: id, line: number, service: 'ROUTES', service_label: 'Routes', row: `CHR-0${number}`, row_label: 'Chronos', years: 1, reference: 'Circulaire', year: 2024, first_day: '2024-01-05', last_day: '2024-12-20', items, documents: items, bytes: 1000, visa: null, visa_reason: null });
    await db.insertInto('campaign_line').values([line(1, 2), line(2, 1)]).execute();
    const document = JSON.stringify([{ node, part: 'original', name: 'A-2024-000001-1.pdf', sha512: createHash('sha512').update(scan).digest('hex'), size: scan.length }]);
    const item = (mail: number, position: number, of: number) => ({ campaign_id: id, subject_kind: 'mail' as const, subject_id: mails[mail] ?? '', mail_id: mails[mail] ?? '', position, service: 'ROUTES', row: `CHR-0${of}`, year: 2024, due: '2025-12-31', ags_due: '2025-12-31', verdict: 'destroy' as const, cause: null, line: of, documents: document, metadata_sha512: null, destroyed_at: null });
    await db.insertInto('campaign_item').values([item(0, 1, 1), item(1, 2, 1), item(2, 3, 2)] as never).execute();
    await db.insertInto('campaign_claim').values(mails.slice(0, 3).map((mail) => ({ campaign_id: id, subject_kind: 'mail', subject_id: mail }))).onConflict((on) => on.doNothing()).execute();
    await db.insertInto('campaign_file').values({ id: newId(), campaign_id: id, kind: 'bordereauCsv', name: 'bordereau é.csv', media_type: 'text/csv', sha256: createHash('sha256').update('ligne').digest(), bytes: Buffer.from('ligne'), added_by: 'system' }).execute();
    return id;
  };
  const raw = (who: Client, method: string, path: string): Promise<Response> => fetch(`${running.url}${apiPrefix}${path}`, { method, headers: { authorization: `Basic ${Buffer.from(who.ticket).toString('base64')}` } });
  const code = ({ status, body }: Answer<ProblemBody>): string => `${status} ${body.code}`;
  const note = (id: string, ...decisions: object[]) => hortense.call<ProblemBody>('PUT', `/visas/${id}/notes`, { decisions });
  const give = async (who: Client, id: string, more: object = {}): Promise<Answer<ProblemBody & VisaView>> => {
    const { revision } = await house.store.db.selectFrom('campaign').select('revision').where('id', '=', id).executeTakeFirstOrThrow();
    return who.call('POST', `/visas/${id}/give`, { revision, name: 'Hortense Aubry', on: today(), reference: 'AD/2026/77', manifestSha512: manifest, ...more });
  };
  const onPaperVisa = async (who: Client, id: string, more: object = {}): Promise<Answer<ProblemBody>> => {
    const { revision } = await house.store.db.selectFrom('campaign').select('revision').where('id', '=', id).executeTakeFirstOrThrow();
    return who.call('POST', `/campaigns/${id}/paper-visa`, { revision, name: 'La directrice', on: today(), reference: 'AD/2026/78', digest: 'A1B2 C3D4 E5F6 0718', refused: [], file: { name: 'visa signé.pdf', content: base64(scan) }, ...more });
  };
  const told = (id: string) => house.store.db.selectFrom('journal').select(['type', 'data']).where('subject_id', '=', id).orderBy('seq').execute();

  it('is all that a guest sees of the house: every other operation is refused, whatever is sent', async () => {
    const open: string[] = [];
    for (const [name, operation] of operations) {
      const path = operation.path.replace('{number}', '1').replace('{code}', 'B-2026-00001').replace('{day}', '2026-01-05').replace('{kind}', 'rules').replace('{year}', '2014').replace(/\{(line|position)\}/g, '1').replace(/\{\w+\}/g, anId);
      const { status } = await raw(hortense, operation.method, path);
      if (operation.guests) expect([200, 400, 404]).withContext(name).toContain(status);
      else expect(status).withContext(name).toBe(403);
      if (status === 200) open.push(name);
    }
    expect(open.sort()).toEqual(['session', 'sortings', 'visas']);
    expect((await hortense.get<{ items: unknown[] }>('/sortings')).items).withContext('none was sent to her').toEqual([]);
    const me = await hortense.get<{ rooms: string[]; services: unknown[]; registers: unknown[] }>('/me');
    expect([me.rooms, me.services, me.registers]).toEqual([['visas'], [], []]);
    const direct = await fetch(`${running.url}/alfresco/api/-default-/public/alfresco/versions/1/nodes/${node}`, { headers: { authorization: `Basic ${Buffer.from(hortense.ticket).toString('base64')}` } });
    expect(direct.status).withContext('nothing in Alfresco either').toBe(403);
  });

  it('is asked of the archivists to whom it was sent, of nobody else', async () => {
    const [mine, other] = [await submitted(), await submitted(['somebody.else'])];
    const { items } = await hortense.get<{ items: VisaLineView[] }>('/visas?limit=200');
    expect(items.map(({ id }) => id)).toContain(mine);
    expect(items.map(({ id }) => id)).not.toContain(other);
    for (const path of [`/visas/${other}`, `/visas/${other}/lines/1/items`, `/visas/${other}/items/1/documents/${node}`]) expect((await raw(hortense, 'GET', path)).status).withContext(path).toBe(404);
    expect(code(await give(hortense, other))).toBe('404 notFound');
    for (const who of [clara, odile, bertrand]) expect((await raw(who, 'GET', `/visas/${mine}`)).status).withContext(who.person).toBe(404);
    expect((await odile.get<{ items: unknown[] }>('/visas')).items).toEqual([]);
  });

  it('lets any item be opened while it is asked, each opening journaled, and none afterwards', async () => {
    const id = await submitted();
    const { items } = await hortense.get<{ items: VisaItemView[]; next?: number }>(`/visas/${id}/lines/1/items?limit=1`);
    expect([items.length, items[0]?.position, items[0]?.number.startsWith('A-'), JSON.stringify(items).includes('Jeanne')]).toEqual([1, 1, true, false]);
    expect((await hortense.get<{ items: VisaItemView[] }>(`/visas/${id}/lines/1/items?limit=1&after=1`)).items.map(({ position }) => position)).toEqual([2]);
    const opened = await raw(hortense, 'GET', `/visas/${id}/items/1/documents/${node}`);
    expect([opened.status, opened.headers.get('content-type'), opened.headers.get('cache-control'), Buffer.from(await opened.arrayBuffer()).equals(scan)]).toEqual([200, 'application/pdf', 'no-store', true]);
    expect((await told(id)).map(({ type, data }) => [type, (data as { subject?: string }).subject])).toEqual([['campaign.itemOpened', mails[0]]]);
    expect((await raw(hortense, 'GET', `/visas/${id}/items/1/documents/${anId}`)).status).toBe(404);
    const [file] = (await hortense.get<VisaView>(`/visas/${id}`)).files;
    const sent = await raw(hortense, 'GET', `/visas/${id}/files/${file?.id}`);
    expect([sent.status, sent.headers.get('repr-digest'), await sent.text()]).toEqual([200, `sha-256=:${createHash('sha256').update('ligne').digest('base64')}:`, 'ligne']);
    await note(id, { line: 1, visa: 'granted' }, { line: 2, visa: 'granted' });
    expect((await give(hortense, id)).status).toBe(200);
    const late = await raw(hortense, 'GET', `/visas/${id}/items/1/documents/${node}`);
    expect([late.status, ((await late.json()) as ProblemBody).code]).toEqual([409, 'visaGiven']);
  });

  it('is noted line by line and given as a whole, for exactly the list that was sent', async () => {
    const id = await submitted();
    expect(code(await note(id, { line: 9, visa: 'granted' }))).toBe('422 visaUnknownLine');
    await note(id, { line: 1, visa: 'granted' });
    expect((await give(hortense, id)).body).toEqual(jasmine.objectContaining({ code: 'visaLineOpen', params: { line: 2 } }));
    await note(id, { line: 2, visa: 'refused' });
    expect(code(await give(hortense, id))).toBe('422 visaNoReason');
    await note(id, { line: 2, visa: 'refused', reason: 'intérêt historique' });
    const noted = await hortense.get<VisaView>(`/visas/${id}`);
    expect([noted.state, noted.decided, ...noted.bordereau.map(({ visa, noted: said }) => `${visa} ${said?.visa}`)]).toEqual(['submitted', 2, 'undefined granted', 'undefined refused']);
    expect(code(await give(hortense, id, { manifestSha512: 'b'.repeat(128) }))).toBe('409 visaOtherList');
    expect(code(await give(hortense, id, { on: '2999-01-01' }))).toBe('422 dayInFuture');
    expect(code(await give(hortense, id, { revision: 99 }))).toBe('409 staleCampaign');
    const { status, body } = await give(hortense, id);
    expect([status, body.state, body.by, ...body.bordereau.map(({ visa }) => visa ?? '')]).toEqual([200, 'cooling', 'Hortense Aubry', 'granted', 'refused']);
    expect((Date.parse(body.coolingUntil ?? '') - Date.now()) / 86_400_000).toBeCloseTo(7, 1);
    const { db } = house.store;
    expect((await db.selectFrom('campaign_item').select('state').where('campaign_id', '=', id).orderBy('position').execute()).map(({ state }) => state)).toEqual(['listed', 'listed', 'refused']);
    const entry = (await told(id)).find(({ type }) => type === 'campaign.visaRecorded');
    expect(entry?.data as object).toEqual(jasmine.objectContaining({ how: 'online', granted: 1, refused: 1, grantedItems: 2, refusedItems: 1, manifest, reference: 'AD/2026/77' }));
    expect(JSON.stringify(entry?.data)).withContext('names are in the part that can be erased').not.toContain('Hortense');
    expect(code(await give(hortense, id))).toBe('409 notInCampaignState');
    expect(code(await note(id, { line: 1, visa: 'refused', reason: 'x' }))).toBe('409 visaGiven');
    await expectAsync(db.updateTable('campaign_line').set({ visa: 'granted', visa_reason: null }).where('campaign_id', '=', id).where('line', '=', 2).execute()).withContext('a line is decided once').toBeRejected();
  });

  it('that refuses every line ends the campaign and lets go of its mails', async () => {
    const id = await submitted();
    await house.store.db.deleteFrom('campaign_claim').execute();
    await house.store.db.insertInto('campaign_claim').values(mails.slice(0, 3).map((mail) => ({ campaign_id: id, subject_kind: 'mail', subject_id: mail }))).execute();
    await note(id, { line: 1, visa: 'refused', reason: 'à conserver' }, { line: 2, visa: 'refused', reason: 'à conserver' });
    const { body } = await give(hortense, id);
    expect([body.state, body.coolingUntil, body.open]).toEqual(['refused', undefined, false]);
    expect((await told(id)).map(({ type }) => type)).toContain('campaign.refused');
    expect(await house.store.db.selectFrom('campaign_claim').selectAll().where('campaign_id', '=', id).execute()).toEqual([]);
  });

  it('is never given here by who had a part in the list', async () => {
    const id = await submitted(['hortense.aubry'], { validated_by: 'hortense.aubry' });
    await note(id, { line: 1, visa: 'granted' }, { line: 2, visa: 'granted' });
    expect(code(await give(hortense, id))).toBe('403 forbidden');
  });

  it('on paper is recorded by the archives with its file, tied to the list by the digest printed on it', async () => {
    const id = await submitted();
    expect(code(await onPaperVisa(bertrand, id))).toBe('403 forbidden');
    expect(code(await onPaperVisa(clara, id))).toBe('404 notFound');
    expect(code(await onPaperVisa(odile, id, { digest: 'a1b2c3d4e5f60719' }))).toBe('409 visaOtherList');
    expect(code(await onPaperVisa(odile, id, { file: { name: 'visa.pdf', content: base64(Buffer.from('MZ not a PDF at all')) } }))).toBe('422 fileNotPdf');
    expect(code(await onPaperVisa(odile, id, { file: { name: 'visa.pdf', content: base64(Buffer.concat([scan, Buffer.from('/ByteRange [0 1 2 3]'.repeat(30))])) } }))).toBe('422 tooManySignatures');
    expect(code(await onPaperVisa(odile, id, { refused: [{ line: 7, reason: 'x' }] }))).toBe('422 visaUnknownLine');
    const key = await readKey(makeKey({ subject: '/CN=Directrice' }).p12, 'secret');
    const signed = Buffer.from(await signPdf(scan, key, { at: new Date() }));
    const recorded = await onPaperVisa(odile, id, { refused: [{ line: 2, reason: 'à trier' }], file: { name: 'visa signé.pdf', content: base64(signed) } });
    expect([recorded.status, (recorded.body as unknown as { state: string }).state]).toEqual([200, 'cooling']);
    const { given, printedDigest } = await odile.get<CampaignVisaView>(`/campaigns/${id}/visa`);
    expect([printedDigest, given?.how, given?.by, given?.granted, given?.refused, given?.signatures.map(({ valid, subject }) => [valid, subject])]).toEqual(['a1b2c3d4e5f60718', 'paper', 'La directrice', 1, 1, [[true, 'CN=Directrice']]]);
    expect((await hortense.get<VisaView>(`/visas/${id}`)).files.some(({ kind }) => kind === 'visa')).toBeTrue();
  });

  it('lets boxes go once their mails are gone, each with its contractor’s certificate', async () => {
    const { db } = house.store;
    const [whole, part] = [(await clara.post<{ code: string }>('/boxes', { key: newId(), location: 'Magasin 2' })).code, (await clara.post<{ code: string }>('/boxes', { key: newId() })).code];
    for (const [mail, box] of [[0, whole], [1, whole], [2, part], [3, part]] as const) await db.updateTable('mail').set({ box }).where('id', '=', mails[mail] ?? '').execute();
    const id = await submitted();
    expect(await db.transaction().execute((trx) => boxesOf(trx, id))).toEqual([{ box: whole, whole: true, sheets: 2 }, { box: part, whole: false, sheets: 1 }]);
    await onPaperVisa(odile, id);
    const boxes = async () => odile.get<{ items: CampaignBoxView[]; settled: boolean }>(`/campaigns/${id}/boxes`);
    expect((await boxes()).items.map(({ box, whole: all, going, waiting }) => [box, all, going, waiting])).toEqual([[whole, true, 2, 2], [part, false, 1, 1]]);
    await db.updateTable('campaign').set({ state: 'executing', started_at: new Date() }).where('id', '=', id).execute();
    const record = async (box: string, more: object = {}) => {
      const { revision } = await db.selectFrom('campaign').select('revision').where('id', '=', id).executeTakeFirstOrThrow();
      return odile.call<ProblemBody>('POST', `/campaigns/${id}/boxes-destroyed`, { revision, boxes: [box], contractor: 'Broyage du Lys', destroyedOn: today(), file: { name: 'certificat.pdf', content: base64(scan) }, ...more });
    };
    expect(code(await record(whole))).withContext('its mails are still there').toBe('409 boxNotReady');
    expect((await raw(odile, 'GET', `/campaigns/${id}/box-slip`)).status).toBe(409);
    await db.updateTable('campaign_item').set({ state: 'destroyed' }).where('campaign_id', '=', id).execute();
    const slip = await raw(odile, 'GET', `/campaigns/${id}/box-slip`);
    expect([slip.status, Buffer.from(await slip.arrayBuffer()).toString('latin1', 0, 5)]).toEqual([200, '%PDF-']);
    expect((await raw(odile, 'GET', `/campaigns/${id}/box-withdrawals`)).status).toBe(200);
    expect(code(await record('B-2026-99999'))).toBe('409 boxNotReady');
    expect(code(await record(whole, { destroyedOn: '2020-01-01' }))).toBe('422 boxBeforeStart');
    expect((await record(whole)).status).toBe(200);
    expect(code(await record(whole))).toBe('409 boxRecorded');
    expect([(await boxes()).settled, await boxesSettled(db, id)]).toEqual([false, false]);
    expect((await record(part)).status).toBe(200);
    expect([(await boxes()).settled, await boxesSettled(db, id)]).toEqual([true, true]);
    expect((await clara.get<{ box: { destroyed?: { on: string } } }>(`/boxes/${whole}`)).box.destroyed?.on).toBe(today());
    expect((await clara.get<{ box: { destroyed?: object } }>(`/boxes/${part}`)).box.destroyed).withContext('it stays').toBeUndefined();
    expect(code(await clara.call<ProblemBody>('POST', `/boxes/${whole}/mails`, { number: 'A-2026-000001' }))).toBe('409 boxDestroyed');
    expect(code(await bertrand.call<ProblemBody>('POST', `/campaigns/${id}/boxes-destroyed`, { revision: 1, boxes: [whole], contractor: 'x', destroyedOn: today(), file: { name: 'c.pdf', content: base64(scan) } }))).toBe('403 forbidden');
  });

  it('of the register leaves its chain: old years are read by the archives alone, and go by a campaign alone', async () => {
    const { db } = house.store;
    const csv = Buffer.from('x');
    const hash = createHash('sha256').update(csv).digest();
    await db.insertInto('register_day').values({ entity_id: 'default', day: '2014-03-03', position: 900_000, prev_hash: Buffer.alloc(32), hash, journal_seq: 1, lines: 4, seal: null, closed_at: new Date() }).execute();
    await db.insertInto('register_file').values({ entity_id: 'default', day: '2014-03-03', kind: 'csv', bytes: csv, sha256: hash }).execute();
    const read = async (who: Client) => (await raw(who, 'GET', '/registers/days/2014-03-03/file?form=csv')).status;
    expect([await read(clara), await read(odile)]).toEqual([403, 200]);
    const series = await odile.get<{ row?: { code: string }; items: { year: number; state: string; stays?: string }[] }>('/register-series');
    expect([series.row?.code, series.items.find(({ year }) => year === 2014)]).toEqual(['CHR-04', jasmine.objectContaining({ state: 'due', stays: 'notAgreed', due: '2024-12-31', days: 1 })]);
    expect((await raw(clara, 'GET', '/register-series')).status).toBe(403);
    expect((await registerCandidates(running.house, db, '2026-01-01')).map(({ day, verdict, cause, bytes }) => [day, verdict, cause, bytes])).toEqual([['2014-03-03', 'keep', 'notAgreed', 1]]);
    expect((await odile.post<{ items: { year: number; sorting?: { decision: string } }[] }>('/register-series/2014/sorting', { decision: 'eliminate', reason: 'sans intérêt' })).items.find(({ year }) => year === 2014)?.sorting?.decision).toBe('eliminate');
    expect((await odile.call('POST', '/register-series/2026/sorting', { decision: 'keep', reason: 'x' })).status).toBeGreaterThan(403);
    const destroy = (visaed: boolean) => house.store.transaction({ entityId: 'default', actor: 'system' }, async (tx) => {
      if (visaed) await tx.trx.insertInto('elimination').values({ subject_kind: 'register', subject_id: '2014-03-03', entity_id: 'default', campaign_id: await submitted(), chrono: null, row: 'CHR-04', year: 2014, due: '2024-12-31', nodes: '[]', manifest_sha512: manifest, campaign_chrono: 'ELIM-2026-999', visa_reference: 'AD/2026/79', destroyed_at: new Date(), backups_until: '2027-01-01' }).execute();
      await destroyRegisterDay(tx, '2014-03-03');
    });
    await expectAsync(destroy(false)).withContext('without a campaign').toBeRejected();
    await destroy(true);
    expect(await read(odile)).toBe(410);
    expect((await verifyStored(db, 'default')).findings.filter(({ day }) => day === '2014-03-03').map(({ code: found }) => found)).toContain('eliminated');
    expect(await registerCandidates(running.house, db, '2026-01-01')).toEqual([]);
  });
});

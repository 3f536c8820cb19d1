import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apiPrefix, type Batch, type Deposit, type Mail } from '@bannette/http';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Running } from '../serve.js';
import { separator, startTestHouse, testBatch, testLetter, until, type Client, type TestHouse, type TestPage } from '../testing/index.js';

/** Each batch is read and cut by processes of their own, on a machine that may be busy. */
const patience = 60_000;

const letter = (name: string, subject: string, day = '3 mars 2026'): string => `${name}\n12 rue des Tanneurs\n98310 Valmorin-sur-Lys\n\nValmorin-sur-Lys, le ${day}\n\nObjet : ${subject}\n\nMadame, Monsieur,\n\nJe vous écris à ce sujet.\n\nVeuillez agréer mes salutations distinguées.`;
const goesOn = (of: string): string => `Suite de la lettre de ${of}, avec les pièces que vous avez demandées.`;
const pile: readonly TestPage[] = [
  separator('service', 'ROUTES'), // 1
  'blank', // 2, its back
  letter('Madame Odile Vasseur', 'nid-de-poule'), // 3
  'blank', // 4
  goesOn('Odile Vasseur'), // 5
  separator('type', 'APA'), // 6
  letter('Monsieur Paul Lenoir', 'demande d’allocation'), // 7
  separator('newLetter'), // 8
  letter('Madame Inès Roux', 'inscription au collège'), // 9
];

describe('A batch with separator sheets', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  let agent: Client;
  let deposit: Deposit;
  let batch: Batch;

  const readBatch = async (mark: string, pages: readonly TestPage[], fields: { [field: string]: string } = {}): Promise<{ deposit: Deposit; batch: Batch | undefined }> => {
    const { body } = await clara.deposit([await testBatch(mark, pages)], fields);
    const read = await clara.read(body.id);
    const parted = read.files.find(({ state }) => state === 'separated');
    return { deposit: read, batch: parted && (await clara.get<Batch>(`/batches/${parted.id}`)) };
  };
  const bytesOf = async (path: string, who = clara): Promise<Buffer> => {
    const response = await fetch(`${running.url}${apiPrefix}${path}`, { headers: { authorization: `Basic ${Buffer.from(who.ticket).toString('base64')}` } });
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };
  const pagesIn = async (bytes: Buffer): Promise<string[]> => {
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const texts: string[] = [];
    for (let page = 1; page <= pdf.numPages; page++) texts.push((await (await pdf.getPage(page)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' '));
    return texts;
  };
  const originalOf = async (mail: Mail): Promise<Buffer> => bytesOf(`/mails/${mail.id}/documents/${mail.documentsList[0]?.id ?? ''}/content?form=original`);
  const mailOn = async (of: Batch, page: number): Promise<Mail> => clara.mail(of.pages[page - 1]?.mailId ?? '');

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve();
    [clara, agent] = [await house.client('clara.moreau', running.url), await house.client('ines.kaci', running.url)];
    const read = await readBatch('pile', pile);
    deposit = read.deposit;
    batch = read.batch as Batch;
  }, 120_000);
  afterAll(() => house.close(), patience);

  it('becomes as many mails as there are letters, and each page has its fate', () => {
    expect(deposit.mails.map(({ state }) => state)).toEqual(['toQualify', 'toQualify', 'toQualify']);
    expect(batch.pages.map(({ fate }) => fate)).toEqual(['separator', 'blank', 'document', 'blank', 'document', 'separator', 'document', 'separator', 'document']);
    expect(batch.pages.map(({ mailId }) => batch.mails.findIndex(({ id }) => id === mailId))).toEqual([-1, -1, 0, -1, 0, -1, 1, -1, 2]);
    expect(batch.pages[0]?.says).toEqual([{ kind: 'service', value: 'ROUTES' }]);
  }, patience);

  it('proposes what the sheets say, and because of which page', async () => {
    const [routes, apa, plain] = await Promise.all([mailOn(batch, 3), mailOn(batch, 7), mailOn(batch, 9)]);
    expect(routes.proposals?.service).toEqual({ value: 'ROUTES', confidence: 1, because: 'sheet:1' });
    expect(apa.proposals?.type).toEqual({ value: 'APA', confidence: 1, because: 'sheet:6' });
    expect([plain.proposals?.service, plain.proposals?.subject?.value]).toEqual([undefined, 'inscription au collège']);
    expect([routes.batch, apa.batch?.before, plain.batch?.pages]).toEqual([{ id: batch.id, pages: [3, 5], before: false }, true, [9]]);
  }, patience);

  it('gives each mail its own pages as its original, with digests that the journal ties to the batch', async () => {
    const mail = await mailOn(batch, 3);
    const original = await originalOf(mail);
    const digest = createHash('sha512').update(original).digest('hex');
    expect(digest).toBe(mail.documentsList[0]?.sha512 ?? '');
    const texts = await pagesIn(original);
    expect([texts.length, texts[0]?.includes('nid-de-poule'), texts[1]?.includes('Suite de la lettre')]).toEqual([2, true, true]);
    const entries = await house.store.db.selectFrom('journal').select(['type', 'data']).where('subject_id', 'in', [mail.id, deposit.id]).orderBy('seq').execute();
    expect(entries.find(({ type }) => type === 'mail.captured')?.data['documents'] as unknown).toEqual([{ sha512: digest, searchable: jasmine.any(String), batch: batch.sha512, pages: [3, 5] }]);
    const separated = entries.find(({ type }) => type === 'file.separated')?.data as { sha512: string; leftOut: object[]; documents: { sha512: string; pages: number[] }[] };
    expect([separated.sha512, separated.leftOut.length]).toEqual([batch.sha512, 5]);
    expect(separated.documents[0]).toEqual(jasmine.objectContaining({ pages: [3, 5], sha512: digest }));
  }, patience);

  it('stays as it was scanned, for the mail room alone', async () => {
    expect(createHash('sha512').update(await bytesOf(`/batches/${batch.id}/content?form=original`)).digest('hex')).toBe(batch.sha512);
    expect((await pagesIn(await bytesOf(`/batches/${batch.id}/content`))).length).toBe(9);
    for (const [method, path, body] of [['GET', ''], ['GET', '/content'], ['POST', '/pages/4/restore', {}]] as const) expect((await agent.call(method, `/batches/${batch.id}${path}`, body)).status).withContext(path).toBe(403);
    expect((await clara.call('GET', `/batches/${deposit.files.find(({ batchId }) => batchId)?.id ?? ''}`)).status).withContext('a part is no batch').toBe(404);
  }, patience);

  it('gives back a page that was left out, once, to the document it lies in', async () => {
    const batch = (await readBatch('remettre', pile)).batch as Batch;
    const before = await mailOn(batch, 3);
    const restored = await clara.post<Batch>(`/batches/${batch.id}/pages/4/restore`, {});
    expect([restored.pages[3]?.fate, restored.pages[3]?.mailId, restored.pages[3]?.restored?.by]).toEqual(['blank', before.id, 'clara.moreau']);
    const after = await clara.mail(before.id);
    expect([after.documentsList[0]?.pages, after.batch?.pages, after.revision]).toEqual([3, [3, 4, 5], before.revision + 1]);
    expect(after.documentsList[0]?.sha512).not.toBe(before.documentsList[0]?.sha512 ?? '');
    expect(createHash('sha512').update(await originalOf(after)).digest('hex')).toBe(after.documentsList[0]?.sha512 ?? '');
    expect(((await clara.call('POST', `/batches/${batch.id}/pages/4/restore`, {})).body as { code: string }).code).toBe('pageInPlace');
    expect((await clara.call('POST', `/batches/${batch.id}/pages/99/restore`, {})).status).toBe(404);
    // A page before all documents goes to the first one after it.
    const first = await clara.post<Batch>(`/batches/${batch.id}/pages/1/restore`, {});
    expect(first.pages[0]?.mailId).toBe(before.id);
  }, patience);

  it('is read again as one letter where a sheet parted it by mistake', async () => {
    const batch = (await readBatch('réunir', pile)).batch as Batch;
    const [first, second] = [await mailOn(batch, 7), await mailOn(batch, 9)];
    const { mail } = await clara.post<{ mail: string }>(`/mails/${second.id}/merge-with-previous`, { revision: second.revision });
    expect(mail).toBe(first.id);
    const [joined, voided] = [await clara.mail(first.id), await clara.mail(second.id)];
    expect([joined.documentsList[0]?.pages, joined.batch?.pages, voided.state]).toEqual([2, [7, 9], 'voided']);
    const texts = await pagesIn(await originalOf(joined));
    expect([texts[0]?.includes('allocation'), texts[1]?.includes('collège')]).toEqual([true, true]);
    expect(joined.proposals?.type?.because).withContext('the sheet still says its type').toBe('sheet:6');
    expect(joined.proposals?.glued?.map(({ code }) => code)).toEqual(['letterhead']);
    expect(((await clara.call('POST', `/mails/${second.id}/merge-with-previous`, {})).body as { code: string }).code).toBe('notInState');
    expect((await bytesOf(`/mails/${second.id}/documents/${voided.documentsList[0]?.id ?? ''}/content?form=original`)).length).withContext('nothing is lost').toBeGreaterThan(0);
  }, patience);

  it('goes on as any mail: what is qualified can be neither joined to nor given pages', async () => {
    const own = (await readBatch('suite', [separator('service', 'ROUTES'), letter('Madame Odile Vasseur', 'nid-de-poule'), 'blank', separator('newLetter'), letter('Monsieur Paul Lenoir', 'allocation')])).batch as Batch;
    const [first, second] = [await mailOn(own, 2), await mailOn(own, 5)];
    await clara.post(`/mails/${first.id}/qualify`, { type: 'RECLAMATION', sender: { kind: 'individual', name: 'Odile Vasseur' }, subject: 'Nid-de-poule', service: 'ROUTES', receivedAt: '2026-01-05' });
    expect((await clara.mail(second.id)).batch?.before).toBeFalse();
    expect((await clara.call('POST', `/mails/${second.id}/merge-with-previous`, {})).status).toBe(409);
    expect((await clara.call('POST', `/batches/${own.id}/pages/3/restore`, {})).status).toBe(409);
    const stored = await until('Alfresco holds it', () => house.store.db.selectFrom('document').selectAll().where('mail_id', '=', first.id).where('stored_at', 'is not', null).executeTakeFirst());
    expect(await house.administrator.nodes.digest(stored.node_id ?? '', 'sha512')).toBe(stored.sha512);
    expect((await bytesOf(`/batches/${own.id}/content`)).length).withContext('the batch outlives its letters').toBeGreaterThan(0);
  }, patience);

  it('with the identification sheet of a mail says to which it belongs', async () => {
    const own = (await readBatch('pieces', [separator('identification', 'A-2026-000001'), goesOn('Odile Vasseur')])).batch as Batch;
    expect((await mailOn(own, 2)).proposals?.belongsTo).toEqual({ value: 'A-2026-000001', confidence: 1, because: 'sheet:1' });
  }, patience);

  it('deposited as one mail parts at its sheets all the same', async () => {
    const parted = (await readBatch('guichet', [letter('Madame Inès Roux', 'collège'), 'blank', separator('newLetter'), letter('Monsieur Paul Lenoir', 'allocation')], { grouping: 'oneMail', channel: 'counter' })).deposit;
    expect(parted.mails.length).toBe(2);
  }, patience);

  it('is not looked for in what came as a file', async () => {
    const whole = await readBatch('courriel', [separator('newLetter'), letter('Madame Inès Roux', 'collège'), 'blank'], { channel: 'email' });
    expect([whole.batch, whole.deposit.mails.length, whole.deposit.files[0]?.pages]).toEqual([undefined, 1, 3]);
  }, patience);

  it('comes by the watched folder, too', async () => {
    const scanned = await testBatch('dossier', [separator('newLetter'), letter('Madame Inès Roux', 'collège'), separator('newLetter'), letter('Monsieur Paul Lenoir', 'allocation')]);
    await writeFile(join(house.scansDir, scanned.name), scanned.bytes);
    const parts = await until('it is parted', async () => {
      const found = await house.store.db.selectFrom('deposit_file').innerJoin('deposit', 'deposit.id', 'deposit_id').select(['deposit_file.id', 'deposit_file.mail_id']).where('source', '=', 'folder').where('cut_from', 'is not', null).execute();
      return found.length === 2 && found;
    });
    expect(new Set(parts.map(({ mail_id }) => mail_id)).size).toBe(2);
  }, patience);

  it('of letters alone is one letter, byte for byte as it came', async () => {
    const sent = await testLetter('seule');
    const { body } = await clara.deposit([sent]);
    const read = await clara.read(body.id);
    expect([read.files.length, read.files[0]?.state, (await clara.mail(read.mails[0]?.id ?? '')).documentsList[0]?.sha512]).toEqual([1, 'read', sent.sha512]);
  }, patience);
});

describe('Sheets', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  let agent: Client;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve();
    [clara, agent] = [await house.client('clara.moreau', running.url), await house.client('ines.kaci', running.url)];
  }, 120_000);
  afterAll(() => house.close(), patience);

  const print = async (path: string, body: object, who = clara): Promise<{ status: number; pages: string[]; code?: string }> => {
    const response = await fetch(`${running.url}${apiPrefix}${path}`, { method: 'POST', headers: { authorization: `Basic ${Buffer.from(who.ticket).toString('base64')}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!response.ok) return { status: response.status, pages: [], code: ((await response.json()) as { code: string }).code };
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const pdf = await getDocument({ data: new Uint8Array(await response.arrayBuffer()), verbosity: 0 }).promise;
    const pages: string[] = [];
    for (let page = 1; page <= pdf.numPages; page++) pages.push((await (await pdf.getPage(page)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' '));
    return { status: response.status, pages };
  };

  it('are printed for the mail room with the words of the settings', async () => {
    const { pages } = await print('/sheets/separators', { services: ['ROUTES'], types: ['APA'], newLetter: true, copies: 2 });
    const { services, types } = await running.house.settings();
    expect(pages.length).toBe(6);
    expect(pages[0]).toContain('Nouveau courrier');
    expect(pages[2]).toContain(services.find(({ code }) => code === 'ROUTES')?.label.split(' ')[0] ?? '?');
    expect(pages[4]).toContain(types.find(({ code }) => code === 'APA')?.label.split(' ')[0] ?? '?');
    expect((await print('/sheets/separators', { newLetter: true }, agent)).status).toBe(403);
    expect(await print('/sheets/separators', { services: ['INCONNU'] })).toEqual({ status: 422, pages: [], code: 'unknownService' });
    expect((await print('/sheets/separators', {})).code).toBe('nothingToPrint');
  }, patience);

  it('and labels of a numbered mail bear its number, and nothing of persons', async () => {
    const { body } = await clara.deposit([await testLetter('étiquette')]);
    const [mail] = (await clara.read(body.id)).mails;
    const { chrono = '' } = await clara.post<Mail>(`/mails/${mail?.id}/qualify`, { type: 'RECLAMATION', sender: { kind: 'individual', name: 'Odile Vasseur' }, subject: 'Nid-de-poule', service: 'ROUTES', receivedAt: '2026-01-05' });
    const labels = await print('/sheets/mails', { mails: [chrono], form: 'labels', symbology: 'dataMatrix', start: 14, copies: 3 });
    expect(labels.pages.map((page) => page.split(chrono).length - 1)).toEqual([1, 2]);
    expect(labels.pages.join()).not.toMatch(/Vasseur|Nid/);
    expect((await print('/sheets/mails', { mails: [chrono], form: 'identification' })).pages.length).toBe(1);
    expect((await print('/sheets/mails', { mails: ['A-1999-000001'], form: 'labels' })).code).toBe('unknownChrono');
    expect((await print('/sheets/mails', { mails: [chrono], form: 'labels' }, agent)).status).toBe(403);
  }, patience);
});

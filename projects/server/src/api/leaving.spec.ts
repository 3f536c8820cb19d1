import { createHash } from 'node:crypto';
import { apiPrefix, type Batch, type Deposit, type LeavingLine, type ProblemBody } from '@bannette/http';
import { lookAtLeaving } from '@bannette/capture';
import PDFDocument from 'pdfkit';
import type { Running } from '../serve.js';
import { clientOf, separator, signIn, startTestHouse, testBatch, until, type Client, type TestHouse, type TestLetter } from '../testing/index.js';

const patience = 120_000;
const day = 86_400_000;
const letter = (name: string): string => `${name}\n12 rue des Tanneurs\n98310 Valmorin-sur-Lys\n\nObjet : voirie\n\nMadame, Monsieur,\n\nLa chaussée est abîmée.\n\nVeuillez agréer mes salutations distinguées.`;

async function locked(mark: string): Promise<TestLetter> {
  const pdf = new PDFDocument({ userPassword: 'secret' });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => pdf.on('end', () => resolve()));
  pdf.text(mark).end();
  await ended;
  return { name: `${mark}.pdf`, bytes: Buffer.concat(chunks), sha512: '' };
}

describe('The bytes of a batch', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  let ines: Client;
  let admin: Client;
  /** Days that have passed since the spec began. */
  let later = 0;
  let count = 0;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve({}, { now: () => new Date(Date.now() + later * day) });
    [clara, ines, admin] = [await house.client('clara.moreau', running.url), await house.client('ines.kaci', running.url), clientOf('admin', await signIn(house.alfrescoUrl, 'admin', 'admin'), () => running.url)];
  }, patience);
  afterAll(() => house.close(), patience);
  beforeEach(() => (later = 0));

  const night = (): Promise<number> => lookAtLeaving(running.house);
  const rowOf = (id: string) => house.store.db.selectFrom('deposit_file').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const linesOf = async (state: string, who = clara): Promise<LeavingLine[]> => (await who.get<{ items: LeavingLine[] }>(`/leaving?state=${state}`)).items;
  const lineOf = async (id: string, state: string) => (await linesOf(state)).find((line) => line.id === id);
  const gone = (id: string) => until('its bytes have left', async () => (await rowOf(id)).left_at);

  /** Scans two letters at once; answers the file and its mails. */
  const scan = async (): Promise<{ file: string; mails: string[] }> => {
    const batch = await testBatch(`lot-${++count}`, [separator('newLetter'), letter('Madame Odile Vasseur'), 'blank', separator('newLetter'), letter('Monsieur Paul Lenoir')]);
    const { body } = await clara.deposit([batch], { channel: 'post' });
    const { files, mails } = await until('it is parted', async () => {
      const deposit = await clara.get<Deposit>(`/deposits/${body.id}`);
      return deposit.mails.length === 2 && deposit.files.some(({ state }) => state === 'separated') && deposit;
    });
    return { file: files.find(({ state }) => state === 'separated')?.id ?? '', mails: mails.map(({ id }) => id) };
  };
  const qualify = (id: string): Promise<unknown> => clara.post(`/mails/${id}/qualify`, { type: 'VOIRIE', sender: { kind: 'individual', name: 'Odile Vasseur' }, subject: 'Nid-de-poule', service: 'ROUTES', receivedAt: '2026-01-05' });
  const stored = (mails: readonly string[]) => until('Alfresco holds them', async () => {
    const { n } = await house.store.db.selectFrom('document').select((eb) => eb.fn.countAll<string>().as('n')).where('mail_id', 'in', mails).where('stored_at', 'is', null).executeTakeFirstOrThrow();
    return Number(n) === 0;
  });
  /** A batch of which Alfresco holds all. */
  const settled = async (): Promise<{ file: string; mails: string[] }> => {
    const batch = await scan();
    for (const mail of batch.mails) await qualify(mail);
    await stored(batch.mails);
    return batch;
  };

  it('stay while one of its mails waits to be qualified, however long', async () => {
    const { file, mails } = await scan();
    await qualify(mails[0] ?? '');
    later = 400;
    await night();
    expect((await lineOf(file, 'staying'))?.keeping).toEqual({ stays: 'toQualify' });
    expect(await house.spooled()).toContain((await rowOf(file)).spool_key);
  }, patience);

  it('leave ninety days after Alfresco held all its mails; what proves them stays', async () => {
    const { file, mails } = await settled();
    const before = await rowOf(file);
    await night();
    const due = (await lineOf(file, 'later'))?.keeping;
    expect(due?.leavesOn).toBe(new Date(Date.now() + 90 * day).toLocaleDateString('sv', { timeZone: 'Europe/Paris' }));
    later = 89;
    expect(await night()).toBe(0);
    expect((await lineOf(file, 'soon'))?.keeping.leavesOn).toBe(due?.leavesOn ?? '');
    later = 91;
    expect(await night()).toBeGreaterThan(0);
    await gone(file);
    expect((await house.spooled()).filter((key) => [before.spool_key, before.searchable_key].includes(key))).toEqual([]);

    const batch = await clara.get<Batch>(`/batches/${file}`);
    expect([batch.sha512, batch.pages.length, batch.keeping.leftAt === undefined]).toEqual([before.sha512, 5, false]);
    expect((await lineOf(file, 'left'))?.keeping.leftAt).toBeDefined();
    const content = await clara.call<ProblemBody>('GET', `/batches/${file}/content`);
    expect([content.status, content.body.code]).toEqual([409, 'fileLeft']);
    const entries = await house.store.db.selectFrom('journal').select('body').where('type', '=', 'file.left').where('subject_id', '=', before.deposit_id).execute();
    const documents = await house.store.db.selectFrom('document').select('sha512').where('mail_id', 'in', mails).execute();
    expect(entries.length).toBe(1);
    for (const proof of [before.sha512, ...documents.map(({ sha512 }) => sha512)]) expect(JSON.stringify(entries[0])).toContain(proof);
    expect((await house.store.db.selectFrom('page_text').select('text').where('file_id', '=', file).execute()).filter(({ text }) => text)).withContext('text of its pages').toEqual([]);
    // Its letters are where they were.
    for (const mail of mails) expect(createHash('sha512').update(await original(mail)).digest('hex')).toBe((await clara.mail(mail)).documentsList[0]?.sha512 ?? '');
    expect(await night()).withContext('once').toBe(0);
  }, patience);

  const original = async (mail: string): Promise<Buffer> => {
    const { documentsList } = await clara.mail(mail);
    return Buffer.from(await (await fetch(`${running.url}${apiPrefix}/mails/${mail}/documents/${documentsList[0]?.id ?? ''}/content?form=original`, { headers: { authorization: `Basic ${Buffer.from(clara.ticket).toString('base64')}` } })).arrayBuffer());
  };

  it('stay while somebody holds them, who says why; who holds them or an administrator lets them go', async () => {
    const { file } = await settled();
    expect((await ines.call('POST', `/leaving/${file}/hold`, { reason: 'pour voir' })).status).toBe(404);
    await clara.post(`/leaving/${file}/hold`, { reason: 'un agrément manque peut-être' });
    expect(((await clara.call('POST', `/leaving/${file}/hold`, { reason: 'encore' })).body as ProblemBody).code).toBe('alreadyHeld');
    later = 400;
    await night();
    const line = await lineOf(file, 'held');
    expect([line?.keeping.held?.by, line?.keeping.held?.because, line?.mayRelease]).toEqual(['clara.moreau', 'un agrément manque peut-être', true]);
    expect((await rowOf(file)).leaving_at).toBeNull();
    expect((await linesOf('held', admin)).find(({ id }) => id === file)?.mayRelease).toBeTrue();
    const yann = await house.client('yann.lebrun', running.url);
    expect(((await yann.call('POST', `/leaving/${file}/release`)).body as ProblemBody).code).toBe('heldByOther');
    await admin.post(`/leaving/${file}/release`);
    expect(((await clara.call('POST', `/leaving/${file}/release`)).body as ProblemBody).code).toBe('notHeld');
    await night();
    await gone(file);
    expect(((await clara.call('POST', `/leaving/${file}/hold`, { reason: 'trop tard' })).body as ProblemBody).code).toBe('fileLeft');
  }, patience);

  it('stay while a mail of it is frozen, gone or in doubt', async () => {
    const { file, mails } = await settled();
    later = 400;
    const why = async (): Promise<string | undefined> => {
      await night();
      return (await lineOf(file, 'staying'))?.keeping.stays;
    };
    const { db } = house.store;
    await db.updateTable('document').set({ held_at: new Date() }).where('mail_id', '=', mails[0] ?? '').execute();
    expect(await why()).toBe('frozen');
    await db.updateTable('document').set({ held_at: null, gone_at: new Date() }).where('mail_id', '=', mails[0] ?? '').execute();
    expect(await why()).toBe('gone');
    await db.updateTable('document').set({ gone_at: null }).where('mail_id', '=', mails[0] ?? '').execute();
    await db.updateTable('document').set({ sha512: '0'.repeat(128) }).where('mail_id', '=', mails[1] ?? '').execute();
    expect(await why()).withContext('Alfresco holds other bytes').toBe('otherBytes');
    expect(await house.spooled()).toContain((await rowOf(file)).spool_key);
  }, patience);

  it('that were told to go have gone after a kill at any line', async () => {
    const { file } = await settled();
    const { spool_key, searchable_key } = await rowOf(file);
    // Killed after the intent, and after one of its files was removed.
    await running.house.spool.remove(spool_key);
    await house.store.transaction({ entityId: 'default', actor: 'system' }, async (tx) => {
      await tx.trx.updateTable('deposit_file').set({ leaving_at: new Date() }).where('id', '=', file).execute();
      await tx.enqueue('capture.leave', { fileId: file });
      await tx.enqueue('capture.leave', { fileId: file });
    });
    await gone(file);
    expect((await house.spooled()).filter((key) => key === searchable_key)).toEqual([]);
    const { deposit_id } = await rowOf(file);
    expect((await house.store.db.selectFrom('journal').select('seq').where('type', '=', 'file.left').where('subject_id', '=', deposit_id).execute()).length).toBe(1);
  }, patience);

  it('discarded from quarantine leave after a year, and are told to nobody else', async () => {
    const { body } = await clara.deposit([await locked('fermé')], { channel: 'counter' });
    const id = (await until('it is in quarantine', async () => (await clara.get<Deposit>(`/deposits/${body.id}`)).files.find(({ state }) => state === 'quarantined'))).id;
    const answer = await clara.post<{ items: { id: string; done: boolean; code?: string }[] }>('/quarantine/discard', { ids: [id, body.id], reason: 'redemandé' });
    expect(answer.items).toEqual([{ id, done: true }, { id: body.id, done: false, code: 'notFound' }]);
    later = 364;
    await night();
    expect((await lineOf(id, 'soon'))?.kind).toBe('discarded');
    expect((await rowOf(id)).leaving_at).toBeNull();
    later = 366;
    await night();
    await gone(id);
    const content = await clara.call<ProblemBody>('GET', `/quarantine/${id}/content`);
    expect([content.status, content.body.code]).toEqual([409, 'fileLeft']);
    expect((await ines.call('GET', '/leaving')).status).toBe(403);
    const counts = await clara.get<{ [state: string]: number }>('/leaving/counts');
    for (const state of ['soon', 'later', 'held', 'staying', 'left']) expect(counts[state]).withContext(state).toBe((await linesOf(state)).length);
  }, patience);

  it('in quarantine are counted by reason, and read again several at once', async () => {
    const { body } = await clara.deposit([await locked('un'), { name: 'vide.pdf', bytes: Buffer.alloc(0), sha512: '' }], { channel: 'counter' });
    const files = await until('they are in quarantine', async () => {
      const found = (await clara.get<Deposit>(`/deposits/${body.id}`)).files;
      return found.every(({ state }) => state === 'quarantined') && found;
    });
    const counts = async () => new Map((await clara.get<{ items: { reason: string; count: number }[] }>('/quarantine/reasons')).items.map(({ reason, count: n }) => [reason, n]));
    expect((await counts()).get('empty')).toBe(1);
    expect((await clara.get<{ items: { id: string }[] }>('/quarantine?reason=empty')).items.map(({ id }) => id)).toEqual(files.filter(({ reason }) => reason === 'empty').map(({ id }) => id));
    const retried = await clara.post<{ items: { done: boolean }[] }>('/quarantine/retry', { ids: files.map(({ id }) => id) });
    expect(retried.items.every(({ done }) => done)).toBeTrue();
    for (const path of ['/quarantine/reasons']) expect((await ines.call('GET', path)).status).toBe(403);
    const refused = await ines.post<{ items: object[] }>('/quarantine/retry', { ids: files.map(({ id }) => id) }).catch((error: unknown) => String(error));
    expect(JSON.stringify(refused)).not.toContain('"done":true');
  }, patience);
});

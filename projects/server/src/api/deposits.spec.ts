import { appendFile, mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { apiPrefix, type Deposit, type ProblemBody } from '@bannette/http';
import PDFDocument from 'pdfkit';
import type { Running } from '../serve.js';
import { startTestHouse, testLetter, until, type Client, type TestHouse, type TestLetter } from '../testing/index.js';

async function locked(): Promise<Buffer> {
  const pdf = new PDFDocument({ userPassword: 'secret' });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => pdf.on('end', () => resolve()));
  pdf.text('Lettre fermée');
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}
const file = (name: string, bytes: Buffer): TestLetter => ({ name, bytes, sha512: '' });

describe('Deposits', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  let ines: Client;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    await mkdir(join(house.scansDir, '_pris'), { recursive: true });
    running = await house.serve({ BANNETTE_MAX_FILE_MIB: '1', BANNETTE_MAX_FILES: '3', BANNETTE_SCANS_SETTLE_MS: '300' });
    clara = await house.client('clara.moreau', running.url);
    ines = await house.client('ines.kaci', running.url);
  }, 60_000);
  afterAll(() => house.close(), 60_000);

  const count = async (): Promise<number> => Number((await house.store.db.selectFrom('deposit').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n);
  const raw = (headers: Record<string, string>, body: FormData | string): Promise<Response> => fetch(`${running.url}${apiPrefix}/deposits`, { method: 'POST', headers: { authorization: `Basic ${Buffer.from(clara.ticket).toString('base64')}`, ...headers }, body });

  const settled = () => until('what was deposited is read', async () => !(await house.store.db.selectFrom('deposit_file').select('id').where('state', 'in', ['waiting', 'reading']).executeTakeFirst()));

  it('sent again with their key are the deposit of before, and leave nothing twice in the spool', async () => {
    const letter = await testLetter('encore');
    const first = await clara.deposit([letter], { channel: 'counter' }, 'clé-encore');
    // Archive copies come while letters are read, and go with what Alfresco has.
    await settled();
    const spooled = (await house.spooled()).length;
    const again = await clara.deposit([letter], { channel: 'counter' }, 'clé-encore');
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect((await house.spooled()).length).toBeLessThanOrEqual(spooled);
    await clara.read(first.body.id);
  });

  it('with a key that came before with other content are refused, and a person’s key is theirs alone', async () => {
    const [one, other] = [await testLetter('une'), await testLetter('autre')];
    const { body } = await clara.deposit([one], {}, 'clé-partagée');
    const mismatch = await clara.deposit([other], {}, 'clé-partagée');
    expect([mismatch.status, (mismatch.body as unknown as ProblemBody).code]).toEqual([409, 'idempotencyMismatch']);
    const fields = await clara.deposit([one], { subject: 'autre objet' }, 'clé-partagée');
    expect(fields.status).toBe(409);
    const hers = await ines.deposit([one], {}, 'clé-partagée');
    expect(hers.status).toBe(201);
    expect(hers.body.id).not.toBe(body.id);
  });

  const savedMail = async (subject: string): Promise<TestLetter> => {
    const { bytes } = await testLetter(`pièce de ${subject}`);
    const content = bytes.toString('base64').replace(/(.{76})/g, '$1\r\n');
    return file(`${subject}.eml`, Buffer.from(`Received: from a by b; Mon, 05 Jan 2026 10:00:00 +0100\r\nFrom: Odile Vasseur <odile@lys.example>\r\nTo: mairie@lys.example\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@lys.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBonjour, voici ma piece pour le dossier ${subject}.\r\n--b\r\nContent-Type: application/pdf; name="piece.pdf"\r\nContent-Disposition: attachment; filename="piece.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}\r\n--b--\r\n`));
  };
  const mailsOf = (deposit: string) => house.store.db.selectFrom('mail').select(['id', 'channel', 'proposals', 'message_id', 'received_at', 'read_text']).where('deposit_id', '=', deposit).orderBy('message_id').execute();
  const documentsOf = async (mail: string): Promise<number> => (await house.store.db.selectFrom('document').select('id').where('mail_id', '=', mail).execute()).length;

  it('that are e-mails saved as files are mails of their words and of what they carry, each one its own', async () => {
    const { status, body } = await clara.deposit([await savedMail('premier'), await savedMail('second'), await testLetter('lettre à côté')], { channel: 'post' });
    expect(status).toBe(201);
    const made = await until('its mails are there', async () => {
      const rows = await mailsOf(body.id);
      return rows.length === 3 && rows;
    });
    expect(made.map(({ channel, message_id, received_at }) => [channel, message_id, received_at])).toEqual([['email', 'premier@lys.example', '2026-01-05'], ['email', 'second@lys.example', '2026-01-05'], ['post', null, null]]);
    expect(await Promise.all(made.map(({ id }) => documentsOf(id)))).toEqual([2, 2, 1]);
    expect([made[0]?.proposals.senderName?.value, made[0]?.proposals.subject?.value]).toEqual(['Odile Vasseur', 'premier']);
    expect(made[0]?.read_text).toContain('voici ma piece pour le dossier premier');
    expect((await clara.get<Deposit>(`/deposits/${body.id}`)).files.map(({ state }) => state).filter((state) => state === 'separated').length).toBe(2);
  });

  it('that are an e-mail in the watched folder are taken as one, not as a scan', async () => {
    await writeFile(join(house.scansDir, 'enregistré.eml'), (await savedMail('dossier')).bytes);
    const made = await until('it is a mail', () => house.store.db.selectFrom('mail').innerJoin('deposit', 'deposit.id', 'deposit_id').select(['mail.id', 'mail.channel', 'source', 'batch_id']).where('mail.message_id', '=', 'dossier@lys.example').executeTakeFirst());
    expect([made.channel, made.source, made.batch_id]).toEqual(['email', 'folder', null]);
    expect(await documentsOf(made.id)).toBe(2);
  });

  it('sent twelve times at once with one key are one', async () => {
    const letter = await testLetter('jumelles');
    const before = await count();
    const twins = await Promise.all(Array.from({ length: 12 }, () => clara.deposit([letter], {}, 'clé-jumelles')));
    expect(new Set(twins.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(await count()).toBe(before + 1);
    const files = await house.store.db.selectFrom('deposit_file').select('spool_key').where('deposit_id', '=', twins[0]?.body.id ?? '').execute();
    expect(files.length).toBe(1);
  });

  it('that are too large, empty of files, or not what they say leave nothing behind', async () => {
    await settled();
    const [before, spooled] = [await count(), new Set(await house.spooled())];
    const letter = await testLetter('petite');
    const refused = async (answer: Promise<{ status: number; body: unknown }>): Promise<string> => {
      const { status, body } = await answer;
      return `${status} ${(body as ProblemBody).code}`;
    };
    expect(await refused(clara.deposit([letter, file('grande.pdf', Buffer.alloc(1024 * 1024 + 1, 'x'))]))).toBe('413 tooLarge');
    expect(await refused(clara.deposit([letter, letter, letter, letter]))).toBe('413 tooLarge');
    expect(await refused(clara.deposit([]))).toBe('422 noFile');
    expect(await refused(clara.deposit([letter], { channel: 'pigeon' }))).toBe('422 invalid');
    expect(await refused(clara.deposit([letter], { receivedAt: '2026-02-30' }))).toBe('422 invalid');
    expect(await refused(clara.deposit([letter], { senderEmail: 'nobody' }))).toBe('422 invalid');
    expect(await refused(clara.deposit([letter], { senderName: 'a\0b' }))).toBe('422 invalid');
    expect(await refused(clara.deposit([letter], {}, 'k'.repeat(201)))).toBe('422 invalid');
    const other = new FormData();
    other.append('autre', new Blob(['x']), 'x.pdf');
    expect((await raw({}, other)).status).toBe(422);
    expect((await raw({ 'content-type': 'application/json' }, '{}')).status).toBe(415);
    expect((await raw({ 'content-type': 'multipart/form-data; boundary=x' }, '--x\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\ncut')).status).toBeGreaterThanOrEqual(400);
    expect(await count()).toBe(before);
    expect((await house.spooled()).filter((key) => !spooled.has(key))).toEqual([]);
  });

  it('take a file of exactly the size that is allowed', async () => {
    const { status } = await clara.deposit([file('juste.bin', Buffer.alloc(1024 * 1024, 'x'))]);
    expect(status).toBe(201);
  });

  it('of several papers become a mail each, of one e-mail one mail with several documents', async () => {
    const letters = [await testLetter('a'), await testLetter('b')];
    const paper = await clara.read((await clara.deposit(letters, { channel: 'post' })).body.id);
    expect(paper.mails.length).toBe(2);
    const email = await clara.read((await clara.deposit(letters, { channel: 'email' })).body.id);
    expect(email.mails.length).toBe(1);
    expect((await clara.mail(email.mails[0]?.id ?? '')).documentsList.map(({ role, sha512 }) => [role, sha512])).toEqual([['main', letters[0]?.sha512 ?? ''], ['attachment', letters[1]?.sha512 ?? '']]);
    const told = await clara.read((await clara.deposit(letters, { channel: 'post', grouping: 'oneMail' })).body.id);
    expect(told.mails.length).toBe(1);
  });

  it('are seen by their author and the mail room, and by nobody else', async () => {
    const { body } = await ines.deposit([await testLetter('à-moi')]);
    const damien = await house.client('damien.roche', running.url);
    expect((await ines.call('GET', `/deposits/${body.id}`)).status).toBe(200);
    expect((await clara.call('GET', `/deposits/${body.id}`)).status).toBe(200);
    expect((await damien.call('GET', `/deposits/${body.id}`)).status).toBe(404);
    expect((await damien.get<{ items: Deposit[] }>('/deposits')).items).toEqual([]);
    expect((await ines.get<{ items: Deposit[] }>('/deposits')).items.every(({ createdBy }) => createdBy === 'ines.kaci')).toBeTrue();
  });

  describe('in quarantine', () => {
    const attention = (id: string): Promise<Deposit> => until('it is read', async () => {
      const deposit = await clara.get<Deposit>(`/deposits/${id}`);
      return deposit.files.every(({ state }) => state !== 'waiting' && state !== 'reading') && deposit;
    });
    const content = (id: string, who = clara): Promise<Response> => fetch(`${running.url}${apiPrefix}/quarantine/${id}/content`, { headers: { authorization: `Basic ${Buffer.from(who.ticket).toString('base64')}` } });

    it('say why: a password, an end that is missing, nothing at all; what can be read beside them goes on', async () => {
      const sound = await testLetter('saine');
      const broken = sound.bytes.subarray(0, sound.bytes.length / 2);
      const reasons: string[] = [];
      for (const [name, bytes] of [['fermé.pdf', await locked()], ['coupé.pdf', broken], ['vide.pdf', Buffer.alloc(0)]] as const) {
        const deposit = await attention((await clara.deposit([file(name, bytes), sound], { channel: 'counter' })).body.id);
        expect(deposit.state).withContext(name).toBe('attention');
        expect(deposit.mails.length).withContext(name).toBe(1);
        reasons.push(`${name} ${deposit.files[0]?.state} ${deposit.files[0]?.reason}`);
      }
      expect(reasons[0]).toBe('fermé.pdf quarantined passwordProtected');
      expect(reasons[1]).toMatch(/^coupé\.pdf quarantined \w+$/);
      expect(reasons[2]).toBe('vide.pdf quarantined empty');
    });

    it('are listed, saved and never shown, read again or put aside by the mail room alone, each once', async () => {
      const bytes = await locked();
      const deposit = await attention((await clara.deposit([file("l'été «fermé».pdf", bytes)])).body.id);
      const id = deposit.files[0]?.id ?? '';
      expect((await clara.get<{ items: { id: string }[] }>('/quarantine')).items.map((line) => line.id)).toContain(id);
      const saved = await content(id);
      expect(saved.headers.get('content-type')).toBe('application/octet-stream');
      expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[!-~]+$/);
      expect(saved.headers.get('x-content-type-options')).toBe('nosniff');
      expect(Buffer.from(await saved.arrayBuffer()).equals(bytes)).toBeTrue();
      for (const [method, path, body] of [['GET', '/quarantine'], ['GET', `/quarantine/${id}/content`], ['POST', `/quarantine/${id}/retry`], ['POST', `/quarantine/${id}/discard`, { reason: 'illisible' }]] as const) expect((await ines.call(method, path, body)).status).withContext(path).toBe(403);

      expect((await clara.call('POST', `/quarantine/${id}/retry`)).status).toBe(200);
      expect((await attention(deposit.id)).files[0]?.reason).toBe('passwordProtected');
      const discards = await Promise.all([1, 2, 3].map(() => clara.call<ProblemBody>('POST', `/quarantine/${id}/discard`, { reason: 'demandé de nouveau à son auteur' })));
      expect(discards.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      expect((await clara.call('POST', `/quarantine/${id}/retry`)).status).toBe(409);
      expect((await content(id)).status).toBe(200);
      expect((await clara.get<{ items: { id: string }[] }>('/quarantine')).items.map((line) => line.id)).not.toContain(id);
    });

    it('give out nothing that was read: it is a mail’s document, for that mail’s readers', async () => {
      const deposit = await clara.read((await clara.deposit([await testLetter('lue')])).body.id);
      expect((await content(deposit.files[0]?.id ?? '')).status).toBe(404);
    });

    it('and read after their mail was voided become a mail of their own', async () => {
      const sound = await testLetter('tardive');
      const deposit = await attention((await clara.deposit([file('fermé.pdf', await locked()), sound], { channel: 'counter' })).body.id);
      await clara.post(`/mails/${deposit.mails[0]?.id ?? ''}/void`, { reason: 'sans objet' });
      const late = deposit.files.find(({ state }) => state === 'quarantined')?.id ?? '';
      // As if the file had been mended: what the reader finds under its key is sound now.
      const { spool_key } = await house.store.db.selectFrom('deposit_file').select('spool_key').where('id', '=', late).executeTakeFirstOrThrow();
      await writeFile(running.house.spool.path(spool_key), (await testLetter('réparée')).bytes);
      await clara.post(`/quarantine/${late}/retry`);
      const after = await clara.read(deposit.id);
      expect(after.mails.map(({ state }) => state).sort()).toEqual(['toQualify', 'voided']);
    });
  });

  describe('from the watched folder', () => {
    const taken = async (mark: string): Promise<number> => Number((await house.store.db.selectFrom('deposit_file').select((eb) => eb.fn.countAll<number>().as('n')).where('original_name', 'like', `${mark}%`).executeTakeFirstOrThrow()).n);
    const gone = (name: string): Promise<unknown> => until(`${name} was taken`, async () => !(await readdir(house.scansDir)).includes(name));

    it('are taken whole: not while a scanner still writes, not under a name that says so', async () => {
      const { bytes } = await testLetter('lente');
      const path = join(house.scansDir, 'lente.pdf');
      await writeFile(join(house.scansDir, 'moitié.pdf.part'), bytes);
      for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 8)) {
        await appendFile(path, bytes.subarray(at, at + Math.ceil(bytes.length / 8)));
        await delay(150);
      }
      await gone('lente.pdf');
      const files = await house.store.db.selectFrom('deposit_file').select(['size']).where('original_name', '=', 'lente.pdf').execute();
      expect(files.map(({ size }) => Number(size))).toEqual([bytes.length]);
      const [kept] = (await readdir(join(house.scansDir, '_pris'))).filter((name) => name.startsWith('lente.'));
      expect((await readFile(join(house.scansDir, '_pris', kept ?? ''))).equals(bytes)).toBeTrue();
      expect(await taken('moitié')).toBe(0);
    });

    it('come once, though a crash left the file in its place; another letter under its name comes too', async () => {
      const { bytes } = await testLetter('deux-fois');
      const path = join(house.scansDir, 'deux-fois.pdf');
      await writeFile(path, bytes);
      await utimes(path, 1_790_000_000, 1_790_000_000);
      await gone('deux-fois.pdf');
      await writeFile(path, bytes);
      await utimes(path, 1_790_000_000, 1_790_000_000);
      await gone('deux-fois.pdf');
      expect(await taken('deux-fois')).toBe(1);
      await writeFile(path, (await testLetter('troisième')).bytes);
      await gone('deux-fois.pdf');
      expect(await taken('deux-fois')).toBe(2);
    });

    it('go out of the way when they are too large or their name is as long as names get', async () => {
      const long = `${'n'.repeat(250)}.pdf`;
      await writeFile(join(house.scansDir, long), (await testLetter('long')).bytes);
      await writeFile(join(house.scansDir, 'énorme.pdf'), Buffer.alloc(1024 * 1024 + 1, 'x'));
      await gone(long);
      await gone('énorme.pdf');
      expect(await taken('n'.repeat(250))).toBe(1);
      expect((await readdir(join(house.scansDir, '_refuses'))).filter((name) => name.startsWith('énorme.')).length).toBe(1);
    });
  });
});

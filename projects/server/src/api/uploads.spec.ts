import { execFileSync } from 'node:child_process';
import { mkdtemp, mkdir, rm, readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiPrefix, type Deposit, type ProblemBody } from '@bannette/http';
import type { Running } from '../serve.js';
import { startTestHouse, testLetter, until, type Client, type TestHouse } from '../testing/index.js';

const patience = 90_000;

describe('What is uploaded with ill will', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve({ BANNETTE_MAX_FILES: '5' });
    clara = await house.client('clara.moreau', running.url);
  }, patience);
  afterAll(() => house.close(), patience);

  const authorization = (): string => `Basic ${Buffer.from(clara.ticket).toString('base64')}`;
  const count = async (): Promise<number> => Number((await house.store.db.selectFrom('deposit').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n);
  const drafts = async (): Promise<string[]> => readdir(join(house.dataDir, 'spool', 'incoming'));

  /** Sends bytes over a bare connection; answers what came back when that is closed. */
  const send = (head: readonly string[], body: Buffer, { end = true } = {}): Promise<string> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(running.url);
      const socket = connect(Number(port), hostname);
      let heard = '';
      socket.on('error', reject).on('data', (piece: Buffer) => (heard += piece.toString('latin1'))).on('close', () => resolve(heard));
      socket.write(`POST ${apiPrefix}/deposits HTTP/1.1\r\nhost: x\r\nconnection: close\r\nauthorization: ${authorization()}\r\n${head.join('\r\n')}\r\n\r\n`);
      socket.write(body);
      if (end) socket.end();
    });
  const part = (name: string, bytes: Buffer | string): Buffer => Buffer.concat([Buffer.from(`--b\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\n`), Buffer.from(bytes as string), Buffer.from('\r\n')]);
  const multipart = 'content-type: multipart/form-data; boundary=b';

  it('is shown under a name that leads nowhere and hides nothing', async () => {
    const { bytes } = await testLetter('noms');
    const names = ['../../../etc/passwd.pdf', '..\\..\\windows\\a.pdf', 'facture\u202efdp.exe', `${'n'.repeat(400)}.pdf`];
    const body = Buffer.concat([...names.map((name) => part(name, bytes)), Buffer.from('--b--\r\n')]);
    const answer = await send([multipart, `content-length: ${body.length}`], body, { end: false });
    expect(answer).toMatch(/^HTTP\/1\.1 201/);
    const { id } = JSON.parse(/\{.*\}/s.exec(answer)?.[0] ?? '{}') as { id: string };
    const { files } = await clara.get<Deposit>(`/deposits/${id}`);
    expect(files.map(({ name }) => name).slice(0, 3)).toEqual(['passwd.pdf', 'a.pdf', 'facturefdp.exe']);
    expect([...(files[3]?.name ?? '')].length).toBe(255);
    await until('they are read', async () => (await clara.get<Deposit>(`/deposits/${id}`)).files.every(({ state }) => state === 'read'));
  }, patience);

  it('in thousands of parts is refused, and leaves nothing', async () => {
    const before = await count();
    const spooled = new Set(await house.spooled());
    const many = Buffer.concat([...Array.from({ length: 5000 }, (_, index) => part(`${index}.pdf`, 'x')), Buffer.from('--b--\r\n')]);
    expect(await send([multipart, `content-length: ${many.length}`], many, { end: false }).catch((error: NodeJS.ErrnoException) => error.code)).toMatch(/^HTTP\/1\.1 413|^ECONNRESET$|^EPIPE$/);
    const fields = Buffer.concat([...Array.from({ length: 5000 }, (_, index) => Buffer.from(`--b\r\nContent-Disposition: form-data; name="f${index}"\r\n\r\nx\r\n`)), Buffer.from('--b--\r\n')]);
    expect(await send([multipart, `content-length: ${fields.length}`], fields, { end: false }).catch((error: NodeJS.ErrnoException) => error.code)).toMatch(/^HTTP\/1\.1 4(13|22)|^ECONNRESET$|^EPIPE$/);
    expect(await count()).toBe(before);
    expect((await house.spooled()).filter((key) => !spooled.has(key))).toEqual([]);
  }, patience);

  it('and lies about its length, or breaks off, leaves nothing', async () => {
    const before = await count();
    const spooled = new Set(await house.spooled());
    const whole = Buffer.concat([part('a.pdf', (await testLetter('menteuse')).bytes), Buffer.from('--b--\r\n')]);
    // Shorter than what comes: it ends in the midst of the file. Longer: the sender hangs up before.
    expect(await send([multipart, `content-length: ${whole.length - 200}`], whole, { end: false })).toMatch(/^HTTP\/1\.1 4/);
    await send([multipart, `content-length: ${whole.length + 10_000}`], whole.subarray(0, 300));
    await send([multipart, 'transfer-encoding: chunked'], Buffer.from('fffffff\r\nabc'));
    await until('its drafts are gone', async () => (await drafts()).length === 0);
    expect(await count()).toBe(before);
    expect((await house.spooled()).filter((key) => !spooled.has(key))).toEqual([]);
    expect((await clara.call('GET', '/deposits')).status).toBe(200);
  }, patience);

  it('never ends keeps nobody else from their work', async () => {
    const { hostname, port } = new URL(running.url);
    const hanging = Array.from({ length: 30 }, () => connect(Number(port), hostname));
    for (const socket of hanging) {
      socket.on('error', () => undefined);
      socket.write(`POST ${apiPrefix}/deposits HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization()}\r\n${multipart}\r\ncontent-length: 1000000\r\n\r\n--b\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF`);
    }
    const { status, body } = await clara.deposit([await testLetter('vite')]);
    expect(status).toBe(201);
    await clara.read(body.id);
    for (const socket of hanging) socket.destroy();
    await until('its drafts are gone', async () => (await drafts()).length === 0);
  }, patience);
});

describe('A disk that is full', () => {
  let folder: string;
  let small = false;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bannette-small-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
      small = true;
    } catch {
      console.log('not tried: a small disk can’t be mounted here (it takes root)');
    }
  });
  afterAll(async () => {
    if (small) execFileSync('umount', ['-l', folder]);
    await rm(folder, { recursive: true, force: true });
  });

  it('refuses a deposit in clear words, loses nothing of it, and takes it once there is room', async () => {
    if (!small) return expect(small).toBeFalse();
    const house = await startTestHouse({ records: false });
    try {
      // The spool alone lies on the small disk.
      await mkdir(join(house.dataDir, 'spool'), { recursive: true });
      execFileSync('mount', ['--bind', folder, join(house.dataDir, 'spool')]);
      const running = await house.serve();
      const clara = await house.client('clara.moreau', running.url);
      const letter = await testLetter('pleine');
      const filler = await clara.deposit([{ name: 'gros.pdf', bytes: Buffer.alloc(2 * 1024 * 1024, 'x'), sha512: '' }], {}, 'clé-pleine');
      expect([filler.status, (filler.body as unknown as ProblemBody).code]).toEqual([507, 'diskFull']);
      expect(await house.spooled()).toEqual([]);
      expect(await readdir(join(house.dataDir, 'spool', 'incoming'))).toEqual([]);
      const { status, body } = await clara.deposit([letter], {}, 'clé-pleine');
      expect(status).toBe(201);
      expect((await clara.read(body.id)).mails.length).toBe(1);
      await running.stop();
    } finally {
      execFileSync('umount', ['-l', join(house.dataDir, 'spool')], { stdio: 'ignore' });
      await house.close();
    }
  }, patience);
});

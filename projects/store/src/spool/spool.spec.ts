import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { StoreError } from '../errors.js';
import { runChild } from '../testing/child.js';
import { until } from '../testing/until.js';
import { type Spool, type Spooled, openSpool } from './spool.js';

const sha512 = (bytes: Buffer) => createHash('sha512').update(bytes).digest('hex');

describe('the spool', () => {
  let dir: string;
  let spool: Spool;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'bannette-spool-'));
    spool = await openSpool(dir);
  });
  afterEach(() => rm(dir, { recursive: true }));

  const keys = async () => {
    const found = [];
    for await (const { key, size } of spool.list()) found.push({ key, size });
    return found;
  };
  const files = async () => (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;

  it('keeps the bytes of a deposit as they came, with their size and digest', async () => {
    const bytes = Buffer.from('%PDF-1.7 é\0binary'.repeat(50_000));
    const kept = await spool.write(Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), { maxBytes: bytes.length });
    expect(kept).toEqual({ key: jasmine.any(String) as never, size: bytes.length, sha512: sha512(bytes) });
    expect((await buffer(spool.read(kept.key))).equals(bytes)).toBeTrue();
    expect(await keys()).toEqual([{ key: kept.key, size: bytes.length }]);
    expect((await stat(spool.path(kept.key))).mode & 0o077).toBe(0);
  });

  it('gives a range, both ends included', async () => {
    const { key } = await spool.write(Readable.from([Buffer.from('0123456789')]), { maxBytes: 10 });
    expect((await buffer(spool.read(key, { start: 2, end: 4 }))).toString()).toBe('234');
    expect((await buffer(spool.read(key, { start: 8 }))).toString()).toBe('89');
  });

  it('keeps an empty deposit too: what it is worth is judged later', async () => {
    expect(await spool.write(Readable.from([]), { maxBytes: 1 })).toEqual(jasmine.objectContaining({ size: 0, sha512: sha512(Buffer.alloc(0)) }));
  });

  it('says so when a file may not be read, and goes on', async () => {
    const failing = new Readable({ read: () => undefined });
    const written = spool.write(failing, { maxBytes: 10 });
    // As one of a file does that another account owns: before anybody has read from it.
    failing.destroy(Object.assign(new Error('permission denied'), { code: 'EACCES' }));
    await expectAsync(written).toBeRejectedWith(jasmine.objectContaining({ code: 'EACCES' }) as never);
    expect(await files()).toBe(0);
    expect((await spool.write(Readable.from([Buffer.from('next')]), { maxBytes: 10 })).size).toBe(4);
  });

  it('refuses what is larger than allowed, reads no further and leaves nothing behind', async () => {
    let read = 0;
    const endless = Readable.from(
      (function* () {
        for (;; read++) yield Buffer.alloc(1_000);
      })(),
    );
    await expectAsync(spool.write(endless, { maxBytes: 10_000 })).toBeRejectedWith(jasmine.objectContaining({ code: 'tooLarge' }) as never);
    expect(read).toBeLessThan(50);
    expect(endless.destroyed).toBeTrue();
    expect(await files()).toBe(0);
  });

  it('leaves nothing behind of an upload that breaks off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.alloc(1_000);
        throw new Error('connection reset');
      })(),
    );
    await expectAsync(spool.write(broken, { maxBytes: 1e6 })).toBeRejectedWithError('connection reset');
    expect(await files()).toBe(0);
  });

  it('lets no key lead out of its folder', async () => {
    for (const key of ['../../etc/passwd', '..', '', '/etc/passwd', 'incoming', '01a2016f-5a6d-77e0-a135-1393f8e1fc49/..', '01A2016F-5A6D-77E0-A135-1393F8E1FC49', '01a2016f-5a6d-77e0-a135-1393f8e1fc49\0']) {
      expect(() => spool.path(key)).toThrowMatching((error) => error instanceof StoreError && error.code === 'invalidKey');
    }
  });

  it('forgets what is removed, and does not mind when it is gone', async () => {
    const { key } = await spool.write(Readable.from([Buffer.from('x')]), { maxBytes: 1 });
    await spool.remove(key);
    await spool.remove(key);
    expect(await keys()).toEqual([]);
  });

  it('clears at the start what a crash left long ago, not what another process is writing', async () => {
    const [old, fresh] = [join(dir, 'incoming', 'old'), join(dir, 'incoming', 'fresh')];
    await writeFile(old, 'x');
    await writeFile(fresh, 'x');
    const yesterday = new Date(Date.now() - 86_400_000);
    await utimes(old, yesterday, yesterday);
    await openSpool(dir);
    expect(await readdir(join(dir, 'incoming'))).toEqual(['fresh']);
  });

  it('has all that was accepted, whole, after its process was killed', async () => {
    for (let crash = 1; crash <= 3; crash++) {
      const child = runChild(new URL('./spool.fixture.js', import.meta.url), dir);
      await until('deposits', () => child.lines.length > 5 * crash);
      await child.kill();
      for (const line of child.lines) {
        const kept = JSON.parse(line) as Spooled;
        expect(sha512(await readFile(spool.path(kept.key)))).toBe(kept.sha512);
      }
    }
    for (const { size } of await keys()) expect(size).toBe(200_000);
  }, 60_000);
});

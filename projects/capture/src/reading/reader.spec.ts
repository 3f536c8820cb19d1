import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { DEFAULT_LIMITS } from './limits.js';
import { createReader } from './reader.js';
import { allowTime, asRead, inFolder, letterScan, LETTER, wordRecall } from './spec-support/letters.js';

describe('the processes that read', () => {
  allowTime();
  let scan: Buffer;
  beforeAll(async () => (scan = await (await letterScan(200)).jpeg().toBuffer()));

  /** A letter as a file, and a folder for what is made of it. */
  async function withLetter(use: (request: { inputPath: string; fileName: string; outputDir: string }) => Promise<void>): Promise<void> {
    await inFolder(async (folder) => {
      const inputPath = join(folder, 'letter.jpg');
      await sharp(scan).withMetadata({ density: 200 }).toFile(inputPath);
      await inFolder((outputDir) => use({ inputPath, fileName: 'letter.jpg', outputDir }));
    });
  }

  function childrenOf(pid: number): number[] {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim().split(' ').filter(Boolean).map(Number);
  }

  async function firstChild(before: readonly number[]): Promise<number> {
    for (;;) {
      const child = childrenOf(process.pid).find((pid) => !before.includes(pid));
      if (child !== undefined) return child;
      await sleep(5);
    }
  }

  const onLinux = process.platform === 'linux' ? it : xitOutsideLinux;
  function xitOutsideLinux(name: string): void {
    console.log(`not tried outside Linux: ${name}`);
  }

  onLinux('answer readerCrashed when they are killed in the midst of a page, and the next file is read', async () => {
    const reader = createReader({ processes: 1, engine: 'wasm' });
    await withLetter(async (request) => {
      const before = childrenOf(process.pid);
      const reading = reader.read(request);
      const child = await firstChild(before);
      process.kill(child, 'SIGKILL');
      expect(await reading).toEqual({ outcome: 'rejected', reason: 'readerCrashed', params: undefined });
    });
    await withLetter(async (request) => expect(wordRecall(LETTER, asRead(await reader.read(request)).text)).toBeGreaterThan(0.9));
    await reader.close();
  });

  it('are put down when a file takes longer than it may', async () => {
    const reader = createReader({ processes: 1, limits: { secondsPerFile: 0.3 } });
    await withLetter(async (request) => expect(await reader.read(request)).toEqual({ outcome: 'rejected', reason: 'tookTooLong', params: { limitSeconds: 0.3 } }));
    await reader.close();
  });

  it('are put down when one page keeps them silent', async () => {
    const reader = createReader({ processes: 1, limits: { secondsPerPage: 0.1 } });
    await withLetter(async (request) => expect(await reader.read(request)).toEqual({ outcome: 'rejected', reason: 'tookTooLong', params: { limitSeconds: 0.2 } }));
    await reader.close();
  });

  it('do not blame a file that is not there', async () => {
    const reader = createReader({ processes: 1 });
    await withLetter(async (request) => {
      await expectAsync(reader.read({ ...request, inputPath: `${request.inputPath}.gone` })).toBeRejectedWith(jasmine.objectContaining({ code: 'ENOENT' }));
    });
    await reader.close();
  });

  it('are put down when a file takes more memory than it may', async () => {
    const reader = createReader({ processes: 1, engine: 'wasm', limits: { memoryMiB: 120 } });
    await withLetter(async (request) => expect(await reader.read(request)).toEqual({ outcome: 'rejected', reason: 'tooMuchMemory', params: { limitMiB: 120 } }));
    await reader.close();
  });

  it('stop when the caller gives up, and when the reader closes', async () => {
    const reader = createReader({ processes: 1 });
    await withLetter(async (request) => {
      const abort = new AbortController();
      const given = reader.read(request, { signal: abort.signal });
      abort.abort(new Error('given up'));
      await expectAsync(given).toBeRejectedWithError('given up');
      const underWay = reader.read(request);
      const waiting = reader.read(request);
      const ended = Promise.allSettled([underWay, waiting]);
      await reader.close();
      expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      await expectAsync(reader.read(request)).toBeRejectedWith(jasmine.objectContaining({ code: 'closed' }));
    });
  });

  it('read several files side by side, each in its own folder', async () => {
    const reader = createReader({ processes: 2 });
    const texts = await Promise.all([1, 2, 3].map(async () => {
      let text = '';
      await withLetter(async (request) => {
        text = asRead(await reader.read(request)).text;
      });
      return text;
    }));
    for (const text of texts) expect(wordRecall(LETTER, text)).toBeGreaterThan(0.9);
    await reader.close();
  });

  it('end by themselves when their parent is gone', async () => {
    const child = fork(fileURLToPath(new URL('./child.js', import.meta.url)), [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], detached: true });
    const request = { inputPath: '/nowhere', fileName: 'nothing', outputDir: '/nowhere' };
    child.send({ request, limits: DEFAULT_LIMITS, engine: 'wasm' });
    expect(await new Promise((resolve) => child.once('message', resolve))).toEqual({ failed: 'ENOENT' });
    const gone = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
    child.disconnect();
    expect(await gone).toBe('SIGKILL');
  });
});

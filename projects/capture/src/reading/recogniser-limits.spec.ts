import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import sharp from 'sharp';
import { createReader, type ReaderOptions } from './reader.js';
import type { Reader, Reading } from './reading.js';
import { allowTime, inFolder, letterScan } from './spec-support/letters.js';

/** A program in Tesseract's place that does what a page made to hurt may make it do. */
const recogniser = (then: string): string => `#!/usr/bin/env node
if (process.argv[2] === '--version') { console.log('tesseract 5.9.9'); process.exit(0); }
if (process.argv[2] === '--list-langs') { console.log('List of available languages (1):\\nfra'); process.exit(0); }
require('node:fs').writeFileSync(require('node:path').join(__dirname, 'pid'), String(process.pid));
process.on('SIGTERM', () => undefined);
setInterval(() => undefined, 1000);
${then}
`;

const describeOnLinux = process.platform === 'linux' ? describe : (name: string): void => console.log(`not tried outside Linux: ${name}`);

describeOnLinux('The limits of a file', () => {
  allowTime();
  const path = process.env['PATH'];
  afterEach(() => (process.env['PATH'] = path));

  /** Reads a letter with `then` in Tesseract's place; `meanwhile` is given its process once it runs. Answers the outcome, when all it ran is gone. */
  async function readWith(then: string, limits: ReaderOptions['limits'], meanwhile?: (pid: number) => void): Promise<Reading> {
    return inFolder(async (folder) => {
      const [bin, outputDir, inputPath] = [join(folder, 'bin'), join(folder, 'out'), join(folder, 'letter.jpg')];
      await Promise.all([mkdir(bin), mkdir(outputDir)]);
      await writeFile(join(bin, 'tesseract'), recogniser(then));
      await chmod(join(bin, 'tesseract'), 0o755);
      await sharp(await (await letterScan(150)).jpeg().toBuffer()).withMetadata({ density: 150 }).toFile(inputPath);
      process.env['PATH'] = `${bin}:${path ?? ''}`;
      const reader: Reader = createReader({ processes: 1, engine: 'native', limits });
      const reading = reader.read({ inputPath, fileName: 'letter.jpg', outputDir });
      const pid = await started(join(bin, 'pid'));
      meanwhile?.(pid);
      const found = await reading;
      await reader.close();
      while (isAlive(pid)) await delay(20);
      return found;
    });
  }

  async function started(file: string): Promise<number> {
    for (;;) {
      const pid = Number(await readFile(file, 'utf8').catch(() => ''));
      if (pid) return pid;
      await delay(20);
    }
  }

  /** A process that was put down and not yet taken note of is a zombie. */
  function isAlive(pid: number): boolean {
    try {
      return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
    } catch {
      return false;
    }
  }

  it('count the memory of the recogniser that reads it, and put both down', async () => {
    const hungry = 'const kept = []; setInterval(() => kept.push(Buffer.alloc(64 * 1024 * 1024, 1)), 20);';
    expect(await readWith(hungry, { memoryMiB: 900 })).toEqual({ outcome: 'rejected', reason: 'tooMuchMemory', params: { limitMiB: 900 } });
  });

  it('end a recogniser that does not stop by itself; the page is kept unread, and that is told', async () => {
    const reading = await readWith('', { secondsPerPage: 6 });
    expect(reading.outcome === 'read' ? reading.warnings : reading).toContain('pageTookTooLong');
  });

  it('leave no recogniser behind when its reader dies', async () => {
    const parentOf = (pid: number): number => Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]);
    expect(await readWith('', {}, (pid) => process.kill(parentOf(pid), 'SIGKILL'))).toEqual({ outcome: 'rejected', reason: 'readerCrashed', params: undefined });
  });
});

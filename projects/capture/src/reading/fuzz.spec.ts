import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReader } from './reader.js';
import { REJECT_REASONS, type Reading } from './reading.js';
import { allowTime, inFolder, letterScan, writeLetterPdf } from './spec-support/letters.js';
import { mutated, random } from './spec-support/mutate.js';
import { oneLinePdf } from './spec-support/raw-pdf.js';

/** `npm run fuzz` asks for more, and says which seed to repeat. */
const COUNT = Number(process.env['BANNETTE_FUZZ_COUNT'] ?? 28);
const SEED = Number(process.env['BANNETTE_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

describe('spoilt files', () => {
  allowTime();

  const SAMPLES = ['application/pdf of text', 'application/pdf of a form', 'image/jpeg', 'image/png', 'image/tiff'] as const;

  /** A small sound file of each kind that is taken. */
  async function samples(): Promise<ReadonlyMap<string, Buffer>> {
    const scan = await letterScan(60, 'Madame, Monsieur,\nVeuillez agréer');
    const text = await inFolder(async (folder) => readFile(await writeLetterPdf(join(folder, 'a.pdf'), { pages: ['Une page', 'Une autre'] })));
    const small = scan.resize({ width: 300 });
    const made = [text, oneLinePdf('Un formulaire', '/AcroForm << /Fields [] >>'), await small.clone().jpeg().toBuffer(), await small.clone().png().toBuffer(), await small.clone().tiff({ compression: 'lzw' }).toBuffer()];
    return new Map(SAMPLES.map((name, index) => [name, made[index] ?? text]));
  }

  const childrenOf = (pid: number): string[] => (process.platform === 'linux' ? readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim().split(' ').filter(Boolean) : []);
  /** Of their own: specs of other projects, which run beside these, make folders in the machine's. */
  const temporary = ['TMPDIR', 'TEMP', 'TMP'] as const;
  const machines = Object.fromEntries(temporary.map((name) => [name, process.env[name]]));
  beforeAll(async () => {
    const own = await mkdtemp(join(tmpdir(), 'bannette-fuzz-'));
    for (const name of temporary) process.env[name] = own;
  });
  afterAll(async () => {
    const own = tmpdir();
    for (const name of temporary) {
      if (machines[name] === undefined) delete process.env[name];
      else process.env[name] = machines[name];
    }
    if (!readdirSync(own).length) await rm(own, { recursive: true });
  });

  it(`end as read or refused for a known reason, each; the process stands, and nothing of theirs is left (seed ${SEED}, ${COUNT} files)`, async () => {
    const next = random(SEED);
    const sound = await samples();
    const before = childrenOf(process.pid);
    const reader = createReader({ processes: 2, limits: { memoryMiB: 700, secondsPerPage: 8, secondsPerFile: 30 } });
    const ended = new Map<string, number>();
    const one = async (number: number): Promise<void> => {
      const name = SAMPLES[number % SAMPLES.length] ?? SAMPLES[0];
      const { how, bytes } = mutated(sound.get(name) ?? Buffer.alloc(0), [...sound.values()], next);
      const reading = await inFolder(async (folder) => {
        const inputPath = join(folder, 'received');
        await writeFile(inputPath, bytes);
        return inFolder((outputDir) => reader.read({ inputPath, fileName: 'recu', outputDir })).catch((error: unknown) => error as Error);
      });
      const end = outcomeOf(reading);
      ended.set(end, (ended.get(end) ?? 0) + 1);
      if (!isKnown(reading)) await writeFile(join(tmpdir(), `bannette-fuzz-${SEED}-${number}`), bytes);
      expect(isKnown(reading)).withContext(`${name}, ${how}, file ${number} of seed ${SEED}: ${end}`).toBeTrue();
    };
    // Made in one order, so that a seed always makes the same files; read two at a time.
    for (let number = 0; number < COUNT; number += 2) await Promise.all([one(number), ...(number + 1 < COUNT ? [one(number + 1)] : [])]);
    await reader.close();
    console.log(`fuzz: seed ${SEED}, ${COUNT} files: ${[...ended].sort(([, a], [, b]) => b - a).map(([how, count]) => `${how} ${count}`).join(', ')}`);
    expect(childrenOf(process.pid).filter((pid) => !before.includes(pid))).withContext('readers left behind').toEqual([]);
    expect(readdirSync(tmpdir()).filter((name) => !name.startsWith('bannette-fuzz-'))).withContext('folders left behind').toEqual([]);
  }, 120_000 + COUNT * 10_000);

  const outcomeOf = (reading: Reading | Error): string => (reading instanceof Error ? `${reading.name} ${(reading as { code?: string }).code ?? reading.message}` : reading.outcome === 'rejected' ? reading.reason : 'read');
  /** What the machine's fault would be is none of a file's. */
  const isKnown = (reading: Reading | Error): boolean => !(reading instanceof Error) && (reading.outcome === 'read' || (REJECT_REASONS as readonly string[]).includes(reading.reason));
});

#!/usr/bin/env node
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { batchOfLetters } from './batch.js';
import { generateLetter } from './generate.js';
import type { LetterTruth } from './letter.js';
import { generateTrouble, troubleKinds } from './trouble.js';

const usage = 'node projects/demo/dist/letters/main.js --out DIR [--count 30] [--seed 1] [--date YYYY-MM-DD] [--trouble]';

/** Writes letters of one morning, and what is true of each into `truth.json`. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { count: { type: 'string', default: '30' }, seed: { type: 'string', default: '1' }, date: { type: 'string', default: '2026-03-12' }, out: { type: 'string' }, trouble: { type: 'boolean', default: false } } });
  const [count, seed] = [Number(values.count), Number(values.seed)];
  if (!values.out || !Number.isInteger(count) || count < 0 || !Number.isInteger(seed)) throw new RangeError(usage);
  await mkdir(values.out, { recursive: true });
  const truths: (LetterTruth & { fileName: string })[] = [];
  for (const spec of batchOfLetters({ seed, count, receivedAt: values.date })) {
    const { bytes, fileName, truth } = await generateLetter(spec);
    await writeFile(join(values.out, fileName), bytes);
    truths.push({ fileName, ...truth });
  }
  if (values.trouble) {
    for (const kind of troubleKinds) {
      const { bytes, fileName } = await generateTrouble(kind);
      await writeFile(join(values.out, fileName), bytes);
    }
  }
  await writeFile(join(values.out, 'truth.json'), `${JSON.stringify(truths, undefined, 2)}\n`);
  process.stdout.write(`${truths.length} letters in ${values.out}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

/** The reading process: one order at a time over IPC, and nothing else. It ends when its parent is gone. */
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import type { ReadAnswer, ReadOrder } from './child-messages.js';
import type { OcrEngine } from './ocr.js';
import { chooseEngine } from './ocr-choice.js';
import { readFile } from './read-file.js';

sharp.cache(false);
sharp.concurrency(1);

let engine: Promise<OcrEngine> | undefined;

process.on('disconnect', () => process.exit(0));
process.on('message', (order: ReadOrder) => void obey(order));

async function obey({ request, limits, engine: choice }: ReadOrder): Promise<void> {
  const before = processorSeconds();
  try {
    const reading = await readFile(request, {
      limits,
      engine: () => (engine ??= chooseEngine(choice)),
      progress: (page) => answer({ page }),
      cpuSeconds: () => processorSeconds() - before,
    });
    answer({ reading });
  } catch (error) {
    answer({ failed: error instanceof Error ? error.name : 'unknown' });
  }
}

function answer(message: ReadAnswer): void {
  process.send?.(message);
}

const TICKS_PER_SECOND = 100;
const CHILDREN_USER = 13;
const CHILDREN_SYSTEM = 14;

/** Of this process and, on Linux, of the programs it has run (proc(5): cutime and cstime). */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + ticksOfChildren() / TICKS_PER_SECOND;
}

function ticksOfChildren(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'latin1').replace(/^.*\) /s, '').split(' ');
    return Number(fields[CHILDREN_USER]) + Number(fields[CHILDREN_SYSTEM]);
  } catch {
    return 0;
  }
}

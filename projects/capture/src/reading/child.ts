/** The reading process: one order at a time over IPC, and nothing else. It ends when its parent is gone. */
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import type { CutOrder, DrawOrder, HoldOrder, ReadAnswer, ReadOrder } from './child-messages.js';
import { cutFile } from './cut-file.js';
import type { OcrEngine } from './ocr.js';
import { chooseEngine } from './ocr-choice.js';
import { readFile } from './read-file.js';
import { ReaderError } from './reader-error.js';
import { drawPages } from './thumbnails.js';

sharp.cache(false);
sharp.concurrency(1);

let engine: Promise<OcrEngine> | undefined;

process.on('disconnect', end);
process.on('message', (order: ReadOrder | CutOrder | DrawOrder | HoldOrder) => void ('hold' in order ? holdOrGoOn(order) : 'cut' in order ? cut(order) : 'draw' in order ? draw(order) : obey(order)));

async function obey({ request, limits, engine: choice }: ReadOrder): Promise<void> {
  const before = processorSeconds();
  try {
    const reading = await readFile(request, {
      limits,
      engine: () => (engine ??= chooseEngine(choice)),
      progress: async (page) => {
        answer({ page });
        await mayGoOn;
      },
      cpuSeconds: () => processorSeconds() - before,
    });
    answer({ reading });
  } catch (error) {
    answer(outcomeOf(error));
  }
}

let mayGoOn: Promise<void> | undefined;
let goOn: (() => void) | undefined;

function holdOrGoOn({ hold }: HoldOrder): void {
  if (hold) mayGoOn ??= new Promise((resolve) => (goOn = resolve));
  else {
    goOn?.();
    mayGoOn = goOn = undefined;
  }
}

async function cut(order: CutOrder): Promise<void> {
  try {
    const parts = await cutFile(order.cut, () => answer({ page: 0 }));
    answer({ reading: parts ? { outcome: 'cut', parts } : { outcome: 'rejected', reason: 'corrupt' } });
  } catch (error) {
    answer(outcomeOf(error));
  }
}

async function draw({ draw: request, limits }: DrawOrder): Promise<void> {
  try {
    answer({ reading: await drawPages(request, limits, (page) => answer({ page })) });
  } catch (error) {
    answer(outcomeOf(error));
  }
}

/** Ends the whole group, so that no recogniser outlives its reader. */
function end(): void {
  try {
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    process.exit(0); // it leads no group
  }
}

/** Memory refused is the file's doing, and so is one that goes round in a circle; a disk that is full or a file that is gone is not. */
function outcomeOf(error: unknown): ReadAnswer {
  if (error instanceof RangeError) return { reading: { outcome: 'rejected', reason: /call stack/i.test(error.message) ? 'corrupt' : 'tooMuchMemory' } };
  const code = error instanceof ReaderError ? error.code : (error as NodeJS.ErrnoException).code;
  return typeof code === 'string' ? { failed: code } : { reading: { outcome: 'rejected', reason: 'readerCrashed' } };
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

import { setMaxListeners } from 'node:events';
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { DEFAULT_LIMITS, type ReadLimits } from './limits.js';
import { ReaderProcess } from './reader-process.js';
import { ReaderError } from './reader-error.js';
import { Turns, type Turn } from './turns.js';
import type { CutRequest, CutSource, Cutting, Drawing, DrawRequest, EngineChoice, Reader, Reading, ReadingOptions, ReadRequest } from './reading.js';

export interface ReaderOptions {
  /** What differs from {@link DEFAULT_LIMITS}. */
  readonly limits?: Partial<ReadLimits>;
  /** `auto` unless told. */
  readonly engine?: EngineChoice;
  /** How many files may be read at once; as many as processors, at most four, unless told. */
  readonly processes?: number;
}

const MOST_PROCESSES = 4;
const IDLE_MS = 30_000;
/** Files that together are no larger are cut well within what an idle process still may use. */
const SMALL_BYTES = 4 * 1024 * 1024;

/** A reader with a small pool of processes, started when needed and ended when idle. */
export function createReader(options: ReaderOptions = {}): Reader {
  return new PooledReader(
    { ...DEFAULT_LIMITS, ...options.limits },
    options.engine ?? 'auto',
    options.processes ?? Math.min(MOST_PROCESSES, availableParallelism()),
  );
}

class PooledReader implements Reader {
  private readonly idle: ReaderProcess[] = [];
  private readonly closing = new AbortController();
  private readonly turns: Turns;
  private readonly busy = new Set<Promise<unknown>>();
  private readonly cutting = new Set<Promise<unknown>>();
  private idleTimer: NodeJS.Timeout | undefined;
  private drawing: Promise<void> = Promise.resolve();
  private drawer: ReaderProcess | undefined;
  private drawerTimer: NodeJS.Timeout | undefined;

  constructor(
    private readonly limits: ReadLimits,
    private readonly engine: EngineChoice,
    processes: number,
  ) {
    this.turns = new Turns(processes);
    setMaxListeners(0, this.closing.signal); // as many as files that wait
  }

  async read(request: ReadRequest, { signal, lane = 'normal', progress }: ReadingOptions = {}): Promise<Reading> {
    const stop = signal ? AbortSignal.any([signal, this.closing.signal]) : this.closing.signal;
    const turn = await this.turns.take(lane, stop);
    const reading = this.readNow({ ...request, inputPath: resolve(request.inputPath), outputDir: resolve(request.outputDir) }, stop, turn, progress);
    const settled = reading.catch(() => undefined);
    this.busy.add(settled);
    try {
      return await reading;
    } finally {
      this.busy.delete(settled);
      turn.end();
    }
  }

  async cut(request: CutRequest): Promise<Cutting> {
    this.closing.signal.throwIfAborted();
    const cutting = this.cutNow(request, this.closing.signal);
    const settled = cutting.catch(() => undefined);
    this.cutting.add(settled);
    return cutting.finally(() => this.cutting.delete(settled));
  }

  /** Large files are cut with all the memory that a fresh process may use; for small ones, one that stands idle will do. */
  private async cutNow(request: CutRequest, signal: AbortSignal): Promise<Cutting> {
    const sizes = await Promise.all(request.sources.map(({ path }) => stat(path).then(({ size }) => size, () => Infinity)));
    const small = sizes.reduce((sum, size) => sum + size, 0) <= SMALL_BYTES;
    const process = (small ? this.takeIdle() : undefined) ?? new ReaderProcess(this.limits.memoryMiB);
    try {
      return await process.read({ cut: request, limits: this.limits }, signal);
    } finally {
      if (small && process.usable && !signal.aborted) this.keepIdle(process);
      else await process.end();
    }
  }

  async draw(request: DrawRequest): Promise<Drawing> {
    this.closing.signal.throwIfAborted();
    const drawing = this.drawing.then(() => this.drawNow(request, this.closing.signal));
    this.drawing = drawing.then(() => undefined, () => undefined);
    return drawing;
  }

  /** One process draws for all; it stays for a while, because who looks at a page looks at the next. */
  private async drawNow(request: DrawRequest, signal: AbortSignal): Promise<Drawing> {
    clearTimeout(this.drawerTimer);
    const process = this.drawer?.usable ? this.drawer : new ReaderProcess(this.limits.memoryMiB);
    this.drawer = process;
    try {
      return await process.read({ draw: request, limits: this.limits }, signal);
    } finally {
      this.drawerTimer = setTimeout(() => void process.end(), IDLE_MS).unref();
    }
  }

  /** A batch that can't be cut stays whole, and says so. */
  private async parted({ inputPath, outputDir, separation: order }: ReadRequest, reading: Reading, signal: AbortSignal): Promise<Reading> {
    if (reading.outcome !== 'read' || !reading.separation) return reading;
    const cutLater = order?.cutLater;
    const { separation, mediaType, searchablePdf, pages, warnings } = reading;
    if (separation.documents[0]?.pages.length === pages.length) return reading;
    const source: CutSource = { path: inputPath, pages: pages.length, mediaType, searchablePath: searchablePdf.path };
    const parts = cutLater ? [] : separation.documents.map((document) => document.pages.map((number) => ({ source: 0, number, turn: 0 as const })));
    const cutting = await this.cutNow({ sources: [source], parts, outputDir }, signal);
    if (cutting.outcome === 'rejected') return { ...reading, separation: undefined, cuttable: false, warnings: [...warnings, 'notSeparated'] };
    if (cutLater) return { ...reading, cuttable: true };
    return { ...reading, separation: { ...separation, documents: separation.documents.map((document, index) => ({ ...document, cut: cutting.parts[index] })) } };
  }

  async close(): Promise<void> {
    this.closing.abort(new ReaderError('closed'));
    clearTimeout(this.idleTimer);
    clearTimeout(this.drawerTimer);
    await Promise.all([...this.busy, ...this.cutting, this.drawing]);
    await this.drawer?.end();
    await this.endIdle();
  }

  private async readNow(request: ReadRequest, signal: AbortSignal, turn: Turn, progress?: () => void): Promise<Reading> {
    clearTimeout(this.idleTimer);
    const process = this.takeIdle() ?? new ReaderProcess(this.limits.memoryMiB);
    const readPage = (): void => {
      turn.readPage();
      progress?.();
    };
    try {
      turn.held(process);
      const reading = await process.read({ request, limits: this.limits, engine: this.engine }, signal, readPage);
      process.goOn();
      if (process.usable) this.keepIdle(process);
      return await this.parted(request, reading, signal);
    } finally {
      this.endLater();
    }
  }

  private keepIdle(process: ReaderProcess): void {
    this.idle.push(process);
    this.endLater();
  }

  private endLater(): void {
    clearTimeout(this.idleTimer);
    this.idleTimer = setTimeout(() => void this.endIdle(), IDLE_MS).unref();
  }

  private takeIdle(): ReaderProcess | undefined {
    let process = this.idle.pop();
    while (process && !process.usable) process = this.idle.pop();
    return process;
  }

  private async endIdle(): Promise<void> {
    await Promise.all(this.idle.splice(0).map((process) => process.end()));
  }
}

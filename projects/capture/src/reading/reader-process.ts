import { constants, setPriority } from 'node:os';
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CutOrder, DrawOrder, ReadAnswer, ReadOrder } from './child-messages.js';
import { residentBytes } from './memory-use.js';
import { ReaderError } from './reader-error.js';
import type { Cutting, Drawing, Reading, RejectReason } from './reading.js';

const CHILD = fileURLToPath(new URL('./child.js', import.meta.url));
const MIB = 1024 * 1024;
const WATCH_EVERY_MS = 100;
/** A page's own time ends its recognition; a process silent for longer than this many times that is hung. */
const SILENCE = 2;
/** Kept between files only while it has not grown beyond this share of what it may use. */
const REUSABLE_SHARE = 0.5;
/** glibc keeps what each thread has freed for itself: images are decoded in several, and two such stores are enough. */
const FEW_ARENAS = { MALLOC_ARENA_MAX: '2' };
/** The environment of the process holds no secret of the parent's. */
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LC_ALL', 'TESSDATA_PREFIX', 'SystemRoot', 'TEMP'];

/** One child process that reads files, one after the other, and is put down when one of them misbehaves. */
export class ReaderProcess {
  private readonly child: ChildProcess;
  private holding = false;
  private readonly gone: Promise<void>;

  constructor(memoryMiB: number) {
    this.child = fork(CHILD, [], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [`--max-old-space-size=${Math.ceil(memoryMiB / 2)}`],
      env: { ...Object.fromEntries(PASSED_ON.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))), ...FEW_ARENAS },
      detached: process.platform !== 'win32', // leads a group, so that the programs it runs end with it
    });
    this.child.unref();
    if (this.child.pid) yieldToPeople(this.child.pid);
    this.child.channel?.unref();
    this.gone = new Promise((resolve) => {
      this.child.once('exit', () => {
        // What it ran is of its group, and outlives a reader that was killed.
        if (this.child.pid) kill(this.child.pid);
        resolve();
      });
      this.child.once('error', () => resolve());
    });
  }

  get usable(): boolean {
    return this.child.connected && this.child.exitCode === null && this.child.signalCode === null;
  }

  /**
   * Reads one file, cuts pages out of some, or draws some; however that ends, there is a reading. Only a clean one leaves the process usable.
   * @throws the signal's reason when aborted; ReaderError when the machine, not the file, is at fault.
   */
  async read(order: ReadOrder, signal?: AbortSignal, progress?: () => void): Promise<Reading>;
  async read(order: CutOrder, signal?: AbortSignal): Promise<Cutting>;
  async read(order: DrawOrder, signal?: AbortSignal): Promise<Drawing>;
  async read(order: ReadOrder | CutOrder | DrawOrder, signal?: AbortSignal, progress?: () => void): Promise<Reading | Cutting | Drawing> {
    signal?.throwIfAborted();
    this.child.ref();
    this.child.channel?.ref();
    try {
      const reading = await this.obey(order, signal, progress);
      const worn = reading.outcome === 'rejected' || residentBytes(this.child.pid ?? 0) > order.limits.memoryMiB * MIB * REUSABLE_SHARE;
      if (worn) await this.end();
      return reading;
    } catch (error) {
      await this.end();
      throw error;
    } finally {
      this.child.unref();
      this.child.channel?.unref();
    }
  }

  /** It stops after the page in hand, until it is told to go on; that time is not held against the file. */
  hold(): void {
    this.tell(true);
  }

  goOn(): void {
    this.tell(false);
  }

  private tell(hold: boolean): void {
    this.holding = hold;
    if (this.child.connected) this.child.send({ hold }, () => undefined);
  }

  /** Puts the process down, with what it runs, and waits until it is gone. */
  async end(): Promise<void> {
    const { pid } = this.child;
    if (pid !== undefined && this.child.exitCode === null && this.child.signalCode === null) {
      this.child.ref();
      kill(pid);
    }
    await this.gone;
  }

  private obey(order: ReadOrder | CutOrder | DrawOrder, signal?: AbortSignal, progress?: () => void): Promise<Reading | Cutting | Drawing> {
    const { limits } = order;
    let started = Date.now();
    let looked = started;
    let heard = started;
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void): void => {
        clearInterval(watch);
        signal?.removeEventListener('abort', onAbort);
        this.child.removeAllListeners('message');
        this.child.off('exit', onExit);
        finish();
      };
      const rejected = (reason: RejectReason, params?: { [name: string]: number }): void =>
        settle(() => resolve({ outcome: 'rejected', reason, params }));
      const onAbort = (): void => settle(() => reject(signal?.reason as Error));
      const onExit = (): void => rejected('readerCrashed');
      const watch = setInterval(() => {
        const now = Date.now();
        if (this.holding) [started, heard] = [started + now - looked, now];
        looked = now;
        if (residentBytes(this.child.pid ?? 0) > limits.memoryMiB * MIB) rejected('tooMuchMemory', { limitMiB: limits.memoryMiB });
        else if (now - started > limits.secondsPerFile * 1000) rejected('tookTooLong', { limitSeconds: limits.secondsPerFile });
        else if (now - heard > limits.secondsPerPage * 1000 * SILENCE) rejected('tookTooLong', { limitSeconds: limits.secondsPerPage * SILENCE });
      }, WATCH_EVERY_MS);
      this.child.on('message', (answer: ReadAnswer) => {
        heard = Date.now();
        if ('page' in answer) progress?.();
        if ('reading' in answer) settle(() => resolve(answer.reading));
        if ('failed' in answer) settle(() => reject(new ReaderError(answer.failed)));
      });
      this.child.once('exit', onExit);
      signal?.addEventListener('abort', onAbort, { once: true });
      if (!this.usable) return rejected('readerCrashed');
      this.child.send(order, (error) => error && rejected('readerCrashed'));
    });
  }
}

function kill(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // already gone
  }
}

/** Reading takes what people at their pages leave; a system that refuses goes on without. */
function yieldToPeople(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    return;
  }
}

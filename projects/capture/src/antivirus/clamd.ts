import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AntivirusAway, type Antivirus, type AntivirusFacts, type Verdict } from './antivirus.js';

const CONNECT_MS = 10_000;
const SHORT_ANSWER_MS = 10_000;
/** Its own limit for one file is two minutes (MaxScanTime); nothing is heard meanwhile. */
const SCAN_ANSWER_MS = 300_000;
const MOST_AT_ONCE = 65_536;
const END_OF_STREAM = Buffer.alloc(4);

/** `tcp://127.0.0.1:3310` or `unix:///run/clamav/clamd.ctl`. */
export const clamdAddress = /^(tcp:\/\/(\[[0-9a-f:]+\]|[^\s/:[\]]+):\d{1,5}|unix:\/\/\/[^\s]+)$/i;

/**
 * ClamAV's daemon, spoken to as clamd(8) says: null-ended commands, the file in pieces that tell their length. The bytes
 * go over the wire, so it needs no right to read the spool and may run on another machine.
 */
export function clamd(url: string): Antivirus {
  return {
    scan: async (bytes, signal) => verdictOf(await ask(url, 'zINSTREAM', SCAN_ANSWER_MS, bytes, signal)),
    about: async () => factsOf(await ask(url, 'zVERSION', SHORT_ANSWER_MS)),
  };
}

/** @throws AntivirusAway when it answers what no clamd does, or that it can't work just now */
export function verdictOf(answer: string): Verdict {
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found) return found.startsWith('Heuristics.Limits.Exceeded') ? { verdict: 'unscannable', because: 'tooLarge' } : { verdict: 'infected', signature: found };
  if (answer === 'stream: OK') return { verdict: 'clean' };
  if (/size limit exceeded/i.test(answer)) return { verdict: 'unscannable', because: 'tooLarge' };
  // Out of memory, out of disk, reloading its signatures: it may do better next time.
  throw new AntivirusAway('brokeOff');
}

/** `ClamAV 1.4.3/27500/Mon Jul 28 08:29:22 2025`; without signatures of its makers only the first part. */
export function factsOf(answer: string): AntivirusFacts {
  const [program = '', , made = ''] = answer.split('/');
  if (!program.startsWith('ClamAV')) throw new AntivirusAway('notClamd');
  const signaturesOf = new Date(`${made} UTC`);
  return Number.isNaN(signaturesOf.getTime()) ? { program } : { program, signaturesOf };
}

async function ask(url: string, command: string, patienceMs: number, bytes?: Readable, signal?: AbortSignal): Promise<string> {
  signal?.throwIfAborted();
  // A file that can't be read is told by whoever reads from it below.
  bytes?.on('error', () => undefined);
  const socket = await opened(url);
  const giveUp = (): void => void socket.destroy();
  signal?.addEventListener('abort', giveUp, { once: true });
  try {
    const answer = answerOf(socket, patienceMs);
    let answered = false;
    const settled = answer.then(() => (answered = true), () => (answered = true));
    // It may answer before it has heard all: that a file is too large, or what it found at its beginning.
    await Promise.race([send(socket, command, bytes, () => answered), settled]);
    return await answer.catch((error: unknown) => {
      throw bytes?.errored ?? error;
    });
  } finally {
    signal?.removeEventListener('abort', giveUp);
    socket.destroy();
    bytes?.destroy();
    signal?.throwIfAborted();
  }
}

function opened(url: string): Promise<Socket> {
  const { protocol, hostname, port, pathname } = new URL(url);
  const socket = protocol === 'unix:' ? connect({ path: decodeURIComponent(pathname) }) : connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) });
  return new Promise((resolve, reject) => {
    const fail = (code: string): void => {
      socket.destroy();
      reject(new AntivirusAway(code));
    };
    const late = setTimeout(() => fail('ETIMEDOUT'), CONNECT_MS);
    socket.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(late);
      fail(error.code ?? 'brokeOff');
    });
    socket.once('connect', () => {
      clearTimeout(late);
      socket.removeAllListeners('error');
      resolve(socket);
    });
  });
}

/** The first null-ended line; silence for `patienceMs`, and an end without an answer, mean that it is away. */
function answerOf(socket: Socket, patienceMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const away = (code: string): void => {
      socket.destroy();
      reject(new AntivirusAway(code));
    };
    socket.setTimeout(patienceMs, () => away('ETIMEDOUT'));
    socket.on('error', (error: NodeJS.ErrnoException) => away(error.code ?? 'brokeOff'));
    socket.on('close', () => away('brokeOff'));
    socket.on('data', (piece: Buffer) => {
      heard += piece.toString('utf8');
      const end = heard.indexOf('\0');
      if (end >= 0) resolve(heard.slice(0, end).trim());
      else if (heard.length > 10_000) away('notClamd');
    });
  });
}

async function send(socket: Socket, command: string, bytes: Readable | undefined, answered: () => boolean): Promise<void> {
  await write(socket, Buffer.from(`${command}\0`));
  if (!bytes) return;
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length; at += MOST_AT_ONCE) {
        // Lets in what was answered meanwhile: once the other side has closed, one more write would lose it.
        await nextTurn();
        if (answered()) return;
        await write(socket, withLength(chunk.subarray(at, at + MOST_AT_ONCE)));
      }
    }
    await write(socket, END_OF_STREAM);
  } catch {
    // A file that can't be read to its end must not be taken for one that was looked at.
    socket.destroy();
  }
}

function withLength(piece: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return Buffer.concat([length, piece]);
}

/** Waits while the other side is slow; a socket that was closed ends the waiting, and its answer tells. */
function write(socket: Socket, bytes: Buffer): Promise<void> {
  if (socket.destroyed || socket.write(bytes)) return Promise.resolve();
  return new Promise((resolve) => {
    const go = (): void => {
      socket.off('drain', go).off('close', go);
      resolve();
    };
    socket.once('drain', go).once('close', go);
  });
}

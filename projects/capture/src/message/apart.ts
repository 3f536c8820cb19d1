import { fork } from 'node:child_process';
import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { SNIFF_LENGTH, sniff } from '../reading/sniff.js';
import type { MessageFlaw, SplitMessage } from './split.js';

const CHILD = fileURLToPath(new URL('./child.js', import.meta.url));
/** Megabytes and milliseconds that an e-mail may take; its bytes, decoded, are held at once. */
const [memoryMiB, patienceMs] = [1024, 60_000];
const passedOn = ['PATH', 'TMPDIR', 'TEMP', 'SystemRoot', 'LANG'];

/** Whether a file is an e-mail as mail programs save it, by its first bytes. */
export async function isMessage(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFF_LENGTH), 0, SNIFF_LENGTH, 0);
    const kind = sniff(buffer.subarray(0, bytesRead));
    return 'refused' in kind && kind.refused === 'message/rfc822';
  } finally {
    await file.close();
  }
}

/** Takes an e-mail apart in a process without our secrets, which is ended when it takes too long or too much. */
export async function takeApart(order: { readonly inputPath: string; readonly outputDir: string; readonly timeZone: string }, signal?: AbortSignal): Promise<SplitMessage | MessageFlaw> {
  const child = fork(CHILD, [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [`--max-old-space-size=${memoryMiB}`], env: Object.fromEntries(passedOn.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))) });
  const end = (): void => void child.kill('SIGKILL');
  const timer = setTimeout(end, patienceMs);
  signal?.addEventListener('abort', end, { once: true });
  try {
    return await new Promise<SplitMessage | MessageFlaw>((resolve) => {
      child.once('message', (answer: SplitMessage | MessageFlaw) => resolve(answer));
      child.once('error', () => resolve({ flaw: 'broken' }));
      child.once('exit', () => resolve({ flaw: 'broken' }));
      child.send(order, () => undefined);
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
    end();
  }
}

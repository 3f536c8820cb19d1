import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { clamd } from '../clamd.js';

/** The test file that every antivirus knows, in two halves so that none of them takes the source for it. */
export const testVirus = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));
export const testSignature = 'Bannette.Spec.Eicar.UNOFFICIAL';

export const hasClamd = spawnSync('clamd', ['--version'], { stdio: 'ignore' }).status === 0;

export interface RealClamd {
  readonly url: string;
  stop(): Promise<void>;
  /** Again at the same place. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** A clamd of the spec's own, whose only signature is the test file's: nothing is downloaded. Files of more than 1 MiB are too large for it. */
export async function startClamd(): Promise<RealClamd> {
  const folder = await mkdtemp(join(tmpdir(), 'bannette-clamd-'));
  const socket = join(folder, 'clamd.sock');
  await writeFile(join(folder, 'own.ndb'), `Bannette.Spec.Eicar:0:*:${testVirus.toString('hex')}\n`);
  await writeFile(join(folder, 'clamd.conf'), `DatabaseDirectory ${folder}\nLocalSocket ${socket}\nForeground yes\nStreamMaxLength 1M\nTemporaryDirectory ${folder}\n${process.getuid?.() === 0 ? 'User root\n' : ''}`);
  const url = `unix://${socket}`;
  let running: { readonly gone: Promise<void>; kill(): void } | undefined;
  const start = async (): Promise<void> => {
    const child = spawn('clamd', ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' });
    running = { gone: new Promise((resolve) => void child.once('exit', () => resolve())), kill: () => child.kill('SIGKILL') };
    while (child.exitCode === null && !(await clamd(url).about().catch(() => undefined))) await delay(50);
    if (child.exitCode !== null) throw new Error(`clamd ended with ${child.exitCode}`);
  };
  const stop = async (): Promise<void> => {
    running?.kill();
    await running?.gone;
    await rm(socket, { force: true });
  };
  await start();
  return { url, start, stop, close: async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  } };
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../bin/bannette.js', import.meta.url));

/**
 * Runs a command of Bannette as an operator does, without a terminal; answers how it ended and all that it said.
 *
 * @param onStart is given how to kill it
 * @param input what the operator types
 */
export async function runBannette(args: readonly string[], env: { readonly [name: string]: string }, { onStart, input }: { readonly onStart?: (kill: () => void) => void; readonly input?: string } = {}): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, [command, ...args], { env: { PATH: process.env['PATH'], ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(input);
  onStart?.(() => void child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

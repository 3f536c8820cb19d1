import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const bin = (name) => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

/** Runs a command in the repository's root; answers its exit code and, with `capture`, what it printed. */
export function run(command, args, { capture = false, env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', capture || quiet ? 'pipe' : 'inherit', capture || quiet ? 'pipe' : 'inherit'], shell: process.platform === 'win32' });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += chunk;
        if (capture && !quiet) process.stdout.write(chunk);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a step that the rest needs; shows what it printed only when it fails. */
export async function must(what, command, args, options = {}) {
  const started = Date.now();
  const { code, output } = await run(command, args, { quiet: true, ...options });
  if (code !== 0) {
    console.error(output);
    throw new Error(`${what} failed (exit ${code})`);
  }
  console.log(`${what}: done in ${Math.round((Date.now() - started) / 1000)} s`);
}

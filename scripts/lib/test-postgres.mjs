import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './run.mjs';

/** A disposable PostgreSQL for a test run, unless the environment names one. */
export async function startTestPostgres() {
  if (process.env.BANNETTE_TEST_POSTGRES) return { url: process.env.BANNETTE_TEST_POSTGRES, stop: async () => {} };
  const dir = mkdtempSync(join(tmpdir(), 'bannette-test-pg-'));
  chmodSync(dir, 0o755); // the server's own account must get in
  const child = spawn(process.execPath, [join(root, 'projects/store/dist/bin/postgres.js'), '--data', join(dir, 'data'), '--disposable'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const url = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      try {
        resolve(JSON.parse(line).url);
      } catch {
        console.log(line);
      }
    });
    child.on('exit', (code) => reject(new Error(`The test database did not start (exit ${code})`)));
  });
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

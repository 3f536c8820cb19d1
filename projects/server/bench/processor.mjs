// Processor time by part: this process (Bannette and who measures it), the embedded repository, the database of each. Clock
// times of a loaded machine tell little; these hardly depend on what else runs. Linux only: elsewhere they are not told.
import { readFileSync, readdirSync } from 'node:fs';

const millisecondsATick = 10;
const parts = { bannette: 'Bannette', database: 'its PostgreSQL', repository: 'repository', repositoryDatabase: "the repository's PostgreSQL", shared: 'PostgreSQL besides' };

/** Follows what each part uses. Connections come and go, but none goes that was not idle for ten seconds: so it looks every five. */
export function followProcessor(databaseUrl) {
  const own = new URL(databaseUrl).pathname.slice(1);
  const last = new Map();
  const look = () => {
    if (process.platform !== 'linux') return;
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => read(pid) ?? []);
    const children = (pid) => all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...children(child.pid)]);
    for (const one of [...all.filter(({ pid }) => pid === process.pid), ...children(process.pid)]) last.set(one.pid, one);
  };
  const every = setInterval(look, 5000);
  return {
    /** Milliseconds by part, so far. */
    now: () => {
      look();
      const used = Object.fromEntries(Object.keys(parts).map((part) => [part, 0]));
      for (const one of last.values()) used[partOf(one, own)] += one.milliseconds;
      return used;
    },
    stop: () => clearInterval(every),
  };
}

/** What one of so many pieces took, in words. */
export function tellProcessor(before, after, pieces) {
  const each = Object.keys(parts).map((part) => [part, (after[part] - before[part]) / pieces]);
  const sum = each.reduce((total, [, milliseconds]) => total + milliseconds, 0);
  return `${sum.toFixed(1)} ms of processor each (${each.map(([part, milliseconds]) => `${parts[part]} ${milliseconds.toFixed(1)}`).join(', ')})`;
}

function partOf({ pid, command }, own) {
  if (pid === process.pid) return 'bannette';
  const database = /^postgres: \S+ (\S+) [\d.]+\(\d+\)/.exec(command)?.[1];
  if (database) return database === own ? 'database' : 'repositoryDatabase';
  if (/postgres/.test(command)) return 'shared';
  return /embedded/.test(command) ? 'repository' : 'bannette';
}

function read(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return { pid: Number(pid), parent: Number(fields[1]), command, milliseconds: (Number(fields[11]) + Number(fields[12])) * millisecondsATick };
  } catch {
    return undefined;
  }
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const KIB = 1024;

/** Resident bytes of a process and of its own children; 0 once it is gone. */
export function residentBytes(pid: number): number {
  return process.platform === 'linux' ? residentOnLinux(pid) : residentByPs(pid);
}

function residentOnLinux(pid: number): number {
  try {
    const own = Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) * KIB;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim().split(' ').filter(Boolean);
    return children.reduce((sum, child) => sum + residentOnLinux(Number(child)), own);
  } catch {
    return 0;
  }
}

function residentByPs(pid: number): number {
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'latin1' }).trim()) * KIB;
  } catch {
    return 0;
  }
}

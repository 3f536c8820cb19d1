import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Child {
  readonly process: ChildProcess;
  /** Lines the child has printed so far. */
  readonly lines: readonly string[];
  /** Ends the child as a crash would and waits until it's gone. */
  kill(): Promise<void>;
  ended(): Promise<void>;
}

/** Runs a compiled module of this project as a process of its own. */
export function runChild(module: URL, ...args: string[]): Child {
  const child = spawn(process.execPath, [module.pathname, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  createInterface(child.stdout).on('line', (line) => lines.push(line));
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    process: child,
    lines,
    kill: () => {
      child.kill('SIGKILL');
      return closed;
    },
    ended: () => closed,
  };
}

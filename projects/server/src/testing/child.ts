import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../bin/bannette.js', import.meta.url));

/** Bannette in a process of its own. */
export interface ChildBannette {
  readonly pid: number;
  /** Lines of its log so far. */
  readonly log: readonly string[];
  /** Where it answers; rejects when it ends before. */
  readonly opened: Promise<string>;
  /** Ends it as a crash would. Nothing that it does afterwards can be seen. */
  kill(): void;
  /** Asks it to close and waits until it's gone; answers its exit code. */
  stop(): Promise<number | null>;
  /** Resolves when it's gone. */
  readonly gone: Promise<number | null>;
}

/** Runs `bannette serve` with this environment and nothing else of ours than the path of programs. */
export function startChild(env: { readonly [name: string]: string }): ChildBannette {
  const { PATH = '', TMPDIR } = process.env;
  const child = spawn(process.execPath, [command, 'serve'], { env: { PATH, ...(TMPDIR ? { TMPDIR } : {}), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const log: string[] = [];
  const killIt = (): void => void child.kill('SIGKILL');
  process.once('exit', killIt);
  child.once('exit', () => process.off('exit', killIt));
  const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const opened = new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      log.push(line);
      const url = /"url":"([^"]+)".*"msg":"Bannette is open"/.exec(line)?.[1];
      if (url) resolve(url);
    });
    createInterface(child.stderr).on('line', (line) => log.push(line));
    void gone.then((code) => reject(new Error(`Bannette ended before it was open (${String(code)}):\n${log.slice(-20).join('\n')}`)));
  });
  opened.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    log,
    opened,
    gone,
    kill: killIt,
    stop: () => {
      child.kill('SIGTERM');
      return gone;
    },
  };
}

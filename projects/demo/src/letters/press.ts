import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Letter, LetterFile, LetterSpec } from './letter.js';
import type { PileSpec } from './pile.js';

export interface Press {
  /** As `generateLetter`; calls wait for one another. */
  generate(spec: LetterSpec): Promise<Letter>;
  /** A pile of letters and sheets, scanned at once. */
  pile(spec: PileSpec): Promise<LetterFile>;
  /** Gives back all the memory that making letters took. */
  close(): Promise<void>;
}

type Answer = { readonly letter: LetterFile } | { readonly error: Error };

/**
 * Makes letters in a process of its own: images of pages leave hundreds of megabytes behind in whoever made them,
 * which a process that goes on working all day should not keep.
 */
export function openPress(): Press {
  const child = fork(fileURLToPath(new URL('./press-process.js', import.meta.url)), { serialization: 'advanced', execArgv: [], env: { ...process.env, MALLOC_ARENA_MAX: '2' } });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(make: () => Promise<T>): Promise<T> => {
    const made = last.then(make);
    last = made.catch(() => undefined);
    return made;
  };
  return {
    generate: (spec) => inTurn(() => ask(child, spec) as Promise<Letter>),
    pile: (spec) => inTurn(() => ask(child, spec)),
    async close() {
      await last;
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

function ask(child: ChildProcess, spec: LetterSpec | PileSpec): Promise<LetterFile> {
  return new Promise((resolve, reject) => {
    const stopped = (): void => reject(new Error('the process that makes letters has ended'));
    child.once('exit', stopped);
    child.once('message', (answer: Answer) => {
      child.off('exit', stopped);
      if ('error' in answer) reject(answer.error);
      // A Buffer crosses as plain bytes.
      else resolve({ ...answer.letter, bytes: Buffer.from(answer.letter.bytes) });
    });
    if (!child.connected) stopped();
    else child.send(spec);
  });
}

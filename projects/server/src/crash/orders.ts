/** A step of the mail, or one of its jobs: `s0`, `j0`. */
export type Event = { readonly kind: 'step' | 'job'; readonly of: number };

/** Every order in which `steps` follow one another and the job of each runs at some time after it: (2n - 1)!! of them. */
export function ordersOf(steps: number): Event[][] {
  const complete: Event[][] = [];
  const go = (done: Event[], next: number, waiting: readonly number[]): void => {
    if (next === steps && !waiting.length) return void complete.push(done);
    if (next < steps) go([...done, { kind: 'step', of: next }], next + 1, [...waiting, next]);
    for (const of of waiting) go([...done, { kind: 'job', of }], next, waiting.filter((other) => other !== of));
  };
  go([], 0, []);
  return complete;
}

import { Problem } from '@bannette/http';

/**
 * What a sender sends, as long as it keeps coming: after `patienceMs` of silence it is given up, so that nobody holds a
 * draft and a connection for ever.
 *
 * @throws Problem 408 `tooSlow`
 */
export async function* steady(stream: AsyncIterable<Buffer>, patienceMs: number): AsyncGenerator<Buffer> {
  const pieces = stream[Symbol.asyncIterator]();
  for (;;) {
    const next = await soon(pieces.next(), patienceMs);
    if (next.done) return;
    yield next.value;
  }
}

async function soon<T>(work: Promise<T>, patienceMs: number): Promise<T> {
  let late: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Problem(408, 'tooSlow', 'Nothing more came for too long', { seconds: Math.round(patienceMs / 1000) })), patienceMs);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(late);
  }
}

import type { Batch } from '../api/types.js';

/** The mail that a page would come back to: that of the document which begins before it, else the first one. */
export function neighbourMail({ pages, mails }: Batch, number: number): Batch['mails'][number] | undefined {
  const first = (id: string): number => pages.find(({ mailId }) => mailId === id)?.number ?? Infinity;
  const ordered = [...mails].sort((a, b) => first(a.id) - first(b.id));
  return ordered.filter(({ id }) => first(id) < number).at(-1) ?? ordered[0];
}

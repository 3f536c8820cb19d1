/** The bytes asked for: all, one run of them, or none that exist. */
export type Range = { readonly kind: 'all' } | { readonly kind: 'part'; readonly start: number; readonly end: number } | { readonly kind: 'outside' };

/**
 * Reads a `Range` header as ACS does: `bytes=-3` means bytes 0 to 3 there, not the last three.
 * Several ranges at once are answered with the whole, because ACS's own answer to them can't be read.
 */
export function rangeOf(header: string | undefined, size: number): Range {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (found === null || (found[1] === '' && found[2] === '')) return { kind: 'all' };
  const start = found[1] === '' ? 0 : Number(found[1]);
  const end = found[2] === '' ? size - 1 : Math.min(Number(found[2]), size - 1);
  return start >= size || end < start ? { kind: 'outside' } : { kind: 'part', start, end };
}

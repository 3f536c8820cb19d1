/** Why fronts and backs that were scanned apart can't be put together: nothing is guessed. */
export interface InterleaveFlaw {
  readonly code: 'frontsBacksUnequal' | 'frontsBacksOdd' | 'frontsBacksFiles';
  readonly params: { readonly fronts?: number; readonly backs?: number; readonly pages?: number; readonly files?: number };
}
export type Interleaved<Page> = { readonly pages: readonly Page[]; readonly flaw?: undefined } | { readonly pages: readonly Page[]; readonly flaw: InterleaveFlaw };

/** Fronts in their order, backs as they come from the turned pile: the last sheet's back first. */
export function interleave<Page>(fronts: readonly Page[], backs: readonly Page[]): Interleaved<Page> {
  if (fronts.length !== backs.length) return { pages: [...fronts, ...backs], flaw: { code: 'frontsBacksUnequal', params: { fronts: fronts.length, backs: backs.length } } };
  return { pages: fronts.flatMap((front, sheet) => [front, backs[backs.length - 1 - sheet] as Page]) };
}

/**
 * Pages of a pile whose fronts were scanned first and whose backs after, in the order of reading: two files, or the two
 * halves of one. With a flaw, the pages as they were scanned: somebody has to look.
 */
export function frontsThenBacks<Page>(files: readonly (readonly Page[])[]): Interleaved<Page> {
  const [first = [], second, ...more] = files;
  if (more.length) return { pages: files.flat(), flaw: { code: 'frontsBacksFiles', params: { files: files.length } } };
  if (second) return interleave(first, second);
  if (first.length % 2) return { pages: first, flaw: { code: 'frontsBacksOdd', params: { pages: first.length } } };
  return interleave(first.slice(0, first.length / 2), first.slice(first.length / 2));
}

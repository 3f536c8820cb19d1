export interface KindCount {
  readonly kind: string;
  readonly count: number;
}
export interface KindShare extends KindCount {
  /** Of all mail that came in, 0–1. */
  readonly share: number;
}

/** The share of each kind in all that came in; nothing when nothing came. */
export function sharesOf(counts: readonly KindCount[], total: number): readonly KindShare[] {
  return counts.map(({ kind, count }) => ({ kind, count, share: total > 0 ? count / total : 0 }));
}

import { badRequest } from './errors.js';

export interface Page {
  readonly skip: number;
  readonly max: number;
}

function whole(name: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  if (!/^-?\d+$/.test(text)) throw badRequest(`Invalid paging parameter ${name}:${text}`);
  return Number(text);
}

/** @throws AcsError 400 for what is no number, zero or negative */
export function pageOf(skipCount: string | undefined, maxItems: string | undefined): Page {
  const skip = whole('skipCount', skipCount, 0);
  const max = whole('maxItems', maxItems, 100);
  if (max <= 0) throw badRequest('Only positive values supported for maxItems.');
  if (skip < 0) throw badRequest('Negative values not supported for skipCount.');
  return { skip, max };
}

/** A listing as the API wraps it. `total` may be unknown. */
export function listed(entries: readonly unknown[], page: Page, total: number | undefined, more?: boolean, source?: unknown): object {
  return {
    list: {
      pagination: {
        count: entries.length, hasMoreItems: more ?? (total !== undefined && page.skip + entries.length < total),
        ...(total === undefined ? {} : { totalItems: total }), skipCount: page.skip, maxItems: page.max,
      },
      entries: entries.map((entry) => ({ entry })),
      ...(source === undefined ? {} : { source }),
    },
  };
}

/** A page of what is all in memory. */
export const paged = (all: readonly unknown[], page: Page): object => listed(all.slice(page.skip, page.skip + page.max), page, all.length, page.skip + page.max < all.length);

/** `fields=` keeps the named members, and those asked for by `include=`. Nested names keep nothing, as in ACS. */
export function narrowed(entry: unknown, fields: string | undefined, include: ReadonlySet<string>): unknown {
  if (fields === undefined || typeof entry !== 'object' || entry === null) return entry;
  const kept = new Set([...fields.split(',').map((name) => name.trim()), ...include]);
  return Object.fromEntries(Object.entries(entry).filter(([name]) => kept.has(name)));
}

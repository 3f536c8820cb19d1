const hour = 3_600_000;
const day = 24 * hour;

/** How late it is, as a counted sentence under `UNSCANNED`: hours within a day, days beyond. */
export function lateness(limit: string, now: number): { readonly key: 'LATE_HOURS' | 'LATE_DAYS'; readonly count: number } {
  const late = now - Date.parse(limit);
  return late < day ? { key: 'LATE_HOURS', count: Math.max(1, Math.floor(late / hour)) } : { key: 'LATE_DAYS', count: Math.floor(late / day) };
}

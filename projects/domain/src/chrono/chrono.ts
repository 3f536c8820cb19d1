/**
 * A chrono number by its pattern: `{year}` (`{yy}` for its last two figures), `{service}` (a service's code) and `{seq:6}`
 * (zero-padded to that width), all else literal.
 */
export function formatChrono(pattern: string, year: number, sequence: number, service = ''): string {
  return pattern
    .replace('{year}', String(year))
    .replace('{yy}', String(year % 100).padStart(2, '0'))
    .replace('{service}', service)
    .replace(/\{seq(?::(\d+))?\}/, (_, width: string | undefined) => String(sequence).padStart(Number(width ?? 0), '0'));
}

/** What a chrono says by its pattern; undefined when it isn't of that form. */
export function parseChrono(pattern: string, chrono: string): { readonly year?: number; readonly service?: string; readonly number: number } | undefined {
  const escaped = pattern
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replace('{year}', '(?<year>\\d{4})')
    .replace('{yy}', '(?<yy>\\d{2})')
    .replace('{service}', '(?<service>[A-Z][A-Z0-9_]*)')
    .replace(/\{seq(?::\d+)?\}/, '(?<number>\\d+)');
  const found = new RegExp(`^${escaped}$`).exec(chrono)?.groups;
  if (!found?.['number']) return undefined;
  const year = found['year'] ?? (found['yy'] && `20${found['yy']}`);
  return { number: Number(found['number']), ...(year ? { year: Number(year) } : {}), ...(found['service'] ? { service: found['service'] } : {}) };
}

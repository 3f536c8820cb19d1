export const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value === 'object' ? 'object' : typeof value);

/** Where two values have other fields or kinds; of lists the first elements are compared. */
export function shapeDifference(expected: unknown, found: unknown, path: string): { readonly path: string; readonly expected: string; readonly found: string } | undefined {
  if (kindOf(expected) !== kindOf(found)) return { path, expected: kindOf(expected), found: kindOf(found) };
  if (Array.isArray(expected) && Array.isArray(found)) {
    if (expected.length === 0 || found.length === 0) return expected.length === found.length ? undefined : { path, expected: `${expected.length} elements`, found: `${found.length} elements` };
    return shapeDifference(expected[0], found[0], `${path}[0]`);
  }
  if (kindOf(expected) !== 'object') return undefined;
  const [one, other] = [expected as Record<string, unknown>, found as Record<string, unknown>];
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    if (!(key in one)) return { path: `${path}.${key}`, expected: 'nothing', found: kindOf(other[key]) };
    if (!(key in other)) return { path: `${path}.${key}`, expected: kindOf(one[key]), found: 'nothing' };
    const difference = shapeDifference(one[key], other[key], `${path}.${key}`);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

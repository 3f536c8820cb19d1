/** A list of the API, whose rows are told apart by their names. */
interface Listing {
  readonly entries: readonly { readonly entry: { readonly name?: string } }[];
}

/** Differences of kind between two answers: what one has and the other has not, and what is of another type. Values may differ. */
export function shapeDifferences(recorded: unknown, answered: unknown, path = ''): string[] {
  const [expected, found] = [kindOf(recorded), kindOf(answered)];
  if (expected !== found) return [`${path}: ${expected} expected, ${found} found`];
  if (isListing(recorded) && isListing(answered)) return [...shapeDifferences({ ...recorded, entries: 0 }, { ...answered, entries: 0 }, path), ...rowDifferences(recorded, answered, path)];
  if (Array.isArray(recorded) || typeof recorded !== 'object' || recorded === null) return [];
  const [one, other] = [recorded as Record<string, unknown>, answered as Record<string, unknown>];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) =>
    !(key in other) ? [`${path}.${key} is missing`] : !(key in one) ? [`${path}.${key} is too much`] : shapeDifferences(one[key], other[key], `${path}.${key}`));
}

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);
const isListing = (value: unknown): value is Listing => Array.isArray((value as Partial<Listing> | null)?.entries);

/** Rows of one name are compared; other rows are what happened to lie there. */
function rowDifferences(recorded: Listing, answered: Listing, path: string): string[] {
  const answeredRows = new Map(answered.entries.map(({ entry }) => [entry.name, entry]));
  return recorded.entries.flatMap(({ entry }) => (answeredRows.has(entry.name) ? shapeDifferences(entry, answeredRows.get(entry.name), `${path}[${entry.name ?? ''}]`) : []));
}

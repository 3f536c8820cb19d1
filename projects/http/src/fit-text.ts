const unfit = /[\0\p{Surrogate}]/u;

/** Where text stands that no database can hold (the character NUL, halves of characters), as `a.b.0`; undefined when there is none. */
export function unfitField(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return unfit.test(value) ? path : undefined;
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return undefined;
  for (const [key, part] of Object.entries(value)) {
    const found = unfitField(key, path) ?? unfitField(part, path ? `${path}.${key}` : key);
    if (found !== undefined) return found;
  }
  return undefined;
}

import { Problem } from '@bannette/http';
import type { FastifyRequest } from 'fastify';

const unfit = /[\0\p{Surrogate}]/u;

/** Refuses text that no database can hold: the character NUL, and halves of characters. */
export async function refuseUnfitText({ body, query }: FastifyRequest): Promise<void> {
  const field = unfitField(query, '') ?? unfitField(body, '');
  if (field !== undefined) throw new Problem(400, 'invalid', 'Text with a character that can’t be stored', { field });
}

/** Where the unfit text stands, as `a.b.0`. */
function unfitField(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return unfit.test(value) ? path : undefined;
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return undefined;
  for (const [key, part] of Object.entries(value)) {
    const found = unfitField(key, path) ?? unfitField(part, path ? `${path}.${key}` : key);
    if (found !== undefined) return found;
  }
  return undefined;
}

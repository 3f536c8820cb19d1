import { Problem, unfitField } from '@bannette/http';
import type { FastifyRequest } from 'fastify';

/** Refuses text that no database can hold. */
export async function refuseUnfitText({ body, query }: FastifyRequest): Promise<void> {
  const field = unfitField(query) ?? unfitField(body);
  if (field !== undefined) throw new Problem(400, 'invalid', 'Text with a character that can’t be stored', { field });
}

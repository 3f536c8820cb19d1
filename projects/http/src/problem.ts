import { z } from 'zod';

/** Every error the API answers with. The interface words `code` with `params`; `message` is English, for developers. */
export const problemSchema = z
  .object({
    code: z.string().meta({ description: 'Stable code; the interface has its sentence under PROBLEM.<code>' }),
    message: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    correlationId: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type ProblemBody = z.infer<typeof problemSchema>;

/** An error with a status and a stable code; anything else that is thrown is a 500 `unexpected`. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly params?: { readonly [name: string]: string | number },
  ) {
    super(message);
    this.name = 'Problem';
  }
}

export const notFound = (what: string): Problem => new Problem(404, 'notFound', `${what} does not exist, or you may not know of it`, { what });
export const forbidden = (action: string): Problem => new Problem(403, 'forbidden', `You may not do this: ${action}`, { action });
export const conflict = (code: string, message: string, params?: { [name: string]: string | number }): Problem => new Problem(409, code, message, params);
export const invalid = (code: string, message: string, params?: { [name: string]: string | number }): Problem => new Problem(422, code, message, params);

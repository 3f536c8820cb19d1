/** What the store needs of a logger; pino's and fastify's fit. */
export interface Log {
  debug(fields: object, text: string): void;
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

/** An error in a log: its kind and code, never its message, which may quote personal data. */
export function errorFields(error: unknown): { readonly error: string; readonly code?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code: unknown = 'code' in error ? error.code : undefined;
  return { error: error.name, ...(typeof code === 'string' && { code }) };
}

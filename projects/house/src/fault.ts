/** What a log may tell of an error: its kind, its code and where it arose; never its message, which may quote a letter. */
export function faultOf(error: unknown): { readonly error: string; readonly code?: string; readonly at?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as { code?: unknown }).code;
  const at = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '))?.trim();
  return { error: error.name, ...(typeof code === 'string' ? { code } : {}), ...(at ? { at } : {}) };
}

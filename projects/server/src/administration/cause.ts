/** Why something failed, as far as that can be told without quoting what was being worked on. */
export interface Cause {
  /** Worded on the page under FAILURES.CAUSES. */
  readonly cause: string;
  /** A code of the system or of Alfresco. */
  readonly detail?: string;
}

const alfresco: Readonly<Record<string, string>> = { unauthorized: 'alfrescoRefuses', forbidden: 'alfrescoRefuses', notFound: 'alfrescoMisses', conflict: 'alfrescoConflicts', locked: 'alfrescoConflicts', invalid: 'alfrescoRejects', unavailable: 'unreachable', timeout: 'unreachable', notOffered: 'alfrescoRejects', failed: 'alfrescoFails' };

const known: readonly (readonly [pattern: RegExp, cause: string])[] = [
  [/^(?:\w+: )?The place of mail /, 'placeTaken'],
  [/^(?:\w+: )?Alfresco holds other bytes /, 'otherBytes'],
  [/duplicate key value violates/, 'duplicate'],
  [/\b(?:ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE|EHOSTUNREACH)\b|fetch failed|socket hang up|Connection terminated/, 'unreachable'],
  [/\b(?:ENOSPC|ENOENT|EACCES|EROFS|EIO|EMFILE)\b/, 'disk'],
  [/\b(?:Invalid login|Missing credentials|Mail command failed|Message failed|No recipients|Can't send mail)\b/, 'mailServerRefuses'],
];

const systemCodes = /\b(?:ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE|EHOSTUNREACH|ENOSPC|ENOENT|EACCES|EROFS|EIO|EMFILE)\b/;
const errorNames = /^(TypeError|RangeError|SyntaxError|ReferenceError|AggregateError|TimeoutError|StoreError|ReaderError|Problem)(?::|$)/;

/** Finds the cause in an error's words, of which nothing but a stable code is kept. */
export function causeOf(error: string | null): Cause {
  const text = error ?? '';
  const [, code = '', status = ''] = /: (unauthorized|forbidden|notFound|conflict|locked|invalid|unavailable|timeout|notOffered|failed)(?: \((?:HTTP (\d{3}))?[^()]*\))?$/.exec(text.split('\n')[0] ?? '') ?? [];
  const ofAlfresco = alfresco[code];
  if (ofAlfresco) return { cause: ofAlfresco, detail: status ? `${code} (HTTP ${status})` : code };
  const cause = known.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
  const detail = systemCodes.exec(text)?.[0] ?? errorNames.exec(text)?.[1];
  return detail ? { cause, detail } : { cause };
}

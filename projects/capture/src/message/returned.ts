import type { Attachment, Email } from 'postal-mime';
import { plain } from './said.js';

/** What a server says of an e-mail that it took for another server, and could not hand over. */
export interface Returned {
  /** Of the e-mail that comes back. */
  readonly messageId: string;
  /** RFC 3463: `5.1.1`. */
  readonly status?: string;
  /** What the last server said. */
  readonly said?: string;
}

const reports = ['message/delivery-status', 'message/global-delivery-status'];
const originals = ['message/rfc822', 'message/global', 'text/rfc822-headers', 'message/global-headers'];
/** Heads are short; what is longer is none. */
const longest = 64 * 1024;

/**
 * Of a report that an e-mail failed for one of its recipients (RFC 3464), which e-mail that is and why, and the parts that say so,
 * which are told and not read like documents. Delays and receipts are none; nor is a report that somebody sends on, whose parts are what they want read.
 */
export function returnedIn({ headers, attachments }: Email): { readonly returned: Returned; readonly parts: readonly Attachment[] } | undefined {
  if (!headers.some(({ key, value }) => key === 'content-type' && /^\s*multipart\/report\b/i.test(value))) return undefined;
  const [report, original] = [reports, originals].map((kinds) => attachments.find(({ mimeType }) => kinds.includes(mimeType)));
  if (!report || !original) return undefined;
  const failed = blocksOf(report).slice(1).find((block) => block.get('action')?.toLowerCase() === 'failed');
  const messageId = plain(blocksOf(original)[0]?.get('message-id'), 640);
  if (!failed || !messageId) return undefined;
  const status = /^[45]\.\d{1,3}\.\d{1,3}/.exec(failed.get('status') ?? '')?.[0];
  const said = plain(failed.get('diagnostic-code')?.replace(/^[\w-]+\s*;\s*/, ''), 500);
  return { returned: { messageId, ...(status ? { status } : {}), ...(said ? { said } : {}) }, parts: [report, original] };
}

/** Fields by their names in lower case, of each block of lines; the first of a name counts. */
function blocksOf({ content }: Attachment): readonly ReadonlyMap<string, string>[] {
  const text = (typeof content === 'string' ? content : Buffer.from(new Uint8Array(content)).toString('utf8')).slice(0, longest);
  return text.trim().split(/\r?\n[ \t]*\r?\n/).map(fieldsOf);
}

function fieldsOf(block: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([\w-]+)[ \t]*:(.*)$/.exec(line) ?? [];
    if (name && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim());
  }
  return fields;
}

import type { Address, Email } from 'postal-mime';
import type { Returned } from './returned.js';

/** What the head of an e-mail says; nothing of it is to be trusted. */
export interface MessageHead {
  readonly senderName?: string;
  readonly senderEmail?: string;
  readonly to: string;
  readonly cc: string;
  readonly subject?: string;
  /** UTC instant at which the last server took it, else at which it says that it was sent. */
  readonly at?: string;
  readonly messageId?: string;
  readonly inReplyTo?: string;
  readonly references?: string;
  /** A program wrote it, or it went to a list: no program answers it. */
  readonly automatic?: true;
  /** It says that an e-mail could not be handed over. */
  readonly returned?: Returned;
}

const longest = { name: 200, address: 320, subject: 500, many: 2000, ids: 20_000 } as const;

/** Characters that no name and no subject needs, and no database takes. */
export const plain = (text: string | undefined, most: number): string => [...(text ?? '').replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').trim()].slice(0, most).join('');

const nameOf = ({ name, address }: Address): string => [name, address && `<${address}>`].filter(Boolean).join(' ');
const all = (people: readonly Address[] | undefined): string => plain((people ?? []).slice(0, 50).map(nameOf).join(', '), longest.many);

/** What an e-mail says of itself, cut to what is kept of it. */
export function headOf({ from, sender, to, cc, subject, messageId, inReplyTo, references, headers, date }: Email): MessageHead {
  const author = from ?? sender;
  const at = instantOf(headers.find(({ key }) => key === 'received')?.value) ?? instantOf(date);
  const said = { senderName: plain(author?.name || author?.address, longest.name), senderEmail: plain(author?.address, longest.address), subject: plain(subject, longest.subject), messageId: plain(messageId, longest.address * 2), inReplyTo: plain(inReplyTo, longest.address * 2), references: plain(references, longest.ids) };
  return { ...Object.fromEntries(Object.entries(said).filter(([, text]) => text)), to: all(to), cc: all(cc), ...(at ? { at } : {}), ...(isAutomatic(headers) ? { automatic: true } : {}) };
}

/** By RFC 3834 §2 and §5, RFC 2919, and what was customary before them; bounces have nobody to return to (RFC 5321 §4.5.5). */
const signs: Readonly<Record<string, RegExp>> = { 'auto-submitted': /^(?!no\b)./, 'list-id': /./, precedence: /^(bulk|junk|list)\b/, 'x-auto-response-suppress': /\b(all|autoreply)\b/, 'return-path': /^<\s*>/ };
const isAutomatic = (headers: Email['headers']): boolean => headers.some(({ key, value }) => signs[key]?.test(value.trim().toLowerCase()));

/** Of a line of transport the instant stands behind its last semicolon (RFC 5322 §3.6.7). */
function instantOf(said: string | undefined): string | undefined {
  const time = Date.parse((said ?? '').slice((said ?? '').lastIndexOf(';') + 1).replace(/\([^()]*\)/g, '').trim());
  return Number.isNaN(time) || time < 0 || time > 8e12 ? undefined : new Date(time).toISOString();
}

/** What a request offers to be recognised by. */
export type Credentials = { readonly kind: 'none' } | { readonly kind: 'ticket'; readonly ticket: string } | { readonly kind: 'token'; readonly token: string } | { readonly kind: 'password'; readonly user: string; readonly password: string };

/** Reads `alf_ticket` first, then `Authorization: Bearer`, then `Authorization: Basic` holding a ticket, `ROLE_TICKET:ticket` or `user:password`. */
export function credentialsOf(authorization: string | undefined, alfTicket: string | undefined): Credentials {
  if (alfTicket !== undefined && alfTicket !== '') return { kind: 'ticket', ticket: alfTicket };
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  if (token !== undefined) return { kind: 'token', token };
  const encoded = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return { kind: 'none' };
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const at = text.indexOf(':');
  if (at < 0) return { kind: 'ticket', ticket: text };
  const [user, password] = [text.slice(0, at), text.slice(at + 1)];
  return user === 'ROLE_TICKET' || user === '' ? { kind: 'ticket', ticket: password } : { kind: 'password', user, password };
}

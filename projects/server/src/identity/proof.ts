import type { Proof } from '@bannette/alfresco';

/**
 * What a request is signed with: `Bearer token`, `Basic base64(ticket)`, or `Basic base64(ROLE_TICKET:ticket)`, the forms that
 * Alfresco takes. Passwords are not taken here.
 */
export function proofOf(authorization: string | undefined): Proof | undefined {
  const token = /^Bearer ([A-Za-z0-9_=-]+\.[A-Za-z0-9_=-]+\.[A-Za-z0-9_=-]+)$/i.exec(authorization ?? '')?.[1];
  if (token) return { token };
  const encoded = /^Basic ([A-Za-z0-9+/=_-]+)$/i.exec(authorization ?? '')?.[1];
  const ticket = encoded && /^(?:ROLE_TICKET:)?(TICKET_[A-Za-z0-9]+)$/.exec(Buffer.from(encoded, 'base64').toString('utf8'))?.[1];
  return ticket ? { ticket } : undefined;
}

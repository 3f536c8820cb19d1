import type { AuthenticationService } from '@alfresco/adf-core';

/** What calls of our API are signed with: Alfresco's ticket, or the identity service's access token. */
export function signatureOf(authentication: AuthenticationService): { Authorization?: string } {
  const token = authentication.getToken();
  if (!token) return {};
  return { Authorization: authentication.isOauth() ? `Bearer ${token}` : `Basic ${btoa(token)}` };
}

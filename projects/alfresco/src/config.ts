export interface AlfrescoConfig {
  /** `http://host:port`; `/alfresco` is appended. */
  readonly url: string;
  /** Longest silence accepted, in ms: until an answer begins, and between two pieces of a content (default 30,000). */
  readonly timeoutMs?: number;
  /** How often a request that is safe to repeat is repeated (default 3). */
  readonly retries?: number;
  /** Sent as `X-Correlation-Id`, so that a letter can be followed into the proxy's log. */
  readonly correlationId?: () => string | undefined;
}

/** What stands for a person who is signed in: Alfresco's ticket, or the access token of an identity service that Alfresco trusts. */
export type Proof = { readonly ticket: string } | { readonly token: string };

export type Credentials = { readonly user: string; readonly password: string } | Proof;

export const defaults = { timeoutMs: 30_000, retries: 3 } as const;

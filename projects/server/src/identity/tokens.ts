import { Problem } from '@bannette/http';
import { createRemoteJWKSet, customFetch, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

export interface OidcConfig {
  /** As it stands in tokens (`iss`), and where `/.well-known/openid-configuration` is found. */
  readonly issuer: string;
  /** The workspace's public client. */
  readonly clientId: string;
  /** Required in `aud`; absent, the token must have been issued to `clientId` (`azp`, or `aud`). */
  readonly audience?: string;
  /** The claim that holds Alfresco's user name: ACS's `identity-service.principal-attribute`. */
  readonly userClaim: string;
  /** How far the issuer's clock may be from ours, in seconds. */
  readonly clockSkewS: number;
  /** Where its keys are, if they are not reached by the issuer's own address. */
  readonly keysUrl?: string;
}

export interface Tokens {
  /**
   * Checks signature, issuer, audience and times.
   * @returns Alfresco's user name, and until when the token holds, in ms since the epoch
   * @throws Problem 401 `unauthorized`; 503 `identityUnavailable` when the issuer's keys can't be had
   */
  verify(token: string): Promise<{ readonly user: string; readonly until: number }>;
}

/** Signatures that only the issuer can make; a shared secret (HS…) or none would let others sign. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const discovered = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** Verifies access tokens by the issuer's published keys, fetched when first needed and again when a key is unknown. */
export function tokensOf(config: OidcConfig): Tokens {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const keySet = (): Promise<JWTVerifyGetKey> => (keys ??= findKeys(config).catch((error: unknown) => {
    keys = undefined;
    throw error;
  }));
  return {
    async verify(token) {
      const find = await keySet().catch(unavailable);
      const options = { issuer: config.issuer, algorithms, clockTolerance: config.clockSkewS, requiredClaims: ['exp'], ...(config.audience ? { audience: config.audience } : {}) };
      const { payload } = await jwtVerify(token, find, options).catch(explain);
      if (!config.audience && !isFor(payload, config.clientId)) throw refused('The token was issued for another application');
      const user = payload[config.userClaim];
      if (typeof user !== 'string' || user === '') throw refused(`The token has no ${config.userClaim}`);
      return { user, until: (payload.exp! + config.clockSkewS) * 1000 };
    },
  };
}

async function findKeys({ issuer, keysUrl }: OidcConfig): Promise<JWTVerifyGetKey> {
  if (keysUrl) return createRemoteJWKSet(new URL(keysUrl));
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`The identity service answers ${answer.status}`);
  return createRemoteJWKSet(new URL(discovered.parse(await answer.json()).jwks_uri), { [customFetch]: fetch, timeoutDuration: 10_000 });
}

const isFor = ({ azp, aud }: JWTPayload, client: string): boolean => azp === client || aud === client || (Array.isArray(aud) && aud.includes(client));
const refused = (why: string): Problem => new Problem(401, 'unauthorized', why);
const unavailable = (): never => {
  throw new Problem(503, 'identityUnavailable', 'The identity service does not answer');
};

/** jose tells what is wrong with a token by its own errors; anything else is the issuer that can't be reached. */
function explain(error: unknown): never {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || !(error instanceof errors.JOSEError) || error.code === 'ERR_JOSE_GENERIC') return unavailable();
  throw refused(error instanceof errors.JWTExpired ? 'The token has expired' : 'The token is not one of the identity service’s');
}

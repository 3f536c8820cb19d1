import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';

export interface IdentityService {
  /** Issuer of the tokens that are believed, as ACS's `identity-service` subsystem is told. */
  readonly issuer: string;
  /** The claim that holds the user name; ACS's default is `preferred_username`. */
  readonly userClaim?: string;
}

/** What a token says of its holder. */
export interface Claims {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

/** Reads bearer tokens as ACS does in identity-service mode: by the issuer's published keys. Undefined for one that isn't believed. */
export function tokenReader({ issuer, userClaim = 'preferred_username' }: IdentityService): (token: string) => Promise<Claims | undefined> {
  let keys: JWTVerifyGetKey | undefined;
  const published = async (): Promise<JWTVerifyGetKey> => {
    const { jwks_uri: uri } = (await (await fetch(`${issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(10_000) })).json()) as { jwks_uri: string };
    return createRemoteJWKSet(new URL(uri));
  };
  return async (token) => {
    try {
      keys ??= await published();
      const { payload } = await jwtVerify(token, keys, { issuer, algorithms: ['RS256', 'PS256', 'ES256'] });
      const text = (claim: string): string => String(payload[claim] ?? '');
      return text(userClaim) === '' ? undefined : { id: text(userClaim), firstName: text('given_name'), lastName: text('family_name'), email: text('email') };
    } catch {
      return undefined;
    }
  };
}

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { base64url, exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { Problem } from '@bannette/http';
import { tokensOf, type OidcConfig } from './tokens.js';

interface Issuer {
  readonly url: string;
  publish(keys: readonly JWK[]): void;
  close(): Promise<void>;
}

/** An issuer with a discovery document and keys, as the standard has them. */
async function issuer(): Promise<Issuer> {
  let keys: readonly JWK[] = [];
  const server: Server = createServer((request, response) => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url === '/keys' ? { keys } : { issuer: url, jwks_uri: `${url}/keys` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publish: (published) => (keys = published),
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

describe('Access tokens of the identity service', () => {
  let service: Issuer;
  let signingKey: CryptoKey;
  let publicKey: JWK;
  let config: OidcConfig;

  beforeEach(async () => {
    service = await issuer();
    const pair = await generateKeyPair('RS256');
    signingKey = pair.privateKey;
    publicKey = { ...(await exportJWK(pair.publicKey)), kid: 'first', alg: 'RS256' };
    service.publish([publicKey]);
    config = { issuer: service.url, clientId: 'bannette', userClaim: 'preferred_username', clockSkewS: 60 };
  });
  afterEach(() => service.close());

  const now = (): number => Math.floor(Date.now() / 1000);
  const token = (claims: object = {}, key: CryptoKey | Uint8Array = signingKey, header: { alg: string; kid?: string } = { alg: 'RS256', kid: 'first' }): Promise<string> =>
    new SignJWT({ iss: service.url, azp: 'bannette', preferred_username: 'clara.moreau', exp: now() + 300, ...claims }).setProtectedHeader(header).sign(key);

  async function problemOf(text: string, own: Partial<OidcConfig> = {}): Promise<[number, string]> {
    try {
      await tokensOf({ ...config, ...own }).verify(text);
    } catch (error) {
      if (error instanceof Problem) return [error.status, error.code];
      throw error;
    }
    return [200, ''];
  }

  it('name Alfresco’s user and how long they hold', async () => {
    const end = now() + 300;
    expect(await tokensOf(config).verify(await token({ exp: end }))).toEqual({ user: 'clara.moreau', until: (end + 60) * 1000 });
  });

  it('name the user by another claim where that is configured', async () => {
    expect((await tokensOf({ ...config, userClaim: 'sub' }).verify(await token({ sub: 'c.moreau' }))).user).toBe('c.moreau');
  });

  it('are refused when somebody else signed them', async () => {
    const stranger = (await generateKeyPair('RS256')).privateKey;
    expect(await problemOf(await token({}, stranger))).toEqual([401, 'unauthorized']);
    expect(await problemOf(await token({}, stranger, { alg: 'RS256', kid: 'unheard-of' }))).toEqual([401, 'unauthorized']);
  });

  it('are refused without a signature, or with one made of the public key', async () => {
    const unsigned = `${base64url.encode(JSON.stringify({ alg: 'none' }))}.${(await token()).split('.')[1]}.`;
    expect(await problemOf(unsigned)).toEqual([401, 'unauthorized']);
    expect(await problemOf(await token({}, new TextEncoder().encode(JSON.stringify(publicKey)), { alg: 'HS256', kid: 'first' }))).toEqual([401, 'unauthorized']);
  });

  it('are refused when their contents were changed', async () => {
    const [head, , signature] = (await token()).split('.');
    const forged = base64url.encode(JSON.stringify({ iss: service.url, azp: 'bannette', preferred_username: 'admin', exp: now() + 300 }));
    expect(await problemOf(`${head}.${forged}.${signature}`)).toEqual([401, 'unauthorized']);
  });

  it('hold through a clock that is a little off, and no longer', async () => {
    expect(await problemOf(await token({ exp: now() - 30, nbf: now() + 30 }))).toEqual([200, '']);
    expect(await problemOf(await token({ exp: now() - 90 }))).toEqual([401, 'unauthorized']);
    expect(await problemOf(await token({ nbf: now() + 90 }))).toEqual([401, 'unauthorized']);
    expect(await problemOf(await token({ exp: now() - 30 }), { clockSkewS: 0 })).toEqual([401, 'unauthorized']);
  });

  it('are refused when they never end', async () => {
    expect(await problemOf(await token({ exp: undefined }))).toEqual([401, 'unauthorized']);
  });

  it('are refused from another issuer and for another application', async () => {
    expect(await problemOf(await token({ iss: 'https://elsewhere.example' }))).toEqual([401, 'unauthorized']);
    expect(await problemOf(await token({ azp: 'another' }))).toEqual([401, 'unauthorized']);
    expect(await problemOf(await token({ azp: 'another', aud: ['account', 'bannette'] }))).toEqual([200, '']);
    expect(await problemOf(await token({ aud: 'account' }), { audience: 'bannette-api' })).toEqual([401, 'unauthorized']);
    expect(await problemOf(await token({ aud: ['account', 'bannette-api'] }), { audience: 'bannette-api' })).toEqual([200, '']);
  });

  it('are refused when they name nobody', async () => {
    expect(await problemOf(await token({ preferred_username: undefined }))).toEqual([401, 'unauthorized']);
    expect(await problemOf(await token({ preferred_username: ['a', 'b'] }))).toEqual([401, 'unauthorized']);
  });

  it('are not judged while the issuer can’t be reached, and are once it can', async () => {
    const text = await token();
    const tokens = tokensOf({ ...config, issuer: 'http://127.0.0.1:9' });
    await expectAsync(tokens.verify(text)).toBeRejectedWith(jasmine.objectContaining({ status: 503, code: 'identityUnavailable' }));
    const address = new URL(service.url);
    await service.close();
    const waiting = tokensOf(config);
    await expectAsync(waiting.verify(text)).toBeRejectedWith(jasmine.objectContaining({ status: 503 }));
    const back = createServer((request, response) => response.end(JSON.stringify(request.url === '/keys' ? { keys: [publicKey] } : { issuer: config.issuer, jwks_uri: `${config.issuer}/keys` })));
    await new Promise<void>((resolve) => back.listen(Number(address.port), '127.0.0.1', resolve));
    expect((await waiting.verify(text)).user).toBe('clara.moreau');
    back.closeAllConnections();
    await new Promise((resolve) => back.close(resolve));
    service = await issuer();
  });
});

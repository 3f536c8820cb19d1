import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@bannette/alfresco/testing';
import { demoPassword } from '../start/demo-people.js';
import { distribution } from './distribution.js';
import { until } from './until.js';

const keycloak = {
  artifact: 'org.keycloak:keycloak-quarkus-dist:26.0.8:tar.gz',
  file: 'keycloak-quarkus-dist-26.0.8.tar.gz',
  sha256: '8cf143b894afcf7d3be4549dc5af4790bda63bd471a5ac8e384094fb729e4b15',
  folder: 'keycloak-26.0.8',
};

export interface Keycloak {
  readonly issuer: string;
  /** An access token as the workspace's client gets it. */
  token(user: string, client?: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * A real Keycloak with one realm: public clients `bannette` and `another`, and these people, whose password is the
 * demonstration's. Tokens last `tokenSeconds`.
 * @returns in words why there is none on this machine, if so
 */
export async function startKeycloak(people: readonly string[], tokenSeconds = 60): Promise<Keycloak | { readonly missing: string }> {
  const found = await distribution(keycloak);
  if ('missing' in found) return found;
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const administrator = { user: 'admin', password: randomBytes(12).toString('hex') };
  const child = spawn(join(found.folder, 'bin', 'kc.sh'), ['start-dev', '--db', 'dev-mem', '--http-host', '127.0.0.1', '--http-port', String(port), '--cache', 'local'], {
    env: { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), JAVA_OPTS_KC_HEAP: '-Xms64m -Xmx384m', KC_BOOTSTRAP_ADMIN_USERNAME: administrator.user, KC_BOOTSTRAP_ADMIN_PASSWORD: administrator.password },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const log: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => log.push(piece.toString()));
  const stop = (): void => {
    try {
      process.kill(-child.pid!, 'SIGKILL');
    } catch {
      // it is gone already
    }
  };
  process.once('exit', stop);
  await until('Keycloak answers', async () => {
    if (child.exitCode !== null) throw new Error(`Keycloak ended: ${log.join('').slice(-2000)}`);
    return fetch(`${origin}/realms/master/.well-known/openid-configuration`).then(({ ok }) => ok, () => false);
  }, 180_000);
  const issuer = `${origin}/realms/bannette`;
  const master = await passwordToken(`${origin}/realms/master`, 'admin-cli', administrator);
  const made = await fetch(`${origin}/admin/realms`, { method: 'POST', headers: { authorization: `Bearer ${master}`, 'content-type': 'application/json' }, body: JSON.stringify(realm(people, tokenSeconds)) });
  if (!made.ok) throw new Error(`Keycloak takes no realm: ${made.status} ${await made.text()}`);
  return {
    issuer,
    token: (user, client = 'bannette') => passwordToken(issuer, client, { user, password: demoPassword }),
    close: async () => {
      process.off('exit', stop);
      stop();
    },
  };
}

async function passwordToken(issuer: string, client: string, { user, password }: { user: string; password: string }): Promise<string> {
  const answer = await fetch(`${issuer}/protocol/openid-connect/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'password', client_id: client, username: user, password, scope: 'openid profile email' }) });
  if (!answer.ok) throw new Error(`Keycloak gives ${user} no token: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}

const realm = (people: readonly string[], tokenSeconds: number): object => ({
  realm: 'bannette',
  enabled: true,
  sslRequired: 'none',
  accessTokenLifespan: tokenSeconds,
  clients: ['bannette', 'another'].map((clientId) => ({
    clientId,
    publicClient: true,
    standardFlowEnabled: true,
    directAccessGrantsEnabled: true,
    redirectUris: ['http://127.0.0.1:*'],
    webOrigins: ['*'],
    attributes: { 'post.logout.redirect.uris': '+', 'pkce.code.challenge.method': 'S256' },
  })),
  users: people.map((username) => ({ username, enabled: true, emailVerified: true, firstName: username, lastName: 'Keycloak', email: `${username}@example.org`, credentials: [{ type: 'password', value: demoPassword, temporary: false }] })),
});

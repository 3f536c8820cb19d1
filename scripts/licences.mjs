#!/usr/bin/env node
// Lists the licences of all that ships, by the lock file (packages for other platforms included); fails on one that is
// copyleft or unknown. `--list` prints every package.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/run.mjs';

/** Journeys in a browser are run, not shipped. */
const notShipped = ['e2e'];
/** Weak copyleft that ships as a library of its own, which whoever receives it can replace (NOTICE names it). */
const replaceable = [/^@img\/sharp-(libvips-|wasm32|win32-)/];
const free = /^(0BSD|Apache-2\.0|BSD|BSD-[23]-Clause|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|ISC|MIT|MIT-0|OFL-1\.1|PostgreSQL|Python-2\.0|Unlicense|Zlib|W3C-20150513)$/;

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const shipped = reachable(['', ...packages[''].workspaces.filter((folder) => !notShipped.includes(folder))]);
const found = [...shipped].filter((path) => path.includes('node_modules/')).map((path) => ({ name: path.split('node_modules/').at(-1), version: packages[path].version, licence: licenceOf(path) }));

if (process.argv.includes('--list')) for (const { name, version, licence } of found.sort((a, b) => a.name.localeCompare(b.name))) console.log(`${licence.padEnd(24)} ${name} ${version}`);
const counts = new Map();
for (const { licence } of found) counts.set(licence, (counts.get(licence) ?? 0) + 1);
for (const [licence, count] of [...counts].sort(([, a], [, b]) => b - a)) console.log(`${String(count).padStart(4)}  ${licence}`);
const refused = found.filter(({ name, licence }) => !isFree(licence) && !replaceable.some((form) => form.test(name)));
for (const { name, version, licence } of refused) console.error(`refused: ${name} ${version}: ${licence}`);
console.log(`${found.length} packages ship, ${refused.length} refused`);
process.exitCode = refused.length ? 1 : 0;

/** Paths in the lock file of all that `starts` need, without what they need to be developed. */
function reachable(starts) {
  const seen = new Set();
  const queue = [...starts];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const { dependencies, optionalDependencies, peerDependencies } = packages[path];
    for (const name of Object.keys({ ...peerDependencies, ...dependencies, ...optionalDependencies })) {
      const at = resolveFrom(path, name);
      if (at !== undefined) queue.push(at);
    }
  }
  return seen;
}

/** As Node looks for it: beside whoever asks, then further up; links of workspaces followed. */
function resolveFrom(path, name) {
  for (let folder = path; ; folder = folder.replace(/(^|\/)(node_modules\/)?(@[^/]+\/)?[^/]+$/, '')) {
    const at = [folder, 'node_modules', name].filter(Boolean).join('/');
    const entry = packages[at];
    if (entry) return entry.link ? entry.resolved : at;
    if (folder === '') return undefined;
  }
}

/** As the lock file tells it; else the package itself, at last by the first words of its licence. */
function licenceOf(path) {
  if (typeof packages[path].license === 'string') return packages[path].license;
  const read = (name) => (existsSync(join(root, path, name)) ? readFileSync(join(root, path, name), 'utf8') : undefined);
  const { license } = JSON.parse(read('package.json') ?? '{}');
  if (typeof (license?.type ?? license) === 'string') return license.type ?? license;
  return /^\s*(?:The )?MIT License/.test(read('LICENSE') ?? '') ? 'MIT' : 'unknown';
}

/** Of `A OR B` one must be free, of `A AND B` all. */
function isFree(expression) {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isFree);
  return bare.split(' AND ').every((licence) => free.test(licence.trim()));
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bin, must, root } from './run.mjs';

/** Says at once when Node is too old, instead of failing somewhere later. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const enough = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  if (!enough) {
    console.error(`Bannette needs Node 20.19, 22.12 or 24 and later; this is ${process.version}.`);
    process.exit(1);
  }
}

const digestOf = (text) => createHash('sha256').update(text).digest('hex');

/** Installs dependencies when they are missing or the lock file has changed since. */
export async function ensureInstalled() {
  requireNode();
  const stamp = join(root, 'node_modules', '.bannette-lock');
  const wanted = digestOf(readFileSync(join(root, 'package-lock.json')));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing dependencies (once; a minute or so)…');
  // Every native part comes prebuilt in its package; no install script has to run.
  await must('Dependencies', process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts']);
  writeFileSync(stamp, wanted);
}

/** By the native compiler, at a third of the processor time (Angular and ESLint have their own); with several builders it would miss declarations that another has just written. */
export async function compile(what, ...projects) {
  await must(`${what} compiled`, process.execPath, ['node_modules/typescript-native/bin/tsc', '-b', '--singleThreaded', ...projects]);
}

export const buildDomain = () => compile('Trade rules', 'projects/domain');

/** Compiles the sidecars; quick when nothing has changed. */
export async function buildServer() {
  await compile('Sidecars', 'tsconfig.build.json');
}

/** Sidecars and workspace beside each other, once what both are made of is there: the compiler of either uses one core. */
export async function buildBoth() {
  await buildDomain();
  await Promise.all([buildServer(), buildWorkspace()]);
}

/** Builds the workspace when its sources have changed since. */
export async function buildWorkspace() {
  await buildPages('workspace-app', 'workspace', ['projects/workspace', 'projects/workspace-app', 'projects/domain/src']);
}

/** Builds the bare ADF host that the tests watch ADF in, when its sources have changed since. */
export async function buildAdfHost() {
  await buildPages('adf-host', 'ADF host', ['e2e/adf-host', 'projects/workspace-app/src/promise-try.ts']);
}

/** Builds the packages that an Alfresco Content App installs: the pages, and the plug-in that brings them there. */
export async function buildAcaPlugin() {
  await buildPages('workspace', 'workspace’s package', ['projects/workspace', 'projects/domain/src']);
  await buildPages('workspace-aca', 'ACA plug-in', ['projects/workspace', 'projects/workspace-aca', 'projects/domain/src']);
}

/** Builds the ACA that the tests open the plug-in in, of its packages. */
export async function buildAcaHost() {
  await buildAcaPlugin();
  await buildPages('aca-host', 'ACA host', ['e2e/aca-host', 'projects/workspace', 'projects/workspace-aca', 'projects/domain/src']);
}

async function buildPages(target, name, sources) {
  const folder = join(root, 'dist', target);
  const stamp = join(folder, '.sources');
  const wanted = digestOf(['angular.json', 'package-lock.json', 'tsconfig.json', ...sources].map(fingerprint).join('\n'));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log(`Building the ${name} (up to a minute on two cores)…`);
  await must(`${name[0].toUpperCase()}${name.slice(1)} built`, bin('ng'), ['build', target], { env: { NG_CLI_ANALYTICS: 'false' } });
  mkdirSync(folder, { recursive: true });
  writeFileSync(stamp, wanted);
}

function fingerprint(path) {
  const full = join(root, path);
  if (!existsSync(full)) return `${path} none`;
  if (statSync(full).isFile()) return `${path} ${digestOf(readFileSync(full))}`;
  return readdirSync(full)
    .filter((name) => !['dist', 'node_modules'].includes(name))
    .sort()
    .map((name) => fingerprint(`${path}/${name}`))
    .join('\n');
}

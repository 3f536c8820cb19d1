// node scripts/build-aca.mjs: makes dist/aca/*.tgz, the packages that an Alfresco Content App installs (docs/aca.md).
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { must, root } from './lib/run.mjs';
import { buildAcaPlugin, buildDomain, ensureInstalled } from './lib/setup.mjs';

await ensureInstalled();
await buildDomain();
await buildAcaPlugin();
const folder = join(root, 'dist', 'aca');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const packages = ['projects/domain', 'dist/workspace', 'dist/workspace-aca'].map((path) => join(root, path));
await must('Packages packed', process.platform === 'win32' ? 'npm.cmd' : 'npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder, ...packages]);
for (const name of readdirSync(folder).sort()) console.log(join('dist', 'aca', name));

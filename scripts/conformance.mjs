// npm run conformance: plays recordings of a real Alfresco against a repository and tells where it answers otherwise (docs/embedded.md).
import { join } from 'node:path';
import { root, run } from './lib/run.mjs';
import { compile, ensureInstalled } from './lib/setup.mjs';

const args = process.argv.slice(2);
await ensureInstalled();
await compile('Conformance', 'projects/conformance', 'projects/store');
const { startTestPostgres } = await import('./lib/test-postgres.mjs');
const postgres = args.includes('--embedded') ? await startTestPostgres() : undefined;
const { code } = await run(process.execPath, [join(root, 'projects/conformance/dist/main.js'), ...args], { env: postgres ? { BANNETTE_TEST_POSTGRES: postgres.url } : {} });
await postgres?.stop();
process.exitCode = code;

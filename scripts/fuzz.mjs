// Spoils sound files in many ways and has them read by the real reading processes: `npm run fuzz`, `npm run fuzz -- 2000 4711`
// (how many, and the seed of an earlier run). A file that did not end as it should lies in the temporary directory.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [count = '500', seed = String(Math.floor(Math.random() * 2 ** 31))] = process.argv.slice(2);
const run = (command, args, env = {}) => spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;
const failed = run(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'projects/capture']) || run(process.execPath, ['node_modules/jasmine/bin/jasmine.js', 'projects/capture/dist/reading/fuzz.spec.js'], { BANNETTE_FUZZ_COUNT: count, BANNETTE_FUZZ_SEED: seed });
process.exit(failed);

// npm run lint: the rules of eslint.config.mjs, dependency direction among them.
import { bin, run } from './lib/run.mjs';
import { ensureInstalled } from './lib/setup.mjs';

await ensureInstalled();
const { code } = await run(bin('eslint'), ['.', '--max-warnings=0', '--cache', '--cache-location', 'node_modules/.cache/eslint/']);
process.exit(code);

// Writes the OpenAPI description of the contract and the front end's types; with --check, fails when they are stale.
import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { openApiDocument } = await import('../projects/http/dist/index.js');
const document = openApiDocument();
const types = `// Generated from the OpenAPI description by scripts/openapi.mjs. Do not edit.\n${astToString(await openapiTS(document))}`;
const files = {
  'docs/openapi.json': `${JSON.stringify(document, null, 1)}\n`,
  'projects/workspace/src/api/api.generated.ts': types,
};
let stale = 0;
for (const [name, text] of Object.entries(files)) {
  const path = join(root, name);
  if (process.argv.includes('--check')) {
    if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
      console.error(`${name} is stale: run \`npm run build\`, and commit what it writes`);
      stale++;
    }
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
process.exitCode = stale ? 1 : 0;

// npm run build: everything that is compiled or generated.
import { must } from './lib/run.mjs';
import { buildServer, buildWorkspace, ensureInstalled } from './lib/setup.mjs';

await ensureInstalled();
await must('Content model constants', process.execPath, ['scripts/generate-model.mjs']);
await buildServer();
await must('OpenAPI description and types', process.execPath, ['scripts/openapi.mjs']);
await must('Table of rights', process.execPath, ['scripts/rights.mjs']);
await buildWorkspace();

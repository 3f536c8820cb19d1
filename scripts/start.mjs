// npm start: sets everything up, then opens Bannette with its demo day.
import { buildServer, buildWorkspace, ensureInstalled } from './lib/setup.mjs';

await ensureInstalled();
await buildServer();
await buildWorkspace();
await import('../projects/demo/dist/main.js');

// npm start: sets everything up, then opens Bannette with its demo day.
import { buildBoth, ensureInstalled } from './lib/setup.mjs';

await ensureInstalled();
await buildBoth();
await import('../projects/demo/dist/main.js');

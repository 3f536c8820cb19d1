// npm run bench: each benchmark beside its named alternative, same work, same run; prints ratios, judges nothing.
import { run } from './lib/run.mjs';
import { buildServer, ensureInstalled } from './lib/setup.mjs';

await ensureInstalled();
await buildServer();
let failed = 0;
for (const script of ['projects/capture/bench/ocr.mjs', 'projects/capture/bench/separators.mjs', 'projects/demo/bench/archive.mjs', 'projects/server/bench/reading.mjs', 'projects/server/bench/mails.mjs', 'projects/server/bench/tray.mjs', 'projects/distribution/bench/trays.mjs', 'projects/distribution/bench/forecast.mjs', 'projects/registration/bench/duplicates.mjs', 'projects/registration/bench/correspondents.mjs', 'projects/server/bench/streams.mjs', 'projects/server/bench/people.mjs', 'projects/retention/bench/analysis.mjs', 'projects/retention/bench/campaign.mjs', 'projects/demo/bench/memory.mjs']) {
  const { code } = await run(process.execPath, [script]);
  if (code !== 0) failed++;
}
process.exit(failed ? 1 : 0);

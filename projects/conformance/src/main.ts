import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { disposableRepository, type DisposableRepository } from './disposable.js';
import { guard, Refusal } from './guard.js';
import { readOptions, usage, UsageError, type Options } from './options.js';
import { areaReport, figuresOf, summary } from './report.js';
import type { Target } from './replay.js';
import { playAreas } from './session.js';

/*
 * npm run conformance. Exit code: 0 all was played, whatever differs; 2 refused or not understood, nothing was written.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

function consent(options: Options): void {
  if (options.url === undefined || options.yesDisposable) return;
  throw new UsageError([
    `Playing the recordings against ${options.url} creates people, groups, sites, folders, content models, rules and, with area 09, the records management site with its file plan,`,
    'changes the root folder\'s own properties for a moment, and removes hardly any of it. Say --yes-disposable if nobody needs this repository.',
  ].join('\n'));
}

async function playedAgainst(options: Options, target: Target): Promise<void> {
  await guard(target);
  const outcomes = await playAreas({ target, corpus: options.corpus, areas: options.areas, onRemark: say, onArea: (outcome) => say(`${areaReport(outcome, options.diff)}\n`) });
  if (options.json !== undefined) writeFileSync(options.json, JSON.stringify({ url: target.url, areas: outcomes.map((one) => ({ ...figuresOf(one), exchanges: one.exchanges })) }, null, 1));
  say(summary(outcomes));
}

async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2), root);
  consent(options);
  const account = { user: options.user, password: options.password };
  if (options.url !== undefined) return playedAgainst(options, { url: options.url, account });
  const cluster = process.env['BANNETTE_TEST_POSTGRES'];
  if (cluster === undefined) throw new UsageError('BANNETTE_TEST_POSTGRES is not set: --embedded needs a PostgreSQL cluster (npm run conformance starts one).');
  const embedded: DisposableRepository = await disposableRepository(cluster);
  try {
    await playedAgainst(options, { url: embedded.url, account: { user: 'admin', password: 'admin' } });
  } finally {
    await embedded.dispose();
  }
}

try {
  await run();
} catch (error) {
  const refused = error instanceof Refusal || error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`${error instanceof Error ? (refused ? error.message : error.stack) : String(error)}\n${error instanceof UsageError ? `\n${usage}\n` : ''}`);
  process.exitCode = refused ? 2 : 1;
}

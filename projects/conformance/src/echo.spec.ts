import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules } from './construction.js';
import { areasIn, readArea, type Area } from './recording.js';
import { relationsOf } from './relations.js';
import { areaReport, figuresOf } from './report.js';
import { replay, type AreaOutcome, type Memory } from './replay.js';
import { recordedAt } from './session.js';
import { substituted } from './substitution.js';
import { echoOf } from './testing/echo.js';
import { areaOf, exchanges } from './testing/recordings.js';

const shared = process.env['BANNETTE_SHARED'] ?? join(dirname(fileURLToPath(import.meta.url)), '../../../../shared');
const corpus = join(shared, 'alfresco-corpus');

/** Plays areas against the server that was recorded, as another run of it would answer. */
async function played(areas: readonly Area[], day: string): Promise<readonly AreaOutcome[]> {
  const later = 90_000_000;
  const runs = areas.flatMap((area) => area.given['run'] ?? []);
  const memory: Memory = { variables: new Map(), dates: new Map(), lacking: new Set(), rules, relations: relationsOf(recordedAt(areas), recordedAt(areas) + later) };
  const outcomes: AreaOutcome[] = [];
  for (const area of areas) {
    const asPlayed = substituted(area, { prefix: 'g7x', runOffset: 1234, administrator: 'admin' }, runs);
    const echo = await echoOf(asPlayed.exchanges, day, later);
    try {
      outcomes.push(await replay(asPlayed, { url: echo.url, account: { user: 'admin', password: 'admin' } }, memory));
    } finally {
      await echo.close();
    }
  }
  return outcomes;
}

describe('Another run of the recorded repository', () => {
  it('honours its recordings: other ids, moments and numbers are no differences', async () => {
    const [outcome] = await played([areaOf(exchanges)], '2026-02-03');
    expect(outcome!.exchanges.flatMap((one) => one.differences)).toEqual([]);
  });

  it('honours all recordings that are at hand', async () => {
    const areas = existsSync(corpus) ? areasIn(corpus).map((number) => readArea(corpus, number)) : [];
    const day = new Date(recordedAt(areas)).toISOString().slice(0, 10);
    for (const outcome of await played(areas, day)) expect(figuresOf(outcome).different + figuresOf(outcome).notOffered).withContext(areaReport(outcome, true)).toBe(0);
  }, 120_000);
});

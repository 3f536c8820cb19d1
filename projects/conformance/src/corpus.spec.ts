import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { disposableRepository } from './disposable.js';
import { areasIn } from './recording.js';
import { areaReport, figuresOf, summary } from './report.js';
import { playAreas } from './session.js';
import { testCluster } from './testing/cluster.js';

/** Exchanges that the embedded repository must honour, by area. They only ever rise; what is missing is told in docs/embedded.md. */
const floors: Readonly<Record<string, number>> = { '01': 99, '02': 4, '03': 307, '04': 110, '05': 87, '06': 104, '07': 9, '08': 6, '09': 199, '10': 272 };

const shared = process.env['BANNETTE_SHARED'] ?? join(dirname(fileURLToPath(import.meta.url)), '../../../../shared');
const corpus = join(shared, 'alfresco-corpus');

describe('The embedded repository beside recordings of a real Alfresco', () => {
  it('honours no fewer exchanges than it did before', async () => {
    const areas = existsSync(corpus) ? areasIn(corpus).filter((one) => one in floors) : [];
    if (areas.length === 0) {
      process.stdout.write('recordings of a real Alfresco are not at hand: comparison skipped\n');
      return expect(areas).toEqual([]);
    }
    const repository = await disposableRepository(testCluster());
    try {
      const outcomes = await playAreas({ target: { url: repository.url, account: { user: 'admin', password: 'admin' } }, corpus, areas });
      process.stdout.write(`${summary(outcomes)}\n`);
      for (const outcome of outcomes) expect(figuresOf(outcome).honoured).withContext(areaReport(outcome, false)).toBeGreaterThanOrEqual(floors[outcome.area.slice(0, 2)] ?? 0);
    } finally {
      await repository.dispose();
    }
  }, 300_000);
});

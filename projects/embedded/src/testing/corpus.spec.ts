import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { adminOf } from './people.js';
import { replayer } from './replay.js';
import { startTestRepository, type TestRepository } from './server.js';

/** Exchanges that must be answered as recorded, by area. It only ever rises; what is missing is told in docs/embedded.md. */
const floors: Readonly<Record<string, number>> = { '01-auth': 94, '03-nodes': 305, '04-model': 75, '05-search': 86, '06-collaboration': 48 };

function recordings(): string | undefined {
  const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..');
  const shared = process.env['BANNETTE_SHARED'] ?? join(root, '../shared');
  const found = join(shared, 'alfresco-corpus');
  return existsSync(join(found, '01-auth.json')) ? found : undefined;
}

describe('Beside recordings of a real Alfresco', () => {
  const directory = recordings();
  if (directory === undefined) {
    it('is not compared here: no recordings are at hand (BANNETTE_SHARED)', () => {
      process.stdout.write('recordings of a real Alfresco are not at hand: comparison skipped\n');
      expect(directory).toBeUndefined();
    });
    return;
  }
  let repository: TestRepository;
  beforeAll(async () => {
    repository = await startTestRepository();
  });
  afterAll(() => repository.dispose());

  it('answers no fewer exchanges alike than it did before', async () => {
    const replay = replayer(repository.url);
    for (const [area, floor] of Object.entries(floors)) {
      if (area === '06-collaboration') replay.given.set('dl', await library(repository));
      const { compared, differences } = await replay.area(directory, area);
      const alike = compared - differences.length;
      process.stdout.write(`${area}: ${alike} of ${compared} alike\n`);
      expect(alike).withContext(differences.map((one) => `${one.id}: ${one.why}`).join('\n')).toBeGreaterThanOrEqual(floor);
    }
  }, 120_000);
});

/** Sites are not offered: what the recordings do in a site's library is done in a folder that everybody may change. */
async function library(repository: TestRepository): Promise<string> {
  const made = await adminOf(repository).post('nodes/-root-/children', { name: 'documentLibrary', nodeType: 'cm:folder', permissions: { isInheritanceEnabled: false, locallySet: [{ authorityId: 'GROUP_EVERYONE', name: 'Collaborator' }] } });
  return String(made.body.entry.id);
}

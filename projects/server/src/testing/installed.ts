import { cp, mkdtemp, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@bannette/alfresco';
import { startEmbedded } from '@bannette/embedded';
import { copyDatabase, createTestDatabase, oneAtATime, type TestDatabase } from '@bannette/store/testing';
import { createDemoPeople } from '../start/demo-people.js';
import { install, installOptions } from '../start/install.js';
import { defaultSettings } from '../start/settings.js';

/** What an installation consists of while nothing runs over it. */
interface Installed {
  readonly database: TestDatabase;
  readonly repositoryDatabase: TestDatabase;
  readonly dataDir: string;
}
interface Urls {
  readonly database: string;
  readonly repositoryDatabase: string;
  readonly dataDir: string;
}

/**
 * A fresh installation with the demonstration's people. It takes seconds of processor time: in a folder that
 * `BANNETTE_TEST_PREPARED` names, one is kept for the whole run of tests, and each house is a copy of it.
 */
export async function installed(records: boolean): Promise<Installed> {
  const folder = process.env['BANNETTE_TEST_PREPARED'];
  if (!folder) return installFresh(records);
  const urls = await oneAtATime('bannette.test.prepared', () => prepared(folder, records));
  const [database, repositoryDatabase, dataDir] = await Promise.all([copyDatabase(urls.database), copyDatabase(urls.repositoryDatabase), mkdtemp(join(tmpdir(), 'bannette-house-'))]);
  await cp(urls.dataDir, dataDir, { recursive: true });
  return { database, repositoryDatabase, dataDir };
}

async function prepared(folder: string, records: boolean): Promise<Urls> {
  const file = join(folder, records ? 'records.json' : 'plain.json');
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known) return JSON.parse(known) as Urls;
  const { database, repositoryDatabase, dataDir } = await installFresh(records);
  const kept = join(folder, records ? 'records' : 'plain');
  await cp(dataDir, kept, { recursive: true });
  const urls: Urls = { database: database.url, repositoryDatabase: repositoryDatabase.url, dataDir: kept };
  await writeFile(`${file}.draft`, JSON.stringify(urls));
  await rename(`${file}.draft`, file);
  return urls;
}

async function installFresh(records: boolean): Promise<Installed> {
  const [database, repositoryDatabase, dataDir] = await Promise.all([createTestDatabase(), createTestDatabase(), mkdtemp(join(tmpdir(), 'bannette-house-'))]);
  const embedded = await startEmbedded({ databaseUrl: repositoryDatabase.url, contentDir: join(dataDir, 'alfresco') });
  try {
    const administrator = connect({ url: embedded.url }, { user: 'admin', password: 'admin' });
    const options = await installOptions(await defaultSettings(), 'default', 'bannette-svc');
    const { plan } = await install(administrator, records ? options : { ...options, records: undefined }, dataDir);
    if (plan.problems.length) throw new Error(`The repository can't be prepared: ${plan.problems.map(({ code, subject }) => `${code} ${subject}`).join(', ')}`);
    await createDemoPeople(administrator);
  } finally {
    await embedded.close();
  }
  return { database, repositoryDatabase, dataDir };
}

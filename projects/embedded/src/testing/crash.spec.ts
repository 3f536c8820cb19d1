import { fork, type ChildProcess } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { basic, clientOf } from './client.js';
import { startTestRepository, type TestRepository } from './server.js';

const MAIN = fileURLToPath(new URL('../main.js', import.meta.url));

/** Another process on the same data. */
async function forked(repository: TestRepository): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(MAIN, { env: { ...process.env, EMBEDDED_DATABASE_URL: repository.databaseUrl, EMBEDDED_CONTENT: repository.contentDir }, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { url: string }).url));
    child.once('exit', (code) => reject(new Error(`exit ${code ?? 'by signal'}`)));
  });
  return { child, url };
}

const ended = (child: ChildProcess): Promise<unknown> => new Promise((resolve) => child.once('exit', resolve));

describe('The embedded repository as a process', () => {
  let repository: TestRepository;
  beforeAll(async () => {
    repository = await startTestRepository();
  });
  afterAll(() => repository.dispose());

  it('loses nothing that it acknowledged when it is killed amid uploads, and what it did not acknowledge is whole or absent', async () => {
    const { child, url } = await forked(repository);
    const admin = clientOf(() => url, basic('admin', 'admin'));
    const folder = String((await admin.post('nodes/-root-/children', { name: 'killed', nodeType: 'cm:folder' })).body.entry.id);
    const acknowledged: string[] = [];
    const bytes = (n: number) => `content of ${n} `.repeat(5_000);
    let stopped = false;
    const writers = [0, 1, 2, 3].map(async (writer) => {
      for (let n = writer; !stopped && n < 10_000; n += 4) {
        const answer = await admin.upload(folder, `doc-${n}.txt`, bytes(n)).catch(() => undefined);
        if (answer?.status === 201) acknowledged.push(`doc-${n}.txt`);
        if (answer === undefined) return;
      }
    });
    while (acknowledged.length < 20) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await ended(child);
    stopped = true;
    await Promise.all(writers);

    const again = await forked(repository);
    const after = clientOf(() => again.url, basic('admin', 'admin'));
    const entries = (await after.get(`nodes/${folder}/children?maxItems=10000`)).body.list.entries.map((one: { entry: { id: string; name: string } }) => one.entry);
    expect(entries.map((one: { name: string }) => one.name)).toEqual(jasmine.arrayContaining(acknowledged));
    for (const { id, name } of entries) expect((await after.get(`nodes/${id}/content`)).text === bytes(Number(/\d+/.exec(name)?.[0]))).withContext(name).toBeTrue();
    again.child.kill('SIGTERM');
    await ended(again.child);
  });

  it('clears at its start what a kill left between file and row', async () => {
    const place = join(repository.contentDir, 'aa');
    const before = await readdir(place);
    await writeFile(join(place, 'aabb0000-0000-4000-8000-000000000000'), 'left behind');
    await writeFile(join(place, 'aabb0000-0000-4000-8000-000000000001.part'), 'half');
    await repository.restart();
    expect(await readdir(place)).toEqual(before);
  });

  it('goes by itself when its parent is gone', async () => {
    const { child } = await forked(repository);
    const gone = ended(child);
    child.disconnect();
    expect(await gone).toBe(0);
  });
});

import { execFileSync } from 'node:child_process';
import { chmod, cp, lstat, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBinaries, packageFolder } from './binaries.js';
import { serverUser } from './os-user.js';

describe("PostgreSQL's programs", () => {
  let home: string;

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'bannette-binaries-'));
    await chmod(home, 0o755);
  });
  afterEach(async () => {
    await chmod(join(home, 'package', 'native', 'lib'), 0o755);
    await rm(home, { recursive: true });
  });

  /** As npm leaves it when install scripts are off: without its symbolic links. */
  async function installWithoutLinks(): Promise<{ folder: string; link: string }> {
    const folder = join(home, 'package');
    await mkdir(folder);
    await cp(packageFolder(), folder, { recursive: true, filter: async (file) => !(await lstat(file)).isSymbolicLink() });
    const [first] = JSON.parse(await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8')) as { target: string }[];
    return { folder, link: first?.target as string };
  }

  it('get the links that the package could not make when it was installed', async () => {
    const { folder, link } = await installWithoutLinks();
    const binaries = await findBinaries(await serverUser(), join(home, 'copy'), folder);
    expect(binaries.postgres).toContain(folder);
    expect((await lstat(join(folder, link))).isSymbolicLink()).toBeTrue();
    expect(execFileSync(binaries.postgres, ['--version']).toString()).toContain('PostgreSQL');
  }, 60_000);

  it('run from a copy where they cannot be used in place', async () => {
    const { folder, link } = await installWithoutLinks();
    await chmod(join(folder, 'native', 'lib'), 0o555);
    await chmod(folder, 0o700);
    const user = await serverUser();
    const binaries = await findBinaries(user, join(home, 'data'), folder);
    expect(binaries.postgres).toContain(join(home, 'data', 'postgresql-'));
    expect((await lstat(join(binaries.postgres, '..', '..', '..', link))).isSymbolicLink()).toBeTrue();
    expect(execFileSync(binaries.initdb, ['--version'], { ...user?.ids, cwd: '/' }).toString()).toContain('PostgreSQL');
    expect(await findBinaries(user, join(home, 'data'), folder)).toEqual(binaries);
  }, 60_000);
});

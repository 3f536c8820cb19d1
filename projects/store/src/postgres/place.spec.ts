import { chmod, mkdir, mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OsUser, serverUser } from './os-user.js';
import { placeCluster } from './place.js';

describe("the place of the database's files", () => {
  let root: string;
  let home: string;
  let user: OsUser | undefined;
  let said: string[];

  beforeEach(async () => {
    user = await serverUser();
    root = await mkdtemp(join(tmpdir(), 'bannette-place-'));
    await chmod(root, 0o755);
    home = join(root, 'home');
    await mkdir(home, { mode: 0o700 });
    said = [];
  });
  afterEach(() => rm(root, { recursive: true }));

  const place = () => placeCluster(join(home, 'var', 'postgresql'), user, (_fields, text) => void said.push(text), join(root, 'system'));

  it('is the wanted one where the account of the server can get to it', async () => {
    await chmod(home, 0o755);
    expect(await place()).toBe(join(home, 'var', 'postgresql'));
    expect(said).toEqual([]);
  });

  it('is a folder of the system, found again by a link, under a home that is closed to that account', async () => {
    const dataDir = await place();
    if (!user) return void expect(dataDir).toBe(join(home, 'var', 'postgresql'));
    expect(dataDir.startsWith(join(root, 'system'))).toBeTrue();
    expect(await readlink(join(home, 'var', 'postgresql'))).toBe(dataDir);
    expect(await place()).toBe(dataDir);
    await chmod(home, 0o755);
    expect(await place()).withContext('opened later').toBe(dataDir);
    expect(said.length).toBe(1);
    await chmod(home, 0o700);
    await rm(join(home, 'var'), { recursive: true });
    expect(await place()).withContext('who deletes the data folder starts anew').not.toBe(dataDir);
  });

  it('is never silently changed for a cluster that is there', async () => {
    await mkdir(join(home, 'var', 'postgresql'), { recursive: true });
    if (!user) return void expect(await place()).toBe(join(home, 'var', 'postgresql'));
    await expectAsync(place()).toBeRejectedWith(jasmine.objectContaining({ code: 'dataDirUnreachable' }) as never);
    await expectAsync(place()).toBeRejectedWithError(new RegExp(`pass through ${home}:`));
  });
});

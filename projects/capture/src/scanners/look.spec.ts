import { mkdir, mkdtemp, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scannerSetting } from '@bannette/domain';
import { folderState } from './folder-state.js';
import { filesIn } from './look.js';
import { isSettled, sightings } from './sightings.js';

describe('The folder of a scanner', () => {
  let dir: string;
  const put = (name: string | Buffer, text = 'x'): Promise<void> => writeFile(typeof name === 'string' ? join(dir, name) : Buffer.concat([Buffer.from(`${dir}/`), name]), text);
  const names = async (subFolders = false): Promise<string[]> => (await filesIn(dir, subFolders)).map(({ folder, name }) => (folder === undefined ? name : `${folder}/${name}`)).sort();

  beforeEach(async () => (dir = await mkdtemp(join(tmpdir(), 'bannette-look-'))));
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('holds regular files; links, hidden ones and those that are being written are left alone', async () => {
    await Promise.all(['a.pdf', '.hidden', 'b.pdf.part', 'c.TMP', '~$d.docx', 'Thumbs.db'].map((name) => put(name)));
    await symlink('/etc/passwd', join(dir, 'link.pdf'));
    await symlink(dir, join(dir, 'loop'));
    expect(await names(true)).toEqual(['a.pdf']);
  });

  it('is looked into one deep, never in our own folders', async () => {
    for (const folder of ['RH', 'RH/deeper', '_pris', '_refuses', '.git']) await mkdir(join(dir, folder));
    for (const name of ['a.pdf', 'RH/b.pdf', 'RH/deeper/c.pdf', '_pris/d.pdf', '.git/e']) await put(name);
    expect(await names(true)).toEqual(['RH/b.pdf', 'a.pdf']);
    expect(await names()).toEqual(['a.pdf']);
  });

  it('takes names with accents however they are spelt, and those of an old Windows', async () => {
    await put('e\u0301te\u0301.pdf');
    await put(Buffer.from([0x72, 0xe9, 0x73, 0x75, 0x6d, 0xe9, 0x2e, 0x70, 0x64, 0x66]));
    expect(await names()).toEqual(['résumé.pdf', 'été.pdf']);
    const [old] = (await filesIn(dir, false)).filter(({ name }) => name === 'résumé.pdf');
    expect(old?.path.includes(Buffer.from([0xe9]))).toBeTrue();
  });

  it('of thousands of files is read whole', async () => {
    for (let at = 0; at < 3000; at += 100) await Promise.all(Array.from({ length: 100 }, (_, n) => put(`${at + n}.tif`)));
    expect((await filesIn(dir, true)).length).toBe(3000);
  });

  it('tells a file that has settled by this machine’s clock, whatever the share’s says', async () => {
    let now = 0;
    const seen = sightings(() => now);
    const look = async () => (await filesIn(dir, false).then((files) => seen.see(files))).filter((file) => isSettled(file, 1000)).map(({ name }) => name);
    await put('future.pdf');
    await utimes(join(dir, 'future.pdf'), new Date('2099-01-01'), new Date('2099-01-01'));
    await put('growing.pdf');
    expect(await look()).toEqual([]);
    now = 999;
    await put('growing.pdf', 'more of it');
    expect(await look()).toEqual([]);
    now = 1000;
    expect(await look()).toEqual(['future.pdf']);
    now = 1999;
    expect((await look()).sort()).toEqual(['future.pdf', 'growing.pdf']);
    await truncate(join(dir, 'growing.pdf'), 3);
    expect(await look()).toEqual(['future.pdf']);
  });

  it('is told to be missing, none, led astray by a link, or another’s', async () => {
    await mkdir(join(dir, 'scans/mfp/RH'), { recursive: true });
    await mkdir(join(dir, 'share/nord'), { recursive: true });
    await put('scans/file');
    await symlink(join(dir, 'share'), join(dir, 'scans/link'));
    await symlink(join(dir, 'scans/mfp'), join(dir, 'scans/same'));
    const roots = { scansDir: join(dir, 'scans'), roots: [join(dir, 'share')] };
    const state = (folder: string, ...others: string[]) => folderState(scannerSetting.parse({ code: 'A', label: 'A', folder }), roots, others.map((other) => ({ folder: other })));
    expect(await Promise.all([state('mfp'), state('gone'), state('file'), state('link'), state(join(dir, 'share/nord')), state('/etc'), state('same', 'mfp'), state('mfp/RH', 'mfp')]))
      .toEqual(['ok', 'missing', 'notAFolder', 'outside', 'ok', 'outside', 'overlapping', 'overlapping']);
  });
});

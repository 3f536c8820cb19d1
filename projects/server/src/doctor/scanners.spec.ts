import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scannerSetting } from '@bannette/domain';
import { judgeFolder, scanners } from './checks/scanners.js';
import type { Surroundings } from './surroundings.js';

describe('The doctor looks at the folders of scanners and', () => {
  let dir: string;
  beforeEach(async () => (dir = await mkdtemp(join(tmpdir(), 'bannette-doctor-'))));
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('tells which are missing, no folders, another’s, or outside the roots; never of those that are switched off', async () => {
    await mkdir(join(dir, 'mfp/RH'), { recursive: true });
    await writeFile(join(dir, 'file'), '');
    const profiles = [['OK', 'mfp'], ['GONE', 'gone'], ['FILE', 'file'], ['WITHIN', 'mfp/RH'], ['OUTSIDE', '/etc'], ['OFF', 'off']].map(([code, folder]) => scannerSetting.parse({ code, label: code, folder, enabled: code !== 'OFF' }));
    const found = await scanners.run({ config: { scansDir: dir, scanRoots: [] }, settings: { scanners: profiles } } as unknown as Surroundings);
    expect(found.map(({ code, params }) => `${code} ${params.subject}`)).toEqual(['scannerFoldersOverlap OK', 'scannerFolderMissing GONE', 'scannerFolderNone FILE', 'scannerFoldersOverlap WITHIN', 'scannerFolderOutside OUTSIDE']);
  });

  it('tells one that it can’t write to, and one that is away', () => {
    expect([judgeFolder('A', '/a', 'ok'), judgeFolder('A', '/a', 'notWritable')[0]?.code, judgeFolder('A', '/a', 'unreachable')[0]?.code]).toEqual([[], 'scannerFolderNotWritable', 'scannerFolderAway']);
  });
});

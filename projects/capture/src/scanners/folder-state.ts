import { access, constants, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, sep } from 'node:path';
import { isAbsoluteFolder, type ScannerSetting } from '@bannette/domain';

/** Where scanners' folders may lie. */
export interface ScanRoots {
  /** The folder of scans, which relative folders are below. */
  readonly scansDir: string;
  /** Below which absolute folders may be. */
  readonly roots: readonly string[];
}
export type FolderState = 'ok' | 'missing' | 'notAFolder' | 'notWritable' | 'outside' | 'overlapping' | 'unreachable';

export const pathOf = ({ folder }: Pick<ScannerSetting, 'folder'>, { scansDir }: ScanRoots): string => (isAbsoluteFolder(folder) ? folder.replace(/\/+$/, '') : join(scansDir, folder));

const within = (path: string, root: string): boolean => path.startsWith(root.endsWith(sep) ? root : root + sep);

/** Whether a scanner's folder can be watched; links that lead out of its root are refused. Files are moved within it, so it has to be written to. */
export async function folderState(profile: Pick<ScannerSetting, 'folder'>, roots: ScanRoots, others: readonly Pick<ScannerSetting, 'folder'>[] = []): Promise<FolderState> {
  const path = pathOf(profile, roots);
  const allowed = isAbsolute(profile.folder) ? roots.roots : [roots.scansDir];
  if (!allowed.some((root) => within(path, root))) return 'outside';
  try {
    if (!(await stat(path)).isDirectory()) return 'notAFolder';
    const real = await realpath(path);
    const realRoots = await Promise.all(allowed.map((root) => realpath(root).catch(() => root)));
    if (!realRoots.some((root) => within(real, root))) return 'outside';
    for (const other of others) {
      const there = await realpath(pathOf(other, roots)).catch(() => undefined);
      if (there !== undefined && (there === real || within(real, there) || within(there, real))) return 'overlapping';
    }
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return 'ok';
  } catch (error) {
    const { code = '' } = error as { code?: string };
    return code === 'ENOENT' ? 'missing' : code === 'ENOTDIR' ? 'notAFolder' : ['EACCES', 'EPERM', 'EROFS'].includes(code) ? 'notWritable' : 'unreachable';
  }
}

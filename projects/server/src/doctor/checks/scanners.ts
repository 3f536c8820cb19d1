import { folderState, scannerPath, type FolderState } from '@bannette/capture';
import { check } from '../check.js';
import { finding, type Finding } from '../report.js';

const codes = { missing: 'scannerFolderMissing', notAFolder: 'scannerFolderNone', notWritable: 'scannerFolderNotWritable', outside: 'scannerFolderOutside', overlapping: 'scannerFoldersOverlap', unreachable: 'scannerFolderAway' } as const;

/** The folders that the scanners of the settings write to. */
export const scanners = check('scanners', 'machine', [], async ({ config, settings }) => {
  const watched = settings.scanners.filter(({ enabled }) => enabled);
  const states = await Promise.all(watched.map((profile) => answered(folderState(profile, { scansDir: config.scansDir, roots: config.scanRoots }, watched.filter((other) => other !== profile)))));
  return watched.flatMap((profile, at) => judgeFolder(profile.code, scannerPath(profile, { scansDir: config.scansDir, roots: config.scanRoots }), states[at] ?? 'unreachable'));
});

export function judgeFolder(scanner: string, path: string, state: FolderState): readonly Finding[] {
  return state === 'ok' ? [] : [finding(codes[state], { subject: scanner, path })];
}

/** A share that hangs answers as little as one that is away. */
async function answered(state: Promise<FolderState>): Promise<FolderState> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<FolderState>((resolve) => (timer = setTimeout(() => resolve('unreachable'), 5_000)));
  return Promise.race([state, late]).finally(() => clearTimeout(timer));
}

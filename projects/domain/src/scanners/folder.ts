/** Folders of our own inside a watched folder: what was taken, what was refused. Never a service, never a scanner's. */
export const ownFolders = ['_pris', '_refuses'] as const;

export const isAbsoluteFolder = (folder: string): boolean => folder.startsWith('/');

/** As two folders are compared: shares tell neither case nor the two spellings of an accent apart. */
export const folderKey = (folder: string): string => folder.normalize('NFC').toLowerCase().replace(/\/+$/, '');

/**
 * Why a folder can't be a scanner's; undefined when it may. Absolute, or below the folder of scans; no `..`, nothing
 * hidden, none of our own folders.
 */
export function folderFlaw(folder: string): 'folder' | undefined {
  if (folder.length > 300 || [...folder].some((character) => character < ' ' || character === '\\')) return 'folder';
  const steps = (isAbsoluteFolder(folder) ? folder.slice(1) : folder).replace(/\/$/, '').split('/');
  const isStep = (step: string): boolean => step.trim() === step && step !== '' && !step.startsWith('.') && !step.startsWith('_');
  return steps.every(isStep) ? undefined : 'folder';
}

/** Whether one of them is, or lies in, the other: their files would be taken twice or by the wrong scanner. */
export function foldersOverlap(one: string, other: string): boolean {
  const [a, b] = [`${folderKey(one)}/`, `${folderKey(other)}/`];
  return a.startsWith(b) || b.startsWith(a);
}

import type { SettingsFlaw } from '../settings/consistency.js';
import type { Settings } from '../settings/settings.js';
import { folderKey, foldersOverlap } from './folder.js';

/** Scanners that would take one another's files, or that name what is not there. */
export function scannerFlaws({ scanners, services, sites }: Pick<Settings, 'scanners' | 'services' | 'sites'>): readonly SettingsFlaw[] {
  const unknown = (value: string | undefined, path: string, among: readonly { readonly code: string }[]): SettingsFlaw[] => (value === undefined || among.some(({ code }) => code === value) ? [] : [{ code: 'unknown', path, value }]);
  return scanners.flatMap((scanner, index) => {
    const at = `scanners.${scanner.code}`;
    const folders = (scanner.subFolders ?? []).map(({ folder }) => folder);
    return [
      ...(scanners.findIndex(({ code }) => code === scanner.code) < index ? [{ code: 'duplicate' as const, path: 'scanners', value: scanner.code }] : []),
      ...scanners.slice(0, index).flatMap(({ folder }) => (foldersOverlap(folder, scanner.folder) ? [{ code: 'overlap' as const, path: `${at}.folder`, value: scanner.folder }] : [])),
      ...unknown(scanner.service, `${at}.service`, services),
      ...unknown(scanner.site, `${at}.site`, sites),
      ...(scanner.subFolders ?? []).flatMap(({ service }) => unknown(service, `${at}.subFolders`, services)),
      ...folders.filter((folder, place) => folders.findIndex((other) => folderKey(other) === folderKey(folder)) < place).map((value) => ({ code: 'duplicate' as const, path: `${at}.subFolders`, value })),
    ];
  });
}

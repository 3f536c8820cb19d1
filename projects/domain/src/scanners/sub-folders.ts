import type { ScannerSetting } from '../settings/scanners.js';
import type { ServiceSetting } from '../settings/services.js';
import { folderKey } from './folder.js';

/** The service that a sub-folder of a scanner's folder is for: by the declared names, else by a service's code or label. */
export function serviceOfSubFolder(name: string, { subFolders }: Pick<ScannerSetting, 'subFolders'>, services: readonly Pick<ServiceSetting, 'code' | 'label'>[]): string | undefined {
  const key = folderKey(name);
  const declared = subFolders?.find(({ folder }) => folderKey(folder) === key)?.service;
  return declared ?? services.find(({ code, label }) => folderKey(code) === key || folderKey(label) === key)?.code;
}

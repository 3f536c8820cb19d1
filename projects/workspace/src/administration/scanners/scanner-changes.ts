import { scannerSetting, type ScannerSetting } from '@bannette/domain';

/** A profile as it begins: what the schema fills in, and nothing said. */
export function newScanner(count: number): ScannerSetting {
  return { ...scannerSetting.parse({ code: 'A', label: 'A', folder: 'a' }), code: '', label: '', folder: `scanner-${count + 1}` };
}

/** The profile with what changed; what is emptied is left out. */
export function changed(profile: ScannerSetting, change: { readonly [name in keyof ScannerSetting]?: ScannerSetting[name] | undefined }): ScannerSetting {
  return Object.fromEntries(Object.entries({ ...profile, ...change }).filter(([, value]) => value !== undefined && value !== '')) as unknown as ScannerSetting;
}

/** Places of a profile that can't be, each with a stable code: what its schema says. */
export function flawsIn(profile: ScannerSetting): ReadonlyMap<string, string> {
  const parsed = scannerSetting.safeParse(profile);
  return new Map(parsed.success ? [] : parsed.error.issues.map(({ path, message, code }) => [path.map(String).join('.'), code === 'custom' ? message : message === 'code' ? 'code' : 'invalid'] as const).reverse());
}

/** `Personnel = RH`, a line each. */
export const subFoldersText = (subFolders: ScannerSetting['subFolders']): string => (subFolders ?? []).map(({ folder, service }) => `${folder} = ${service}`).join('\n');
export function subFoldersIn(text: string): NonNullable<ScannerSetting['subFolders']> {
  return text.split('\n').flatMap((line) => {
    const at = line.lastIndexOf('=');
    const [folder, service] = at < 0 ? [line.trim(), ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    return folder ? [{ folder, service }] : [];
  });
}

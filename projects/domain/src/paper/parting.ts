import type { AuthoritySetting } from '../settings/authority.js';
import type { PartingSymbology } from '../settings/authority.js';

/** A code of others that begins a letter. */
export interface PartingCode {
  /** Its whole text, or its beginning followed by `*`. */
  readonly text: string;
  /** Only as this symbology; as any when absent. */
  readonly symbology?: PartingSymbology;
}

/** Patch T as scanner software prints and tells it: an ordinary barcode with this text. */
export const patchT = 'PATCHT';

/** All codes of others that part letters, as the settings declare them; none unless they do. */
export function partingCodes(separation: AuthoritySetting['separation']): readonly PartingCode[] {
  const declared = (separation?.foreignCodes ?? []).map((code) => (typeof code === 'string' ? { text: code } : code));
  return [...(separation?.patchT ? [{ text: patchT }] : []), ...declared];
}

/** The declared code that a code found on a page fits, by which a letter begins there; of an unknown symbology, any will do. */
export function partsAt(found: { readonly text: string; readonly symbology?: string }, declared: readonly PartingCode[]): PartingCode | undefined {
  const fits = (text: string): boolean => (text.endsWith('*') ? found.text.startsWith(text.slice(0, -1)) : found.text === text);
  return declared.find(({ text, symbology }) => fits(text) && (!symbology || !found.symbology || symbology === found.symbology));
}

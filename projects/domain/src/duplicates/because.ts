/** Words that two texts have in the same place, and that are not the same. */
export interface TextDifference {
  readonly one: string;
  readonly other: string;
}

/**
 * Why two mails may be one. `sameText`: the same letter as far as can be read; `sameForm`: much the same words, but facts in
 * them differ, as in two letters of one template.
 */
export type SameMailBecause =
  | { readonly code: 'sameDigest'; readonly documents: number }
  | { readonly code: 'sameMessage' }
  | { readonly code: 'sameText' | 'sameForm'; /** Of what is said in either, in percent. */ readonly share: number; readonly differences: readonly TextDifference[]; readonly more: number };

/** Surest first. */
export const sameMailCodes = ['sameDigest', 'sameMessage', 'sameText', 'sameForm'] as const satisfies readonly SameMailBecause['code'][];

/** Whether something else than a common form speaks for it. */
export const speaksForDuplicate = (because: readonly SameMailBecause[]): boolean => because.some(({ code }) => code !== 'sameForm');

/** Days before a mail in which its duplicates are looked for, where the settings say nothing. */
export const usualDuplicateDays = 365;

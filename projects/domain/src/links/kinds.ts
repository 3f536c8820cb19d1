/** What one mail is to another, read from the one that the link starts from. */
export const linkKinds = ['answers', 'follows', 'concerns', 'replaces', 'copyOf', 'duplicateOf'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** Links that people add as such; a duplicate is decided where two mails are compared. */
export const offeredLinkKinds = ['answers', 'follows', 'concerns', 'replaces', 'copyOf'] as const satisfies readonly LinkKind[];

/** A link as it is seen from the mail that it starts from, and from the one that it leads to. */
export const seenForwards = { answers: 'answerOf', follows: 'follows', concerns: 'concerns', replaces: 'replaces', copyOf: 'copyOf', duplicateOf: 'duplicateOf' } as const satisfies { readonly [kind in LinkKind]: string };
export const seenBackwards = { answers: 'answeredBy', follows: 'followedBy', concerns: 'concerns', replaces: 'replacedBy', copyOf: 'copiedAs', duplicateOf: 'hasDuplicate' } as const satisfies { readonly [kind in LinkKind]: string };
export type SeenLinkKind = (typeof seenForwards)[LinkKind] | (typeof seenBackwards)[LinkKind];
export const seenLinkKinds = [...new Set<SeenLinkKind>([...Object.values(seenForwards), ...Object.values(seenBackwards)])];

/** Where a link is known from: a person, the answer that was made here, or what e-mails say of one another. */
export const linkSources = ['person', 'answer', 'message'] as const;
export type LinkSource = (typeof linkSources)[number];

/**
 * A message's id as mails are compared by it: without angle brackets, its domain in lower case (RFC 5322 §3.6.4).
 * Undefined where there is none, or nothing that could be one.
 */
export function messageId(written: string | undefined): string | undefined {
  const id = /<([^<>\s]+)>/.exec(written ?? '')?.[1] ?? (written ?? '').trim();
  if (!/^[^\s@<>]+@[^\s@<>]+$/.test(id) || id.length > 500) return undefined;
  const at = id.lastIndexOf('@');
  return id.slice(0, at) + id.slice(at).toLowerCase();
}

/** Ids of the messages that a `References` header names, the oldest first; long threads are cut at their middle, as mailers do. */
export function messageReferences(written: string | undefined): readonly string[] {
  const ids = [...new Set((written ?? '').split(/\s+/).flatMap((one) => messageId(one) ?? []))];
  return ids.length <= 50 ? ids : [...ids.slice(0, 5), ...ids.slice(-45)];
}

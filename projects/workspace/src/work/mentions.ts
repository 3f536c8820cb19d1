/** What is being typed after the last @ before the caret, while it may be somebody's name. */
export function mentionAt(text: string, caret: number): { readonly from: number; readonly typed: string } | undefined {
  const found = /(?:^|[\s(])@([\p{L}'’-]{1,30}(?: [\p{L}'’-]{0,30})?)?$/u.exec(text.slice(0, caret));
  return found ? { from: caret - (found[1]?.length ?? 0) - 1, typed: found[1] ?? '' } : undefined;
}

/** The text with the name in place of what was typed after the @, and where the caret goes. */
export function withMention(text: string, caret: number, name: string): { readonly text: string; readonly caret: number } {
  const at = mentionAt(text, caret);
  const from = at?.from ?? caret;
  const said = `@${name} `;
  return { text: text.slice(0, from) + said + text.slice(caret), caret: from + said.length };
}

/** Who, of the people that were chosen, is still named in the text. */
export const stillMentioned = <T extends { readonly displayName: string }>(text: string, chosen: readonly T[]): readonly T[] => chosen.filter(({ displayName }) => text.includes(`@${displayName}`));

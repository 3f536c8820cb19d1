/** What takes the place of `id` in the list when it goes: the one after it, else the one before. */
export function neighbour<T extends { readonly id: string }>(items: readonly T[], id: string): T | undefined {
  const index = items.findIndex((item) => item.id === id);
  return index < 0 ? undefined : (items[index + 1] ?? items[index - 1]);
}

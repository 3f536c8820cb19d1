/** Most mails that can be chosen for one action. */
export const mostChosen = 500;

type Ids = ReadonlySet<string>;

/** With `id` chosen, or no longer. */
export function toggled(chosen: Ids, id: string): Ids {
  const next = new Set(chosen);
  if (!next.delete(id) && next.size < mostChosen) next.add(id);
  return next;
}

/** With all from `anchor` to `id` in the order of `ids`; what was chosen elsewhere stays. */
export function extended(chosen: Ids, ids: readonly string[], anchor: string | undefined, id: string): Ids {
  const [from, to] = [anchor === undefined ? -1 : ids.indexOf(anchor), ids.indexOf(id)];
  if (to < 0) return chosen;
  const range = from < 0 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1);
  return new Set([...new Set([...chosen, ...range])].slice(0, mostChosen));
}

/** What is still there of what was chosen. */
export const remaining = (chosen: Ids, ids: readonly string[]): Ids => {
  const known = new Set(ids);
  return new Set([...chosen].filter((id) => known.has(id)));
};

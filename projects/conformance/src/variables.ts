/** Values of `{{name}}`, as answers give them. */
export type Variables = Map<string, string>;

export const filled = (text: string, variables: ReadonlyMap<string, string>): string => text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => variables.get(name) ?? whole);

/** Names that a text asks for and nobody has given. */
export const unfilled = (text: string, variables: ReadonlyMap<string, string>): readonly string[] => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? ''))].filter((name) => !variables.has(name));

/** The value at a path such as `$.list.entries[0].entry.id`; `[-1]` is the last. */
export function picked(body: unknown, path: string): string | undefined {
  const steps = (path.split(' ')[0] ?? '').replace(/^\$\.?/, '').split(/[.[\]]+/).filter((one) => one !== '');
  const found = steps.reduce<unknown>((at, step) => (Array.isArray(at) ? at.at(Number(step)) : (at as Record<string, unknown> | null | undefined)?.[step]), body);
  return found === undefined || found === null ? undefined : String(found);
}

import type { Relations } from './relations.js';
import { isOpaque } from './relations.js';

/** Pairs of elements that stand for the same thing, and what has no partner. */
export interface Pairing {
  readonly pairs: readonly { readonly expected: unknown; readonly found: unknown; readonly label: string }[];
  readonly missing: readonly string[];
  readonly tooMuch: readonly string[];
  /** Labels in the order expected and found, of what is in both. */
  readonly order: { readonly expected: readonly string[]; readonly found: readonly string[] };
}

const inner = (one: unknown): unknown => (one as { entry?: unknown } | null)?.entry ?? one;
const names = ['id', 'nodeId', 'targetGuid', 'name', 'authorityId', 'displayName', 'label', 'title', 'aggregate'] as const;

function labelled(list: readonly unknown[], key: string, read: (text: string) => string): readonly string[] | undefined {
  const labels = list.map((one) => (typeof inner(one) === 'object' ? (inner(one) as Record<string, unknown> | null)?.[key] : inner(one)));
  if (!labels.every((one): one is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof one))) return undefined;
  const texts = labels.map((one) => read(String(one)));
  return new Set(texts).size === texts.length ? texts : undefined;
}

/** Ids that are known say which element is which; else a name does. */
function labels(expected: readonly unknown[], found: readonly unknown[], relations: Relations): { readonly expected: readonly string[]; readonly found: readonly string[] } | undefined {
  for (const key of names) {
    const recorded = labelled(expected, key, (text) => text);
    if (recorded === undefined || recorded.some((one) => isOpaque(one) && !relations.knows(one))) continue;
    const live = labelled(found, key, (text) => text);
    if (live !== undefined) return { expected: recorded.map((one) => relations.liveOf(one)), found: live };
  }
  return undefined;
}

/** Blind to what differs from run to run: for putting nameless elements into an order of their own. Ids whose partner is known tell, others don't. */
const sortKey = (one: unknown, known: (id: string) => string): string => JSON.stringify(one).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, known).replace(/\d{4}-\d\d-\d\dT[\d:.]+/g, '');

function inOrderOfTheirOwn(list: readonly unknown[], known: (id: string) => string): readonly unknown[] {
  const keyed = list.map((one) => ({ one, key: sortKey(one, known) }));
  return keyed.sort((first, second) => (first.key < second.key ? -1 : first.key > second.key ? 1 : 0)).map(({ one }) => one);
}

/** Pairs elements by what names them, or by place (in no order: by likeness). */
export function paired(expected: readonly unknown[], found: readonly unknown[], inOrder: boolean, relations: Relations): Pairing {
  const named = labels(expected, found, relations);
  if (named === undefined) {
    const [ours, theirs] = inOrder ? [expected, found] : [inOrderOfTheirOwn(expected, (id) => (relations.knows(id) ? relations.liveOf(id) : '')), inOrderOfTheirOwn(found, (id) => (relations.knowsLive(id) ? id : ''))];
    const pairs = ours.slice(0, theirs.length).map((one, index) => ({ expected: one, found: theirs[index], label: String(index) }));
    const rest = (list: readonly unknown[]): string[] => list.slice(pairs.length).map((one) => JSON.stringify(inner(one)).slice(0, 100));
    return { pairs, missing: rest(ours), tooMuch: rest(theirs), order: { expected: [], found: [] } };
  }
  const shared = named.expected.filter((one) => named.found.includes(one));
  return {
    pairs: shared.map((label) => ({ expected: expected[named.expected.indexOf(label)], found: found[named.found.indexOf(label)], label })),
    missing: named.expected.filter((one) => !shared.includes(one)),
    tooMuch: named.found.filter((one) => !shared.includes(one)),
    order: { expected: shared, found: named.found.filter((one) => shared.includes(one)) },
  };
}

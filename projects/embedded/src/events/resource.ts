import type { Dictionary } from '../model/dictionary.js';
import { holdsContent, isFile, isFolder } from '../nodes/kinds.js';
import { isUuid } from '../nodes/node.js';
import type { NodeImage } from './changes.js';

export type Resource = Readonly<Record<string, unknown>>;

/** What a node's event needs to know beside the node. */
export interface Surroundings {
  readonly dictionary: Dictionary;
  readonly names: ReadonlyMap<string, string>;
  /** Ids of the folders above, the nearest first. */
  above(parent: string | null): readonly string[];
  secondaryParents(id: string): readonly string[];
}

/** Instants as Java writes them: no zeros at the end of the fraction. */
export const instantOf = (written: string): string => new Date(written).toISOString().replace(/\.?0*Z$/, 'Z');

/** A node as events show it. */
export function resourceOf(node: NodeImage, { dictionary, names, above, secondaryParents }: Surroundings): Resource {
  const person = (id: string) => ({ id, displayName: names.get(id) ?? id });
  const localized = Object.entries(node.properties).filter(([name]) => dictionary.properties.get(name)?.dataType === 'd:mltext');
  return {
    '@type': 'NodeResource',
    id: node.id,
    primaryHierarchy: above(node.parent ?? node.archived_from),
    name: node.name,
    nodeType: node.type,
    createdByUser: person(node.creator),
    createdAt: instantOf(node.created),
    modifiedByUser: person(node.modifier),
    modifiedAt: instantOf(node.modified),
    ...(holdsContent(dictionary, node.type) ? { content: { mimeType: node.mime_type ?? 'application/octet-stream', sizeInBytes: node.size ?? 0, encoding: node.encoding ?? 'UTF-8' } } : {}),
    properties: Object.fromEntries(Object.entries(node.properties).map(([name, value]) => [name, valueOf(value, dictionary.properties.get(name)?.dataType)])),
    ...(localized.length ? { localizedProperties: Object.fromEntries(localized.map(([name, value]) => [name, { en: value }])) } : {}),
    aspectNames: node.aspects,
    primaryAssocQName: `cm:${node.name}`,
    secondaryParents: secondaryParents(node.id),
    isFile: isFile(dictionary, node.type),
    isFolder: isFolder(dictionary, node.type),
  };
}

function valueOf(value: unknown, dataType: string | undefined): unknown {
  if (Array.isArray(value)) return value.map((one) => valueOf(one, dataType));
  if (typeof value !== 'string') return value;
  if (dataType === 'd:date' || dataType === 'd:datetime') return instantOf(value);
  if (dataType === 'd:noderef' && isUuid(value)) return { storeRef: { protocol: 'workspace', identifier: 'SpacesStore' }, id: value };
  return value;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, sorted(inner)])) : value;

const maps = ['properties', 'localizedProperties'];
/** Follow from the name. */
const derived = ['primaryAssocQName', '@type'];
/** Written by every update; alone they say that nothing changed. */
const marks = ['modifiedAt', 'modifiedByUser'];

/** What `resourceBefore` holds: the changed fields only, with their former values; undefined when nothing changed that events tell. */
export function changedFields(before: Resource, after: Resource): Resource | undefined {
  const changed: Record<string, unknown> = { '@type': 'NodeResource' };
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (derived.includes(name) || same(before[name], after[name])) continue;
    changed[name] = maps.includes(name) ? changedEntries(before[name], after[name], name === 'localizedProperties') : (before[name] ?? null);
  }
  if ('name' in changed) changed['primaryHierarchy'] = before['primaryHierarchy'];
  return Object.keys(changed).every((name) => name === '@type' || marks.includes(name)) ? undefined : changed;
}

function changedEntries(before: unknown, after: unknown, localized: boolean): Resource {
  const [old, now] = [(before ?? {}) as Resource, (after ?? {}) as Resource];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => !same(old[name], now[name]));
  return Object.fromEntries(names.map((name) => [name, old[name] ?? (localized ? { en: null } : null)]));
}

/** A node as an event shows it. */
export interface EventNode {
  readonly id: string;
  readonly name: string;
  /** Prefixed, e.g. `gec:incoming`. */
  readonly type: string;
  /** Ids of the folders above, the nearest first. */
  readonly above: readonly string[];
  readonly properties: EventProperties;
  readonly aspects: readonly string[];
  readonly content?: EventContent;
  readonly createdBy?: string;
  /** Who last changed it in a way that Alfresco writes down: a move or a deletion does not. */
  readonly modifiedBy?: string;
  /** Instant. */
  readonly modifiedAt?: string;
}
export type EventProperties = Readonly<Record<string, unknown>>;
export interface EventContent {
  readonly mediaType: string;
  readonly size: number;
}

interface Told {
  /** The same for every delivery of the same event. */
  readonly id: string;
  /** Instant of the change. */
  readonly time: string;
}
export interface NodeCreated extends Told {
  readonly kind: 'created';
  readonly node: EventNode;
}
export interface NodeUpdated extends Told {
  readonly kind: 'updated';
  readonly node: EventNode;
  /** The fields that changed, with their former values; a property that was not set is `null`. */
  readonly before: Partial<EventNode>;
}
/** Gone, or put into the trashcan: the node as it was. A restored one is `created`. */
export interface NodeDeleted extends Told {
  readonly kind: 'deleted';
  readonly node: EventNode;
}
/** What is not looked at closer: associations, and types that are not known yet. */
export interface OtherEvent extends Told {
  readonly kind: 'other';
  readonly type: string;
}
export type RepoEvent = NodeCreated | NodeUpdated | NodeDeleted | OtherEvent;

/** No event at all: whoever receives it puts it aside and goes on. */
export interface Malformed {
  readonly kind: 'malformed';
  readonly reason: 'notText' | 'tooLarge' | 'notJson' | 'notAnEvent' | 'noNode';
}

const mostCharacters = 4 * 1024 ** 2;
const nodeEvents: { readonly [type: string]: 'created' | 'updated' | 'deleted' } = {
  'org.alfresco.event.node.Created': 'created',
  'org.alfresco.event.node.Updated': 'updated',
  'org.alfresco.event.node.Deleted': 'deleted',
};

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const texts = (value: unknown): readonly string[] | undefined => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : undefined);

/** Reads a CloudEvent of the topic `alfresco.repo.event2`; never throws. */
export function parseEvent(body: unknown): RepoEvent | Malformed {
  if (typeof body !== 'string') return { kind: 'malformed', reason: 'notText' };
  if (body.length > mostCharacters) return { kind: 'malformed', reason: 'tooLarge' };
  let event: unknown;
  try {
    event = JSON.parse(body);
  } catch {
    return { kind: 'malformed', reason: 'notJson' };
  }
  if (!isObject(event)) return { kind: 'malformed', reason: 'notAnEvent' };
  const [id, type, time] = [text(event['id']), text(event['type']), text(event['time'])];
  if (!id || id.length > 200 || !type || !time || Number.isNaN(Date.parse(time))) return { kind: 'malformed', reason: 'notAnEvent' };
  const told = { id, time: new Date(time).toISOString() };
  const kind = Object.hasOwn(nodeEvents, type) ? nodeEvents[type] : undefined;
  if (!kind) return { kind: 'other', ...told, type: type.slice(0, 200) };
  const data = event['data'];
  const node = isObject(data) ? nodeOf(data['resource']) : undefined;
  if (!isObject(data) || !node) return { kind: 'malformed', reason: 'noNode' };
  return kind === 'updated' ? { kind, ...told, node, before: fieldsOf(data['resourceBefore']) } : { kind, ...told, node };
}

function nodeOf(resource: unknown): EventNode | undefined {
  const { id, name, type, above = [], properties = {}, aspects = [], ...more } = fieldsOf(resource);
  if (!id || !type || name === undefined) return undefined;
  return { id, name, type, above, properties, aspects, ...more };
}

function fieldsOf(resource: unknown): Partial<EventNode> {
  if (!isObject(resource)) return {};
  const content = resource['content'];
  const person = (value: unknown): string | undefined => (isObject(value) ? text(value['id']) : undefined);
  const modifiedAt = text(resource['modifiedAt']);
  return given({
    id: text(resource['id']),
    name: text(resource['name']),
    type: text(resource['nodeType']),
    above: texts(resource['primaryHierarchy']),
    properties: isObject(resource['properties']) ? resource['properties'] : undefined,
    aspects: texts(resource['aspectNames']),
    content: isObject(content) ? { mediaType: text(content['mimeType']) ?? '', size: Number(content['sizeInBytes'] ?? 0) } : undefined,
    createdBy: person(resource['createdByUser']),
    modifiedBy: person(resource['modifiedByUser']),
    modifiedAt: modifiedAt && !Number.isNaN(Date.parse(modifiedAt)) ? new Date(modifiedAt).toISOString() : undefined,
  });
}

const given = (fields: { readonly [K in keyof EventNode]: EventNode[K] | undefined }): Partial<EventNode> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

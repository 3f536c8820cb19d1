import { randomUUID } from 'node:crypto';
import type { Change, Changes, NodeImage } from './changes.js';
import { changedFields, resourceOf, type Resource, type Surroundings } from './resource.js';

/** A CloudEvent as Alfresco sends it. */
export type RepoEvent = Readonly<Record<string, unknown>>;

/** How things stand before and after the transaction. */
export interface Scene {
  readonly source: string;
  readonly before: Surroundings;
  readonly after: Surroundings;
}

/**
 * The events of one transaction. As recorded: no word of permissions, none of values set to what they were, none of the
 * association to a primary parent; a restored node is created, one put into the trashcan deleted.
 */
export function composeEvents({ nodes, children, peers }: Changes, scene: Scene): RepoEvent[] {
  const group = { time: new Date().toISOString(), group: randomUUID(), source: scene.source };
  const told = (type: string, schema: string, data: object): RepoEvent => ({
    specversion: '1.0',
    type: `org.alfresco.event.${type}`,
    id: randomUUID(),
    source: group.source,
    time: group.time,
    dataschema: `https://api.alfresco.com/schema/event/repo/v1/${schema}`,
    datacontenttype: 'application/json',
    data: { eventGroupId: group.group, ...data },
  });
  const secondary = children.filter((change) => !(change.after ?? change.before)?.is_primary && !(change.before && change.after));
  return [
    ...[...nodes.values()].flatMap((change) => nodeEvent(change, scene, told)),
    ...secondary.map(({ before, after }) => {
      const link = after ?? before!;
      const resource = { '@type': 'ChildAssociationResource', assocType: link.assoc_type, parent: { id: link.parent }, child: { id: link.child }, assocQName: `cm:${link.name_key}` };
      return told(`assoc.child.${after ? 'Created' : 'Deleted'}`, `childAssoc${after ? 'Created' : 'Deleted'}`, { resource });
    }),
    ...peers.filter(({ before, after }) => !before !== !after).map(({ before, after }) => {
      const link = after ?? before!;
      return told(`assoc.peer.${after ? 'Created' : 'Deleted'}`, `peerAssoc${after ? 'Created' : 'Deleted'}`, { resource: { '@type': 'PeerAssociationResource', assocType: link.type, source: { id: link.source }, target: { id: link.target } } });
    }),
  ];
}

type Told = (type: string, schema: string, data: { resource: Resource; resourceBefore?: Resource }) => RepoEvent;
const live = (image: NodeImage | undefined): NodeImage | undefined => (image?.archived ? undefined : image);

function nodeEvent(change: Change<NodeImage>, scene: Scene, told: Told): RepoEvent[] {
  const [before, after] = [live(change.before), live(change.after)];
  if (!before && !after) return [];
  if (!before) return [told('node.Created', 'nodeCreated', { resource: resourceOf(after!, scene.after) })];
  if (!after) return [told('node.Deleted', 'nodeDeleted', { resource: resourceOf(before, scene.before) })];
  const resource = resourceOf(after, scene.after);
  const resourceBefore = changedFields(resourceOf(before, scene.before), resource);
  return resourceBefore ? [told('node.Updated', 'nodeUpdated', { resource, resourceBefore })] : [];
}

import { randomUUID } from 'node:crypto';

/** An event's text, shaped as Alfresco's. */
export function eventText(type: 'Created' | 'Updated' | 'Deleted', resource: { readonly [field: string]: unknown }, resourceBefore?: { readonly [field: string]: unknown }, id: string = randomUUID()): string {
  return JSON.stringify({
    specversion: '1.0',
    type: `org.alfresco.event.node.${type}`,
    id,
    source: '/7e9a3496-e652-48c7-9a34-96e652c8c731',
    time: new Date().toISOString(),
    dataschema: `https://api.alfresco.com/schema/event/repo/v1/node${type}`,
    datacontenttype: 'application/json',
    data: { eventGroupId: randomUUID(), resource: { '@type': 'NodeResource', ...resource }, ...(resourceBefore ? { resourceBefore: { '@type': 'NodeResource', ...resourceBefore } } : {}) },
  });
}

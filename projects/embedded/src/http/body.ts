import type { Readable } from 'node:stream';
import { AcsError, badRequest } from './errors.js';

const LARGEST = 16 * 1024 * 1024;

export async function readAll(stream: Readable | undefined): Promise<Buffer> {
  if (stream === undefined) return Buffer.alloc(0);
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    size += (part as Buffer).length;
    if (size > LARGEST) throw new AcsError(413, 'framework.exception.ApiDefault', 'The request body is too large');
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

const unreadable = (why: string): AcsError => badRequest(`Could not read content from HTTP request body: ${why}`);
const SOURCE = '\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1';

/** A JSON class of the API: its name and the fields that it takes. */
export interface BodyClass {
  readonly name: string;
  readonly fields: readonly string[];
}

function parsed(text: string): unknown {
  if (text.trim() === '') throw unreadable(`No content to map due to end-of-input${SOURCE}]`);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw unreadable(`Unexpected end-of-input within/between Object entries${SOURCE}, column: ${text.length + 1}]`);
  }
}

function asObject(value: unknown, cls: BodyClass): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unreadable(`Cannot deserialize value of type \`${cls.name}\`${SOURCE}]`);
  const strange = Object.keys(value).find((key) => !cls.fields.includes(key));
  if (strange !== undefined) {
    throw unreadable(`Unrecognized field "${strange}" (class ${cls.name}), not marked as ignorable (${cls.fields.length} known properties: ${cls.fields.map((one) => `"${one}"`).join(', ')}])${SOURCE}] (through reference chain: ${cls.name}["${strange}"])`);
  }
  return value as Record<string, unknown>;
}

/** One object. @throws AcsError 400 unreadable or with an unknown field, 405 for a list */
export function oneOf(text: string, cls: BodyClass): Record<string, unknown> {
  const value = parsed(text);
  if (Array.isArray(value) && value.length !== 1) throw new AcsError(405, 'Only 1 entity is supported in the HTTP request body');
  return asObject(Array.isArray(value) ? value[0] : value, cls);
}

/** One object or a list of them. */
export function manyOf(text: string, cls: BodyClass): { items: Record<string, unknown>[]; list: boolean } {
  const value = parsed(text);
  return Array.isArray(value) ? { items: value.map((one) => asObject(one, cls)), list: true } : { items: [asObject(value, cls)], list: false };
}

export const nodeBody: BodyClass = {
  name: 'org.alfresco.rest.api.model.Node',
  fields: ['modifiedBy', 'association', 'targets', 'archivedByUser', 'isFile', 'guid', 'createdByUser', 'name', 'aspectNames', 'relativePath', 'secondaryChildren', 'isLocked', 'title', 'id', 'modifiedAt', 'createdBy', 'path', 'isFavorite', 'versionComment', 'search', 'modifiedByUser', 'allowableOperations', 'properties', 'archivedAt', 'isFolder', 'content', 'createdAt', 'versionLabel', 'nodeId', 'isLink', 'definition', 'nodeType', 'parentId', 'created', 'location', 'description', 'permissions'],
};
export const personBody: BodyClass = {
  name: 'org.alfresco.rest.api.model.Person',
  fields: ['enabled', 'mobile', 'telephone', 'displayName', 'aspectNames', 'skypeId', 'properties', 'avatarId', 'location', 'capabilities', 'quota', 'firstName', 'email', 'userStatus', 'lastName', 'oldPassword', 'googleId', 'jobTitle', 'statusUpdatedAt', 'instantMessageId', 'quotaUsed', 'emailNotificationsEnabled', 'description', 'password', 'company', 'id'],
};
export const groupBody: BodyClass = { name: 'org.alfresco.rest.api.model.Group', fields: ['id', 'displayName', 'isRoot', 'parentIds', 'zones', 'hasSubgroups', 'description'] };
export const memberBody: BodyClass = { name: 'org.alfresco.rest.api.model.GroupMember', fields: ['id', 'displayName', 'memberType'] };
export const openBody = (name: string, fields: readonly string[]): BodyClass => ({ name, fields });

/** A list among a body's fields, if it is there. @throws AcsError 400 when it is something else */
export function listIn<T>(body: Readonly<Record<string, unknown>> | undefined, field: string): readonly T[] | undefined {
  const value = body?.[field];
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw unreadable(`Cannot deserialize value of type \`java.util.ArrayList\` for ${field}${SOURCE}]`);
  return value as T[];
}

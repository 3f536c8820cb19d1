import { displayName, findPerson } from '../people/person.js';
import { ancestors } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import { isComponent } from '../records/kinds.js';
import type { Session } from '../repository.js';

/** A property that was changed, in the words of the audit. */
export interface ChangedValue {
  readonly name: string;
  readonly previous: string;
  readonly new: string;
}

export interface AuditEntry {
  readonly node: string | null;
  readonly event: string;
  readonly name: string;
  readonly identifier: string;
  readonly path: string;
  readonly type: string;
  readonly person: string;
  readonly roles: string;
  readonly changes: readonly ChangedValue[];
  readonly at: Date;
  /** The node is there still. */
  readonly there: boolean;
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number): string => String(value).padStart(2, '0');

/** Java's way to write an instant. UTC. */
function javaDate(at: Date): string {
  const clock = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':');
  return `${days[at.getUTCDay()]} ${months[at.getUTCMonth()]} ${two(at.getUTCDate())} ${clock} UTC ${at.getUTCFullYear()}`;
}

function words(value: unknown, dataType: string | undefined): string {
  if (value === undefined || value === null) return '';
  if (dataType === 'd:date' || dataType === 'd:datetime') return javaDate(new Date(String(value)));
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
}

/** What differs between two states of a node, without what is only there for searches. */
function changesBetween(session: Session, before: NodeRow, after: NodeRow): ChangedValue[] {
  const names = [...new Set([...Object.keys(before.properties), ...Object.keys(after.properties)])].filter((name) => !name.startsWith('rma:recordSearch'));
  const found = names.filter((name) => JSON.stringify(before.properties[name]) !== JSON.stringify(after.properties[name])).map((name) => {
    const property = session.dictionary.properties.get(name);
    return { name: property?.title ?? name, previous: words(before.properties[name], property?.dataType), new: words(after.properties[name], property?.dataType) };
  });
  if (before.name !== after.name) found.push({ name: 'Name', previous: before.name, new: after.name });
  if (found.length > 0 && before.modified.getTime() !== after.modified.getTime()) found.push({ name: 'Modified Date', previous: javaDate(before.modified), new: javaDate(after.modified) });
  return found;
}

async function pathOf(session: Session, node: NodeRow): Promise<string> {
  const names = (await ancestors(session, node.id)).map((one) => one.name);
  return `/${names.slice(2).join('/')}`;
}

async function rolesOf(session: Session): Promise<string> {
  const rows = await session.sql.rows<{ label: string }>('select display_label as label from rm_role where authority = any ($1) order by label desc', [[...session.caller.authorities]]);
  return rows.map((row) => row.label).join(', ');
}

/** Writes down that something was done to a node of the file plan, by the caller. */
export async function audit(session: Session, node: NodeRow, event: string, changes: readonly ChangedValue[] = []): Promise<void> {
  const type = session.dictionary.type(node.type)?.title ?? '';
  const values = [node.id, event, node.name, node.properties['rma:identifier'] ?? '', await pathOf(session, node), type, session.caller.user, await rolesOf(session), JSON.stringify(changes)];
  await session.sql.rows('insert into rm_audit (node, event, name, identifier, path, type, person, roles, changes) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', values);
}

/** Writes down what differs between two states of a node of the file plan, if anything does. */
export async function auditChanges(session: Session, before: NodeRow, after: NodeRow): Promise<void> {
  if (!isComponent(before) && !isComponent(after)) return;
  const changes = changesBetween(session, before, after);
  if (changes.length > 0) await audit(session, after, 'Updated Metadata', changes);
}

const SELECT = 'select a.node, a.event, a.name, a.identifier, a.path, a.type, a.person, a.roles, a.changes, a.at, exists (select 1 from node n where n.id = a.node and not n.archived) as there from rm_audit a';

/** Newest first. */
export const auditOf = (session: Session, node: string | undefined, size: number): Promise<AuditEntry[]> =>
  session.sql.rows<AuditEntry>(`${SELECT} where $1::uuid is null or a.node = $1 order by a.seq desc limit $2`, [node ?? null, size]);

export async function shownEntry(session: Session, entry: AuditEntry): Promise<object> {
  const person = await findPerson(session.sql, entry.person);
  return {
    ...(entry.node !== null && !entry.there ? { noAvailableLink: true } : {}),
    nodeName: entry.name,
    changedValues: entry.changes.map((one) => ({ new: one.new, previous: one.previous, name: one.name })),
    identifier: entry.identifier,
    path: entry.path,
    nodeRef: entry.node === null ? '' : `workspace://SpacesStore/${entry.node}`,
    fullName: person === undefined ? entry.person : displayName(person.details),
    userName: entry.person,
    userRole: entry.roles,
    nodeType: entry.type,
    event: entry.event,
    timestamp: entry.at.toISOString(),
  };
}

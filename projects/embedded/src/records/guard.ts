import { AcsError, denied, plain } from '../http/errors.js';
import type { NodeRow } from '../nodes/node.js';
import type { Session } from '../repository.js';
import { hasCapability, rmCapabilities } from '../rm-security/capabilities.js';
import { isCategory, isClosed, isComplete, isComponent, isCutOff, isFilePlan, isFolder, isFrozen, isPlace, isRecord, isUnfiled } from './kinds.js';
import { closedFolder, frozen, notStored } from './refusals.js';

/*
 * What records management forbids where the rest of the repository would allow: asked by nodes, content, locks, comments and versions before they change something.
 */

const held = (node: NodeRow, done: 'updated' | 'deleted' | 'moved'): AcsError => (isComponent(node) ? denied() : frozen(done));

async function one(session: Session, node: NodeRow, ...capabilities: readonly string[]): Promise<void> {
  const mine = await rmCapabilities(session);
  if (!capabilities.some((name) => mine.has(name))) throw denied();
  if (!(await hasCapability(session, capabilities.find((name) => mine.has(name)) ?? '', node))) throw denied();
}

const ofRecords = (name: string): boolean => /^(rma|rmc):/.test(name);

function assertAspectsStay(session: Session, node: NodeRow, body: Readonly<Record<string, unknown>>): void {
  const given = body['aspectNames'];
  if (!Array.isArray(given)) return;
  const lost = ['rma:recordComponentIdentifier', 'rma:filePlanComponent', 'rma:record'].find((aspect) => node.aspects.includes(aspect) && !given.includes(aspect));
  if (lost !== undefined) throw plain(422, `Operation failed. Aspect ${session.dictionary.fullName(lost)} is mandatory and cannot be removed.`);
}

async function assertRecordEditable(session: Session, record: NodeRow, body: Readonly<Record<string, unknown>>): Promise<void> {
  if (!isComplete(record) && !isCutOff(record)) return one(session, record, 'EditRecordMetadata', 'EditNonRecordMetadata');
  const own = Object.keys((body['properties'] as Record<string, unknown> | undefined) ?? {}).some((name) => !ofRecords(name));
  if (own || body['name'] !== undefined || body['nodeType'] !== undefined) throw denied();
  return one(session, record, 'EditDeclaredRecordMetadata');
}

/** Before name, type, aspects or properties change. @throws AcsError 403, 422 */
export async function assertEditable(session: Session, node: NodeRow, body: Readonly<Record<string, unknown>>): Promise<void> {
  if (isFrozen(node)) throw held(node, 'updated');
  if (!isComponent(node)) return;
  assertAspectsStay(session, node, body);
  if (isRecord(node)) return assertRecordEditable(session, node, body);
  return one(session, node, isFolder(node) ? 'CreateModifyDestroyFolders' : 'CreateModifyDestroyFileplanMetadata', 'EditNonRecordMetadata');
}

/** Before bytes are replaced: a record's never are. @throws AcsError 403, 500 */
export function assertContentOpen(node: NodeRow): void {
  if (isRecord(node)) throw isComplete(node) || isFrozen(node) ? denied() : notStored(node.id, "You can't update a record's content property.");
  if (isFrozen(node)) throw notStored(node.id, "Frozen content can't be updated.");
}

/** Before a lock, a comment. @throws AcsError 403 */
export function assertNotFrozen(node: NodeRow): void {
  if (isFrozen(node)) throw held(node, 'updated');
}

/** Before a node goes elsewhere: what is in the file plan stays in it, and nothing comes in but by declaring. @throws AcsError 403, 422 */
export async function assertMovable(session: Session, node: NodeRow, target: NodeRow): Promise<void> {
  if (isFrozen(node)) throw held(node, 'moved');
  const into = isPlace(session.dictionary, target);
  if (!isComponent(node)) {
    if (into) throw denied();
    return;
  }
  if (target.id === node.parent) return;
  if (!into || isFrozen(target) || isCutOff(node)) throw denied();
  if (isRecord(node)) {
    if (!isFolder(target) && !isUnfiled(target)) throw denied();
    if (isClosed(target)) throw closedFolder();
    return one(session, target, 'MoveRecords');
  }
  if (!(isFolder(node) && isCategory(target)) && !(isCategory(node) && (isCategory(target) || isFilePlan(target)))) throw denied();
  return one(session, target, isFolder(node) ? 'CreateModifyDestroyFolders' : 'CreateModifyDestroyFileplanMetadata');
}

/** Before a copy is made. @throws AcsError 403 */
export function assertCopyable(session: Session, node: NodeRow, target: NodeRow): void {
  if (isFrozen(node) || isComponent(node) || isPlace(session.dictionary, target)) throw denied();
}

const furniture = new Set(['rma:rmsite', 'rma:filePlan', 'rma:holdContainer', 'rma:transferContainer', 'rma:unfiledRecordContainer']);

function neededToDelete(node: NodeRow): string {
  if (isRecord(node)) return 'DeleteRecords';
  if (node.type === 'rma:hold') return 'DeleteHold';
  return isCategory(node) ? 'CreateModifyDestroyFileplanMetadata' : 'CreateModifyDestroyFolders';
}

/** Whether something that is held lies below a node, by first parents. */
export async function holdsFrozen(session: Session, id: string): Promise<boolean> {
  const found = await session.sql.one(
    `with recursive below (id) as (select id from node where parent = $1 and not archived union all select n.id from node n join below b on n.parent = b.id)
     select 1 from below b join node n on n.id = b.id where n.aspects @> array['rma:frozen'] limit 1`, [id]);
  return found !== undefined;
}

/** Before a node is deleted, with all below it. @throws AcsError 403 */
export async function assertDeletable(session: Session, node: NodeRow): Promise<void> {
  if (isFrozen(node)) throw held(node, 'deleted');
  if (furniture.has(node.type)) throw denied();
  if (isComponent(node)) await one(session, node, neededToDelete(node));
  if (await holdsFrozen(session, node.id)) throw frozen(isComponent(node) ? 'updated' : 'deleted');
}

/** What is in the file plan has no trashcan. */
export const goesForGood = (node: NodeRow): boolean => isComponent(node);

/** Before one of a record's versions is deleted. @throws AcsError 403 */
export async function assertVersionDeletable(session: Session, node: NodeRow): Promise<void> {
  if (isRecord(node) && !(await hasCapability(session, 'DeleteRecords', node))) throw new AcsError(403, 'Cannot delete version');
}

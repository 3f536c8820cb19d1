import { plain } from '../http/errors.js';
import type { NodeRow } from '../nodes/node.js';
import type { Session } from '../repository.js';
import type { Lock } from './ephemeral.js';

/** The lock in force on a node, if any. */
export function lockOf(session: Session, node: NodeRow): Lock | undefined {
  const passing = session.repository.locks.get(node.id);
  if (passing !== undefined) return passing;
  const { 'cm:lockType': type, 'cm:lockOwner': owner, 'cm:expiryDate': expiry } = node.properties;
  if (typeof owner !== 'string' || !node.aspects.includes('cm:lockable')) return undefined;
  const expires = typeof expiry === 'string' ? new Date(expiry) : undefined;
  if (expires !== undefined && expires.getTime() <= Date.now()) return undefined;
  return { owner, type: type === 'READ_ONLY_LOCK' ? 'READ_ONLY_LOCK' : 'WRITE_LOCK', lifetime: 'PERSISTENT', ...(expires === undefined ? {} : { expires }) };
}

/** A write lock binds everybody but its owner; a read-only lock everybody. @throws AcsError 409 */
export function assertUnlocked(session: Session, node: NodeRow): void {
  const lock = lockOf(session, node);
  if (lock === undefined || (lock.type === 'WRITE_LOCK' && lock.owner === session.caller.user)) return;
  throw plain(409, `Cannot perform operation since the node (id:${node.id}) is locked.`);
}

/** What a lock looks like among a node's properties. */
export const lockProperties = (lock: Lock): Record<string, string> => ({
  'cm:lockType': lock.type,
  'cm:lockOwner': lock.owner,
  'cm:lockLifetime': lock.lifetime,
  ...(lock.expires === undefined ? {} : { 'cm:expiryDate': lock.expires.toISOString() }),
});

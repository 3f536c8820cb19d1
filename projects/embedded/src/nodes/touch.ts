import type { Session } from '../repository.js';

/**
 * A folder whose children change is itself modified, once the change is durable and at most once a second: Alfresco does it in a transaction of its own,
 * with that tolerance, so that additions to one folder don't wait for one another.
 */
export function touchFolder(session: Session, ...folders: readonly (string | null)[]): void {
  const { database } = session.repository;
  session.after(async () => void (await database.rows(`update node set modified = now(), modifier = $2 where id = any ($1) and not archived and modified < now() - interval '1 second'`, [folders.filter((one) => one !== null), session.caller.user])));
}

import { notFound } from '../http/errors.js';
import { columns, type NodeRow } from '../nodes/node.js';
import type { Session } from '../repository.js';

/** What every file plan has one of, by its type. */
const containers = { holds: 'rma:holdContainer', transfers: 'rma:transferContainer', unfiled: 'rma:unfiledRecordContainer' } as const;
export type Container = keyof typeof containers;

export const onlyOf = (session: Session, type: string): Promise<NodeRow | undefined> =>
  session.sql.one<NodeRow>(`select ${columns('n')} from node n where n.type = $1 and not n.archived order by n.seq limit 1`, [type]);

export const findFilePlan = (session: Session): Promise<NodeRow | undefined> => onlyOf(session, 'rma:filePlan');

/** The one file plan. @throws AcsError 404 before the records site is made */
export async function filePlanOf(session: Session): Promise<NodeRow> {
  const found = await findFilePlan(session);
  if (found === undefined) throw notFound('-filePlan-');
  return found;
}

/** @throws AcsError 404 before the records site is made */
export async function containerOf(session: Session, which: Container): Promise<NodeRow> {
  const found = await onlyOf(session, containers[which]);
  if (found === undefined) throw notFound(`-${which}-`);
  return found;
}

import type { AcsError } from '../http/errors.js';
import { findNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import { may } from '../permissions/check.js';
import type { Session } from '../repository.js';
import { accessDenied } from '../rm-security/capabilities.js';
import { containerOf, filePlanOf } from './file-plan.js';
import { isRecord } from './kinds.js';
import { missing, recordsOnly, wrongType } from './refusals.js';

const aliased: Readonly<Record<string, (session: Session) => Promise<NodeRow>>> = {
  '-filePlan-': filePlanOf, '-unfiled-': (session) => containerOf(session, 'unfiled'), '-holds-': (session) => containerOf(session, 'holds'), '-transfers-': (session) => containerOf(session, 'transfers'),
};

/** The node behind an id or alias that the caller may read. @throws AcsError 403, 404 in AGS's words */
export async function requireReadable(session: Session, id: string, fits: (node: NodeRow) => AcsError | undefined = () => undefined): Promise<NodeRow> {
  const node = (await aliased[id]?.(session)) ?? (await findNode(session, id));
  if (node === undefined) throw missing(id);
  const unfit = fits(node);
  if (unfit !== undefined) throw unfit;
  if (!(await may(session.sql, session.caller, node, 'read'))) throw accessDenied();
  return node;
}

/** One of these types, of which the first is named in the refusal. @throws AcsError 400, 403, 404 */
export const requireTyped = (session: Session, id: string, ...types: readonly [string, ...string[]]): Promise<NodeRow> =>
  requireReadable(session, id, (node) => (types.some((type) => session.dictionary.isA(node.type, type)) ? undefined : wrongType(session.dictionary, node, types[0])));

/** @throws AcsError 400 for what is no record, 403, 404 */
export const requireRecord = (session: Session, id: string): Promise<NodeRow> => requireReadable(session, id, (node) => (isRecord(node) ? undefined : recordsOnly(node.id)));

import { findNode } from '../nodes/lookup.js';
import { columns, type NodeRow } from '../nodes/node.js';
import type { Session } from '../repository.js';
import { missing } from './refusals.js';
import { auditChanges } from '../rm-security/audit.js';

export interface Change {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
  readonly set?: Readonly<Record<string, unknown>>;
  readonly clear?: readonly string[];
  /** Whether it counts as a modification by the caller; so it is unless said otherwise. */
  readonly silent?: boolean;
  /** Nobody: the empty text. */
  readonly owner?: string;
}

/** Keeps a node for this transaction alone and reads it anew: what it was when it was looked at may be over. @throws AcsError 404 */
export async function kept(session: Session, id: string): Promise<NodeRow> {
  const node = await session.sql.one<NodeRow>(`select ${columns('n')} from node n where n.id = $1 and not n.archived for update`, [id]);
  if (node === undefined) throw missing(id);
  return node;
}

/** Aspects and properties as the repository itself changes them, beyond what a request may. What counts as a modification, the file plan's audit has. */
export async function changeNode(session: Session, id: string, change: Change): Promise<NodeRow> {
  const before = change.silent === true ? undefined : await findNode(session, id);
  const changed = await session.sql.one<NodeRow>(
    `update node n set aspects = (select array_agg(distinct a) from unnest(n.aspects || $2::text[]) a where not a = any ($3::text[])),
       properties = (n.properties || $4::jsonb) - $5::text[], owner = coalesce($6, n.owner),
       modifier = case when $7 then n.modifier else $8 end, modified = case when $7 then n.modified else now() end
     where n.id = $1 returning ${columns('n')}`,
    [id, change.add ?? [], change.remove ?? [], JSON.stringify(change.set ?? {}), change.clear ?? [], change.owner ?? null, change.silent === true, session.caller.user],
  );
  if (changed === undefined) throw new Error('the node is gone');
  if (before !== undefined) await auditChanges(session, before, changed);
  return changed;
}

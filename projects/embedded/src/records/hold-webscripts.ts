import { findNode } from '../nodes/lookup.js';
import { columns, type NodeRow } from '../nodes/node.js';
import { wrapped, type Webscripts } from '../http/webscript.js';
import { readable } from '../permissions/check.js';
import type { Session } from '../repository.js';
import { containerOf } from './file-plan.js';
import { holdsOf } from './holds.js';

const shown = (hold: NodeRow) => ({ name: hold.name, nodeRef: `workspace://SpacesStore/${hold.id}` });

async function allHolds(session: Session): Promise<NodeRow[]> {
  const values: unknown[] = [(await containerOf(session, 'holds')).id];
  return session.sql.rows<NodeRow>(`select ${columns('n')} from node n where n.parent = $1 and n.type = 'rma:hold' and not n.archived and ${readable(session.caller, 'n', values)} order by n.name`, values);
}

/** `GET s/api/rma/holds`: the holds, those in which an item is, or those in which it is not. */
export function holdWebscripts(script: Webscripts): void {
  script('GET', 'rma/holds', async ({ session, query }) => {
    const item = query('itemNodeRef');
    const all = await allHolds(session);
    if (item === undefined) return { data: { holds: all.map(shown) } };
    const node = await findNode(session, item.replace(/^workspace:\/\/SpacesStore\//, ''));
    if (node === undefined) throw wrapped(`Item nodeRef '${item}' does not exist.`);
    const inside = new Set((await holdsOf(session, node.id)).map((hold) => hold.id));
    const wanted = query('includedInHold') !== 'false';
    return { data: { holds: all.filter((hold) => inside.has(hold.id) === wanted).map(shown) } };
  });
}

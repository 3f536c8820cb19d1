import type { Exchange } from '../http/exchange.js';
import { listed } from '../http/paging.js';
import { columns, type NodeRow } from '../nodes/node.js';
import { readable } from '../permissions/check.js';
import { shownComponent, type Shown } from './gs-render.js';

/** A page of a place's children: folders first, then by type, then by name. */
export async function listPlace(exchange: Exchange, parent: NodeRow, types: readonly string[], kinds?: Shown['kinds'], more: readonly string[] = []): Promise<object> {
  const { session, page, include } = exchange;
  const values: unknown[] = [parent.id, types];
  const from = `from child c join node n on n.id = c.child where ${['c.parent = $1', 'n.type = any ($2)', readable(session.caller, 'n', values), ...more].join(' and ')}`;
  const total = (await session.sql.one<{ total: number }>(`select count(*) as total ${from}`, values))?.total ?? 0;
  const folders = `$${values.push(session.dictionary.family('cm:folder'))}`;
  const rows = await session.sql.rows<NodeRow>(`select ${columns('n')} ${from} order by n.type = any (${folders}) desc, n.type, c.sort_key, n.seq limit $${values.push(page.max)} offset $${values.push(page.skip)}`, values);
  const shown: Shown = { include, full: false, ...(kinds === undefined ? {} : { kinds }) };
  const entries = [];
  for (const row of rows) entries.push(await shownComponent(session, row, shown));
  const source = exchange.flag('includeSource') ? await shownComponent(session, parent, { include, full: false }) : undefined;
  return listed(entries, page, total, undefined, source);
}

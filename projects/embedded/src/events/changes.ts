import type { Sql } from '../database/database.js';

/** A row of `node` as the trigger saw it. */
export interface NodeImage {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly parent: string | null;
  readonly aspects: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly creator: string;
  readonly created: string;
  readonly modifier: string;
  readonly modified: string;
  readonly mime_type: string | null;
  readonly size: number | null;
  readonly encoding: string | null;
  readonly archived: boolean;
  readonly archived_from: string | null;
}
export interface ChildImage {
  readonly parent: string;
  readonly child: string;
  readonly assoc_type: string;
  readonly name_key: string;
  readonly is_primary: boolean;
}
export interface PeerImage {
  readonly source: string;
  readonly target: string;
  readonly type: string;
}

/** What one transaction made of a thing: how it was before, and how it will be after the commit. */
export interface Change<Image> {
  readonly before: Image | undefined;
  readonly after: Image | undefined;
}
export interface Changes {
  readonly nodes: ReadonlyMap<string, Change<NodeImage>>;
  readonly children: readonly Change<ChildImage>[];
  readonly peers: readonly Change<PeerImage>[];
}

interface Captured {
  readonly source: 'node' | 'child' | 'peer';
  readonly before: object | null;
  readonly after: object | null;
}

/** Takes what the triggers saw of the transaction, several changes of one thing made into one. */
export async function takeChanges(sql: Sql): Promise<Changes> {
  const rows = await sql.rows<Captured>('with taken as (delete from event_change where tx = pg_current_xact_id() returning seq, source, before, after) select source, before, after from taken order by seq');
  const of = <Image>(source: Captured['source'], keyOf: (image: Image) => string): Map<string, Change<Image>> => {
    const merged = new Map<string, Change<Image>>();
    for (const row of rows) {
      if (row.source !== source) continue;
      const [before, after] = [row.before as Image | null, row.after as Image | null];
      const key = keyOf((after ?? before) as Image);
      const known = merged.get(key);
      merged.set(key, { before: known ? known.before : (before ?? undefined), after: after ?? undefined });
    }
    return merged;
  };
  const children = [...of<ChildImage>('child', ({ parent, child, assoc_type }) => `${parent} ${child} ${assoc_type}`).values()];
  return {
    nodes: await withLinked(sql, of<NodeImage>('node', ({ id }) => id), children),
    children,
    peers: [...of<PeerImage>('peer', ({ source, target, type }) => `${source} ${target} ${type}`).values()],
  };
}

/** A node that got or lost a second parent has changed too, though its row has not. */
async function withLinked(sql: Sql, nodes: ReadonlyMap<string, Change<NodeImage>>, children: readonly Change<ChildImage>[]): Promise<ReadonlyMap<string, Change<NodeImage>>> {
  const links = children.map(({ before, after }) => (after ?? before)!);
  const linked = links.filter(({ child, is_primary }) => !is_primary && !nodes.has(child)).map(({ child }) => child);
  if (!linked.length) return nodes;
  const rows = await sql.rows<{ image: NodeImage }>('select to_jsonb(n) as image from node n where id = any ($1)', [linked]);
  return new Map([...nodes, ...rows.map(({ image }) => [image.id, { before: image, after: image }] as const)]);
}

import type { Sql } from '../database/database.js';
import type { Dictionary } from '../model/dictionary.js';
import type { Change, Changes, NodeImage } from './changes.js';
import type { Scene } from './compose.js';
import type { Surroundings } from './resource.js';

interface Place {
  readonly id: string;
  readonly parent: string | null;
}

/** Looks up, once, what the events of a transaction need to know of the folders above and of second parents. */
export async function sceneOf(sql: Sql, changes: Changes, facts: { readonly source: string; readonly dictionary: Dictionary; readonly names: ReadonlyMap<string, string> }): Promise<Scene> {
  const images = [...changes.nodes.values()].flatMap(({ before, after }) => [before, after]).filter((image): image is NodeImage => image !== undefined);
  const starts = [...new Set(images.flatMap(({ parent, archived_from }) => [parent, archived_from]).filter((id): id is string => id !== null))];
  const places = await sql.rows<Place>('with recursive above (id, parent) as (select id, parent from node where id = any ($1) union select n.id, n.parent from node n join above a on n.id = a.parent) select id, parent from above', [starts]);
  const links = await sql.rows<{ child: string; parent: string }>('select child, parent from child where child = any ($1) and not is_primary', [[...changes.nodes.keys()]]);
  const parents = new Map(places.map(({ id, parent }) => [id, parent]));
  const now = new Map<string, readonly string[]>();
  for (const { child, parent } of links) now.set(child, [...(now.get(child) ?? []), parent]);

  const at = (when: keyof Change<NodeImage>): Surroundings => ({
    ...facts,
    above: (parent) => {
      const chain: string[] = [];
      for (let id = parent; id !== null && id !== undefined && !chain.includes(id); ) {
        chain.push(id);
        const image: NodeImage | undefined = changes.nodes.get(id)?.[when];
        id = image ? (image.parent ?? image.archived_from) : (parents.get(id) ?? null);
      }
      return chain;
    },
    secondaryParents: (id) => (when === 'after' ? (now.get(id) ?? []) : formerly(id, now.get(id) ?? [], changes)),
  });
  return { source: facts.source, before: at('before'), after: at('after') };
}

/** Second parents before the transaction: those of now, without what was added, with what was taken away. */
function formerly(id: string, now: readonly string[], { children }: Changes): readonly string[] {
  const mine = children.filter(({ before, after }) => (after ?? before)?.child === id && !(after ?? before)?.is_primary);
  const added = mine.filter(({ before }) => !before).map(({ after }) => after!.parent);
  const gone = mine.filter(({ after }) => !after).map(({ before }) => before!.parent);
  return [...now.filter((parent) => !added.includes(parent)), ...gone];
}

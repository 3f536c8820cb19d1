import type { ContentFiles } from '../content/files.js';
import type { Sql } from '../database/database.js';
import { plain } from '../http/errors.js';
import { builtinModels } from './builtin/index.js';
import { compile, refuseDestructiveUpdate } from './compile.js';
import type { ModelDefinition } from './definition.js';
import { Dictionary } from './dictionary.js';
import { parseModel } from './xml.js';

/** The content models in force. A change is prepared within a transaction and taken over when that is durable. */
export function contentModels() {
  let current = new Dictionary(builtinModels);
  const own = new Map<string, ModelDefinition>();

  const rebuild = (): void => {
    current = new Dictionary([...builtinModels, ...own.values()]);
  };

  async function used(sql: Sql, names: readonly string[]): Promise<boolean> {
    return (await sql.one('select 1 from used_name where name = any ($1) limit 1', [names])) !== undefined;
  }

  async function inUse(sql: Sql, model: ModelDefinition): Promise<boolean> {
    const names = model.classes.map((one) => one.name);
    const properties = model.classes.flatMap((one) => one.properties.map((property) => property.name));
    return (await sql.one('select 1 from node where type = any ($1) or aspects && $1 or properties ?| $2 limit 1', [names, properties])) !== undefined;
  }

  return {
    get dictionary(): Dictionary {
      return current;
    },
    /** Reads what was in force when the process last ended. */
    async load(sql: Sql, files: ContentFiles): Promise<void> {
      const rows = await sql.rows<{ id: string; key: string }>(`select id, content_key as key from node where type = 'cm:dictionaryModel' and not archived and content_key is not null and (properties->>'cm:modelActive')::boolean order by seq`);
      for (const row of rows) own.set(row.id, parseModel(await files.text(row.key)));
      rebuild();
    },
    /** @throws AcsError 500 when it can't be read, can't stand, or would take away what is in use */
    async prepare(sql: Sql, node: string, xml: string): Promise<{ model: ModelDefinition; apply: () => void }> {
      const model = parseModel(xml);
      const before = own.get(node);
      const others = [...own].filter(([id]) => id !== node).map(([, one]) => one);
      compile(model, new Dictionary([...builtinModels, ...others]));
      if (before !== undefined) await refuseDestructiveUpdate(before, model, current, (name) => used(sql, [name]));
      return { model, apply: () => { own.set(node, model); rebuild(); } };
    },
    /** Takes a model out of force. @throws AcsError 500 while something uses it */
    async retire(sql: Sql, node: string): Promise<(() => void) | undefined> {
      const model = own.get(node);
      if (model === undefined) return undefined;
      if (await inUse(sql, model)) throw plain(500, `Model '${current.fullName(model.id)}' is in use and cannot be deleted or deactivated.`);
      return () => { own.delete(node); rebuild(); };
    },
    active: (node: string): ModelDefinition | undefined => own.get(node),
  };
}

export type Models = ReturnType<typeof contentModels>;

import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** Uses of a statement after which it is prepared, and how many are: each takes memory in each connection. */
const often = 8;
const most = 200;

/** Writes, and what finds rows by a key: planned the same whatever the values are. Lists and searches are planned for theirs. */
const byKey = /^\s*insert into |"(id|mail_id|document_id|deposit_id|answer_of|from_id|delegate|name|seq)" = \$\d|"id" = any\(\$1\)|\bnode_id = ANY \(\$|\b(graphile_worker\.add_jobs?|next_number)\(/i;
/** The same, though they hold a list or a bound: each list is short, or a plan that is made for its values is no better. */
const known = /^\s*(select "journal"\."seq".* where "type" = any|select cursor\.name|update consumer_cursor|update document set name|with "gone" as \(delete from "commitment"|select "merged_into"|select "id", "merged_into"|select "id" from "hold" where "entity_id" = \$1 and "lifted_at" is null limit)/i;
const byValue = / limit \$|&&|@@|(?<!"id" = )\bany ?\(|\bin \(/;

/**
 * A pool whose connections keep the plans of statements that are used often, so that they are planned once. After a
 * migration changed what a statement gives, it fails once and is prepared anew.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const uses = new Map<string, { readonly number: number; count: number }>();
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  let generation = 0;
  const nameOf = (text: string): string | undefined => {
    const use = uses.get(text);
    if (use) return ++use.count > often ? `${generation}.${use.number}` : undefined;
    if (uses.size < most && (known.test(text) || (byKey.test(text) && !byValue.test(text)))) uses.set(text, { number: uses.size, count: 1 });
    return undefined;
  };
  const wrap = (client: pg.PoolClient): PostgresPoolClient => {
    const query = async (text: string, values: readonly unknown[]): Promise<unknown> => {
      const name = values.length ? nameOf(text) : undefined;
      try {
        return await client.query({ ...(name ? { name } : {}), text, values: [...values] });
      } catch (error) {
        if (name && (error as { code?: string }).code === '0A000') generation++;
        throw error;
      }
    };
    return { query: query as PostgresPoolClient['query'], release: () => client.release() };
  };
  return {
    connect: async () => {
      const client = await pool.connect();
      const preparing = wrapped.get(client) ?? wrap(client);
      wrapped.set(client, preparing);
      return preparing;
    },
    end: () => pool.end(),
  };
}

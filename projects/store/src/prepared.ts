import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** Uses of a statement after which it is prepared, and how many are: each takes memory in each connection. */
const often = 8;
const most = 200;

/** Writes, and what finds rows by a key: planned the same whatever the values are. Lists and searches are planned for theirs. */
const byKey = /^insert into |"(id|mail_id|document_id|deposit_id|name|seq)" = \$\d/;
const byValue = / limit |&&|@@|\bany ?\(|\bin \(/;

/**
 * A pool whose connections keep the plans of statements that are used often, so that they are planned once. After a
 * migration changed what a statement gives, it fails once and is prepared anew.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const uses = new Map<string, { readonly number: number; count: number }>();
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  let generation = 0;
  const nameOf = (text: string): string | undefined => {
    const use = uses.get(text);
    if (use) return ++use.count > often ? `${generation}.${use.number}` : undefined;
    if (uses.size < most && byKey.test(text) && !byValue.test(text)) uses.set(text, { number: uses.size, count: 1 });
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
      const wrapped = known.get(client) ?? wrap(client);
      known.set(client, wrapped);
      return wrapped;
    },
    end: () => pool.end(),
  };
}

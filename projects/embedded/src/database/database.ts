import pg from 'pg';

/** What runs SQL: the pool, or one transaction. */
export interface Sql {
  rows<T>(text: string, values?: readonly unknown[]): Promise<T[]>;
  one<T>(text: string, values?: readonly unknown[]): Promise<T | undefined>;
}

export interface Database extends Sql {
  /** All or nothing. `after` is run once the transaction is durable. */
  transaction<T>(work: (sql: Sql, after: (done: () => void | Promise<void>) => void) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const INT8 = 20;
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format ?? 'text')) as typeof pg.types.getTypeParser,
};

const over = (client: Pick<pg.PoolClient, 'query'>): Sql => ({
  async rows<T>(text: string, values: readonly unknown[] = []) {
    return (await client.query(text, [...values])).rows as T[];
  },
  async one<T>(text: string, values: readonly unknown[] = []) {
    return (await client.query(text, [...values])).rows[0] as T | undefined;
  },
});

/** @param url of a database that this repository may fill; everything is kept in its schema `embedded`. */
export function openDatabase(url: string): Database {
  const pool = (max: number): pg.Pool => {
    const made = new pg.Pool({ connectionString: url, max, options: '-c search_path=embedded -c timezone=UTC', types });
    made.on('error', () => undefined); // an idle connection that dies is replaced at the next query
    return made;
  };
  // Single statements have connections of their own, so that a transaction which needs one never waits for other transactions.
  const [singles, transactions] = [pool(4), pool(8)];
  return {
    ...over(singles),
    async transaction(work) {
      const client = await transactions.connect();
      const later: (() => void | Promise<void>)[] = [];
      try {
        await client.query('begin');
        const result = await work(over(client), (done) => later.push(done));
        await client.query('commit');
        client.release();
        for (const done of later) await done();
        return result;
      } catch (error) {
        await client.query('rollback').then(() => client.release(), () => client.release(true));
        throw error;
      }
    },
    close: async () => void (await Promise.all([singles.end(), transactions.end()])),
  };
}

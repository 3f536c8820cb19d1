import pg from 'pg';
import { StoreError } from './errors.js';

const { builtins, getTypeParser } = pg.types;
const textArray = 1009;
const dateArray = 1182;
const int8Array = 1016;
const parseTextArray = getTypeParser(textArray as never) as (text: string) => (string | null)[];

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.INT8]: safeInteger,
  [int8Array]: (text) => parseTextArray(text).map((item) => (item === null ? null : safeInteger(item))),
  [builtins.DATE]: (text) => text,
  [dateArray]: parseTextArray,
};

/** int8 as a number, days as `YYYY-MM-DD`, instants as Date, of these connections only. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) || getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

/** A transaction that stands idle longer is ended by the server, so that a frozen process does not hold the chain. Milliseconds. */
const idleTransaction = 60_000;

export function connectionOptions(databaseUrl: string): pg.ClientConfig {
  return {
    connectionString: databaseUrl,
    application_name: 'bannette',
    types,
    keepAlive: true,
    idle_in_transaction_session_timeout: idleTransaction,
  };
}

/** A connection that nobody uses is kept for so long, in ms: a new one signs in, and reads and plans anew what this one knows; but a database has a bounded number of them, for all processes. */
export const idleConnection = 60_000;

export function openPool(databaseUrl: string, size: number): pg.Pool {
  return surviving(new pg.Pool({ ...connectionOptions(databaseUrl), max: size, idleTimeoutMillis: idleConnection }));
}

/** A connection that is lost fails the query in hand and is replaced at the next use; unheard, its error would end the process. */
export function surviving(pool: pg.Pool): pg.Pool {
  const heard = () => undefined;
  return pool.on('error', heard).on('connect', (client) => client.on('error', heard));
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new StoreError('unsafeInteger', 'an integer of the database exceeds 2^53');
  return value;
}

import { type Transaction, sql } from 'kysely';
import type { Database } from '../schema/database.js';

export interface Register {
  readonly entityId: string;
  readonly register: string;
  readonly year: number;
}

/**
 * The next number of a register, from `start` where it begins. The counter stays locked until the caller's transaction ends, so a number is
 * given back when that is undone: no hole, no double.
 */
export async function nextNumber(trx: Transaction<Database>, { entityId, register, year }: Register, start = 1): Promise<number> {
  const { rows } = await sql<{ number: number }>`select next_number(${entityId}, ${register}, ${year}::integer, ${start}::bigint) as number`.execute(trx);
  return (rows[0] as { number: number }).number;
}

/** After a restore: no number up to `used` is given again. */
export async function raiseCounter(trx: Transaction<Database>, { entityId, register, year }: Register, used: number): Promise<void> {
  await trx
    .insertInto('counter')
    .values({ entity_id: entityId, register, year, last: used })
    .onConflict((conflict) =>
      conflict.columns(['entity_id', 'register', 'year']).doUpdateSet((eb) => ({ last: eb.fn('greatest', ['counter.last', 'excluded.last']) })),
    )
    .execute();
}

import type { Call, Contract } from '@bannette/http';
import type { House } from '@bannette/house';
import type { Database } from '@bannette/store';
import { sql, type Kysely } from 'kysely';

/** The trays that a person put first, in their order. */
export async function pinsOf(house: House, personId: string): Promise<string[]> {
  const rows = await house.store.db.selectFrom('tray_pin').select('tray').where('entity_id', '=', house.entityId).where('person_id', '=', personId).orderBy('position').orderBy('tray').execute();
  return rows.map(({ tray }) => tray);
}

export async function pinTrays(house: House, { body, caller }: Call<Contract['pinTrays']>): Promise<{ trays: string[] }> {
  const trays = [...new Set(body.trays)];
  await house.store.db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`tray pins ${house.entityId} ${caller.id}`}, 0))`.execute(trx);
    await trx.deleteFrom('tray_pin').where('entity_id', '=', house.entityId).where('person_id', '=', caller.id).execute();
    if (trays.length) await trx.insertInto('tray_pin').values(trays.map((tray, position) => ({ entity_id: house.entityId, person_id: caller.id, tray, position }))).execute();
  });
  return { trays };
}

/** Puts one more behind those that are first already. */
export async function pinTray(db: Kysely<Database>, entityId: string, personId: string, tray: string): Promise<void> {
  await sql`insert into tray_pin (entity_id, person_id, tray, position) select ${entityId}, ${personId}, ${tray}, coalesce(max(position), -1) + 1 from tray_pin where entity_id = ${entityId} and person_id = ${personId} on conflict do nothing`.execute(db);
}

export async function unpinTray(db: Kysely<Database>, entityId: string, tray: string): Promise<void> {
  await db.deleteFrom('tray_pin').where('entity_id', '=', entityId).where('tray', '=', tray).execute();
}

import { processingRegister, usualElimination, type DataPlace, type Measure, type ProcessingRegister } from '@bannette/domain';
import type { House } from '@bannette/house';
import type { Database } from '@bannette/store';
import { sql, type Kysely } from 'kysely';

/** What of the configuration the register of processings tells. */
export interface Surroundings {
  readonly measures: readonly Measure[];
  readonly places: readonly DataPlace[];
}

/** The register as it is now: what was published, with what is computed of it. */
export async function currentRegister(house: House, { measures, places }: Surroundings): Promise<ProcessingRegister> {
  const [settings, volumes] = await Promise.all([house.settings(), volumesOf(house.store.db, house.entityId)]);
  const backups: Measure = { code: 'backups', params: { days: usualElimination(settings.authority).backupDays } };
  return processingRegister(settings, { volumes, measures: [...measures, backups], places });
}

/** Mails that are kept, by type or kind of unscanned mail, and service; what was voided or eliminated is not. */
async function volumesOf(db: Kysely<Database>, entityId: string): Promise<{ readonly type: string; readonly service: string; readonly mails: number }[]> {
  const kind = sql<string>`coalesce(type, unscanned)`;
  const rows = await db
    .selectFrom('mail')
    .select((eb) => [kind.as('kind'), 'service', eb.fn.countAll<string>().as('mails')])
    .where('entity_id', '=', entityId)
    .where('state', '<>', 'voided')
    .where('eliminated_at', 'is', null)
    .where(kind, 'is not', null)
    .groupBy([kind, 'service'])
    .execute();
  return rows.map(({ kind: type, service, mails }) => ({ type, service: service ?? '', mails: Number(mails) }));
}

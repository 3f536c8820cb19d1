import { belongs, headGroup, houseGroups, type Person, type Settings } from '@bannette/domain';
import type { House } from '@bannette/house';
import type { Database } from '@bannette/store';
import type { ExpressionBuilder } from 'kysely';

/** Services whose alerts the person looks after: all of them (`undefined`) for the mail room and administrators, their own for heads, none for others. */
export function servicesWatched(person: Person, settings: Pick<Settings, 'services'>): readonly string[] | undefined {
  if (belongs(person, houseGroups.mailRoom) || belongs(person, houseGroups.administrators)) return undefined;
  return settings.services.filter(({ code }) => belongs(person, headGroup(code))).map(({ code }) => code);
}

export const watches = (person: Person, settings: Pick<Settings, 'services'>): boolean => servicesWatched(person, settings)?.length !== 0;

/** How many alerts that the person looks after nobody has settled. */
export async function openAlerts(house: House, person: Person): Promise<number> {
  const services = servicesWatched(person, await house.settings());
  if (services?.length === 0) return 0;
  const row = await house.store.db
    .selectFrom('alert')
    .innerJoin('mail', 'mail.id', 'alert.mail_id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('alert.entity_id', '=', house.entityId)
    .where('alert.state', '<>', 'settled')
    .where((eb) => within(eb, services))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export function within(eb: ExpressionBuilder<Database, 'mail' | 'alert'>, services: readonly string[] | undefined) {
  return services ? eb('mail.service', 'in', [...services]) : eb.lit(true);
}

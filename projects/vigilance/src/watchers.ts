import { belongs, headGroup, houseGroups, inMailRoom, type Person, type Settings } from '@bannette/domain';
import { handledBy, type House } from '@bannette/house';
import type { Database } from '@bannette/store';
import type { ExpressionBuilder } from 'kysely';

/** Whose alerts a person looks after: all of them for administrators, those of the mails that they handle for a mail room's people, their service's for heads. */
export interface Watch {
  readonly person: Person;
  readonly all: boolean;
  readonly services: readonly string[];
}

/** What `person` looks after; undefined for those who look after nothing. */
export function watchOf(person: Person, settings: Pick<Settings, 'services'>): Watch | undefined {
  const services = settings.services.filter(({ code }) => belongs(person, headGroup(code))).map(({ code }) => code);
  const all = belongs(person, houseGroups.administrators);
  return all || services.length || inMailRoom(person) ? { person, all, services } : undefined;
}

export const watches = (person: Person, settings: Pick<Settings, 'services'>): boolean => watchOf(person, settings) !== undefined;

/** How many alerts that the person looks after nobody has settled. */
export async function openAlerts(house: House, person: Person): Promise<number> {
  const watch = watchOf(person, await house.settings());
  if (!watch) return 0;
  const row = await house.store.db
    .selectFrom('alert')
    .innerJoin('mail', 'mail.id', 'alert.mail_id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('alert.entity_id', '=', house.entityId)
    .where('alert.state', '<>', 'settled')
    .where((eb) => within(eb, watch))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export function within(eb: ExpressionBuilder<Database, 'mail' | 'alert'>, { person, all, services }: Watch) {
  if (all) return eb.lit(true);
  return eb.or([handledBy(person, 'mail'), ...(services.length ? [eb('mail.service', 'in', [...services])] : [])]);
}

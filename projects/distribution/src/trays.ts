import { belongs, dayIn, houseGroups, serviceGroup, type Person, type Settings, type TraySetting } from '@bannette/domain';
import type { House } from '@bannette/house';
import { sql, type ExpressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely';
import type { Database } from '@bannette/store';

type MailFilter = (eb: ExpressionBuilder<Database, 'mail'>) => ExpressionWrapper<Database, 'mail', SqlBool>;

export interface Tray {
  readonly id: string;
  readonly kind: 'personal' | 'copies' | 'late' | 'qualification' | 'service';
  readonly setting?: TraySetting;
  readonly filter: MailFilter;
}

const treated = ['distributed', 'inProgress', 'toSend'] as const;

/** The trays that `person` has: their own, the mail room's queue, and those of their services. */
export function traysOf(person: Person, settings: Settings, now: Date): readonly Tray[] {
  const today = dayIn(settings.authority.timeZone, now);
  const services = servicesOf(person, settings);
  const own: Tray[] = [{ id: 'mine', kind: 'personal', filter: (eb) => eb.and([eb('assignee', '=', person.id), eb('state', 'in', treated), listable(person)]) }];
  if (services.length) {
    own.push(
      { id: 'late', kind: 'late', filter: (eb) => eb.and([eb('service', 'in', services), eb('state', 'in', treated), eb('due_date', '<', today)]) },
      { id: 'copies', kind: 'copies', filter: (eb) => eb.and([sql<SqlBool>`copies && ${sql.val(services)}::text[]`, sql<SqlBool>`copies <> '{}'`, eb('state', 'in', treated), readable(person)]) },
    );
  }
  if (belongs(person, houseGroups.mailRoom)) own.unshift({ id: 'qualification', kind: 'qualification', filter: (eb) => eb('state', 'in', ['toQualify', 'registered']) });
  const ofServices = settings.trays.filter((tray) => services.includes(tray.service)).map((setting): Tray => ({ id: setting.id, kind: 'service', setting, filter: (eb) => eb.and([eb('tray', '=', setting.id), eb('state', 'in', treated)]) }));
  return [...own, ...ofServices];
}

export function servicesOf(person: Person, settings: Settings): string[] {
  return settings.services.filter(({ code }) => belongs(person, serviceGroup(code))).map(({ code }) => code);
}

/** Only what the person may open: the same groups that Alfresco's permissions name. */
export function readable(person: Person) {
  return sql<SqlBool>`readers && ${sql.val([...person.groups])}::text[]`;
}

/** What the person may know of; whoever has left a service no longer sees what they were assigned there. */
const listable = (person: Person) => sql<SqlBool>`listers && ${sql.val([...person.groups])}::text[]`;

/** Open mails and late ones of each tray. Service trays' open counts are kept by the store, all else is counted by an index. */
export async function countTrays(house: House, trays: readonly Tray[]): Promise<ReadonlyMap<string, { open: number; late: number }>> {
  const settings = await house.settings();
  const today = dayIn(settings.authority.timeZone, house.now());
  const { db } = house.store;
  const ids = trays.filter(({ kind }) => kind === 'service').map(({ id }) => id);
  const [kept, late] = ids.length
    ? await Promise.all([
        db.selectFrom('tray_count').select(['tray', 'open']).where('entity_id', '=', house.entityId).where('tray', 'in', ids).execute(),
        db.selectFrom('mail').select(['tray', (eb) => eb.fn.countAll<number>().as('late')]).where('entity_id', '=', house.entityId).where('tray', 'in', ids).where('state', 'in', treated).where('due_date', '<', today).groupBy('tray').execute(),
      ])
    : [[], []];
  const counts = new Map(ids.map((id) => [id, { open: kept.find(({ tray }) => tray === id)?.open ?? 0, late: Number(late.find(({ tray }) => tray === id)?.late ?? 0) }]));
  for (const tray of trays) {
    if (tray.kind === 'service') continue;
    const row = await db
      .selectFrom('mail')
      .select([(eb) => eb.fn.countAll<number>().as('open'), (eb) => eb.fn.countAll<number>().filterWhere('due_date', '<', today).as('late')])
      .where('entity_id', '=', house.entityId)
      .where(tray.filter)
      .executeTakeFirstOrThrow();
    counts.set(tray.id, { open: Number(row.open), late: Number(row.late) });
  }
  return counts;
}


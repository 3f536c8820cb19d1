import { dayIn, belongs, houseGroups, mailRoomGroup, mailRoomsOf, serviceGroup, siteOfMailRoom, type Person, type Settings, type TraySetting } from '@bannette/domain';
import { handledBy, type House } from '@bannette/house';
import { sql, type ExpressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely';
import type { Database } from '@bannette/store';

type MailFilter = (eb: ExpressionBuilder<Database, 'mail'>) => ExpressionWrapper<Database, 'mail', SqlBool>;

export interface Tray {
  readonly id: string;
  readonly kind: 'personal' | 'copies' | 'late' | 'qualification' | 'service';
  readonly setting?: TraySetting;
  /** Of a qualification tray: the site whose mail room's it is; none: the central one. */
  readonly site?: string;
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
  own.unshift(...qualificationTrays(person, settings));
  const ofServices = settings.trays.filter((tray) => services.includes(tray.service)).map((setting): Tray => ({ id: setting.id, kind: 'service', setting, filter: (eb) => eb.and([eb('tray', '=', setting.id), eb('state', 'in', treated)]) }));
  return [...own, ...ofServices];
}

/** What waits to be qualified, a tray for each mail room: the central one's first, then those of sites. */
function qualificationTrays(person: Person, settings: Settings): Tray[] {
  const waiting: MailFilter = (eb) => eb.and([eb('state', 'in', ['toQualify', 'registered']), handledBy(person, 'mail')]);
  const central: Tray[] = belongs(person, houseGroups.mailRoom) ? [{ id: 'qualification', kind: 'qualification', filter: (eb) => eb.and([waiting(eb), sql<SqlBool>`(mail_rooms is null or mail_rooms = ${sql.val([houseGroups.mailRoom])}::text[])`]) }] : [];
  return [...central, ...sitesHandled(person, settings).map((site): Tray => ({ id: `qualification:${site}`, kind: 'qualification', site, filter: (eb) => eb.and([waiting(eb), sql<SqlBool>`mail_rooms @> ${sql.val([mailRoomGroup(site)])}::text[]`]) }))];
}

/** Sites whose letters `person` qualifies: in the settings' order, then those that are in no settings any more. */
function sitesHandled(person: Person, { sites }: Settings): string[] {
  const own = mailRoomsOf(person).flatMap((group) => siteOfMailRoom(group) ?? []);
  const known = sites.filter(({ code, mailRoom, centralReads }) => own.includes(code) || (mailRoom && centralReads && belongs(person, houseGroups.mailRoom))).map(({ code }) => code);
  return [...new Set([...known, ...own])];
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


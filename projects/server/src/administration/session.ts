import { belongs, headGroup, houseGroups, keepsPaperOf, secretariatGroup, serviceGroup, type Person } from '@bannette/domain';
import type { House } from '@bannette/house';
import { openAlerts, watches } from '@bannette/vigilance';
import { sql, type SqlBool } from 'kysely';

type Room = 'mailRoom' | 'records' | 'dpo' | 'administration' | 'alerts' | 'unscanned' | 'boxes';

/** Who is signed in, and which rooms and services are theirs. */
export async function sessionOf(house: House, person: Person) {
  const { services, authority } = await house.settings();
  return {
    id: person.id,
    displayName: person.displayName,
    email: person.email,
    rooms: [...roomsOf(person, services.map(({ code }) => code)), ...(watches(person, { services }) ? ['alerts' as const] : [])],
    services: services.filter(({ code }) => belongs(person, serviceGroup(code))).map(({ code, label }) => ({ code, label, head: belongs(person, headGroup(code)), secretary: belongs(person, secretariatGroup(code)) })),
    authority: { name: authority.name, timeZone: authority.timeZone, undoSeconds: authority.undoSeconds },
    unreadNotices: await unreadNotices(house, person),
    openAlerts: await openAlerts(house, person),
  };
}

function roomsOf(person: Person, services: readonly string[]): Room[] {
  const rooms: Room[] = [];
  if (belongs(person, houseGroups.mailRoom)) rooms.push('mailRoom');
  if (belongs(person, houseGroups.archives) || belongs(person, houseGroups.dpo) || services.some((code) => belongs(person, headGroup(code)))) rooms.push('records');
  if (belongs(person, houseGroups.dpo)) rooms.push('dpo');
  if (belongs(person, houseGroups.administrators)) rooms.push('administration');
  if (belongs(person, houseGroups.mailRoom) || services.some((code) => belongs(person, serviceGroup(code)))) rooms.push('unscanned');
  if (services.some((code) => keepsPaperOf(person, code))) rooms.push('boxes');
  return rooms;
}

async function unreadNotices(house: House, person: Person): Promise<number> {
  const row = await house.store.db
    .selectFrom('notice')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('entity_id', '=', house.entityId)
    .where(sql<SqlBool>`audience = any(${sql.val([...person.groups])}::text[])`)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('notice_read').select('notice_id').whereRef('notice_id', '=', 'notice.id').where('person', '=', person.id))))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

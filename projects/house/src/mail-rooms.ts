import { belongs, houseGroups, mailRoomsAt, mailRoomsOf, mayHandle, serviceGroup, siteOfMailRoom, siteOfService, type Person, type Settings } from '@bannette/domain';
import { centralDoor, forbidden } from '@bannette/http';
import { sql, type RawBuilder, type SqlBool } from 'kysely';

/**
 * What `person` handles as one of a mail room, as a condition on a table that has the columns of sites.
 *
 * @param table name or alias of the table, where several have them
 */
export function handledBy(person: Person, table?: string): RawBuilder<SqlBool> {
  const column = sql.ref(table ? `${table}.mail_rooms` : 'mail_rooms');
  const rooms = sql.val([...mailRoomsOf(person)]);
  return belongs(person, houseGroups.mailRoom) ? sql<SqlBool>`(${column} is null or ${column} && ${rooms}::text[])` : sql<SqlBool>`coalesce(${column} && ${rooms}::text[], false)`;
}

/** Where something came in, as rows keep it. */
export interface CameIn {
  readonly site: string | null;
  readonly mail_rooms: string[] | null;
}

/** What a row keeps of a site; `undefined` is the central mail room. */
export function cameInAt(site: string | undefined, settings: Pick<Settings, 'sites'>): CameIn {
  const rooms = mailRoomsAt(site, settings);
  return { site: site ?? null, mail_rooms: rooms ? [...rooms] : null };
}

/** Where `person` may say that something came in: `undefined` is the central mail room. The first is meant when they say nothing. */
export function doorsOf(person: Person, settings: Pick<Settings, 'sites' | 'services'>): readonly (string | undefined)[] {
  const places = [undefined, ...settings.sites.map(({ code }) => code)];
  const rooms = mailRoomsOf(person).map(siteOfMailRoom);
  const services = settings.services.filter(({ code }) => belongs(person, serviceGroup(code))).map(siteOfService).map((site) => (places.includes(site) ? site : undefined));
  const doors = [...places.filter((site) => rooms.includes(site)), ...places.filter((site) => !rooms.includes(site) && services.includes(site))];
  return doors.length ? doors : [undefined];
}

/**
 * The site of what `person` hands in: the one they say, if it is a door of theirs, else their own.
 *
 * @param said a site's code, or `central`
 * @throws Problem 403 `forbidden` for a site where they have nothing to hand in
 */
export function doorOf(person: Person, said: string | undefined, settings: Pick<Settings, 'sites' | 'services'>): string | undefined {
  const doors = doorsOf(person, settings);
  const site = said === undefined ? doors[0] : siteOfDoor(said);
  if (!doors.includes(site)) throw forbidden('depositAtSite');
  return site;
}

/** The site that a door's name says; none is the central mail room. */
export const siteOfDoor = (said: string): string | undefined => (said === centralDoor ? undefined : said);

/** Refuses who works in none of the mail rooms that handle it. */
export function requireMailRoomOf(person: Person, mailRooms: readonly string[] | null | undefined, action: string): void {
  if (!mayHandle(person, mailRooms)) throw forbidden(action);
}

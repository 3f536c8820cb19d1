import type { Settings } from '../settings/settings.js';
import { houseGroups, mailRoomGroup } from './groups.js';
import type { Person } from './roles.js';

const central: readonly string[] = [houseGroups.mailRoom];
const headOfSites = mailRoomGroup('');

/** Whether a group is a mail room: the central one, or a site's own. */
export const isMailRoom = (group: string): boolean => group === houseGroups.mailRoom || group.startsWith(headOfSites);

/** The site whose own mail room a group is; undefined for the central one and for groups that are none. */
export const siteOfMailRoom = (group: string): string | undefined => (group.startsWith(headOfSites) ? group.slice(headOfSites.length) : undefined);

/** Mail rooms as rows keep them: none said is the central one. */
export const mailRoomsOr = (mailRooms: readonly string[] | null | undefined): readonly string[] => (mailRooms?.length ? mailRooms : central);

/** Groups that handle what comes in at `site`; undefined: the central mail room alone. */
export function mailRoomsAt(site: string | undefined, { sites }: Pick<Settings, 'sites'>): readonly string[] | undefined {
  const setting = sites.find(({ code }) => code === site);
  if (!setting?.mailRoom) return undefined;
  return setting.centralReads ? [mailRoomGroup(setting.code), houseGroups.mailRoom] : [mailRoomGroup(setting.code)];
}

/** The mail rooms that `person` works in, as groups; the central one first. */
export const mailRoomsOf = (person: Person): readonly string[] => person.groups.filter(isMailRoom).sort();

/** Whether `person` works in a mail room, whichever. */
export const inMailRoom = (person: Person): boolean => person.groups.some(isMailRoom);

/** Whether `person` works in one of the mail rooms that handle something: a deposit, a file, a batch, a mail, a box. */
export const mayHandle = (person: Person, mailRooms: readonly string[] | null | undefined): boolean => mailRoomsOr(mailRooms).some((group) => person.groups.includes(group));

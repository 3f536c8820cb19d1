import { secretariatGroup, serviceGroup } from '../rights/groups.js';
import { mayHandle } from '../rights/mail-rooms.js';
import { belongs, type Person } from '../rights/roles.js';

/**
 * Who registers mail that is not scanned, and keeps boxes: the mail room for all, secretaries for their own service.
 *
 * @param mailRooms groups of the mail rooms whose paper it is; none said: the central one
 */
export function keepsPaperOf(person: Person, service: string | undefined, mailRooms?: readonly string[] | null): boolean {
  if (mayHandle(person, mailRooms)) return true;
  return service !== undefined && belongs(person, serviceGroup(service)) && belongs(person, secretariatGroup(service));
}

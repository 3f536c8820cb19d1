import { houseGroups, secretariatGroup, serviceGroup } from '../rights/groups.js';
import { belongs, type Person } from '../rights/roles.js';

/** Who registers mail that is not scanned, and keeps boxes: the mail room for all, secretaries for their own service. */
export function keepsPaperOf(person: Person, service: string | undefined): boolean {
  if (belongs(person, houseGroups.mailRoom)) return true;
  return service !== undefined && belongs(person, serviceGroup(service)) && belongs(person, secretariatGroup(service));
}

import { houseGroups } from './groups.js';
import { belongs, type Person } from './roles.js';

const ours = 'GROUP_GEC_';

/** Somebody from outside, in the house for one thing only: of all groups of the house they are in the archivists' alone. */
export const isGuest = (person: Person): boolean => belongs(person, houseGroups.archivists) && person.groups.every((group) => group === houseGroups.archivists || !group.startsWith(ours));

import { houseGroups } from '../rights/groups.js';
import { inMailRoom } from '../rights/mail-rooms.js';
import { belongs, type Person } from '../rights/roles.js';

/** Who may do what with registers. Whoever takes mail in may need numbers for a day without server; the register is of the whole house. */
export const registerRights = {
  /** Registers and their next numbers. */
  readRegisters: (person: Person) => inMailRoom(person) || [houseGroups.administrators, houseGroups.archives, houseGroups.dpo].some((group) => belongs(person, group)),
  /** The daily register, its files, and the report of gaps. */
  readRegister: (person: Person) => [houseGroups.mailRoom, houseGroups.archives, houseGroups.dpo].some((group) => belongs(person, group)),
  /** Numbers for a day without server: reserve them, print them, enter what they were given to, void the others. */
  reserve: (person: Person) => inMailRoom(person),
} as const satisfies { readonly [action: string]: (person: Person) => boolean };
export type RegisterAction = keyof typeof registerRights;

import { belongs, type Person } from '../rights/roles.js';
import { compartmentGroup, houseGroups, mailRoomGroup, serviceGroup } from '../rights/groups.js';
import type { Settings } from '../settings/settings.js';

/** Whose file a beneficiary's is. That there is a file at all may be a secret. */
export interface Guard {
  /** None: known to all services that keep files. */
  readonly service?: string;
  /** Known to the cleared people of `service` alone. */
  readonly compartment?: string;
}

type Keeping = Pick<Settings, 'services' | 'sites'>;

/** Groups that may know that the house knows this person. A mail's readers may be others: they read the letter, not the file. */
export function knowersOf(guard: Guard, { services, sites }: Keeping): readonly string[] {
  if (guard.service && guard.compartment) return [compartmentGroup(guard.service, guard.compartment)];
  if (guard.service) return [houseGroups.mailRoom, serviceGroup(guard.service)];
  return [houseGroups.mailRoom, ...sites.filter(({ mailRoom }) => mailRoom).map(({ code }) => mailRoomGroup(code)), ...services.filter(({ beneficiaries }) => beneficiaries).map(({ code }) => serviceGroup(code))];
}

export function knows(person: Person, guard: Guard, settings: Keeping): boolean {
  return knowersOf(guard, settings).some((group) => belongs(person, group));
}

/** Files that a person may know of: what lists and searches are filtered by; the same as `knows`, said the other way round. */
export interface KnownFiles {
  /** Those that no service guards. */
  readonly shared: boolean;
  /** Services whose files without a compartment are known. */
  readonly services: readonly string[];
  readonly compartments: readonly { readonly service: string; readonly compartment: string }[];
}

export function filesKnownTo(person: Person, settings: Keeping): KnownFiles {
  const mailRoom = belongs(person, houseGroups.mailRoom);
  return {
    shared: knows(person, {}, settings),
    services: settings.services.map(({ code }) => code).filter((code) => mailRoom || belongs(person, serviceGroup(code))),
    compartments: settings.services.flatMap(({ code: service, compartments }) => compartments.filter((compartment) => belongs(person, compartmentGroup(service, compartment))).map((compartment) => ({ service, compartment }))),
  };
}

/** Who has a page of beneficiaries: the mail room, services that keep files, and people cleared for a compartment. */
export function keepsBeneficiaries(person: Person, settings: Keeping): boolean {
  const { shared, compartments } = filesKnownTo(person, settings);
  return shared || compartments.length > 0;
}

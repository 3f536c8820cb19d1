import type { HoldKind, HoldScopeKind } from '../records/words.js';
import { headGroup, houseGroups } from '../rights/groups.js';
import { belongs, type Person } from '../rights/roles.js';
import { holdKinds } from '../records/words.js';

/** Services of the mails that a hold would take; one without a service is `undefined`. */
export type ServicesConcerned = readonly (string | undefined)[];

const isHead = (person: Person): boolean => person.groups.some((group) => group.startsWith('GROUP_GEC_S_') && group.endsWith('__RESPONSABLE'));

/**
 * Who may place which hold. The archives place all; the data protection officer limits processing (RGPD art. 18); the head
 * of a service holds that service's own mails and affairs because of litigation.
 */
const mayPlace: readonly { readonly who: (person: Person) => boolean; readonly kinds: readonly HoldKind[]; readonly scopes: readonly HoldScopeKind[]; readonly ownServiceOnly: boolean }[] = [
  { who: (person) => belongs(person, houseGroups.archives), kinds: holdKinds, scopes: ['mails', 'affair', 'correspondent', 'beneficiary', 'row'], ownServiceOnly: false },
  { who: (person) => belongs(person, houseGroups.dpo), kinds: ['restriction'], scopes: ['mails', 'affair', 'correspondent', 'beneficiary'], ownServiceOnly: false },
  { who: isHead, kinds: ['litigation'], scopes: ['mails', 'affair'], ownServiceOnly: true },
];

/** Kinds of holds that `person` may place on a scope of this kind, whatever mails it takes; none for most people. */
export function holdKindsFor(person: Person, scope: HoldScopeKind): readonly HoldKind[] {
  return holdKinds.filter((kind) => mayPlace.some((row) => row.who(person) && row.scopes.includes(scope) && row.kinds.includes(kind)));
}

/** Whether `person` may place this hold on mails of these services. */
export function mayPlaceHold(person: Person, hold: { readonly kind: HoldKind; readonly scope: HoldScopeKind }, services: ServicesConcerned): boolean {
  return mayPlace.some((row) => row.who(person) && row.scopes.includes(hold.scope) && row.kinds.includes(hold.kind) && (!row.ownServiceOnly || services.every((service) => service !== undefined && belongs(person, headGroup(service)))));
}

/** What of a hold decides who may change it. */
export interface HoldForRights {
  readonly kind: HoldKind;
  readonly createdBy: string;
}

/** Extending, reviewing and releasing: the archives all, the data protection officer limitations of processing, a head what they placed. */
export function mayChangeHold(person: Person, { kind, createdBy }: HoldForRights): boolean {
  return belongs(person, houseGroups.archives) || (kind === 'restriction' && belongs(person, houseGroups.dpo)) || (kind === 'litigation' && createdBy === person.id && isHead(person));
}

/** Who sees all holds with their reasons; others who may place one see their own. */
export const seesAllHolds = (person: Person): boolean => belongs(person, houseGroups.archives) || belongs(person, houseGroups.dpo);

/** Who has the page of holds. */
export const hasHolds = (person: Person): boolean => seesAllHolds(person) || isHead(person);

/** Who is told on a mail why it is held, and not only that it is: besides those, the head of the service that treats it. */
export const mayReadHoldReason = (person: Person, hold: HoldForRights, service: string | undefined): boolean => seesAllHolds(person) || hold.createdBy === person.id || (service !== undefined && belongs(person, headGroup(service)));

/** Who lets a limited mail be processed once more all the same (RGPD art. 18 §2): with a reason, which is kept. */
export const mayExceptFromRestriction = (person: Person, service: string | undefined): boolean => belongs(person, houseGroups.dpo) || (service !== undefined && belongs(person, headGroup(service)));

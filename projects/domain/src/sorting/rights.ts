import { houseGroups } from '../rights/groups.js';
import { belongs, type Person } from '../rights/roles.js';
import { nextSortingState, sortingStates, type SortingAction, type SortingState } from './states.js';

/** What a person is to a sorting; an archivist only of one that was sent to them. */
export const sortingRoles = ['archives', 'archivist', 'dpo'] as const;
export type SortingRole = (typeof sortingRoles)[number];
export type SortingDeed = SortingAction | 'read' | 'openItem';

export interface SortingForRights {
  readonly state: SortingState;
  /** To whom it was sent. */
  readonly archivists: readonly string[];
}

/** Who may do what with a sorting. Selection belongs to the person in charge of the State's control (Code du patrimoine R212-14): nobody of the house agrees to it; records managers record an agreement that came on paper, with its file. */
export const sortingRights: readonly { readonly role: SortingRole; readonly deeds: readonly SortingDeed[]; readonly states: readonly SortingState[] }[] = [
  { role: 'archives', deeds: ['read'], states: sortingStates },
  { role: 'archives', deeds: ['change', 'decide', 'propose'], states: ['draft'] },
  { role: 'archives', deeds: ['recordAgreement'], states: ['proposed'] },
  { role: 'archives', deeds: ['cancel'], states: ['draft', 'proposed'] },
  { role: 'archivist', deeds: ['read'], states: ['proposed', 'agreed', 'done'] },
  { role: 'archivist', deeds: ['decide', 'agree', 'giveBack', 'openItem'], states: ['proposed'] },
  { role: 'dpo', deeds: ['read'], states: ['proposed', 'agreed', 'done', 'cancelled'] },
];

export function rolesOnSorting(person: Person, { archivists }: SortingForRights): readonly SortingRole[] {
  const holds: { readonly [role in SortingRole]: boolean } = {
    archives: belongs(person, houseGroups.archives),
    archivist: belongs(person, houseGroups.archivists) && archivists.includes(person.id),
    dpo: belongs(person, houseGroups.dpo),
  };
  return sortingRoles.filter((role) => holds[role]);
}

/** By role and state alone; what the circuit doesn't offer in that state is nobody's. */
export function mayWithSorting(person: Person, deed: SortingDeed, sorting: SortingForRights): boolean {
  if (deed !== 'read' && deed !== 'openItem' && nextSortingState(sorting.state, deed) === undefined) return false;
  const roles = rolesOnSorting(person, sorting);
  return sortingRights.some((row) => roles.includes(row.role) && row.deeds.includes(deed) && row.states.includes(sorting.state));
}

/** The table by role, as people read it. */
export const sortingRightsByRole = (): readonly { readonly role: SortingRole; readonly lines: readonly { readonly deed: SortingDeed; readonly states: readonly SortingState[] }[] }[] =>
  sortingRoles.map((role) => {
    const own = sortingRights.filter((row) => row.role === role);
    const deeds = [...new Set(own.flatMap((row) => row.deeds))];
    return { role, lines: deeds.map((deed) => ({ deed, states: sortingStates.filter((state) => own.some((row) => row.deeds.includes(deed) && row.states.includes(state))) })) };
  });

/** Whether the person's role has it in some state: then it is the state that refuses, not the right. */
export const everWithSorting = (person: Person, deed: SortingDeed, sorting: SortingForRights): boolean => sortingStates.some((state) => mayWithSorting(person, deed, { ...sorting, state }));

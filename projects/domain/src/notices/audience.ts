import type { Person } from '../rights/roles.js';

/** To whom a notice may be addressed so that this person is told: a group of theirs, or their user name (no group has the name of a person: groups begin with `GROUP_`). */
export function audiencesOf(person: Pick<Person, 'id' | 'groups'>): readonly string[] {
  return [...new Set([...person.groups, person.id])];
}

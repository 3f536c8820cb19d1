import type { Group } from '@bannette/alfresco';
import { groupsFor, type GroupDefinition } from '@bannette/domain';
import { check } from '../check.js';
import { named } from '../named.js';
import { finding, type Finding } from '../report.js';

/** The groups that the settings in force call for. */
export const groups = check('groups', 'rights', ['eyes'], async ({ eyes, settings }) => {
  const wanted = groupsFor(settings);
  const found = new Map<string, Group>();
  for (const { id } of wanted) {
    const group = await eyes.repository.groups.find(id);
    if (group) found.set(id, group);
  }
  return judgeGroups(wanted, found);
});

export function judgeGroups(wanted: readonly GroupDefinition[], found: ReadonlyMap<string, Group>): readonly Finding[] {
  const missing = wanted.filter(({ id }) => !found.has(id)).map(({ id }) => id);
  const astray = wanted.filter(({ id, parent }) => parent && found.has(id) && !found.get(id)?.parents.includes(parent)).map(({ id }) => id);
  return [
    ...(missing.length ? [finding('groupsMissing', { count: missing.length, names: named(missing) })] : []),
    ...(astray.length ? [finding('groupsAstray', { count: astray.length, names: named(astray) })] : []),
  ];
}

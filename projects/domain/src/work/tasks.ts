import { covers } from '../delegation/delegation.js';
import { isCleared, type MailForRights, type Person } from '../rights/roles.js';
import { may } from '../rights/table.js';

/** Whether and for whom `person` may end a task: who has it, who set it, who replaces one who has it, or who may set tasks on the mail and assign it. */
export function mayEndTask(person: Person, task: { readonly assignees: readonly string[]; readonly createdBy: string }, mail: MailForRights): { readonly for?: string } | undefined {
  if (!isCleared(person, mail)) return undefined;
  if (task.assignees.includes(person.id) || task.createdBy === person.id) return {};
  const replaced = person.replaces?.find((one) => one.powers.includes('treat') && covers(one, mail) && task.assignees.includes(one.person.id));
  if (replaced) return { for: replaced.person.id };
  return may(person, 'assign', mail) ? {} : undefined;
}

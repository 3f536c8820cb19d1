import type { Repository } from '../repository.js';
import { part, problem, type Part } from './part.js';
import type { ServiceAccount } from './steps.js';

/** An account that is there is used as it is, unless it may do everything: then nothing that it is refused would hold. */
export async function planAccount({ people }: Repository, account: ServiceAccount, lastName: string): Promise<Part> {
  const person = await people.find(account.id);
  if (!person) return part({ action: 'createAccount', subject: account.id, account: { ...account, lastName } });
  if (person.isAdmin) return problem('accountIsAdministrator', account.id);
  // So an uninstallation left it.
  return person.enabled ? part() : part({ action: 'enableAccount', subject: account.id });
}

import type { Account } from '../accounts.js';
import { check } from '../check.js';
import { finding, type Finding } from '../report.js';
import type { Eyes } from '../surroundings.js';

/** Bannette's own accounts: there, let in, and no more powerful than they need to be. */
export const serviceAccounts = check('serviceAccounts', 'rights', [], async ({ accounts, eyes, about }) => {
  const found: Finding[] = [];
  for (const account of accounts.filter(({ role, state }) => role !== 'administrator' && state !== 'unreachable')) {
    // Without AGS nobody destroys, and installation makes no account for it.
    if (account.role === 'purge' && !about?.recordsVersion) continue;
    found.push(...judgeAccount(account, await isThere(eyes, account)));
  }
  return found;
});

async function isThere(eyes: Eyes | undefined, { id, state }: Account): Promise<boolean> {
  return state === 'signedIn' || !eyes || (await eyes.repository.people.find(id)) !== undefined;
}

const powerful = ['GROUP_ALFRESCO_SEARCH_ADMINISTRATORS', 'GROUP_ALFRESCO_MODEL_ADMINISTRATORS', 'GROUP_SITE_ADMINISTRATORS', 'GROUP_EMAIL_CONTRIBUTORS', 'GROUP_ALFRESCO_SYSTEM_ADMINISTRATORS'];

export function judgeAccount({ role, id, state, person, groups = [] }: Account, there: boolean): readonly Finding[] {
  const about = { subject: id, account: id };
  if (!there) return [finding('accountMissing', about)];
  if (state === 'refused') return [finding('signInRefused', about)];
  // The purge account's password may be kept where eliminations are run, and nowhere else.
  if (state === 'passwordUnknown') return role === 'service' ? [finding('passwordUnknown', about)] : [];
  if (person?.isAdmin || groups.includes('GROUP_ALFRESCO_ADMINISTRATORS')) return [finding('accountIsAdministrator', about)];
  return groups.filter((group) => powerful.includes(group)).map((group) => finding('accountInPowerfulGroup', { ...about, group }));
}

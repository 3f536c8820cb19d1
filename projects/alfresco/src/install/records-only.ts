import { AlfrescoError } from '../error.js';
import type { Repository } from '../repository.js';
import { recordsInstaller } from './records-apply.js';
import { planRecords } from './records-plan.js';
import type { InstallOptions, InstallPlan, InstallStep, RecordsStep } from './steps.js';

/** What writing categories needs of an installation. */
export type CategoryOptions = Pick<InstallOptions, 'entity' | 'serviceAccount' | 'records'>;

const ofCategories = ['createPlan', 'grantFiling', 'createCategory', 'writeSchedule'] as const;
const isOfCategories = (step: InstallStep): step is RecordsStep => (ofCategories as readonly string[]).includes(step.action);

/**
 * What of the file plan is missing for the rows, and nothing else of an installation.
 *
 * @throws AlfrescoError `forbidden` for who doesn't administer Alfresco; `invalid` where the installation itself (site, events,
 * roles, accounts) is incomplete, or something of others has a name of ours
 */
export async function planCategoriesOnly(repository: Repository, options: CategoryOptions): Promise<InstallPlan> {
  if (!(await repository.me()).isAdmin) throw new AlfrescoError('forbidden', 'categories: notAdministrator');
  const whole: InstallOptions = { model: '', groups: [], ...options };
  const { steps, problems, warnings } = await planRecords(repository, whole);
  const [problem] = problems;
  if (problem) throw new AlfrescoError('invalid', `categories: ${problem.code}`, { errorKey: problem.subject });
  const other = steps.find((step) => !isOfCategories(step));
  if (other) throw new AlfrescoError('invalid', 'categories: installationIncomplete', { errorKey: `${other.action} ${other.subject}` });
  return { options: whole, steps, problems, warnings };
}

/** Writes what was planned, step by step; after a failure a new plan holds what is left. */
export async function applyCategories(repository: Repository, { options, steps }: InstallPlan, onStep?: (step: InstallStep) => void): Promise<void> {
  const install = recordsInstaller(repository, options);
  for (const step of steps.filter(isOfCategories)) {
    await install(step);
    onStep?.(step);
  }
}

import { oldestRecords } from '../about.js';
import { isScheduled, stepsFor, type PlannedRow } from './schedule-rows.js';
import type { InstallPlan, InstallProblem, InstallStep, InstallWarning } from './steps.js';

/** A plan as lines for whoever installs: what would be done, by kind; what stands in the way; what to look at. */
export function describePlan({ steps, problems, warnings }: Pick<InstallPlan, 'steps' | 'problems' | 'warnings'>): readonly string[] {
  const notes = warnings.length ? ['', 'Please look at this:', ...warnings.map((one) => `  - ${warn(one)}`)] : [];
  if (problems.length) return ['Nothing is changed, because:', ...problems.map((one) => `  - ${refuse(one)}`), ...notes];
  if (!steps.length) return ['Nothing to change: all is in place.', ...notes];
  return [`${steps.length} ${steps.length === 1 ? 'change' : 'changes'}:`, ...headings.flatMap((heading) => underHeading(heading, steps)), ...notes];
}

const headings = ['Content model', 'Groups', 'Accounts', 'Folders and their rights', 'Readable copies of the settings', 'Records management', 'File plan', 'Retention schedules'] as const;
type Heading = (typeof headings)[number];

const headingOf: Readonly<Record<InstallStep['action'], Heading>> = {
  deployModel: 'Content model',
  updateModel: 'Content model',
  createGroup: 'Groups',
  joinGroups: 'Groups',
  createAccount: 'Accounts',
  enableAccount: 'Accounts',
  createFolder: 'Folders and their rights',
  grantAccount: 'Folders and their rights',
  writeSettings: 'Readable copies of the settings',
  createSite: 'Records management',
  createEvent: 'Records management',
  createRole: 'Records management',
  updateRole: 'Records management',
  assignRole: 'Records management',
  createPlan: 'File plan',
  grantFiling: 'File plan',
  createCategory: 'File plan',
  writeSchedule: 'Retention schedules',
};

function underHeading(heading: Heading, steps: readonly InstallStep[]): readonly string[] {
  const own = steps.filter(({ action }) => headingOf[action] === heading);
  return own.length ? [`  ${heading} (${own.length})`, ...own.map((step) => `    ${describeStep(step)}`)] : [];
}

const places = { library: 'the mail library (Company Home/Bannette)', configuration: 'the folder of settings (Data Dictionary/Bannette)', plan: 'the authority’s category', holds: 'the container of holds' } as const;

/** One step in a sentence without subject. */
export function describeStep(step: InstallStep): string {
  switch (step.action) {
    case 'deployModel':
      return `deploy ${step.subject}`;
    case 'updateModel':
      return `add to ${step.subject} what is new; nothing goes`;
    case 'createGroup':
      return `make ${step.subject} (${step.group.label})`;
    case 'joinGroups':
      return `put ${step.subject} into ${step.group.parents.join(', ')}`;
    case 'createAccount':
      return `make ${step.subject}, no administrator; its password is kept in a file here`;
    case 'enableAccount':
      return `let ${step.subject} sign in again; it is switched off`;
    case 'createFolder':
      return `make ${places[step.subject]}`;
    case 'grantAccount':
      return `give the service account its rights in ${places[step.subject]}${step.subject === 'library' ? ', and nobody any from above' : ''}`;
    case 'writeSettings':
      return `write ${step.subject}`;
    case 'createSite':
      return 'make the site of records management, which this Alfresco does not have yet';
    case 'createEvent':
      return `make the event ${step.subject} (${step.event.label})`;
    case 'createRole':
      return `make the role ${step.subject} with ${step.role.capabilities.length} capabilities`;
    case 'updateRole':
      return `give the role ${step.subject} exactly its ${step.role.capabilities.length} capabilities again`;
    case 'assignRole':
      return `give ${step.subject} the role ${step.role}`;
    case 'createPlan':
      return `make the category “${step.subject}”`;
    case 'grantFiling':
      return `let ${step.accounts.join(' and ')} file in ${places[step.subject]}`;
    case 'createCategory':
      return `make the category “${step.subject}”${isScheduled(step.row) ? '' : ', without schedule: the archives’ agreement is not recorded'}`;
    case 'writeSchedule':
      return `${step.categoryId ? 'complete' : 'write'} the schedule of “${step.subject}”: ${describeSchedule(step.row)}`;
  }
}

function describeSchedule({ row, sample }: PlannedRow): string {
  const period = row.years === 1 ? '1 year' : `${row.years} years`;
  const fate = stepsFor(row).some(({ action }) => action === 'destroy') ? `cut off at closing, kept ${period}, destroyed after the visa only` : `kept ${period}, no destruction`;
  return `${fate}${sample ? ' (SAMPLE, agreed by nobody)' : ''}`;
}

function refuse({ code, subject }: InstallProblem): string {
  switch (code) {
    case 'notAdministrator':
      return `${subject} is not an administrator of this Alfresco; only one can install`;
    case 'repositoryTooOld':
      return `this Alfresco is ${subject}; Bannette needs 23.1 or later`;
    case 'modelForeign':
      return `Data Dictionary/Models holds another model, ${subject}, under the name of ours (gecModel.xml)`;
    case 'modelNotAdditive':
      return `the model that is deployed has what ours lacks or has otherwise: ${subject}. It comes from a later Bannette, or was changed by hand`;
    case 'folderForeign':
      return `a folder named Bannette is there that installation did not make (node ${subject}); rename it, then install`;
    case 'accountIsAdministrator':
      return `the account ${subject} is an administrator: nothing that Bannette's accounts are refused would hold. Take it out of the administrators, or name another`;
    case 'accountsSame':
      return `${subject} would be both the service account and the one that destroys; they must be two`;
    case 'notRecordsAdministrator':
      return 'records management refuses this administrator (who is to be in its role “Records Management Administrator”)';
    case 'eventForeign':
      return `the event ${subject} of records management has our name or label, and is another's`;
    case 'roleForeign':
      return `the role ${subject} of records management is there, and installation did not make it`;
    case 'categoryForeign':
      return `a category “${subject}” is in the file plan that installation did not make; rename it, then install`;
  }
}

function warn({ code, subject }: InstallWarning): string {
  switch (code) {
    case 'agsMissing':
      return 'this Alfresco has no Governance Services (AGS): mail works, but nothing is declared a record or eliminated. Add AGS, then install again';
    case 'agsTooOld':
      return `Governance Services (AGS) of this Alfresco are ${subject}; Bannette needs ${oldestRecords} or later for records. Mail works, but nothing is declared a record or eliminated. Upgrade AGS with Alfresco, then install again`;
    case 'scheduleDrifted':
      return `the schedule of “${subject}” is no longer what its row says; it is left as it is`;
    case 'scheduleNotAgreed':
      return `“${subject}” has a schedule, but no agreement of the archives is recorded for its row; it is left as it is`;
    case 'categoryInUse':
      return `“${subject}” has no schedule yet, and folders already, so that AGS takes none for its records; empty it, then install again`;
  }
}

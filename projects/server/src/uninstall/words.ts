import type { Kept, UninstallPlan, UninstallProblem, UninstallStep } from './plan.js';

/** What an uninstallation never takes away. */
const always = [
  'the mail library with all mails and documents, and their permissions',
  'records, file plan, categories, schedules, holds',
  'the events of records management: without the visa event a destruction could open or block for ever',
  'the content model: Alfresco refuses to delete one that nodes use',
  'the readable copies of the settings',
];

/** The plan as lines for whoever uninstalls. */
export function describeUninstall({ steps, problems, kept }: UninstallPlan, { groups, dropDatabase }: { readonly groups: boolean; readonly dropDatabase: boolean }): readonly string[] {
  if (problems.length) return ['Nothing is changed, because:', ...problems.map((one) => `  - ${refuse(one)}`)];
  return [
    ...(steps.length ? [`${steps.length} ${steps.length === 1 ? 'change' : 'changes'}:`, ...steps.map((step) => `  ${describeUninstallStep(step)}`)] : ['Nothing to change: Bannette is taken out.']),
    '',
    'Left as it is:',
    ...[...always, ...(groups ? [] : ['all groups: permissions name them (--groups removes those that are nobody’s)']), ...(dropDatabase ? [] : ['the database'])].map((one) => `  - ${one}`),
    ...kept.map((one) => `  - ${keep(one)}`),
  ];
}

export function describeUninstallStep(step: UninstallStep): string {
  switch (step.action) {
    case 'export':
      return `export the journal, what its verifier says, and the register of mails to ${step.subject} and Data Dictionary/Bannette/Export`;
    case 'unassignRole':
      return `take the role ${step.role} from ${step.subject}`;
    case 'deleteRole':
      return `delete the role ${step.subject}, which nobody has then`;
    case 'revokeFiling':
      return `take from ${step.subject} the right to file in node ${step.nodeId}`;
    case 'revokeFolder':
      return step.subject === 'library' ? 'take from the service account its right on the mail library' : 'take from the service account its right on the folder of settings';
    case 'disableAccount':
      return `switch off ${step.subject}: nobody signs in with it any more`;
    case 'deleteGroup':
      return `delete ${step.subject}, in which nobody is and which no mail names`;
    case 'dropDatabase':
      return `drop the database ${step.subject}, for good`;
  }
}

function refuse({ code, subject }: UninstallProblem): string {
  switch (code) {
    case 'notAdministrator':
      return `${subject} is not an administrator of this Alfresco; only one can uninstall`;
    case 'notRecordsAdministrator':
      return 'records management refuses this administrator (who is to be in its role “Records Management Administrator”)';
    case 'notInAlfresco':
      return `${subject} mails are not wholly in Alfresco yet: run \`bannette serve\` until \`bannette doctor\` says that nothing waits`;
    case 'campaignRunning':
      return `${subject} is being carried out, or has stopped half-way: let it end, or see why it stopped and resume it (Archives › Éliminations)`;
    case 'onlyInSpool':
      return `the database can't be dropped: ${subject} letters that nobody numbered are known to it alone. Qualify, void or discard them first`;
  }
}

function keep({ code, subject }: Kept): string {
  switch (code) {
    case 'roleHeldByOthers':
      return `the role ${subject}: others have it too`;
    case 'roleForeign':
      return `the role ${subject}: installation did not make it`;
    case 'accountForeign':
      return `the account ${subject}: installation did not make it; switch it off yourself if nothing else uses it`;
    case 'hasMembers':
      return `${subject}: people are in it`;
    case 'namedByMails':
      return `${subject}: permissions of mails name it`;
    case 'notOurs':
      return `${subject}: it has another label than installation gave it`;
    case 'holdsAnother':
      return `${subject}: a group that stays is in it`;
    case 'recordsKept':
      return `${subject} mails are records in Governance Services, with their dates: nobody proposes them for elimination any more, and AGS destroys nothing without its visa event`;
    case 'holdsKept':
      return `${subject} holds go on in Governance Services, named “Bannette …”: whoever is to release them there needs their list first (Archives › Gels)`;
    case 'campaignsOpen':
      return `campaign ${subject} is not ended: nothing of it is destroyed`;
    case 'lettersInSpool':
      return `${subject} letters that nobody numbered: they are in the spool and in the database only`;
  }
}

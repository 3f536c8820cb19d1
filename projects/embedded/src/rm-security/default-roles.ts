import { capabilities } from './capability-list.js';

export interface DefaultRole {
  readonly name: string;
  readonly displayLabel: string;
  readonly capabilities: readonly string[];
}

const everything = [...capabilities.keys()];
const managersLack = new Set(['CreateModifyDestroyUsersAndGroups', 'ManageRules']);
const powerUser = ['AddModifyEventDates', 'CloseFolders', 'CreateModifyDestroyFolders', 'CreateRecords', 'CycleVitalRecords', 'DeclareRecords', 'DeclareRecordsInClosedFolders', 'EditNonRecordMetadata', 'EditRecordMetadata', 'FileUnfiledRecords', 'FileVersionRecords', 'LinkToRecords', 'PlanningReviewCycles', 'ReOpenFolders', 'RejectRecords', 'RequestRecordInformation', 'ViewRecords'];

/** The roles that a new file plan has. */
export const defaultRoles: readonly DefaultRole[] = [
  { name: 'Administrator', displayLabel: 'Records Management Administrator', capabilities: everything },
  { name: 'ExtendedReaders', displayLabel: 'In-Place Readers', capabilities: ['ViewRecords'] },
  { name: 'ExtendedWriters', displayLabel: 'In-Place Writers', capabilities: ['EditNonRecordMetadata', 'ViewRecords'] },
  { name: 'PowerUser', displayLabel: 'Records Management Power User', capabilities: powerUser },
  { name: 'RecordsManager', displayLabel: 'Records Management Manager', capabilities: everything.filter((one) => !managersLack.has(one)) },
  { name: 'SecurityOfficer', displayLabel: 'Records Management Security Officer', capabilities: [...powerUser, 'ManageAccessControls'].sort() },
  { name: 'User', displayLabel: 'Records Management User', capabilities: ['DeclareRecords', 'ViewRecords'] },
];

/** Permissions that AGS sets with the capabilities though it doesn't list them. */
export const unlisted: Readonly<Record<string, readonly string[]>> = {
  Administrator: ['ViewUpdateReasonsForFreeze', 'ExtendRetentionPeriodOrFreeze'],
  RecordsManager: ['ViewUpdateReasonsForFreeze', 'ExtendRetentionPeriodOrFreeze'],
};

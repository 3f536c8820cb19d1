/** A capability of records management: what a role lets its people do, as AGS names it. */
export interface Capability {
  readonly name: string;
  readonly title: string;
  readonly group: { readonly id: string; readonly title: string };
  readonly index: number;
}

type Listed = readonly [name: string, title: string, index: number];

const groups: readonly { readonly id: string; readonly title: string; readonly capabilities: readonly Listed[] }[] = [
  {
    id: 'audit', title: 'Audit', capabilities: [
      ['AccessAudit', 'Access Audit', 10],
      ['DeclareAuditAsRecord', 'Declare Audit as Record', 20],
      ['DeleteAudit', 'Delete Audit', 30],
      ['EnableDisableAuditByTypes', 'Enable Disable Audit by Types', 40],
      ['ExportAudit', 'Export Audit', 50],
      ['SelectAuditMetadata', 'Select Audit Metadata', 60],
    ],
  },
  {
    id: 'events', title: 'Events', capabilities: [
      ['AddModifyEventDates', 'Add Modify Event Dates', 10],
      ['CreateModifyDestroyEvents', 'Create Modify Destroy Events', 20],
    ],
  },
  {
    id: 'holdControls', title: 'Hold Controls', capabilities: [
      ['AddToHold', 'Add to Hold', 50],
      ['CreateHold', 'Create Hold', 40],
      ['DeleteHold', 'Delete Hold', 48],
      ['EditHold', 'Edit Hold', 46],
      ['FileHoldReport', 'File Hold Report', 80],
      ['RemoveFromHold', 'Remove from Hold', 60],
    ],
  },
  {
    id: 'cutoff', title: 'Cut Off', capabilities: [
      ['ApproveRecordsScheduledForCutoff', 'Approve Records Scheduled for Cut Off', 10],
      ['CreateModifyRecordsInCutoffFolders', 'Create Modify Records in Cut Off Folders', 20],
    ],
  },
  {
    id: 'config', title: 'Configuration', capabilities: [
      ['AttachRulesToMetadataProperties', 'Attach Rules to Metadata Properties', 10],
      ['CreateAndAssociateSelectionLists', 'Create and Associate Selection Lists', 20],
      ['CreateModifyDestroyFileplanMetadata', 'Create Modify Destroy File Plan Metadata', 30],
      ['CreateModifyDestroyFileplanTypes', 'Create Modify Destroy File Plan Types', 40],
      ['CreateModifyDestroyRecordTypes', 'Create Modify Destroy Record Types', 50],
      ['CreateModifyDestroyReferenceTypes', 'Create Modify Destroy Reference Types', 60],
      ['CreateModifyDestroyRoles', 'Create Modify Destroy Roles', 20],
      ['EditSelectionLists', 'Edit Selection Lists', 70],
      ['MakeOptionalParametersMandatory', 'Make Optional Parameters Mandatory', 80],
      ['MapEmailMetadata', 'Map Email Metadata', 90],
    ],
  },
  {
    id: 'dispositionAndTransfers', title: 'Retention and Transfers', capabilities: [
      ['AuthorizeAllTransfers', 'Authorize All Transfers', 10],
      ['AuthorizeNominatedTransfers', 'Authorize Nominated Transfers', 20],
      ['DeleteRecords', 'Delete Records', 30],
      ['DestroyRecordsScheduledForDestruction', 'Destroy Record or Record Folder Scheduled for Destruction', 50],
      ['EndRetention', 'End Retention', 70],
      ['FileDestructionReport', 'File Destruction Report', 110],
      ['FileTransferReport', 'File Transfer Report', 120],
      ['ManuallyChangeDispositionDates', 'Manually Change Retention Dates', 60],
      ['TriggerAnEvent', 'Trigger an Event', 70],
      ['UpdateTriggerDates', 'Update Trigger Dates', 80],
    ],
  },
  {
    id: 'references', title: 'References', capabilities: [
      ['ChangeOrDeleteReferences', 'Change or Delete References', 10],
    ],
  },
  {
    id: 'folderControl', title: 'Folder Control', capabilities: [
      ['CloseFolders', 'Close Folders', 10],
      ['CreateModifyDestroyFolders', 'Create Modify Destroy Folders', 20],
      ['FileVersionRecords', 'File Version Records', 50],
      ['ReOpenFolders', 'Re-Open Folders', 40],
    ],
  },
  {
    id: 'security', title: 'Security', capabilities: [
      ['CreateModifyDestroyUsersAndGroups', 'Create Modify Destroy Users and Groups', 20],
      ['DisplayRightsReport', 'Display Rights Report', 30],
      ['ManageAccessControls', 'Group and User Role Assignment', 40],
      ['ManageAccessRights', 'Manage Permissions', 50],
      ['PasswordControl', 'Password Control', 60],
    ],
  },
  {
    id: 'records', title: 'Records', capabilities: [
      ['CreateRecords', 'Create Records', 35],
      ['DeclareRecords', 'Complete Records', 10],
      ['DeclareRecordsInClosedFolders', 'Complete Records in Closed Folders', 30],
      ['DeleteLinks', 'Unlink Records', 46],
      ['EditDeclaredRecordMetadata', 'Edit Completed Record Metadata', 10],
      ['EditNonRecordMetadata', 'Edit Non-Record Metadata', 20],
      ['EditRecordMetadata', 'Edit Record Metadata', 30],
      ['FileUnfiledRecords', 'File Unfiled Records', 41],
      ['LinkToRecords', 'Link Records', 45],
      ['MoveRecords', 'Move Records', 40],
      ['RejectRecords', 'Reject Records', 42],
      ['RequestRecordInformation', 'Request Record Information', 100],
      ['UndeclareRecords', 'Reopen Records', 20],
      ['ViewRecords', 'View Records', 30],
    ],
  },
  {
    id: 'vitalRecords', title: 'Vital Records', capabilities: [
      ['CycleVitalRecords', 'Cycle Vital Records', 10],
      ['PlanningReviewCycles', 'Planning Review Cycles', 20],
      ['UpdateVitalRecordCycleInformation', 'Update Vital Record Cycle Information', 30],
    ],
  },
  {
    id: 'rules', title: 'Rules', capabilities: [
      ['ManageRules', 'Manage Rules', 10],
    ],
  },
];

/** The capabilities that AGS 25.3 lists, by name. */
export const capabilities: ReadonlyMap<string, Capability> = new Map(
  groups
    .flatMap(({ id, title, capabilities: listed }) => listed.map(([name, label, index]): Capability => ({ name, title: label, group: { id, title }, index })))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map((one) => [one.name, one]),
);

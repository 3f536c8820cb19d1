import type { RetentionEvent } from '../records/events.js';
import type { RecordsRole } from '../records/roles.js';

export type RoleDefinition = Pick<RecordsRole, 'name' | 'label' | 'capabilities'>;

/**
 * What the service account may do with records: declare, complete, file, date, hold, and record the events of their
 * lifecycle, the visa among them; not destroy, delete, or reopen one. Tried on AGS 25.3: no more is needed, but for
 * `DeleteHold`, without which a hold that was released stays there, empty.
 */
export const serviceRole: RoleDefinition = {
  name: 'BannetteService',
  label: 'Bannette – service',
  capabilities: [
    'AddModifyEventDates',
    'AddToHold',
    'ApproveRecordsScheduledForCutoff',
    'CreateHold',
    'CreateModifyDestroyFolders',
    'CreateRecords',
    'DeclareRecords',
    'DeleteHold',
    'EditDeclaredRecordMetadata',
    'EditNonRecordMetadata',
    'EditRecordMetadata',
    'EndRetention',
    'FileUnfiledRecords',
    'ManuallyChangeDispositionDates',
    'MoveRecords',
    'RemoveFromHold',
    'TriggerAnEvent',
    'ViewRecords',
  ],
};

/** What the purge account may do: destroy what is due and has its visa, which it can't record itself. */
export const purgeRole: RoleDefinition = {
  name: 'BannettePurge',
  label: 'Bannette – élimination',
  capabilities: ['AccessAudit', 'DestroyRecordsScheduledForDestruction', 'ViewRecords'],
};

/** Events that the steps of our schedules wait for. Their names stay for ever: schedules hold them. */
export const eventNames = { closing: 'gec_cloture', visa: 'gec_visa_elimination', transfer: 'gec_versement' } as const;

export const retentionEvents: readonly Omit<RetentionEvent, 'type'>[] = [
  { name: eventNames.closing, label: 'Bannette – fin d’utilité courante' },
  { name: eventNames.visa, label: 'Bannette – visa d’élimination' },
  { name: eventNames.transfer, label: 'Bannette – versement acquitté' },
];

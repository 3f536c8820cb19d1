import type { ClassDefinition } from '../definition.js';
import { property, type } from './declare.js';

const model = 'rma:recordsmanagement';

/** Types of records management, as AGS 25.3 declares them. */
export const recordsTypes: readonly ClassDefinition[] = [
  type({ name: 'rma:caveatConfig', title: 'Security Controls Configuration', parent: 'cm:content', model }),
  type({ name: 'rma:dispositionAction', title: 'Retention Action', parent: 'cm:cmobject', model, container: true, mandatoryAspects: ['rma:filePlanComponent'], associations: [
    { name: 'rma:eventExecutions', title: 'Event executions', child: true, protected: false, source: { cls: 'rma:dispositionAction', many: false, mandatory: false }, target: { cls: 'rma:eventExecution', many: true, mandatory: false, enforced: false } },
  ], properties: [
    property('rma:dispositionActionCompletedAt', 'd:date', { title: 'Retention Action Completed At' }),
    property('rma:dispositionEventsEligible', 'd:boolean', { title: 'Retention Events Eligible', defaultValue: 'false' }),
    property('rma:dispositionActionStartedAt', 'd:date', { title: 'Retention Action Started At' }),
    property('rma:dispositionActionCompletedBy', 'd:text', { title: 'Retention Action Completed By' }),
    property('rma:dispositionActionId', 'd:text', { title: 'Retention Action ID', mandatory: true }),
    property('rma:dispositionAction', 'd:text', { title: 'Retention Action', mandatory: true }),
    property('rma:dispositionActionStartedBy', 'd:text', { title: 'Retention Action Started By' }),
    property('rma:manuallySetAsOf', 'd:boolean', { title: 'Manually Set Disposition Date Flag', defaultValue: 'false' }),
    property('rma:dispositionAsOf', 'd:date', { title: 'Retention Action' }),
  ] }),
  type({ name: 'rma:dispositionActionDefinition', title: 'Retention Action Definition', parent: 'cm:cmobject', model, mandatoryAspects: ['rma:filePlanComponent'], properties: [
    property('rma:dispositionEventCombination', 'd:text', { title: 'Retention Event Combination', defaultValue: 'or', mandatory: true }),
    property('rma:combineDispositionStepConditions', 'd:boolean', { title: 'Disposition Evaluator Combination' }),
    property('rma:dispositionPeriod', 'd:period', { title: 'Retention Period', defaultValue: 'none|0' }),
    property('rma:dispositionLocation', 'd:text', { title: 'Retention Location' }),
    property('rma:dispositionDescription', 'd:text', { title: 'Retention Description' }),
    property('rma:dispositionActionName', 'd:text', { title: 'Retention Action Name', mandatory: true }),
    property('rma:dispositionPeriodProperty', 'd:text', { title: 'Retention Period Property' }),
    property('rma:dispositionEvent', 'd:text', { title: 'Retention Event', multiple: true }),
  ] }),
  type({ name: 'rma:dispositionSchedule', title: 'Retention Schedule', parent: 'cm:cmobject', model, container: true, mandatoryAspects: ['rma:filePlanComponent'], associations: [
    { name: 'rma:dispositionActionDefinitions', title: 'Retention Actions', child: true, protected: false, source: { cls: 'rma:dispositionSchedule', many: false, mandatory: false }, target: { cls: 'rma:dispositionActionDefinition', many: true, mandatory: false, enforced: false } },
  ], properties: [
    property('rma:recordLevelDisposition', 'd:boolean', { title: 'Record Level Retention', defaultValue: 'false', mandatory: true }),
    property('rma:dispositionInstructions', 'd:text', { title: 'Retention Instructions', mandatory: true }),
    property('rma:dispositionAuthority', 'd:text', { title: 'Retention Authority', mandatory: true }),
  ] }),
  type({ name: 'rma:emailConfig', title: 'Email Configuration', parent: 'cm:content', model, archive: true, mandatoryAspects: ['rma:filePlanComponent'] }),
  type({ name: 'rma:eventExecution', title: 'Event Execution', description: 'Execution details of an event', parent: 'cm:cmobject', model, mandatoryAspects: ['rma:filePlanComponent'], properties: [
    property('rma:eventExecutionCompletedBy', 'd:text', { title: 'Event completed by' }),
    property('rma:eventExecutionAutomatic', 'd:boolean', { title: 'Event automatic', mandatory: true }),
    property('rma:eventExecutionName', 'd:text', { title: 'Event Name', mandatory: true }),
    property('rma:eventExecutionComplete', 'd:boolean', { title: 'Event complete', defaultValue: 'false', mandatory: true }),
    property('rma:eventExecutionCompletedAt', 'd:date', { title: 'Event completed at' }),
  ] }),
  type({ name: 'rma:filePlan', title: 'File Plan', parent: 'rma:recordsManagementContainer', model, container: true, mandatoryAspects: ['rma:recordsManagementRoot'] }),
  type({ name: 'rma:hold', title: 'Hold', parent: 'rma:recordsManagementContainer', model, container: true, associations: [
    { name: 'rma:frozenRecords', title: 'Held Records', child: true, protected: false, source: { cls: 'rma:hold', many: true, mandatory: false }, target: { cls: 'rma:filePlanComponent', many: true, mandatory: false, enforced: false } },
    { name: 'rma:frozenContent', title: 'Frozen Records', child: true, protected: false, source: { cls: 'rma:hold', many: true, mandatory: false }, target: { cls: 'cm:cmobject', many: true, mandatory: false, enforced: false } },
  ], properties: [
    property('rma:holdReason', 'd:text', { title: 'Hold Reason', mandatory: true }),
    property('rma:holdDeletionReason', 'd:text', { title: 'Hold Deletion Reason' }),
  ] }),
  type({ name: 'rma:holdContainer', title: 'Hold Container', parent: 'rma:recordsManagementContainer', model, container: true, mandatoryAspects: ['rma:countable'] }),
  type({ name: 'rma:nonElectronicDocument', title: 'Non-Electronic Document', parent: 'cm:content', model, mandatoryAspects: ['rma:filePlanComponent'], properties: [
    property('rma:numberOfCopies', 'd:int', { title: 'Number of Copies', description: 'The number of copies of the document.', defaultValue: '1', constraints: [{ id: 'rma:recordsmanagement_nonElectronicDocument_numberOfCopies_anon_0', type: 'MINMAX', parameters: { minValue: 0.0, maxValue: 2147483647.0 } }] }),
    property('rma:shelf', 'd:text', { title: 'Shelf' }),
    property('rma:file', 'd:text', { title: 'File' }),
    property('rma:physicalSize', 'd:int', { title: 'Physical Size', constraints: [{ id: 'rma:recordsmanagement_nonElectronicDocument_physicalSize_anon_0', type: 'MINMAX', parameters: { minValue: 0.0, maxValue: 2147483647.0 } }] }),
    property('rma:storageLocation', 'd:text', { title: 'Storage Location' }),
    property('rma:box', 'd:text', { title: 'Box', description: 'The box the record is stored in.' }),
  ] }),
  type({ name: 'rma:recordCategory', title: 'Record Category', parent: 'rma:recordsManagementContainer', model, container: true, mandatoryAspects: ['rma:vitalRecordDefinition'] }),
  type({ name: 'rma:recordFolder', title: 'Record Folder', parent: 'cm:folder', model, container: true, mandatoryAspects: ['rma:recordComponentIdentifier', 'cm:titled', 'rma:commonRecordDetails', 'rma:heldChildren'], properties: [
    property('rma:isClosed', 'd:boolean', { title: 'Record', description: 'Indicates whether the folder is closed', defaultValue: 'false', mandatory: true, protected: true }),
  ] }),
  type({ name: 'rma:recordsManagementContainer', title: 'Records Management Container', parent: 'cm:folder', model, container: true, mandatoryAspects: ['rma:recordComponentIdentifier', 'cm:titled'] }),
  type({ name: 'rma:rmsite', title: 'Records Management Site', description: 'Specialized Site for Records Management', parent: 'st:site', model, container: true }),
  type({ name: 'rma:transfer', title: 'Transfer', parent: 'cm:folder', model, container: true, mandatoryAspects: ['cm:titled', 'rma:filePlanComponent'], associations: [
    { name: 'rma:transferred', title: 'Transferred', child: true, protected: false, source: { cls: 'rma:transfer', many: false, mandatory: false }, target: { cls: 'rma:dispositionLifecycle', many: true, mandatory: false, enforced: false } },
  ], properties: [
    property('rma:transferPDFIndicator', 'd:boolean', { title: 'Transfer PDF Indicator', description: 'Indicates that transfer includes PDF', defaultValue: 'false', mandatory: true }),
    property('rma:transferLocation', 'd:text', { title: 'Transfer PDF', description: 'Transfer Location' }),
    property('rma:transferAccessionIndicator', 'd:boolean', { title: 'Transfer Accession Indicator', defaultValue: 'true', mandatory: true }),
  ] }),
  type({ name: 'rma:transferContainer', title: 'Transfer Container', parent: 'rma:recordsManagementContainer', model, container: true, mandatoryAspects: ['rma:countable'] }),
  type({ name: 'rma:unfiledRecordContainer', title: 'Unfiled Record Container', parent: 'rma:recordsManagementContainer', model, container: true }),
  type({ name: 'rma:unfiledRecordFolder', title: 'Unfiled Record Folder', parent: 'rma:recordsManagementContainer', model, container: true }),
];

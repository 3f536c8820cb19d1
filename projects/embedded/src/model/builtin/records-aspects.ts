import type { ClassDefinition } from '../definition.js';
import { aspect, property } from './declare.js';

const model = 'rma:recordsmanagement';

/** Aspects of records management, as AGS 25.3 declares them. */
export const recordsAspects: readonly ClassDefinition[] = [
  aspect({ name: 'rma:ascended', title: 'Ascended', model }),
  aspect({ name: 'rma:caveatConfigRoot', title: 'Caveat Configuration Root', model, container: true, associations: [
    { name: 'rma:caveatConfigAssoc', title: 'Caveat Configuration', description: 'Caveat Configuration', child: true, protected: false, source: { cls: 'rma:caveatConfigRoot', many: false, mandatory: true }, target: { cls: 'rma:caveatConfig', many: false, mandatory: false, enforced: false } },
  ] }),
  aspect({ name: 'rma:commonRecordDetails', title: 'Common Records Details', description: 'Metadata common to all record types', model, mandatoryAspects: ['rma:filePlanComponent'], properties: [
    property('rma:location', 'd:text', { title: 'Location' }),
  ] }),
  aspect({ name: 'rma:countable', title: 'Countable aspect', model, properties: [
    property('rma:count', 'd:int', { defaultValue: '0', mandatory: true, protected: true }),
  ] }),
  aspect({ name: 'rma:cutOff', title: 'Cut Off', model, properties: [
    property('rma:cutOffDate', 'd:date', { title: 'Cut Off Date', mandatory: true }),
  ] }),
  aspect({ name: 'rma:declaredRecord', title: 'Completed Record', model, mandatoryAspects: ['rma:filePlanComponent'], properties: [
    property('rma:declaredBy', 'd:text', { title: 'Completed By' }),
    property('rma:declaredAt', 'd:date', { title: 'Date Completed' }),
  ] }),
  aspect({ name: 'rma:dispositionLifecycle', title: 'Retention Lifecycle', model, container: true, mandatoryAspects: ['rma:filePlanComponent'], associations: [
    { name: 'rma:dispositionActionHistory', title: 'Retention Action History', child: true, protected: false, source: { cls: 'rma:dispositionLifecycle', many: false, mandatory: false }, target: { cls: 'rma:dispositionAction', many: true, mandatory: false, enforced: false } },
    { name: 'rma:nextDispositionAction', title: 'Next retention action', child: true, protected: false, source: { cls: 'rma:dispositionLifecycle', many: false, mandatory: false }, target: { cls: 'rma:dispositionAction', many: false, mandatory: false, enforced: false } },
  ] }),
  aspect({ name: 'rma:dispositionProcessed', title: 'Disposition processed', model }),
  aspect({ name: 'rma:emailConfigRoot', title: 'Email Configuration Root', model, container: true, associations: [
    { name: 'rma:emailConfigAssoc', title: 'Email Configuration', description: 'Email Configuration', child: true, protected: false, source: { cls: 'rma:emailConfigRoot', many: false, mandatory: true }, target: { cls: 'rma:emailConfig', many: false, mandatory: false, enforced: false } },
  ] }),
  aspect({ name: 'rma:extendedSecurity', model, properties: [
    property('rma:writers', 'd:any', { protected: true }),
    property('rma:readers', 'd:any', { protected: true }),
  ] }),
  aspect({ name: 'rma:filePlanComponent', title: 'File Plan Component', model, properties: [
    property('rma:rootNodeRef', 'd:noderef', { title: 'Root node', protected: true }),
  ] }),
  aspect({ name: 'rma:frozen', title: 'On Hold', model, properties: [
    property('rma:frozenAt', 'd:date', { title: 'Held At', mandatory: true }),
    property('rma:frozenBy', 'd:text', { title: 'Held By', mandatory: true }),
  ] }),
  aspect({ name: 'rma:ghosted', title: 'Ghosted Record', model }),
  aspect({ name: 'rma:heldChildren', title: 'Held children', model, properties: [
    property('rma:heldChildrenCount', 'd:int', { defaultValue: '0', mandatory: true, protected: true }),
  ] }),
  aspect({ name: 'rma:loadedDataSetId', title: 'Loaded Data Set Id', model, properties: [
    property('rma:loadedDataSetIds', 'd:text', { title: 'List of the loaded Data Set Ids', multiple: true }),
  ] }),
  aspect({ name: 'rma:record', title: 'Record', model, mandatoryAspects: ['rma:recordComponentIdentifier', 'cm:titled', 'rma:commonRecordDetails'], properties: [
    property('rma:dateReceived', 'd:date'),
    property('rma:origionalName', 'd:text', { title: 'Original Name', protected: true }),
    property('rma:dateFiled', 'd:date', { title: 'Date Filed' }),
    property('rma:originatingOrganization', 'd:text'),
    property('rma:mediaType', 'd:text'),
    property('rma:otherAddress', 'd:text'),
    property('rma:publicationDate', 'd:date'),
    property('rma:address', 'd:text'),
    property('rma:originator', 'd:text'),
    property('rma:format', 'd:text'),
  ] }),
  aspect({ name: 'rma:recordComponentIdentifier', title: 'Record component identifier', model, mandatoryAspects: ['rma:filePlanComponent'], properties: [
    property('rma:dbUniquenessId', 'd:text', { title: 'Database uniqueness', protected: true }),
    property('rma:identifier', 'd:text', { title: 'Record ID', mandatory: true }),
  ] }),
  aspect({ name: 'rma:recordMetaData', title: 'Record Metadata', description: 'Marker aspect for record metadata', model }),
  aspect({ name: 'rma:recordOriginatingDetails', title: 'The originating details of a record', model, properties: [
    property('rma:recordOriginatingUserId', 'd:text', { protected: true }),
    property('rma:recordOriginatingCreationDate', 'd:date', { protected: true }),
    property('rma:recordOriginatingLocation', 'd:noderef', { protected: true }),
  ] }),
  aspect({ name: 'rma:recordRejectionDetails', title: 'The rejection details of a record', model, properties: [
    property('rma:recordRejectionUserId', 'd:text', { protected: true }),
    property('rma:recordRejectionDate', 'd:date', { protected: true }),
    property('rma:recordRejectionReason', 'd:text', { protected: true }),
  ] }),
  aspect({ name: 'rma:recordSearch', title: 'Record Search', model, properties: [
    property('rma:recordSearchDispositionPeriodExpression', 'd:text', { title: 'Retention Period Expression', description: 'Retention Period Expression', protected: true }),
    property('rma:recordSearchVitalRecordReviewPeriod', 'd:text', { title: 'Vital Record Review Period', description: 'Vital Record Review Period', protected: true }),
    property('rma:recordSearchDispositionPeriod', 'd:text', { title: 'Retention Period', description: 'Retention Period', protected: true }),
    property('rma:recordSearchHoldReason', 'd:text', { title: 'Hold Reason', description: 'Hold Reason', protected: true }),
    property('rma:recordSearchDispositionActionAsOf', 'd:date', { title: 'Retention Action of', description: 'The date at which the next retention action becomes eligible', protected: true }),
    property('rma:recordSearchDispositionEvents', 'd:text', { title: 'Retention Events', description: 'Retention Events', multiple: true, protected: true }),
    property('rma:declassificationReviewCompletedAt', 'd:date', { protected: true }),
    property('rma:recordSearchHasDispositionSchedule', 'd:boolean', { title: 'Has Retention Schedule', description: 'Indicates whether the item has an associated retention schedule', protected: true }),
    property('rma:recordSearchDispositionAuthority', 'd:text', { title: 'Retention Authority', description: 'Retention Authority', protected: true }),
    property('rma:recordSearchDispositionInstructions', 'd:text', { title: 'Retention Instructions', description: 'Retention Instructions', protected: true }),
    property('rma:recordSearchDispositionActionName', 'd:text', { title: 'Retention Action Name', description: 'The name of the next retention action', protected: true }),
    property('rma:recordSearchVitalRecordReviewPeriodExpression', 'd:text', { title: 'Review Period Expression', description: 'Review Period Expression', protected: true }),
    property('rma:declassificationReviewCompletedBy', 'd:text', { protected: true }),
    property('rma:recordSearchDispositionEventsEligible', 'd:boolean', { title: 'Retention Events Eligible', description: 'Retention Events Eligible', protected: true }),
  ] }),
  aspect({ name: 'rma:recordsManagementRoot', title: 'Records Management Root', model, container: true, associations: [
    { name: 'rma:transfers', title: 'Transfers', child: true, protected: false, source: { cls: 'rma:recordsManagementRoot', many: false, mandatory: false }, target: { cls: 'rma:transfer', many: true, mandatory: false, enforced: false } },
    { name: 'rma:holds', title: 'Holds', child: true, protected: false, source: { cls: 'rma:recordsManagementRoot', many: false, mandatory: false }, target: { cls: 'rma:hold', many: true, mandatory: false, enforced: false } },
  ] }),
  aspect({ name: 'rma:savedSearch', title: 'Saved search', model }),
  aspect({ name: 'rma:scheduled', title: 'Scheduled', model, container: true, mandatoryAspects: ['rma:filePlanComponent'], associations: [
    { name: 'rma:dispositionSchedule', title: 'Retention Schedule', child: true, protected: false, source: { cls: 'rma:scheduled', many: false, mandatory: false }, target: { cls: 'rma:dispositionSchedule', many: false, mandatory: false, enforced: false } },
  ] }),
  aspect({ name: 'rma:transferred', title: 'Transferred', model }),
  aspect({ name: 'rma:transferring', title: 'Transferring', model }),
  aspect({ name: 'rma:uncutOff', title: 'Uncut Off', model }),
  aspect({ name: 'rma:unpublishedUpdate', title: 'Unpublished Update', model, properties: [
    property('rma:updateTo', 'd:text', { title: 'Update To', description: 'Destination of the update' }),
    property('rma:publishInProgress', 'd:boolean', { title: 'Publish In Progress', description: 'Indicates whether a publish is currently in progress', defaultValue: 'false', mandatory: true }),
    property('rma:unpublishedUpdate', 'd:boolean', { title: 'Unpublished Update', description: 'Indicates whether there is an unpublished update', defaultValue: 'true', mandatory: true }),
    property('rma:updatedProperties', 'd:any', { title: 'Updated Properties', description: 'The updated properties' }),
  ] }),
  aspect({ name: 'rma:versionedRecord', title: 'Versioned Record', model }),
  aspect({ name: 'rma:vitalRecord', title: 'Vital Record', model, mandatoryAspects: ['rma:filePlanComponent'], properties: [
    property('rma:reviewAsOf', 'd:date', { title: 'Next Review' }),
  ] }),
  aspect({ name: 'rma:vitalRecordDefinition', title: 'Vital Record Definition', model, mandatoryAspects: ['rma:filePlanComponent'], properties: [
    property('rma:vitalRecordIndicator', 'd:boolean', { title: 'Vital Record Indicator', defaultValue: 'false' }),
    property('rma:reviewPeriod', 'd:period', { title: 'Review Period', defaultValue: 'none|0' }),
  ] }),
];

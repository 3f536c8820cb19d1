import type { ClassDefinition } from '../definition.js';
import { aspect, property } from './declare.js';

const model = 'rmv:recordableVersion';

/** Versions that are records, as AGS 25.3 declares them. */
export const recordsVersionClasses: readonly ClassDefinition[] = [
  aspect({ name: 'rmv:recordedVersion', model, properties: [
    property('rmv:destroyed', 'd:boolean', { title: 'Destroyed', defaultValue: 'false' }),
    property('rmv:recordNodeRef', 'd:noderef', { title: 'Record Node Reference' }),
    property('rmv:frozenOwner', 'd:text', { title: 'Frozen Owner' }),
  ] }),
  aspect({ name: 'rmv:versionRecord', model, properties: [
    property('rmv:versionDescription', 'd:text'),
    property('rmv:versionedNodeRef', 'd:noderef'),
    property('rmv:versionLabel', 'd:text'),
  ] }),
  aspect({ name: 'rmv:versionable', model, properties: [
    property('rmv:recordableVersionPolicy', 'd:text', { title: 'Recordable Version Policy', defaultValue: 'NONE', constraints: [{ id: 'rmv:recordableVersionPolicyList', type: 'LIST', parameters: { allowedValues: ['NONE', 'MAJOR_ONLY', 'ALL'], caseSensitive: false, sorted: false } }] }),
    property('rmv:filePlan', 'd:noderef', { title: 'File Plan' }),
  ] }),
];

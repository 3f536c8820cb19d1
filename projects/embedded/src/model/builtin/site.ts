import type { ClassDefinition } from '../definition.js';
import { aspect, property, type } from './declare.js';

/** Names and rules that a stock ACS 25.3 declares, as far as this repository offers them. */
export const siteClasses: readonly ClassDefinition[] = [
  type({ name: 'st:site', title: 'Site', parent: 'cm:folder', model: 'st:siteModel', container: true, archive: true, mandatoryAspects: ['cm:titled', 'sys:unmovable', 'sys:undeletable'], properties: [
      property('st:siteVisibility', 'd:text', { title: 'Site Visibility', description: 'Site Visibility' }),
      property('st:sitePreset', 'd:text', { title: 'Site Preset', description: 'Site Preset' }),
    ] }),
  type({ name: 'st:sites', title: 'Sites', parent: 'cm:folder', model: 'st:siteModel', container: true, archive: true }),
  aspect({ name: 'st:customSiteProperties', title: 'Custom Site Properties', model: 'st:siteModel', properties: [
      property('stcp:additionalInformation', 'd:text', { title: 'Additional Site Information' }),
    ] }),
  aspect({ name: 'st:siteContainer', title: 'Site Container', model: 'st:siteModel', properties: [
      property('st:componentId', 'd:text', { title: 'Component Id' }),
    ] }),
];

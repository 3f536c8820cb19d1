import type { ClassDefinition } from '../definition.js';
import { aspect, property, type } from './declare.js';

/** Names and rules that a stock ACS 25.3 declares, as far as this repository offers them. */
export const applicationClasses: readonly ClassDefinition[] = [
  type({ name: 'app:configurations', title: 'Configurations', description: 'Configurations', parent: 'cm:systemfolder', model: 'app:applicationmodel', container: true, archive: true }),
  type({ name: 'app:filelink', title: 'File Link Object', parent: 'cm:link', model: 'app:applicationmodel' }),
  type({ name: 'app:folderlink', title: 'Folder Link Object', parent: 'cm:link', model: 'app:applicationmodel' }),
  type({ name: 'app:glossary', title: 'Data Dictionary', description: 'Data Dictionary', parent: 'cm:folder', model: 'app:applicationmodel', container: true, archive: true }),
  aspect({ name: 'app:configurable', title: 'Configurable', description: 'Configurable', model: 'app:applicationmodel', container: true, associations: [
      { name: 'app:configurations', title: 'Configurations', description: 'Configurations', child: true, protected: false, source: { cls: 'app:configurable', many: false, mandatory: false }, target: { cls: 'app:configurations', many: false, mandatory: false, enforced: false } },
    ] }),
  aspect({ name: 'app:inlineeditable', title: 'Inline Editable', description: 'Inline Editable', model: 'app:applicationmodel', properties: [
      property('app:editInline', 'd:boolean', { title: 'Edit Inline', description: 'Edit Inline' }),
    ] }),
  aspect({ name: 'app:linked', title: 'Marker aspect to indicate that the node has been linked.', model: 'app:applicationmodel' }),
  aspect({ name: 'app:uifacets', title: 'UI Facets', description: 'UI Facets', parent: 'cm:titled', model: 'app:applicationmodel', properties: [
      property('app:icon', 'd:text', { title: 'Icon', description: 'Icon' }),
    ] }),
];

import type { ClassDefinition } from '../definition.js';
import { aspect, property, type } from './declare.js';

const model = 'sys:systemmodel';

export const systemClasses: readonly ClassDefinition[] = [
  type({ name: 'sys:base', title: 'base', model, mandatoryAspects: ['sys:referenceable', 'sys:localized'] }),
  type({ name: 'sys:container', title: 'container', model, parent: 'sys:base', container: true, associations: [
    { name: 'sys:children', child: true, protected: false, source: { cls: 'sys:container', many: true, mandatory: false }, target: { cls: 'sys:base', many: true, mandatory: false, enforced: false } },
  ] }),
  type({ name: 'sys:store_root', title: 'Store Root', model, parent: 'sys:container', container: true, mandatoryAspects: ['sys:aspect_root'] }),
  aspect({ name: 'sys:referenceable', title: 'Referenceable', model, properties: [
    property('sys:store-protocol', 'd:text', { mandatory: true, protected: true }),
    property('sys:store-identifier', 'd:text', { mandatory: true, protected: true }),
    property('sys:node-uuid', 'd:text', { mandatory: true, protected: true }),
    property('sys:node-dbid', 'd:long', { mandatory: true, protected: true }),
  ] }),
  aspect({ name: 'sys:localized', title: 'Translation', model, properties: [property('sys:locale', 'd:locale', { mandatory: true, protected: true })] }),
  aspect({ name: 'sys:aspect_root', title: 'Root', model }),
  aspect({ name: 'sys:hidden', title: 'Hidden', model }),
  aspect({ name: 'sys:temporary', title: 'Temporary', model }),
  aspect({ name: 'sys:undeletable', title: 'Undeletable', model }),
  aspect({ name: 'sys:unmovable', title: 'Unmovable', model }),
];

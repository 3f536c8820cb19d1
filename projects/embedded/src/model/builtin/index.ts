import type { ClassDefinition, ModelDefinition, Namespace } from '../definition.js';
import { applicationClasses } from './application.js';
import { contentAspects } from './content-aspects.js';
import { contentTypes } from './content-types.js';
import { property } from './declare.js';
import { extrasClasses } from './extras.js';
import { forumClasses } from './forum.js';
import { recordsAspects } from './records-aspects.js';
import { recordsCustomClasses } from './records-custom.js';
import { recordsReportTypes } from './records-reports.js';
import { recordsTypes } from './records-types.js';
import { recordsVersionClasses } from './records-versions.js';
import { ruleClasses } from './rule.js';
import { siteClasses } from './site.js';
import { systemClasses } from './system.js';

const base = 'http://www.alfresco.org/model/';
const space = (prefix: string, path: string): Namespace => ({ prefix, uri: base + path });

/** The listings of ACS leave content properties out; a node has one nevertheless. */
const withContent = (declared: ClassDefinition): ClassDefinition =>
  declared.name === 'cm:content' ? { ...declared, properties: [...declared.properties, property('cm:content', 'd:content', { title: 'Content', description: 'Content' })] } : declared;

const model = (id: string, namespaces: readonly Namespace[], classes: readonly ClassDefinition[], about: { author?: string; description?: string } = {}): ModelDefinition =>
  ({ id, namespaces, imports: [], classes, ...about });

/** Models that every ACS has, as far as this repository offers them. */
export const builtinModels: readonly ModelDefinition[] = [
  model('d:dictionary', [space('d', 'dictionary/1.0')], [], { author: 'Alfresco' }),
  model('sys:systemmodel', [space('sys', 'system/1.0')], systemClasses, { author: 'Alfresco' }),
  model('cm:contentmodel',
    [space('cm', 'content/1.0'), space('rn', 'rendition/1.0'), space('exif', 'exif/1.0'), space('audio', 'audio/1.0'), space('webdav', 'webdav/1.0')],
    [...contentTypes.map(withContent), ...contentAspects, ...extrasClasses.filter((one) => one.model === 'cm:contentmodel')],
    { author: 'Alfresco', description: 'Alfresco Content Domain Model' }),
  model('app:applicationmodel', [space('app', 'application/1.0')], applicationClasses, { author: 'Alfresco', description: 'Alfresco Application Model' }),
  model('st:siteModel', [space('st', 'site/1.0'), space('stcp', 'sitecustomproperty/1.0')], siteClasses, { author: 'Roy Wetherall', description: 'Site Model' }),
  model('fm:forummodel', [space('fm', 'forum/1.0')], forumClasses, { description: 'Forum Model' }),
  model('rule:rulemodel', [space('rule', 'rule/1.0'), space('act', 'action/1.0')], ruleClasses, { author: 'Alfresco', description: 'Alfresco Rule Model' }),
  model('qshare:qsharemodel', [space('qshare', 'qshare/1.0')], extrasClasses.filter((one) => one.name.startsWith('qshare:')), { description: 'QuickShare Model Definitions' }),
  model('emailserver:emailserverModel', [space('emailserver', 'emailserver/1.0')], extrasClasses.filter((one) => one.name.startsWith('emailserver:')), { author: 'UTL', description: 'Emailserver Model' }),
  model('rma:recordsmanagement', [space('rma', 'recordsmanagement/1.0')], [...recordsTypes, ...recordsAspects], { author: 'Roy Wetherall', description: 'Records Management Content Model' }),
  model('rmc:rmcustom', [space('rmc', 'rmcustom/1.0')], recordsCustomClasses, { author: 'Alfresco', description: 'Records Management Custom Model' }),
  model('rmv:recordableVersion', [space('rmv', 'recordableversion/1.0')], recordsVersionClasses, { author: 'Roy Wetherall', description: 'Recordable Version Model' }),
  model('rmr:recordsmanagementreport', [space('rmr', 'recordsmanagementreport/1.0')], recordsReportTypes, { author: 'Roy Wetherall', description: 'Records Management Report Content Model' }),
];

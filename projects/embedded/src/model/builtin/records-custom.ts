import type { ClassDefinition } from '../definition.js';
import { aspect, property } from './declare.js';

const model = 'rmc:rmcustom';

/** What an authority may widen with properties of its own, as AGS 25.3 declares it at first. */
export const recordsCustomClasses: readonly ClassDefinition[] = [
  aspect({ name: 'rmc:customAssocs', title: 'Records Management Custom Associations', model, container: true, associations: [
    { name: 'rmc:rendition', title: 'Rendition', child: false, protected: false, source: { cls: 'rmc:customAssocs', many: true, mandatory: false }, target: { cls: 'rma:record', many: true, mandatory: false, enforced: false } },
    { name: 'rmc:obsoletes', title: 'Obsoleted By__Obsoletes', child: true, protected: false, source: { cls: 'rmc:customAssocs', many: true, mandatory: false }, target: { cls: 'rma:record', many: true, mandatory: false, enforced: false } },
    { name: 'rmc:versions', title: 'Next Version__Previous Version', child: true, protected: false, source: { cls: 'rmc:customAssocs', many: true, mandatory: false }, target: { cls: 'rma:record', many: true, mandatory: false, enforced: false } },
    { name: 'rmc:supersedes', title: 'Superseded By__Supersedes', child: true, protected: false, source: { cls: 'rmc:customAssocs', many: true, mandatory: false }, target: { cls: 'rma:record', many: true, mandatory: false, enforced: false } },
    { name: 'rmc:supports', title: 'Supporting Documentation__Supported Documentation', child: true, protected: false, source: { cls: 'rmc:customAssocs', many: true, mandatory: false }, target: { cls: 'rma:record', many: true, mandatory: false, enforced: false } },
    { name: 'rmc:crossreference', title: 'Cross-Reference', child: false, protected: false, source: { cls: 'rmc:customAssocs', many: true, mandatory: false }, target: { cls: 'rma:record', many: true, mandatory: false, enforced: false } },
  ] }),
  aspect({ name: 'rmc:customSupplementalMarkingList', model, properties: [
    property('rmc:supplementalMarkingList', 'd:text', { title: 'Supplemental Marking List', multiple: true, constraints: [{ id: 'rmc:smList', type: 'LIST', parameters: { allowedValues: [], sorted: true, caseSensitive: true, matchLogic: 'AND' } }] }),
  ] }),
  aspect({ name: 'rmc:rmanonElectronicDocumentCustomProperties', description: 'rma:nonElectronicDocument', model }),
  aspect({ name: 'rmc:rmarecordCategoryCustomProperties', description: 'rma:recordCategory', model }),
  aspect({ name: 'rmc:rmarecordCustomProperties', description: 'rma:record', model }),
  aspect({ name: 'rmc:rmarecordFolderCustomProperties', description: 'rma:recordFolder', model }),
];

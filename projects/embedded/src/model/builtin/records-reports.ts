import type { ClassDefinition } from '../definition.js';
import { type } from './declare.js';

const model = 'rmr:recordsmanagementreport';

/** Reports of destruction, transfer and holds, as AGS 25.3 declares them. */
export const recordsReportTypes: readonly ClassDefinition[] = [
  type({ name: 'rmr:destructionReport', title: 'Destruction Report', description: 'Records Management destruction report.', parent: 'rmr:report', model, archive: true }),
  type({ name: 'rmr:holdReport', title: 'Hold Report', description: 'Records Management hold report.', parent: 'rmr:report', model, archive: true }),
  type({ name: 'rmr:report', title: 'Report', description: 'Records Management report.', parent: 'cm:content', model, archive: true }),
  type({ name: 'rmr:transferReport', title: 'Transfer Report', parent: 'rmr:report', model, archive: true }),
];

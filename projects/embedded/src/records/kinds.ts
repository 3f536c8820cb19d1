import type { Dictionary } from '../model/dictionary.js';
import type { NodeRow } from '../nodes/node.js';

type Typed = Pick<NodeRow, 'type'>;
type Marked = Pick<NodeRow, 'aspects'>;

const marked = (aspect: string) => (node: Marked): boolean => node.aspects.includes(aspect);
const typed = (type: string) => (node: Typed): boolean => node.type === type;

export const isRecord = marked('rma:record');
/** Completed: AGS calls it declared. */
export const isComplete = marked('rma:declaredRecord');
export const isFrozen = marked('rma:frozen');
export const isCutOff = marked('rma:cutOff');
export const isGhosted = marked('rma:ghosted');
/** Everything within the file plan. */
export const isComponent = marked('rma:filePlanComponent');

export const isFilePlan = typed('rma:filePlan');
export const isCategory = typed('rma:recordCategory');
export const isFolder = typed('rma:recordFolder');
export const isHold = typed('rma:hold');
export const isUnfiled = (node: Typed): boolean => node.type === 'rma:unfiledRecordContainer' || node.type === 'rma:unfiledRecordFolder';

/** Whether the place takes part in the file plan: what is created there becomes part of it. */
export const isPlace = (dictionary: Dictionary, node: Typed): boolean => dictionary.isA(node.type, 'rma:recordsManagementContainer') || isFolder(node);
export const isClosed = (node: Pick<NodeRow, 'properties'>): boolean => node.properties['rma:isClosed'] === true;

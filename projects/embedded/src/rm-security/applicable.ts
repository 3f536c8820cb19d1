import { lifeOf, type Life } from '../disposition/lifecycle.js';
import { isEligible } from '../disposition/next-action.js';
import { findNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import { isCategory, isClosed, isComplete, isCutOff, isFilePlan, isFolder, isFrozen, isHold, isRecord, isUnfiled } from '../records/kinds.js';
import type { Session } from '../repository.js';

interface State {
  readonly node: NodeRow;
  readonly home: NodeRow | undefined;
  readonly life: Life | undefined;
}

const due = ({ life }: State, ...names: readonly string[]): boolean => life !== undefined && names.includes(life.action.name) && isEligible(life.action, life.step, new Date());
const open = ({ node }: State): boolean => isFolder(node) && !isClosed(node);
const incomplete = ({ node }: State): boolean => isRecord(node) && !isComplete(node);
const unfiled = ({ node, home }: State): boolean => isRecord(node) && home !== undefined && isUnfiled(home);
const waits = ({ life }: State): boolean => life !== undefined && life.action.events.length > 0;
const vital = ({ node }: State): boolean => node.aspects.includes('rma:vitalRecord') || node.properties['rma:vitalRecordIndicator'] === true;

/** In which state of a node a capability has something to act on. Those that aren't here always have. */
const applies: Readonly<Record<string, (state: State) => boolean>> = {
  AddModifyEventDates: (state) => waits(state) && !isFrozen(state.node),
  AuthorizeAllTransfers: (state) => due(state, 'transfer', 'accession'),
  AuthorizeNominatedTransfers: (state) => due(state, 'transfer', 'accession'),
  CloseFolders: open,
  CreateHold: ({ node }) => node.type === 'rma:holdContainer',
  CreateModifyDestroyFileplanMetadata: ({ node }) => isFilePlan(node) || isCategory(node),
  CreateModifyDestroyFolders: ({ node }) => isCategory(node) || isFolder(node),
  CreateModifyRecordsInCutoffFolders: ({ node }) => isFolder(node) && isCutOff(node),
  CreateRecords: open,
  CycleVitalRecords: vital,
  DeclareRecords: incomplete,
  DeclareRecordsInClosedFolders: (state) => incomplete(state) && state.home !== undefined && isClosed(state.home),
  DeleteHold: ({ node }) => isHold(node),
  DestroyRecordsScheduledForDestruction: (state) => due(state, 'destroy'),
  EditHold: ({ node }) => isHold(node),
  EditNonRecordMetadata: ({ node }) => !isRecord(node),
  EditRecordMetadata: incomplete,
  EndRetention: (state) => due(state, 'retain'),
  FileDestructionReport: open,
  FileHoldReport: open,
  FileTransferReport: open,
  FileUnfiledRecords: unfiled,
  FileVersionRecords: open,
  ManuallyChangeDispositionDates: ({ life }) => life?.action.asOf !== undefined,
  PlanningReviewCycles: vital,
  ReOpenFolders: ({ node }) => isFolder(node) && isClosed(node),
  RejectRecords: unfiled,
  RemoveFromHold: ({ node }) => isFrozen(node),
  RequestRecordInformation: incomplete,
  TriggerAnEvent: waits,
  UndeclareRecords: ({ node }) => isRecord(node) && isComplete(node) && !isFrozen(node) && !isCutOff(node),
};

/** Which of some capabilities have something to act on in a node as it is now. */
export async function applicable(session: Session, node: NodeRow, names: readonly string[]): Promise<string[]> {
  const state = { node, home: node.parent === null ? undefined : await findNode(session, node.parent), life: await lifeOf(session, node) };
  return names.filter((name) => applies[name]?.(state) ?? true);
}

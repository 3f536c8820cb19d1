import { AcsError, runningNumber } from '../http/errors.js';
import { jsonOf, WebscriptError, wrapped, type Webscripts } from '../http/webscript.js';
import { findNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import type { Session } from '../repository.js';
import { audit } from '../rm-security/audit.js';
import type { Action, Parameters } from './action.js';
import { cutoff, retain, unCutoff } from './cutoff.js';
import { destroy } from './destroy.js';
import { completeEvent, editAsOfDate, undoEvent } from './event-actions.js';
import { closeRecordFolder, createDispositionSchedule, declareRecord, openRecordFolder, reject, undeclareRecord } from './record-actions.js';
import { accession, accessionComplete, transfer, transferComplete } from './transfer.js';

/** Actions by AGS's names, with the words under which its audit knows them. */
const actions: ReadonlyMap<string, readonly [action: Action, label: string]> = new Map([
  ['cutoff', [cutoff, 'Cut Off']],
  ['unCutoff', [unCutoff, 'Undo Cut Off']],
  ['retain', [retain, 'Retain']],
  ['destroy', [destroy, 'Destroy']],
  ['transfer', [transfer, 'Transfer']],
  ['transferComplete', [transferComplete, 'Transfer Complete']],
  ['accession', [accession, 'Accession']],
  ['accessionComplete', [accessionComplete, 'Accession Complete']],
  ['completeEvent', [completeEvent, 'Complete Event']],
  ['undoEvent', [undoEvent, 'Undo Event']],
  ['editDispositionActionAsOfDate', [editAsOfDate, 'Edit Retention Action As Of Date']],
  ['declareRecord', [declareRecord, 'Complete Record']],
  ['undeclareRecord', [undeclareRecord, 'Reopen Record']],
  ['reject', [reject, 'Reject Record']],
  ['closeRecordFolder', [closeRecordFolder, 'Close Record Folder']],
  ['openRecordFolder', [openRecordFolder, 'Open Record Folder']],
  ['createDispositionSchedule', [createDispositionSchedule, 'Create Retention Schedule']],
]);

/** Actions that AGS has and this repository has not. */
const absent = new Set(['broadcastDispositionActionDefinitionUpdate', 'broadcastVitalRecordDefinition', 'createHold', 'editHoldReason', 'editReviewAsOfDate', 'fileReport', 'fileTo', 'freeze', 'linkTo', 'relinquishHold', 'requestInfo', 'reviewed', 'splitEmail', 'unfreeze', 'unlinkFrom', 'addRecordTypes', 'declareVersionRecord', 'recordable-version-config', 'hide-record']);

const idOf = (reference: unknown): string => String(reference).replace(/^workspace:\/\/SpacesStore\//, '');

interface Order {
  readonly name: string;
  readonly ids: readonly string[];
  readonly parameters: Parameters;
}

function orderOf(body: Record<string, unknown>): Order {
  const { name, nodeRef, nodeRefs, params } = body;
  if (typeof name !== 'string' || name === '') throw new WebscriptError(400, `${runningNumber()} A mandatory parameter has not been provided in request body: name`);
  const references = Array.isArray(nodeRefs) ? nodeRefs : nodeRef === undefined ? [] : [nodeRef];
  if (references.length === 0) throw new WebscriptError(400, `${runningNumber()} A mandatory parameter has not been provided in request body: nodeRef`);
  return { name, ids: references.map(idOf), parameters: typeof params === 'object' && params !== null ? (params as Parameters) : {} };
}

async function targets(session: Session, ids: readonly string[]): Promise<NodeRow[]> {
  const found: NodeRow[] = [];
  for (const id of ids) {
    const node = await findNode(session, id);
    if (node === undefined) throw new WebscriptError(404, `${runningNumber()} The targetNode does not exist (workspace://SpacesStore/${id})`);
    found.push(node);
  }
  return found;
}

async function execute(session: Session, order: Order): Promise<Record<string, string>> {
  const nodes = await targets(session, order.ids);
  const known = actions.get(order.name);
  if (known === undefined) {
    if (absent.has(order.name)) throw new AcsError(501, `Not offered by the embedded repository: action ${order.name}`);
    throw wrapped(`The records management action ${order.name} hasnt been defined.`);
  }
  const [action, label] = known;
  const results: Record<string, string> = {};
  for (const node of nodes) {
    await audit(session, node, label);
    const result = await action(session, node, order.parameters);
    if (result !== undefined) results[`workspace://SpacesStore/${node.id}`] = `workspace://SpacesStore/${result}`;
  }
  return results;
}

/** Does an action to one node or several, all or none. Every refusal is a 500 in the webscripts' shape. */
export function executionQueue(script: Webscripts): void {
  script('POST', 'rma/actions/ExecutionQueue', async (exchange) => {
    const order = orderOf(await jsonOf(exchange));
    const results = await exchange.write((session) => execute(session, order));
    const references = order.ids.map((id) => `workspace://SpacesStore/${id}`);
    return { message: `Successfully queued action [${order.name}] on ${references.length === 1 ? references[0] : `[${references.join(', ')}]`}`, results };
  });
}

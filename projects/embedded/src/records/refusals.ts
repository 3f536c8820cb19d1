import { AcsError, plain } from '../http/errors.js';
import type { Dictionary } from '../model/dictionary.js';
import type { NodeRow } from '../nodes/node.js';

/** Held content that is no record: AGS says so in its own words. */
export const frozen = (done: 'updated' | 'deleted' | 'moved'): AcsError => new AcsError(403, `Frozen content can't be ${done}.`);

export const missing = (id: string): AcsError => plain(404, `Node does not exist: workspace://SpacesStore/${id} (status:null)`, false);

export const wrongType = (dictionary: Dictionary, node: Pick<NodeRow, 'id' | 'type'>, expected: string): AcsError =>
  new AcsError(400, `The given id:'${node.id}' (nodeType:${dictionary.fullName(node.type)}) is not valid for this endpoint. Expected nodeType is:${dictionary.fullName(expected)}`);

export const recordsOnly = (id: string): AcsError => plain(400, `The given id:'${id}' is not valid for this endpoint. This endpoint only supports records.`, false);
export const mandatory = (name: string): AcsError => plain(400, `${name} is a mandatory parameter`, false);

export const notInFolder = (dictionary: Dictionary, type: string): AcsError => plain(422, `You can only create records in record folders and this was a ${dictionary.fullName(type)}.`);
export const closedFolder = (): AcsError => plain(422, "You can't add new items to a closed record folder.");

/** Bytes of a record never change: Alfresco finds out only while it stores them. */
export const notStored = (id: string, why: string): AcsError => plain(500, `Failed to set content property on stream closure: \n   node: workspace://SpacesStore/${id}\n${why}`);

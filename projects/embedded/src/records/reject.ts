import { findNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import { rename } from '../nodes/update.js';
import type { Session } from '../repository.js';
import { accessDenied, requireCapability } from '../rm-security/capabilities.js';
import { changeNode, kept } from './change.js';
import { takeInPlace } from './in-place-groups.js';
import { isFrozen, isRecord, isUnfiled } from './kinds.js';
import { place } from './move.js';

/** What a record has that a document has not. */
const gained = ['rma:record', 'rma:recordOriginatingDetails', 'rma:recordComponentIdentifier', 'rma:commonRecordDetails', 'rma:filePlanComponent', 'rma:recordSearch', 'rma:vitalRecord'];

/** Gives an unfiled record back to the folder from which it was declared. @throws AcsError 403 for any other */
export async function rejectRecord(session: Session, seen: NodeRow, reason: string): Promise<NodeRow> {
  const record = await kept(session, seen.id);
  const [home, origin] = [await findNode(session, record.parent ?? ''), await findNode(session, String(record.properties['rma:recordOriginatingLocation'] ?? ''))];
  if (!isRecord(record) || isFrozen(record) || home === undefined || !isUnfiled(home) || origin === undefined) throw accessDenied();
  await requireCapability(session, 'RejectRecords', record);
  await takeInPlace(session, record);
  await session.sql.rows('delete from child where child = $1 and parent = $2', [record.id, origin.id]);
  const back = await place(session, record, origin.id, false);
  const name = record.properties['rma:origionalName'];
  if (typeof name === 'string') await rename(session, back, name);
  const owner = String(record.properties['rma:recordOriginatingUserId'] ?? record.creator);
  return changeNode(session, record.id, {
    add: ['rma:recordRejectionDetails'], remove: gained,
    clear: gained.flatMap((aspect) => session.dictionary.propertiesOf(aspect).map((property) => property.name)),
    set: { 'rma:recordRejectionUserId': session.caller.user, 'rma:recordRejectionDate': new Date().toISOString(), 'rma:recordRejectionReason': reason, 'cm:owner': owner },
    owner,
  });
}

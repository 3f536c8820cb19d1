import { denied, plain } from '../http/errors.js';
import type { NewNode } from '../nodes/create.js';
import { findNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import { addEntry, setInheritance } from '../permissions/acl.js';
import type { Session } from '../repository.js';
import { onFiled, onFolderCreated } from '../disposition/lifecycle.js';
import { hasCapability } from '../rm-security/capabilities.js';
import { changeNode } from './change.js';
import { filePlanOf } from './file-plan.js';
import { componentIdentifier } from './identifiers.js';
import { isCategory, isClosed, isComponent, isFilePlan, isHold, isFolder, isFrozen, isPlace, isUnfiled } from './kinds.js';
import { becomeRecord } from './record.js';
import { closedFolder, notInFolder } from './refusals.js';
import { inheritedReview, reviewed } from './vital.js';

/** A plain folder becomes what the place is made of. */
function typeThere(parent: NodeRow, type: string): string {
  if (type !== 'cm:folder') return type;
  if (isFilePlan(parent)) return 'rma:recordCategory';
  if (isCategory(parent)) return 'rma:recordFolder';
  if (isUnfiled(parent)) return 'rma:unfiledRecordFolder';
  return parent.type === 'rma:holdContainer' ? 'rma:hold' : type;
}

const custom: Readonly<Record<string, string>> = {
  'rma:recordCategory': 'rmc:rmarecordCategoryCustomProperties', 'rma:recordFolder': 'rmc:rmarecordFolderCustomProperties', 'rma:nonElectronicDocument': 'rmc:rmanonElectronicDocumentCustomProperties',
};

const needed: Readonly<Record<string, string>> = { 'rma:recordCategory': 'CreateModifyDestroyFileplanMetadata', 'rma:recordFolder': 'CreateModifyDestroyFolders', 'rma:unfiledRecordFolder': 'CreateModifyDestroyFolders', 'rma:hold': 'CreateHold' };

/** Any of these makes records, where one may file. */
const makingRecords = ['CreateRecords', 'DeclareRecords', 'FileUnfiledRecords'];

/** Whether the caller may make something of this type in the place; a record otherwise. */
export async function mayCreateIn(session: Session, parent: NodeRow, type: string): Promise<boolean> {
  if (isFrozen(parent) || (isFolder(parent) && isClosed(parent))) return false;
  const name = needed[type];
  for (const capability of name === undefined ? makingRecords : [name]) if (await hasCapability(session, capability, parent)) return true;
  return false;
}

/**
 * What is about to be made somewhere, as the file plan takes it; elsewhere as it is.
 * @throws AcsError 403, 422 where the place doesn't take it
 */
export async function preparedBirth(session: Session, parent: NodeRow, spec: NewNode): Promise<NewNode> {
  const { dictionary } = session;
  if (!isPlace(dictionary, parent)) return spec;
  const folder = dictionary.isA(spec.type, 'cm:folder');
  if (isFolder(parent) && folder) throw notInFolder(dictionary, spec.type);
  if (isFolder(parent) && isClosed(parent)) throw closedFolder();
  if ((isCategory(parent) || isFilePlan(parent)) && dictionary.isA(spec.type, 'cm:content')) throw plain(422, `Operation failed. You can't create the following child types: ${dictionary.fullName(spec.type)}`);
  const type = typeThere(parent, spec.type);
  if (!(await mayCreateIn(session, parent, type))) throw denied();
  const aspect = type === spec.type ? custom[type] : undefined;
  return { ...spec, type, aspects: [...(spec.aspects ?? []), ...(aspect === undefined ? [] : [aspect])] };
}

/** The part of a birth in the file plan that happens when all else is done. */
export function onBorn(session: Session, parent: NodeRow, node: NodeRow): void {
  if (!isPlace(session.dictionary, parent) || parent.type === 'rma:transferContainer') return;
  session.atEnd(async () => {
    const now = await findNode(session, node.id);
    if (now !== undefined && now.properties['rma:identifier'] === undefined) await settle(session, parent, now);
  });
}

async function settle(session: Session, parent: NodeRow, node: NodeRow): Promise<void> {
  if (session.dictionary.isA(node.type, 'cm:content')) return settleRecord(session, parent, node);
  if (!isComponent(node)) return;
  const filePlan = await filePlanOf(session);
  const aspect = custom[node.type];
  const made = await changeNode(session, node.id, {
    add: ['cm:ownable', ...(aspect === undefined ? [] : [aspect]), ...(isFolder(node) ? ['rma:vitalRecordDefinition', 'rma:recordSearch'] : [])],
    set: {
      'rma:identifier': componentIdentifier(node), 'rma:rootNodeRef': filePlan.id, 'cm:owner': '',
      ...(isFolder(node) || isCategory(node) ? inheritedReview(parent, node) : {}), ...(isFolder(node) ? { 'rma:recordSearchHasDispositionSchedule': false } : {}),
    },
    owner: '', silent: true,
  });
  if (isHold(made) || (isCategory(made) && isFilePlan(parent))) {
    const acl = await setInheritance(session.sql, made, false);
    await addEntry(session.sql, acl, { authority: `GROUP_Administrator${filePlan.id}`, role: 'Filing', allowed: true });
    // Nobody else sees a hold, whoever may file in their container.
    if (isHold(made) && !session.caller.admin) await addEntry(session.sql, acl, { authority: session.caller.user, role: 'Filing', allowed: true });
  }
  if (isFolder(made)) await onFolderCreated(session, made);
}

async function settleRecord(session: Session, parent: NodeRow, node: NodeRow): Promise<void> {
  const aspect = custom[node.type];
  const record = await becomeRecord(session, node, { filed: isFolder(parent), silent: true, ...(aspect === undefined ? {} : { aspects: [aspect] }) });
  if (!isFolder(parent)) return;
  await reviewed(session, parent, record);
  await onFiled(session, (await findNode(session, record.id)) ?? record);
}

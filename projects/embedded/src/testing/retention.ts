import type { Answer, Client } from './client.js';
import { fileOf, folderOf, personOf } from './people.js';
import { declare, GS, permit, roleFor } from './records.js';
import type { TestRepository } from './server.js';

/** What the service account of Bannette may do, and what its purge account may. */
export const serviceCapabilities = ['ViewRecords', 'DeclareRecords', 'CreateRecords', 'FileUnfiledRecords', 'EditRecordMetadata', 'EditNonRecordMetadata', 'EditDeclaredRecordMetadata', 'TriggerAnEvent', 'AddModifyEventDates', 'CreateModifyDestroyFolders', 'ApproveRecordsScheduledForCutoff', 'EndRetention', 'ManuallyChangeDispositionDates', 'MoveRecords', 'AddToHold', 'RemoveFromHold', 'CreateHold'];
export const purgeCapabilities = ['ViewRecords', 'DestroyRecordsScheduledForDestruction', 'AccessAudit'];

const id = (answer: Answer): string => {
  if (answer.status !== 201) throw new Error(`${answer.status}: ${answer.text}`);
  return String(answer.body.entry.id);
};

const node = (of: string): string => `/alfresco/s/api/node/workspace/SpacesStore/${of}`;

/** The two accounts, with their roles. */
export async function accountsOf(repository: TestRepository, admin: Client): Promise<{ svc: Client; pg: Client }> {
  const accounts = { svc: await personOf(repository, 'svc'), pg: await personOf(repository, 'pg') };
  await roleFor(admin, 'svc', 'BannetteService', serviceCapabilities);
  await roleFor(admin, 'pg', 'BannettePurge', purgeCapabilities);
  return accounts;
}

/** An event on which steps may wait; AGS's answer to its making is no JSON. */
export async function eventFor(admin: Client, name: string): Promise<void> {
  const event = { eventName: name, eventDisplayLabel: name, eventType: 'rmEventType.simple' };
  const answer = await admin.post('/alfresco/s/api/rma/admin/rmevents', event).catch((error: unknown) => error);
  if (!(answer instanceof SyntaxError)) throw new Error('the answer of rmevents can be read: AGS closes one brace too many');
}

/** A category with a schedule for its records, made by the webscripts, and a folder in it. */
export async function categoryOf(admin: Client, name: string, steps: readonly object[], recordLevel = true): Promise<{ category: string; folder: string; schedule: string }> {
  const category = id(await admin.post(`${GS}/file-plans/-filePlan-/categories`, { name }));
  const schedule = id(await admin.post(`${GS}/record-categories/${category}/retention-schedules`, { authority: 'TG v1', instructions: name, isRecordLevel: recordLevel }));
  for (const step of steps) {
    const made = await admin.post(`${node(category)}/dispositionschedule/dispositionactiondefinitions`, step);
    if (made.status !== 200) throw new Error(`no step: ${made.text}`);
  }
  for (const account of ['svc', 'pg']) await permit(admin, category, account);
  return { category, schedule, folder: id(await admin.post(`${GS}/record-categories/${category}/children`, { name: '2026', nodeType: 'rma:recordFolder' })) };
}

/** A document of the service account, declared into a folder and completed. */
export async function recordOf(svc: Client, folder: string, name: string, versions = 1): Promise<string> {
  const mail = await folderOf(svc, `mail of ${name}`, {}, '-shared-');
  const file = await fileOf(svc, mail, `${name}.txt`, 'version 1');
  for (let version = 2; version <= versions; version += 1) await svc.put(`nodes/${file}/content`, `version ${version}`);
  await declare(svc, file, folder);
  const completed = await svc.post(`${GS}/records/${file}/complete`);
  if (completed.status !== 201) throw new Error(`not completed: ${completed.text}`);
  return file;
}

/** Orders an action and gives the status. */
export async function act(client: Client, name: string, record: string, params: object = {}): Promise<number> {
  return (await client.post('/alfresco/s/api/rma/actions/ExecutionQueue', { name, nodeRef: `workspace://SpacesStore/${record}`, params })).status;
}

export const event = (client: Client, record: string, eventName: string): Promise<number> => act(client, 'completeEvent', record, { eventName, eventCompletedBy: 'svc', eventCompletedAt: { iso8601: '2026-11-01T00:00:00.000Z' } });

export async function next(client: Client, record: string): Promise<{ name?: string; asOf?: string; eventsEligible?: boolean; notFound?: boolean }> {
  return (await client.get(`${node(record)}/nextdispositionaction`)).body.data;
}

/** Elimination after ten years, with a visa: cut off when use has ended. */
export const eliminated = [
  { name: 'cutoff', description: 'use has ended', events: ['gec_cloture'], eligibleOnFirstCompleteEvent: true },
  { name: 'retain', description: 'kept', period: 'year|10', periodProperty: 'rma:cutOffDate' },
  { name: 'destroy', description: 'visa', period: 'none|0', events: ['gec_visa_elimination'], eligibleOnFirstCompleteEvent: true, ghostOnDestroy: 'ghost' },
];

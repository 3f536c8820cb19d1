import { Gec, samePermissions } from '@bannette/alfresco';
import type { Database } from '@bannette/store';
import type { Selectable } from 'kysely';
import type { TestHouse } from '../testing/index.js';

type MailRow = Selectable<Database['mail']>;
const digestsSeen = new WeakMap<TestHouse, Set<string>>();

/** Where Alfresco differs from what the store says of each mail that has its number. */
export async function repositoryFindings(house: TestHouse, libraryId: string): Promise<string[]> {
  const mails = await house.store.db.selectFrom('mail').selectAll().where('node_name', 'is not', null).execute();
  const found: string[] = [];
  for (const path of new Set(mails.map(({ node_path }) => node_path ?? ''))) {
    const names = mails.filter(({ node_path }) => node_path === path).map(({ node_name }) => node_name);
    const folder = await house.administrator.nodes.findByPath(libraryId, path);
    const present = folder ? (await childrenOf(house, folder.id)).map(({ name }) => name) : [];
    if (present.sort().join() !== names.sort().join()) found.push(`day folder ${path} has ${present.join()} instead of ${names.join()}`);
  }
  for (const mail of mails) found.push(...(await mailFindings(house, mail)).map((flaw) => `${mail.chrono} in Alfresco: ${flaw}`));
  return found;
}

export async function mailFindings(house: TestHouse, mail: MailRow): Promise<string[]> {
  if (!mail.node_id) return ['not there'];
  const { nodes } = house.administrator;
  const found: string[] = [];
  if (mail.applied_version !== mail.desired_version) found.push(`version ${mail.applied_version} of ${mail.desired_version}`);
  const [node, permissions] = [await nodes.get(mail.node_id), await nodes.permissions(mail.node_id)];
  const { props } = Gec;
  const told = { [props.id]: mail.id, [props.chrono]: mail.chrono, [props.status]: mail.state, [props.tray]: mail.tray, [props.assignee]: mail.assignee, [props.dueDate]: mail.due_date, [props.retentionDueDate]: mail.retention_due, [props.subject]: mail.subject };
  for (const [name, value] of Object.entries(told)) if ((node.properties[name] ?? null) !== value) found.push(`${name} is ${String(node.properties[name])} instead of ${String(value)}`);
  const entries = [{ authority: 'bannette-svc', role: 'Coordinator' as const }, ...mail.readers.map((authority) => ({ authority, role: 'Consumer' as const }))];
  if (!samePermissions(permissions, { inherit: false, entries })) found.push(`rights are ${JSON.stringify(permissions.entries)}`);
  return [...found, ...(await documentFindings(house, mail))];
}

async function documentFindings(house: TestHouse, mail: MailRow): Promise<string[]> {
  const documents = await house.store.db.selectFrom('document').selectAll().where('mail_id', '=', mail.id).execute();
  const parts = documents.flatMap(({ node_id, sha512, searchable_node_id, searchable_sha512 }) => [{ id: node_id, sha512 }, ...(searchable_sha512 ? [{ id: searchable_node_id, sha512: searchable_sha512 }] : [])]);
  const children = await childrenOf(house, mail.node_id ?? '');
  const found: string[] = [];
  if (children.map(({ id }) => id).sort().join() !== parts.map(({ id }) => id).sort().join()) found.push(`${children.length} documents instead of ${parts.length}`);
  const seen = digestsSeen.get(house) ?? new Set();
  digestsSeen.set(house, seen);
  for (const { id, sha512 } of parts) {
    if (!id || seen.has(id)) continue;
    if ((await house.administrator.nodes.digest(id, 'sha512')) === sha512) seen.add(id);
    else found.push(`document ${id} holds other bytes`);
  }
  return found;
}

async function childrenOf(house: TestHouse, id: string) {
  return (await house.administrator.nodes.children(id, { max: 1000 })).nodes;
}

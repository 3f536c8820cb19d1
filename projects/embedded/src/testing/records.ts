import type { Client } from './client.js';
import { folderOf, fileOf } from './people.js';

export const GS = '/alfresco/api/-default-/public/gs/versions/1';

/** The records site with one category and one folder in it. */
export interface Plan {
  readonly category: string;
  readonly folder: string;
}

const made = (answer: { status: number; body: any; text: string }): string => { // eslint-disable-line @typescript-eslint/no-explicit-any -- answers of many shapes
  if (answer.status !== 201) throw new Error(`${answer.status}: ${answer.text}`);
  return String(answer.body.entry.id);
};

export async function planOf(admin: Client): Promise<Plan> {
  await admin.post(`${GS}/gs-sites`, { title: 'Records' });
  const category = made(await admin.post(`${GS}/file-plans/-filePlan-/categories`, { name: 'Letters' }));
  return { category, folder: made(await admin.post(`${GS}/record-categories/${category}/children`, { name: '2026', nodeType: 'rma:recordFolder' })) };
}

export const declare = async (client: Client, file: string, folder?: string): Promise<string> => made(await client.post(`${GS}/files/${file}/declare${folder === undefined ? '' : `?parentId=${folder}`}`));

/** Gives a person a role with these capabilities. */
export async function roleFor(admin: Client, person: string, name: string, capabilities: readonly string[]): Promise<void> {
  const role = await admin.post('/alfresco/s/api/rma/admin/rmroles', { name, displayLabel: name, capabilities });
  const given = await admin.post(`/alfresco/s/api/rm/roles/${name}/authorities/${person}`);
  if (role.status !== 200 || given.status !== 200) throw new Error(`no role: ${role.text} ${given.text}`);
}

/** Lets a person file in a place, or read there. */
export async function permit(admin: Client, place: string, person: string, role: 'Filing' | 'ReadRecords' = 'Filing'): Promise<void> {
  const answer = await admin.post(`/alfresco/s/api/node/workspace/SpacesStore/${place}/rmpermissions`, { permissions: [{ authority: person, role }], isInherited: false });
  if (answer.status !== 200) throw new Error(`no permission: ${answer.text}`);
}

/** A mail's folder that only these may open, with one document. */
export async function mailOf(admin: Client, name: string, readers: readonly { readonly authorityId: string; readonly name: string }[]): Promise<{ folder: string; file: string }> {
  const folder = await folderOf(admin, name, { permissions: { isInheritanceEnabled: false, locallySet: readers } });
  return { folder, file: await fileOf(admin, folder, `${name}-1.txt`) };
}

import { join } from 'node:path';
import { readPlaceState, type Repository } from '@bannette/alfresco';
import { asUpload, digestOf, exportNames } from './exports.js';

const folderName = 'Export';

/** The folder of exported files in the Data Dictionary: it inherits nothing, so that only administrators see it. */
export interface ExportsFolder {
  /** Text of the verifier's report in it. */
  report(): Promise<string | undefined>;
  /** Makes the document equal to the file. */
  put(folder: string, name: string): Promise<void>;
}

export async function exportsFolder(administrator: Repository, { make = false } = {}): Promise<ExportsFolder | undefined> {
  const { nodes } = administrator;
  const { folder: home, ours } = await readPlaceState(administrator, 'configuration');
  if (!home || !ours) return undefined;
  const found = await nodes.findByPath(home.id, folderName);
  if (!found && !make) return undefined;
  const { id } = found ?? (await nodes.createFolder({ parentId: home.id, name: folderName, type: 'cm:folder', properties: { 'cm:title': 'Export de Bannette' }, permissions: { inherit: false, entries: [] } }));
  // Before anything lies in it.
  const { inherit } = await nodes.permissions(id);
  if (inherit && make) await nodes.setPermissions(id, { inherit: false, entries: [] });
  return {
    report: async () => {
      const report = await nodes.findByPath(id, exportNames.report);
      return report && Buffer.concat((await (await nodes.content(report.id)).stream.toArray()) as Buffer[]).toString('utf8');
    },
    put: async (folder, name) => {
      const file = join(folder, name);
      const content = await asUpload(file);
      const document = await nodes.upload({ parentId: id, name, type: 'cm:content', properties: {}, ...content });
      const digest = await digestOf(file);
      if (document.existed && (await nodes.digest(document.id, 'sha512')) !== digest) await nodes.replaceContent(document.id, content);
      if ((await nodes.digest(document.id, 'sha512')) !== digest) throw new Error(`Alfresco holds other bytes than were exported: ${name}`);
    },
  };
}

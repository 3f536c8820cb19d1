import { AlfrescoError } from '../error.js';
import type { Ask } from '../http/exchange.js';
import { readJson, type Sender } from '../http/send.js';
import { nodesPath } from './content.js';
import { formWith, type FormFile } from './multipart.js';
import { nodeInclude, toNode, type RepoNode, type WireNode } from './node.js';
import { toWire, type Properties } from './properties.js';

const include = `include=${nodeInclude.join(',')}`;

/** Properties as fields of a form, which knows text and single values only. */
function formFields(properties: Properties): Record<string, string> {
  const fields = Object.entries(toWire(properties)).filter(([, value]) => value !== null);
  for (const [name, value] of fields) {
    if (Array.isArray(value)) throw new AlfrescoError('invalid', `property ${name} in an upload`);
  }
  return Object.fromEntries(fields.map(([name, value]) => [name, String(value)]));
}

export async function uploadForm(sender: Sender, parentId: string, type: string, properties: Properties, file: FormFile): Promise<RepoNode> {
  const { contentType, body } = formWith({ name: file.name, nodeType: type, ...formFields(properties) }, file);
  return streamNode(sender, {
    operation: 'POST /nodes/{nodeId}/children',
    method: 'POST',
    path: `${nodesPath}/${encodeURIComponent(parentId)}/children?${include}`,
    headers: { 'Content-Type': contentType },
    body,
  });
}

export async function replaceContent(sender: Sender, id: string, { mediaType, size, open }: Omit<FormFile, 'name'>): Promise<RepoNode> {
  return streamNode(sender, {
    operation: 'PUT /nodes/{nodeId}/content',
    method: 'PUT',
    path: `${nodesPath}/${encodeURIComponent(id)}/content?${include}`,
    headers: { 'Content-Type': mediaType },
    body: { size, open },
  });
}

async function streamNode(sender: Sender, ask: Ask): Promise<RepoNode> {
  const { entry } = (await readJson(ask, await sender.stream(ask))) as { entry: WireNode };
  return toNode(entry);
}

import { NodesApi, VersionsApi, type NodeBodyCreate } from '@alfresco/js-api';
import { hasCode, outcomeUnknown } from '../error.js';
import { apiClient } from '../http/api-client.js';
import type { Sender } from '../http/send.js';
import { digestOf, readContent, nodesPath, type ByteRange, type Content } from './content.js';
import { createOnce } from './creation.js';
import { clearLeavings, leavingsOf, type Leaving } from './leavings.js';
import type { FormFile } from './multipart.js';
import { nodeInclude, toNode, toPage, type CreatedNode, type NodePage, type Page, type RepoNode, type WireNode, type WirePage } from './node.js';
import { permissionsToWire, readPermissions, setPermissions, type NodePermissions, type PermissionSet, type Self } from './permissions.js';
import { checkName, toWire, type Properties } from './properties.js';
import { remainsOf, type Remain } from './remains.js';
import { replaceContent, uploadForm } from './upload.js';

export interface NewFolder {
  readonly parentId: string;
  /** Folders between the parent and the new one, made when absent: `2026/11/22`. */
  readonly relativePath?: string;
  readonly name: string;
  readonly type: string;
  readonly aspects?: readonly string[];
  readonly properties: Properties;
  readonly permissions?: PermissionSet;
}

export interface NewDocument {
  readonly parentId: string;
  /** Deterministic, and neutral: it outlives what personal data can be scrubbed. */
  readonly name: string;
  readonly type: string;
  /** Single values only: a form can't carry a list. */
  readonly properties: Properties;
  readonly mediaType: string;
  readonly content: FormFile['open'];
  /** Exact number of bytes of the content. */
  readonly size: number;
}

export interface NodeChange {
  readonly name?: string;
  readonly type?: string;
  readonly properties?: Properties;
  /** Replaces the set of aspects; setting a property adds its aspect by itself. */
  readonly aspects?: readonly string[];
}

export interface Nodes {
  get(id: string): Promise<RepoNode>;
  /** The node at the path, or undefined when it is not there or may not be seen. The parent itself must be readable. */
  findByPath(parentId: string, relativePath: string): Promise<RepoNode | undefined>;
  /** Makes the folder once, whatever breaks in between: see `existed` of the result. */
  createFolder(folder: NewFolder): Promise<CreatedNode>;
  /** Uploads once, whatever breaks in between: see `existed` of the result. The content is opened again for each attempt. */
  upload(document: NewDocument): Promise<CreatedNode>;
  update(id: string, change: NodeChange): Promise<RepoNode>;
  /** Writes a new version. Not repeated by itself: twice would be two versions. */
  replaceContent(id: string, content: Pick<NewDocument, 'mediaType' | 'content' | 'size'>): Promise<RepoNode>;
  /** @throws AlfrescoError unless the repository confirms exactly these permissions */
  setPermissions(id: string, wanted: PermissionSet): Promise<void>;
  permissions(id: string): Promise<NodePermissions>;
  content(id: string, range?: ByteRange): Promise<Content>;
  digest(id: string, algorithm: 'sha512' | 'sha256'): Promise<string>;
  /** Folders first, then by name. */
  children(id: string, page?: Page): Promise<NodePage>;
  /** Labels of a document's versions, the newest first; none of one that was never versioned. */
  versions(id: string): Promise<readonly string[]>;
  /** What is left of a document's bytes, in whatever version or rendition: nothing once it was destroyed well. */
  remains(id: string): Promise<readonly Remain[]>;
  /** What people put beside it: comments, tags, links; a hundred of each at most are told. None of a node that is gone. */
  leavings(id: string): Promise<readonly Leaving[]>;
  /** For good: comments go from the trashcan too. Answers what was still there when it looked last. */
  clearLeavings(id: string): Promise<readonly Leaving[]>;
  /** @throws AlfrescoError `notFound` when there is no such version any more */
  versionContent(id: string, label: string): Promise<Content>;
  /** For good: its bytes are gone, the other versions stay. */
  deleteVersion(id: string, label: string): Promise<void>;
  /**
   * Gives a node another first parent; one that lies there already is left. A record gets the lifecycle of its new category.
   * @throws AlfrescoError `forbidden` for a record that was cut off, or is held
   */
  move(id: string, targetId: string): Promise<void>;
  /** Into the bin, or for good. */
  delete(id: string, options?: { readonly permanent?: boolean }): Promise<void>;
  /** Links two nodes; a link that is there already is left. */
  associate(sourceId: string, targetId: string, type: string): Promise<void>;
}

export function nodesOver(sender: Sender, retries: number, self: Self): Nodes {
  const client = apiClient(sender.json, nodesPath.replace(/\/nodes$/, ''));
  const api = new NodesApi(client);
  const versionsApi = new VersionsApi(client);

  const findByPath = async (parentId: string, relativePath: string): Promise<RepoNode | undefined> => {
    try {
      const { entry } = await api.getNode(parentId, { relativePath, include: nodeInclude });
      return toNode(entry as WireNode);
    } catch (error) {
      if (hasCode(error, 'notFound')) return undefined;
      throw error;
    }
  };

  const versions = async (id: string): Promise<readonly string[]> => {
    const labels: string[] = [];
    for (let more = true; more; ) {
      const { list } = (await versionsApi.listVersionHistory(id, { skipCount: labels.length, maxItems: 100 })) as { list: { entries?: readonly { entry: { id: string } }[]; pagination?: { hasMoreItems?: boolean } } };
      labels.push(...(list.entries ?? []).map(({ entry }) => entry.id));
      more = (list.pagination?.hasMoreItems ?? false) && (list.entries ?? []).length > 0;
    }
    return labels;
  };

  return {
    get: async (id) => toNode((await api.getNode(id, { include: nodeInclude })).entry as WireNode),
    findByPath,
    createFolder: async ({ parentId, relativePath, name, type, aspects, properties, permissions }) => {
      checkName(name);
      const body = { name, nodeType: type, relativePath, aspectNames: aspects, properties: toWire(properties), permissions: permissions && permissionsToWire(permissions) };
      return createOnce(
        retries,
        async () => toNode(((await api.createNode(parentId, body as NodeBodyCreate, { include: nodeInclude })) as { entry: WireNode }).entry),
        () => findByPath(parentId, relativePath ? `${relativePath}/${name}` : name),
      );
    },
    upload: async (document) => {
      checkName(document.name);
      const { parentId, name, type, properties, mediaType, size, content: open } = document;
      return createOnce(
        retries,
        () => uploadForm(sender, parentId, type, properties, { name, mediaType, size, open }),
        () => findByPath(parentId, name),
      );
    },
    update: async (id, { name, type, properties, aspects }) => {
      if (name !== undefined) checkName(name);
      const body = { name, nodeType: type, aspectNames: aspects && [...aspects], properties: properties && (toWire(properties) as Record<string, string>) };
      return toNode((await api.updateNode(id, body, { include: nodeInclude })).entry as WireNode);
    },
    replaceContent: (id, { mediaType, size, content: open }) => replaceContent(sender, id, { mediaType, size, open }),
    setPermissions: (id, wanted) => setPermissions(api, self, id, wanted),
    permissions: (id) => readPermissions(api, id),
    content: (id, range) => readContent(sender, id, range),
    digest: (id, algorithm) => digestOf(sender, id, algorithm),
    children: async (id, { skip = 0, max = 100 } = {}) => toPage((await api.listNodeChildren(id, { skipCount: skip, maxItems: max, include: nodeInclude })) as WirePage),
    versions,
    leavings: (id) => leavingsOf(sender, id),
    clearLeavings: (id) => clearLeavings(sender, id),
    remains: (id) => remainsOf(sender, id, versions(id)),
    versionContent: (id, label) => readContent(sender, id, undefined, label),
    deleteVersion: async (id, label) => void (await versionsApi.deleteVersion(id, label)),
    move: async (id, targetId) => {
      const liesThere = async (): Promise<boolean> => toNode((await api.getNode(id, { include: nodeInclude })).entry as WireNode).parentId === targetId;
      if (await liesThere()) return;
      try {
        await api.moveNode(id, { targetParentId: targetId });
      } catch (error) {
        if (!outcomeUnknown(error) || !(await liesThere())) throw error;
      }
    },
    delete: async (id, { permanent } = {}) => api.deleteNode(id, { permanent }),
    associate: async (sourceId, targetId, type) => {
      try {
        await api.createAssociation(sourceId, { targetId, assocType: type });
      } catch (error) {
        if (!hasCode(error, 'conflict')) throw error;
      }
    },
  };
}

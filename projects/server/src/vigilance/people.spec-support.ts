/** Somebody at Alfresco's own REST API, as Share or ACA would ask it. */
export interface AtAlfresco {
  move(nodeId: string, targetParentId: string): Promise<void>;
  restore(nodeId: string): Promise<void>;
  /** Adds a text file. */
  add(parentId: string, name: string): Promise<string>;
}

export function atAlfresco(url: string, user: string, password: string): AtAlfresco {
  const ask = async (path: string, body: object): Promise<{ entry: { id: string } }> => {
    const response = await fetch(`${url}/alfresco/api/-default-/public/alfresco/versions/1/${path}`, { method: 'POST', headers: { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as { entry: { id: string } };
  };
  return {
    move: async (nodeId, targetParentId) => void (await ask(`nodes/${nodeId}/move`, { targetParentId })),
    restore: async (nodeId) => void (await ask(`deleted-nodes/${nodeId}/restore`, {})),
    add: async (parentId, name) => (await ask(`nodes/${parentId}/children`, { name, nodeType: 'cm:content' })).entry.id,
  };
}

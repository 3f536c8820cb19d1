import { fromWire, type Properties } from './properties.js';

/** A folder or document of the repository, as read. */
export interface RepoNode {
  readonly id: string;
  readonly name: string;
  /** Prefixed, e.g. `gec:incoming`. */
  readonly type: string;
  readonly parentId?: string;
  readonly isFolder: boolean;
  readonly aspects: readonly string[];
  /** Days as `YYYY-MM-DD`, instants in UTC with `Z`; absent properties are absent. */
  readonly properties: Properties;
  /** Instants, and person ids; the repository's own inner nodes have none. */
  readonly createdAt?: string;
  readonly createdBy?: string;
  readonly modifiedAt?: string;
  readonly modifiedBy?: string;
  /** Absent on folders. */
  readonly content?: { readonly mediaType: string; readonly size: number };
}

/** A node that a creation gave. `existed`: it was there already, so whoever asked verifies that it is theirs (`gec:id`). */
export interface CreatedNode extends RepoNode {
  readonly existed: boolean;
}

export interface Page {
  readonly skip?: number;
  /** At most 1,000 (default 100). */
  readonly max?: number;
}

export interface NodePage {
  readonly nodes: readonly RepoNode[];
  readonly hasMore: boolean;
}

/** What every reading of a node asks for. */
export const nodeInclude = ['properties', 'aspectNames'];

/** Node of the public API, as far as it is read here. js-api types its instants as dates; they arrive as text. */
export interface WireNode {
  readonly id: string;
  readonly name: string;
  readonly nodeType: string;
  readonly parentId?: string;
  readonly isFolder?: boolean;
  readonly aspectNames?: readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly createdAt?: string | Date;
  readonly createdByUser?: { readonly id: string };
  readonly modifiedAt?: string | Date;
  readonly modifiedByUser?: { readonly id: string };
  readonly content?: { readonly mimeType: string; readonly sizeInBytes: number };
}

export interface WirePage {
  readonly list: { readonly entries?: readonly { readonly entry: WireNode }[]; readonly pagination?: { readonly hasMoreItems?: boolean } };
}

export function toNode(wire: WireNode): RepoNode {
  return {
    id: wire.id,
    name: wire.name,
    type: wire.nodeType,
    parentId: wire.parentId,
    isFolder: wire.isFolder ?? false,
    aspects: wire.aspectNames ?? [],
    properties: fromWire(wire.properties ?? {}),
    createdAt: wire.createdAt && toInstant(wire.createdAt),
    createdBy: wire.createdByUser?.id,
    modifiedAt: wire.modifiedAt && toInstant(wire.modifiedAt),
    modifiedBy: wire.modifiedByUser?.id,
    content: wire.content && { mediaType: wire.content.mimeType, size: wire.content.sizeInBytes },
  };
}

const toInstant = (written: string | Date): string => new Date(written).toISOString();

export function toPage({ list }: WirePage): NodePage {
  return { nodes: (list.entries ?? []).map(({ entry }) => toNode(entry)), hasMore: list.pagination?.hasMoreItems ?? false };
}

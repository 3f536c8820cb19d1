import type { AlertKind, JsonObject } from '@bannette/store';

/** What was done to a node of a mail, as its history will tell. */
export type FindingType = 'renamed' | 'changed' | 'versioned' | 'moved' | 'movedBack' | 'deleted' | 'restored' | 'added' | 'permissionsChanged' | 'held' | 'released';

export interface Finding {
  readonly type: FindingType;
  readonly nodeId: string;
  readonly documentId?: string;
  /** Who did it, where Alfresco tells; never an account of the house. */
  readonly author?: string;
  /** When, by Alfresco's clock; absent when it was found afterwards. */
  readonly at?: Date;
  /** No personal data: it goes into the chain. */
  readonly data: JsonObject;
  readonly personal?: JsonObject;
  /** The finding breaks the law or the circuit. */
  readonly alert?: { readonly kind: AlertKind; readonly mark: string; readonly data?: JsonObject };
  /** Kinds of alerts on the node that it puts an end to. */
  readonly ends?: readonly AlertKind[];
  /** Nothing is told where there was no such alert. */
  readonly onlyIfEnds?: boolean;
  /** The node is to be made again what the house had made of it. */
  readonly mend?: boolean;
}

import type { ForWhom, Told } from '@bannette/registration';
import type { ArchiveFacts } from '@bannette/store';

/**
 * What is wrong with a mail, and what `--apply` does about it:
 * - `rowMissing` no row: written again from its node, the journal, or both
 * - `rowOlder` its node was made from entries that the journal lacks, so PostgreSQL is the older one: the node's word is taken
 * - `rowDamaged` the row contradicts the journal, or a node that still says what was written to it: written again
 * - `documentsDiffer` rows of documents are missing or contradict what Alfresco holds: written again
 * - `nodeMissing` the folder that the row names is gone: it is sent again
 * - `documentsMissing` documents are gone from Alfresco: sent again as far as the spool holds their bytes
 * - `nodeElsewhere` Alfresco has it under another node id: the row names that one
 * - `nodeOlder` Alfresco is behind what it had confirmed: sent again
 * - `nodeEdited` somebody changed the node's properties: sent again, the row leads
 * - `nodeWithoutFacts` written by an older version: sent again, so that a later rebuild finds all it needs
 * - `unclear` nobody can tell what is right: only a person can, nothing is done
 */
export const differenceKinds = ['rowMissing', 'rowOlder', 'rowDamaged', 'documentsDiffer', 'nodeMissing', 'documentsMissing', 'nodeElsewhere', 'nodeOlder', 'nodeEdited', 'nodeWithoutFacts', 'unclear'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** Why a mail's rights can't be known for sure; it is then given to the mail room only. */
export type Doubt = 'noNode' | 'widerThanNode';

export interface Difference {
  readonly kind: DifferenceKind;
  readonly mailId: string;
  readonly chrono?: string;
  /** Columns of the row that differ. */
  readonly columns: readonly string[];
  /** The row as it will be; absent where it stays. */
  readonly row?: Told;
  readonly doubt?: Doubt;
  /** Where its folder is; absent where it has none (any more). */
  readonly nodeId?: string;
  /** Number of the affair that its folder tells. */
  readonly affair?: string;
  /** The entry that its node was made from and the journal lacks. */
  readonly lostEntry?: string;
  /** Version that the row must be beyond. */
  readonly version: number;
  readonly revision: number;
  readonly documents: readonly DocumentDifference[];
  /** Notes that the journal tells of and no table holds. */
  readonly notesLost: number;
}

/** What becomes of a document: its row written as given, with bytes of the spool where it is to be sent. */
export interface DocumentDifference {
  readonly id: string;
  readonly columns: readonly string[];
  readonly values?: DocumentValues;
  /** Parts whose bytes are neither in Alfresco nor in the spool. */
  readonly lost: readonly Part[];
}
export type Part = 'original' | 'searchable';

export interface DocumentValues {
  readonly position: number;
  readonly role: string;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  readonly sha512: string;
  readonly pages: number;
  readonly confidence: number | null;
  readonly engine: string | null;
  readonly warnings: readonly string[];
  readonly node_id: string | null;
  readonly spool_key: string | null;
  readonly searchable_size: number | null;
  readonly searchable_sha512: string | null;
  readonly searchable_node_id: string | null;
  readonly searchable_key: string | null;
  /** Whether Alfresco holds all that there is of it. */
  readonly stored: boolean;
  /** Absent: as it is. */
  readonly nature?: string | null;
  readonly forWhom?: ForWhom;
  readonly archive?: ArchiveFacts | null;
}

export interface CounterDifference {
  readonly register: string;
  readonly year: number;
  readonly stands: number;
  /** Highest number that was seen, here or in Alfresco. */
  readonly seen: number;
}

export interface RebuildPlan {
  /** Mails looked at: rows, nodes, and those that only the journal knows. */
  readonly looked: { readonly rows: number; readonly nodes: number; readonly journalOnly: number };
  readonly differences: readonly Difference[];
  readonly counters: readonly CounterDifference[];
  /** Documents whose bytes are nowhere any more. */
  readonly lost: readonly { readonly mailId: string; readonly chrono?: string; readonly documentId: string; readonly part: Part }[];
  /** Folders in the library that tell of no mail of this authority. */
  readonly foreign: readonly string[];
}

import { cmis, hasCode, type RepoNode } from '@bannette/alfresco';
import type { House, MailRow } from '@bannette/house';
import { isSearchable, readMirrored, type MirroredMail } from '@bannette/registration';
import { readJournal, type Database, type JournalEntry } from '@bannette/store';
import type { Selectable } from 'kysely';
import { hear, type Heard } from './heard.js';

export type DocumentRow = Selectable<Database['document']>;
export interface DocumentNodes {
  readonly original?: RepoNode;
  readonly searchable?: RepoNode;
}

/** All that is known of one mail, from wherever. */
export interface Evidence {
  readonly id: string;
  readonly row?: MailRow;
  readonly documents: readonly DocumentRow[];
  readonly heard: Heard;
  /** Undefined too where the node tells no mail that can be understood; then `node` is there. */
  readonly mirrored?: MirroredMail;
  readonly node?: RepoNode;
  /** The node was made from an entry that the journal lacks: PostgreSQL is older than Alfresco. */
  readonly fromLostEntry: boolean;
  readonly documentNodes: ReadonlyMap<string, DocumentNodes>;
}

const answersAtOnce = 1000;

/** Gathers what is known of these mails (at most 100). Nodes are found by `gec:id`, wherever they are, unless they are given. */
export async function gather(house: House, ids: readonly string[], given?: readonly RepoNode[]): Promise<readonly Evidence[]> {
  const { db } = house.store;
  const [rows, documents, entries, settings] = await Promise.all([
    db.selectFrom('mail').selectAll().where('id', 'in', ids).execute(),
    db.selectFrom('document').selectAll().where('mail_id', 'in', ids).orderBy('position').execute(),
    readJournal(db, { subjectKind: 'mail', subjectIds: ids, limit: 1_000_000 }),
    house.settings(),
  ]);
  const nodes = given ?? (await nodesOf(house, 'gec:correspondence', ids));
  const evidence: Evidence[] = [];
  for (const id of ids) {
    const row = rows.find((one) => one.id === id);
    const candidates = nodes.filter((node) => node.properties['gec:id'] === id);
    const node = candidates.find((one) => one.id === row?.node_id) ?? candidates[0];
    const mirrored = node && readMirrored(node, settings);
    const own = entries.filter(({ subjectId }) => subjectId === id);
    const heard = hear(own);
    const rowsOfIt = documents.filter(({ mail_id }) => mail_id === id);
    const listed = node && (!row || rowsOfIt.length < expected(heard)) ? await documentsIn(house, node.id) : [];
    evidence.push({ id, row, documents: rowsOfIt, heard, mirrored, node, fromLostEntry: isLost(mirrored?.facts?.entry, own), documentNodes: byDocument(listed) });
  }
  return withDocumentNodes(house, evidence);
}

const expected = ({ documents, columns }: Heard): number => (columns.category === 'outgoing' ? 1 : documents.length);
/** A node whose telling was taken once counts as known, until it is written again. */
const isLost = (entry: string | undefined, entries: readonly JournalEntry[]): boolean => entry !== undefined && !entries.some(({ seq, hash, type, data }) => entry === `${seq}:${hash.slice(0, 16)}` || (type === 'mail.recovered' && data.entry === entry));

/** Documents that rows name are looked for wherever they are: a record's first home is a record folder. */
async function withDocumentNodes(house: House, evidence: readonly Evidence[]): Promise<readonly Evidence[]> {
  const ids = evidence.flatMap(({ documents, node, row }) => (node || row?.node_name ? documents : [])).map(({ id }) => id);
  const found: RepoNode[] = [];
  for (let from = 0; from < ids.length; from += 100) found.push(...(await nodesOf(house, 'gec:document', ids.slice(from, from + 100))));
  const all = byDocument(found);
  return evidence.map((one) => ({ ...one, documentNodes: new Map([...one.documentNodes, ...one.documents.flatMap(({ id }) => (all.has(id) ? [[id, all.get(id) ?? {}] as const] : []))]) }));
}

async function nodesOf(house: House, type: 'gec:correspondence' | 'gec:document', ids: readonly string[]): Promise<RepoNode[]> {
  if (!ids.length) return [];
  const query = cmis.select(type).where(cmis.in('gec:id', ids));
  // A hundred mails or documents are at most a few hundred nodes: one answer, whose order does not matter.
  return [...(await house.repository.search.find(query, { max: answersAtOnce })).nodes];
}

const documentsIn = async (house: House, folderId: string): Promise<RepoNode[]> => (await allOf((skip) => house.repository.nodes.children(folderId, { skip, max: answersAtOnce }))).filter(({ type }) => type === 'gec:document');

/** All pages of an answer. */
export async function allOf(page: (skip: number) => Promise<{ nodes: readonly RepoNode[]; hasMore: boolean }>): Promise<RepoNode[]> {
  const all: RepoNode[] = [];
  for (;;) {
    const { nodes, hasMore } = await page(all.length);
    all.push(...nodes);
    if (!hasMore || !nodes.length) return all;
  }
}

function byDocument(nodes: readonly RepoNode[]): Map<string, DocumentNodes> {
  const found = new Map<string, DocumentNodes>();
  for (const node of nodes) {
    const id = String(node.properties['gec:id']);
    found.set(id, { ...found.get(id), [isSearchable(node.name) ? 'searchable' : 'original']: node });
  }
  return found;
}

/** Whether a node is gone for good, and not only out of the service account's sight. */
export async function isGone(house: House, nodeId: string): Promise<boolean> {
  try {
    await house.repository.nodes.get(nodeId);
    return false;
  } catch (error) {
    if (hasCode(error, 'notFound')) return true;
    if (hasCode(error, 'forbidden')) return false;
    throw error;
  }
}

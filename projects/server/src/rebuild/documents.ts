import { hasCode, type RepoNode } from '@bannette/alfresco';
import { documentRoles, extensionOf, type DocumentRole } from '@bannette/domain';
import type { House } from '@bannette/house';
import { newId } from '@bannette/store';
import type { SpooledBytes } from './bytes.js';
import { isGone, type DocumentNodes, type DocumentRow, type Evidence } from './evidence.js';
import type { DocumentDifference, DocumentValues, Part } from './plan.js';

const columns = ['position', 'role', 'name', 'media_type', 'size', 'sha512', 'pages', 'node_id', 'searchable_size', 'searchable_sha512', 'searchable_node_id'] as const;

/** Compares the rows of a mail's documents with their nodes, and looks for what is missing in the spool. */
export async function judgeDocuments(house: House, evidence: Evidence, chrono: string | null, spool: SpooledBytes): Promise<readonly DocumentDifference[]> {
  const differences: (DocumentDifference | undefined)[] = [];
  for (const row of evidence.documents) {
    const nodes = evidence.documentNodes.get(row.id) ?? {};
    const pending = !row.stored_at && (!row.node_id || nodes.original);
    // What is on its way to Alfresco is not missing there; where Alfresco is the newer one, it has arrived.
    if (pending && evidence.fromLostEntry && nodes.original) differences.push(withSaid(await takenFrom(house, row.id, nodes.original, nodes, chrono, row.warnings), saidOf(evidence, row.id, nodes)));
    else if (!pending) differences.push(await believed(house, evidence, row, nodes, await judgeDocument(house, row, nodes, chrono, spool)));
  }
  const without = [...evidence.documentNodes].filter(([id]) => !evidence.documents.some((row) => row.id === id));
  for (const [id, nodes] of without) if (nodes.original) differences.push(withSaid(await takenFrom(house, id, nodes.original, nodes, chrono, evidence.mirrored?.facts?.warnings[id]), saidOf(evidence, id, nodes)));
  if (!evidence.documents.length && !without.length) differences.push(...(await fromDeposit(house, evidence, chrono, spool)));
  return differences.filter((difference) => difference !== undefined);
}

type Said = Pick<DocumentValues, 'nature' | 'forWhom' | 'archive'>;

/** What Alfresco tells that a document is, for whom, and how its archive copy came about. */
function saidOf({ mirrored }: Evidence, id: string, { original }: DocumentNodes): Said {
  const nature = original?.properties['gec:nature'];
  return { nature: typeof nature === 'string' && nature ? nature : null, ...(mirrored?.facts ? { archive: mirrored.facts.archives[id] ?? null, forWhom: mirrored.facts.forWhom[id] ?? { beneficiaries: [], unknown: false } } : {}) };
}

const withSaid = (difference: DocumentDifference, said: Said): DocumentDifference => ({ ...difference, ...(difference.values ? { values: { ...difference.values, ...said } } : {}) });

/** Where Alfresco is the newer one, what it tells of a document that both have is believed. */
async function believed(house: House, evidence: Evidence, row: DocumentRow, nodes: DocumentNodes, difference: DocumentDifference | undefined): Promise<DocumentDifference | undefined> {
  if (!evidence.fromLostEntry || !nodes.original) return difference;
  const said = saidOf(evidence, row.id, nodes);
  const named = await house.store.db.selectFrom('document_beneficiary').select('beneficiary_id').where('document_id', '=', row.id).orderBy('beneficiary_id').execute();
  const now = JSON.stringify([row.beneficiary_unknown, named.map(({ beneficiary_id }) => beneficiary_id)]);
  const told = said.forWhom ? JSON.stringify([said.forWhom.unknown, said.forWhom.beneficiaries.map(({ id }) => id).sort()]) : now;
  const columns = [...(said.nature === row.nature ? [] : ['nature']), ...(told === now ? [] : ['beneficiaries'])];
  if (!columns.length) return difference;
  const values = difference?.values ?? valuesOf(row);
  return { id: row.id, lost: difference?.lost ?? [], columns: [...(difference?.columns ?? []), ...columns], values: { ...values, ...said } };
}

/** A document as Alfresco has it, read back: what its node says of its bytes must hold. */
async function takenFrom(house: House, id: string, original: RepoNode, nodes: DocumentNodes, chrono: string | null, warnings?: readonly string[]): Promise<DocumentDifference> {
  const values = fromNodes(original, nodes, chrono, warnings);
  const holds = async (node: RepoNode): Promise<boolean> => (await house.repository.nodes.digest(node.id, 'sha512').catch(unlessGone)) === node.properties['gec:sha512'];
  const lost: Part[] = [...((await holds(original)) ? [] : ['original' as const]), ...(!nodes.searchable || (await holds(nodes.searchable)) ? [] : ['searchable' as const])];
  return { id, columns: ['row'], values, lost };
}

function unlessGone(error: unknown): undefined {
  if (!hasCode(error, 'notFound')) throw error;
}

async function judgeDocument(house: House, row: DocumentRow, nodes: DocumentNodes, chrono: string | null, spool: SpooledBytes): Promise<DocumentDifference | undefined> {
  const now = valuesOf(row);
  const kept = nodes.original && !holdsWhatCame(nodes.original) ? { size: now.size, media_type: now.media_type, name: now.name } : {};
  const told = nodes.original ? { ...now, ...fromNodes(nodes.original, nodes, chrono, row.warnings), ...kept, ...(nodes.searchable ? {} : searchableOf(now)) } : now;
  const missing: Part[] = [...(nodes.original || !(await away(house, row.node_id)) ? [] : ['original' as const]), ...(!row.searchable_sha512 || nodes.searchable || !(await away(house, row.searchable_node_id)) ? [] : ['searchable' as const])];
  const bytes = {
    original: missing.includes('original') ? await spool.find(row.size, row.sha512) : undefined,
    searchable: missing.includes('searchable') ? await spool.find(row.searchable_size ?? 0, row.searchable_sha512 ?? '') : undefined,
  };
  const values: DocumentValues = {
    ...told,
    ...(bytes.original ? { node_id: null, spool_key: bytes.original } : {}),
    ...(bytes.searchable ? { searchable_node_id: null, searchable_key: bytes.searchable } : {}),
    stored: !bytes.original && !bytes.searchable,
  };
  const differing = columns.filter((column) => values[column] !== now[column]);
  const lost = missing.filter((part) => !bytes[part]);
  return differing.length || lost.length ? { id: row.id, columns: differing, ...(differing.length ? { values } : {}), lost } : undefined;
}

/** Not so a destroyed record, of which only the properties remain, nor a document with later versions. */
const holdsWhatCame = ({ aspects, properties }: RepoNode): boolean => !aspects.includes('rma:ghosted') && (properties['cm:versionLabel'] ?? '1.0') === '1.0';

/** A document that the service account may not see any more is not known to be lost. */
const away = async (house: House, nodeId: string | null): Promise<boolean> => nodeId === null || isGone(house, nodeId);

const searchableOf = ({ searchable_size, searchable_sha512, searchable_node_id }: DocumentValues) => ({ searchable_size, searchable_sha512, searchable_node_id });

function valuesOf(row: DocumentRow): DocumentValues {
  const { position, role, name, media_type, size, sha512, pages, confidence, engine, warnings, node_id, spool_key, searchable_size, searchable_sha512, searchable_node_id, searchable_key } = row;
  return { position, role, name, media_type, size, sha512, pages, confidence, engine, warnings, node_id, spool_key, searchable_size, searchable_sha512, searchable_node_id, searchable_key, stored: row.stored_at !== null };
}

function fromNodes(original: RepoNode, { searchable }: DocumentNodes, chrono: string | null, warnings: readonly string[] = []): DocumentValues {
  const { properties, content } = original;
  const position = Number(properties['gec:position'] ?? 1);
  const role = String(properties['gec:documentRole']);
  const size = content?.size ?? 0;
  const mediaType = content?.mediaType ?? 'application/octet-stream';
  return {
    position,
    role: (documentRoles as readonly string[]).includes(role) ? role : 'main',
    name: `${chrono ?? 'document'}-${position}.${extensionOf(mediaType)}`,
    media_type: mediaType,
    size,
    sha512: String(properties['gec:sha512'] ?? ''),
    pages: Number(properties['gec:pages'] ?? 0),
    confidence: numberOf(properties['gec:ocrConfidence']),
    engine: typeof properties['gec:ocrEngine'] === 'string' ? properties['gec:ocrEngine'] : null,
    warnings,
    node_id: original.id,
    spool_key: null,
    searchable_size: searchable?.content?.size ?? null,
    searchable_sha512: searchable ? String(searchable.properties['gec:sha512'] ?? '') : null,
    searchable_node_id: searchable?.id ?? null,
    searchable_key: null,
    stored: true,
  };
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Of a mail that Alfresco never had: what came in with its deposit, as far as the spool still holds it. */
async function fromDeposit(house: House, { heard }: Evidence, chrono: string | null, spool: SpooledBytes): Promise<DocumentDifference[]> {
  const deposit = heard.columns.deposit_id;
  const files = deposit ? await house.store.db.selectFrom('deposit_file').selectAll().where('deposit_id', '=', deposit).execute() : [];
  if (heard.columns.category === 'outgoing') return [{ id: 'unknown', columns: [], lost: ['original'] }];
  const made: DocumentDifference[] = [];
  for (const [index, sha512] of heard.documents.entries()) {
    const file = files.find((one) => one.sha512 === sha512);
    const key = file && (await spool.find(file.size, sha512));
    const position = index + 1;
    const role: DocumentRole = index ? 'attachment' : 'main';
    const searchable_key = file?.searchable_sha512 ? ((await spool.find(file.searchable_size ?? 0, file.searchable_sha512)) ?? null) : null;
    const searchable = searchable_key && file ? { searchable_size: file.searchable_size, searchable_sha512: file.searchable_sha512, searchable_key, archive: file.archive } : { searchable_size: null, searchable_sha512: null, searchable_key: null };
    const values = file && { position, role, name: `${chrono ?? 'document'}-${position}.${extensionOf(file.media_type)}`, media_type: file.media_type ?? 'application/octet-stream', size: file.size, sha512, pages: file.pages ?? 0, confidence: file.confidence, engine: file.engine, warnings: file.warnings, node_id: null, spool_key: key ?? null, searchable_node_id: null, ...searchable, stored: !key };
    made.push({ id: newId(), columns: ['row'], values, lost: key ? [] : ['original'] });
  }
  return made;
}

import { Gec, type RepoNode } from '@bannette/alfresco';
import type { House } from '@bannette/house';
import { sql } from 'kysely';
import { spooledBytes, type SpooledBytes } from './bytes.js';
import { judgeDocuments } from './documents.js';
import { gather, isGone, type Evidence } from './evidence.js';
import { judgeRow, rowFor, touchesRights, withinRights, type Verdict } from './judge.js';
import { pagesOfLibrary } from './library.js';
import { highestNumbers } from './counters.js';
import type { Difference, DocumentDifference, RebuildPlan } from './plan.js';

const atOnce = 100;

/**
 * Compares all that PostgreSQL, Alfresco and the journal tell of the mails of this authority, and changes nothing. Nobody
 * may work meanwhile: what is on its way would be taken for a difference.
 */
export async function planRebuild(house: House): Promise<RebuildPlan> {
  const spool = spooledBytes(house);
  const numbers = highestNumbers(await house.settings());
  const differences: Difference[] = [];
  const looked = { rows: 0, nodes: 0, journalOnly: 0 };
  const found: { mailId: string; chrono?: string; documents: readonly DocumentDifference[] }[] = [];
  const take = async (evidence: readonly Evidence[]): Promise<void> => {
    const eliminated = await eliminatedOf(house, evidence);
    for (const one of evidence) {
      if (eliminated.has(one.id)) continue;
      const { difference, documents } = await judge(house, one, spool);
      if (difference) differences.push(difference);
      if (difference?.row) numbers.see(difference.row);
      if (documents.length) found.push({ mailId: one.id, chrono: difference?.chrono ?? one.row?.chrono ?? undefined, documents });
    }
  };

  for await (const ids of pagesOfRows(house)) {
    looked.rows += ids.length;
    await take(await gather(house, ids));
  }
  const foreign: string[] = [];
  const withoutRow = new Set<string>();
  for await (const nodes of pagesOfLibrary(house)) {
    const ours = nodes.filter((node) => isOurs(house, node) || !foreign.push(node.id));
    looked.nodes += ours.length;
    ours.forEach((node) => numbers.seeNode(node));
    const known = await knownIds(house, ours.map(idOf));
    const unknown = ours.filter((node) => !known.has(idOf(node)) && !withoutRow.has(idOf(node)));
    unknown.forEach((node) => withoutRow.add(idOf(node)));
    if (unknown.length) await take(await gather(house, [...new Set(unknown.map(idOf))], unknown));
  }
  for await (const ids of pagesOfJournal(house)) {
    const rest = ids.filter((id) => !withoutRow.has(id));
    looked.journalOnly += rest.length;
    if (rest.length) await take(await gather(house, rest));
  }
  const lost = found.flatMap(({ mailId, chrono, documents }) => documents.flatMap(({ id, lost: parts }) => parts.map((part) => ({ mailId, chrono, documentId: id, part }))));
  return { looked, differences: answersLast(differences), counters: await numbers.differences(house), lost, foreign };
}

/** Of a mail that was eliminated nothing is ever written again; where a restored backup brought it back, `eliminate-again` is what it takes. */
async function eliminatedOf({ store: { db } }: House, evidence: readonly Evidence[]): Promise<ReadonlySet<string>> {
  const ids = evidence.map(({ id }) => id);
  const known = ids.length ? await db.selectFrom('elimination').select('subject_id').where('subject_kind', '=', 'mail').where('subject_id', 'in', ids).execute() : [];
  const told = evidence.filter(({ row, mirrored }) => row?.state === 'eliminated' || mirrored?.told.state === 'eliminated');
  return new Set([...known.map(({ subject_id }) => subject_id), ...told.map(({ id }) => id)]);
}

/** An answer names the mail that it answers, which must be there first. */
const answersLast = (differences: readonly Difference[]): Difference[] => [...differences].sort((a, b) => Number(!!a.row?.answer_of) - Number(!!b.row?.answer_of));

async function judge(house: House, evidence: Evidence, spool: SpooledBytes): Promise<{ difference?: Difference; documents: readonly DocumentDifference[] }> {
  const { row, node, mirrored, heard } = evidence;
  const verdict = row ? (judgeRow(row, evidence) ?? (await judgePlace(house, evidence))) : judgeMissing(evidence, rowFor(evidence, await house.settings()));
  const chrono = verdict?.row?.chrono ?? row?.chrono ?? null;
  const documents = verdict?.kind === 'unclear' && !row ? [] : await judgeDocuments(house, evidence, chrono, spool);
  const changed = documents.filter(({ values }) => values);
  const sendAgain = changed.some(({ values }) => values && !values.stored);
  const kind = verdict?.kind ?? (sendAgain ? (row?.gone_at ? 'nodeMissing' : 'documentsMissing') : changed.length ? 'documentsDiffer' : undefined);
  if (!kind) return { documents };
  const within = verdict?.row && (!row || touchesRights(verdict.columns)) ? withinRights(verdict.row, node && (await readersNow(house, node.id))) : { row: verdict?.row };
  const difference: Difference = {
    kind,
    mailId: evidence.id,
    chrono: chrono ?? undefined,
    columns: verdict?.columns ?? [],
    ...within,
    nodeId: node?.id,
    affair: typeof node?.properties[Gec.props.affair] === 'string' ? (node.properties[Gec.props.affair] as string) : undefined,
    lostEntry: evidence.fromLostEntry ? mirrored?.facts?.entry : undefined,
    version: Math.max(row?.desired_version ?? 0, mirrored?.facts?.version ?? 0),
    revision: Math.max(row?.revision ?? 0, mirrored?.facts?.revision ?? 0),
    documents: changed,
    notesLost: row ? 0 : heard.notes.length,
  };
  return { difference, documents };
}

function judgeMissing({ node }: Evidence, row: Verdict['row']): Verdict {
  return row ? { kind: 'rowMissing', columns: ['row'], row } : { kind: 'unclear', columns: [node ? 'node' : 'journal'] };
}

/** The row is as it should be: is the folder where it says? */
async function judgePlace(house: House, { row, node, mirrored }: Evidence): Promise<Verdict | undefined> {
  // Known to be deleted in Alfresco: an empty folder would stand in the way of whoever brings it back. With its bytes it's made again.
  if (!row?.node_name || row.gone_at) return undefined;
  const confirmed = row.applied_version === row.desired_version && row.applied_version > 0;
  if (!node) {
    if (!row.node_id) return confirmed ? { kind: 'nodeMissing', columns: [] } : undefined;
    return { kind: (await isGone(house, row.node_id)) ? 'nodeMissing' : 'unclear', columns: ['node_id'] };
  }
  if (row.node_id !== node.id && (row.node_id || confirmed)) return { kind: 'nodeElsewhere', columns: ['node_id'] };
  return mirrored || !confirmed ? undefined : { kind: 'nodeEdited', columns: [] };
}

/** Authorities that may open the node now, whatever their role. */
async function readersNow(house: House, nodeId: string): Promise<readonly string[]> {
  const { inherit, entries, inherited } = await house.repository.nodes.permissions(nodeId);
  return [...entries, ...(inherit ? inherited : [])].map(({ authority }) => authority);
}

const idOf = (node: RepoNode): string => String(node.properties['gec:id']);
const { incoming, outgoing, internalNote, signatureRequest, phoneCall } = Gec.types;
const mailTypes: readonly string[] = [incoming, outgoing, internalNote, signatureRequest, phoneCall];
/** A mail of this authority's, of whatever kind; what else lies in the library is told as foreign. */
export const isOurs = (house: Pick<House, 'entityId'>, { type, properties }: Pick<RepoNode, 'type' | 'properties'>): boolean => mailTypes.includes(type) && properties['gec:entity'] === house.entityId && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(properties['gec:id']));

async function* pagesOfRows(house: House): AsyncGenerator<string[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await house.store.db.selectFrom('mail').select('id').where('entity_id', '=', house.entityId).where('id', '>', after).orderBy('id').limit(atOnce).execute();
    if (!rows.length) return;
    yield rows.map(({ id }) => id);
    after = rows.at(-1)?.id ?? after;
  }
}

async function knownIds(house: House, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = ids.length ? await house.store.db.selectFrom('mail').select('id').where('id', 'in', ids).execute() : [];
  return new Set(rows.map(({ id }) => id));
}

/** Mails that the journal tells of and no row holds. */
async function* pagesOfJournal(house: House): AsyncGenerator<string[]> {
  for (let after = ''; ; ) {
    const { rows } = await sql<{ id: string }>`
      select distinct subject_id as id from journal
      where subject_kind = 'mail' and entity_id = ${house.entityId} and subject_id > ${after} and not exists (select from mail where mail.id::text = subject_id)
      order by subject_id limit ${atOnce}`.execute(house.store.db);
    if (!rows.length) return;
    yield rows.map(({ id }) => id);
    after = rows.at(-1)?.id ?? after;
  }
}


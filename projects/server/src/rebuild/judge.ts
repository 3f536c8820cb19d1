import { dayIn, readChrono, houseGroups, isMailRoom, isOpen, listersOf, readersOf, type Settings } from '@bannette/domain';
import { forRights, type MailRow } from '@bannette/house';
import { checkOf, differingColumns, tell, type Told, type ToldColumn } from '@bannette/registration';
import type { Evidence } from './evidence.js';
import type { Heard } from './heard.js';
import type { DifferenceKind, Doubt } from './plan.js';

export interface Verdict {
  readonly kind: DifferenceKind;
  readonly columns: readonly string[];
  readonly row?: Told;
}

/** Columns that rights follow from. */
const secret: readonly string[] = ['service', 'copies', 'confidentiality', 'compartment', 'state', 'readers', 'listers'];
export const touchesRights = (columns: readonly string[]): boolean => columns.some((column) => secret.includes(column));

/** Compares a row with the journal and its node, each of which may be the one to believe; undefined when they agree. */
export function judgeRow(row: MailRow, { heard, mirrored, fromLostEntry }: Evidence): Verdict | undefined {
  const now = tell(row);
  if (mirrored && fromLostEntry) {
    const columns = differingColumns(now, mirrored.told);
    return mirrored.intact ? { kind: 'rowOlder', columns, row: mirrored.told } : { kind: 'unclear', columns };
  }
  const facts = mirrored?.facts;
  const wholeNode = mirrored?.intact && facts && facts.version >= row.desired_version ? mirrored.told : undefined;
  const right: Told = { ...(wholeNode ?? now), ...(heard.whole ? heard.columns : {}) };
  const columns: string[] = [...differingColumns(now, right), ...rightsThatDiffer(row, now), ...(facts && facts.version > row.desired_version ? ['desired_version'] : [])];
  if (columns.length && wholeNode && !differingColumns(now, wholeNode).length && differingColumns(now, right).length) return { kind: 'unclear', columns };
  if (columns.length) return { kind: 'rowDamaged', columns, row: right };
  return mirrored && row.applied_version === row.desired_version ? judgeNode(row, now, mirrored) : undefined;
}

/** The row is as it should be: is the node? */
function judgeNode(row: MailRow, now: Told, { told, facts, intact }: NonNullable<Evidence['mirrored']>): Verdict | undefined {
  if (!facts) {
    const columns = differingColumns(now, told).filter((column) => !derivedColumns.includes(column));
    return { kind: columns.length ? 'unclear' : 'nodeWithoutFacts', columns };
  }
  if (facts.version < row.desired_version) return { kind: 'nodeOlder', columns: differingColumns(now, told) };
  if (intact) return undefined;
  return { kind: checkOf(now) === facts.check ? 'nodeEdited' : 'unclear', columns: differingColumns(now, told) };
}

/** What a node without facts does not tell by itself. */
const derivedColumns: readonly ToldColumn[] = ['service', 'wanted_service', 'year', 'number', 'postmark_date', 'assignee_name', 'closing_reason', 'route_because', 'due_because', 'let_through', 'declared_trigger', 'deposit_id', 'answer_of', 'node_path', 'created_at', 'unscanned', 'envelope', 'handed_over', 'endorsement', 'endorsement_last', 'endorsed_on', 'scanner', 'box', 'mail_rooms', 'priority', 'for_function'];

const same = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join() === [...b].sort().join();

/** Readers and listers follow from the other columns, always. */
function rightsThatDiffer(row: MailRow, now: Told): string[] {
  const secrecy = forRights(now);
  return [...(same(row.readers, readersOf(secrecy)) ? [] : ['readers']), ...(same(row.listers, listersOf(secrecy)) ? [] : ['listers'])];
}

/** The row of a mail that has none, from its node and the journal; undefined when neither tells enough. */
export function rowFor({ heard, mirrored, fromLostEntry }: Evidence, settings: Settings): Told | undefined {
  if (!mirrored) return heard.whole ? fromJournal(heard, settings) : undefined;
  const row = heard.whole && !fromLostEntry ? { ...mirrored.told, ...heard.columns } : mirrored.told;
  const type = settings.types.find(({ code }) => code === row.type);
  // Somebody may have lowered it on the node; what its type calls for at least is known.
  return mirrored.intact || !type || type.confidentiality <= row.confidentiality ? row : { ...row, confidentiality: type.confidentiality };
}

const blank: Told = { intermediate_at: null, first_received_on: null, first_authority: null, registration_receipt_on: null, receipt_on: null, extended_on: null, transmitted_to: null, letter_kind: null, affair_id: null, message_id: null, in_reply_to: null, message_references: null, kind: null, entry: null, parties: null, fields: null, priority: null, for_function: null, category: 'incoming', state: 'toQualify', deposit_id: null, channel: 'post', register: null, year: null, number: null, chrono: null, subject: null, summary: null, type: null, correspondent: null, service: null, wanted_service: null, tray: null, copies: [], assignee: null, assignee_name: null, confidentiality: 0, compartment: null, route_because: null, due_because: null, due_date: null, document_date: null, postmark_date: null, received_at: null, departure_date: null, registered_at: null, closed_at: null, closing_reason: null, answer_of: null, let_through: false, schedule_row: null, declared_trigger: null, retention_trigger: null, retention_due: null, node_name: null, node_path: null, created_at: null, unscanned: null, envelope: null, handed_over: null, endorsement: null, endorsement_last: null, endorsed_on: null, scanner: null, box: null, site: null, mail_rooms: null };

function fromJournal({ columns, nearly }: Heard, { authority, registers, types }: Settings): Told {
  const { sender: _sender, ...days } = nearly;
  const known: Told = { ...blank, ...days, ...columns };
  const type = types.find(({ code }) => code === known.type);
  const numbered = known.register === 'import' ? { year: Number(known.received_at?.slice(0, 4)), number: null } : readChrono(registers, known.register, known.chrono);
  const day = known.register === 'import' ? known.received_at : known.registered_at && dayIn(authority.timeZone, new Date(known.registered_at));
  return { ...known, ...numbered, node_path: known.node_name && day ? day.replaceAll('-', '/') : null, confidentiality: type?.confidentiality ?? 0, compartment: type?.compartment ?? null, schedule_row: type?.scheduleRow ?? null };
}

/**
 * Rights are never wider than those that the node has now; where they can't be known, the mail room decides anew where
 * the mail goes, and an ended one stays with it.
 *
 * @param nodeReaders authorities that may open the node; undefined when there is none
 */
export function withinRights(row: Told, nodeReaders: readonly string[] | undefined): { row: Told; doubt?: Doubt } {
  const readers = readersOf(forRights(row));
  if (nodeReaders && readers.every((reader) => nodeReaders.includes(reader))) return { row };
  const kept = { ...row, mail_rooms: mailRoomsWithin(row, nodeReaders) };
  if (readers.every(isMailRoom)) return { row: kept };
  const lost = { service: null, wanted_service: null, tray: null, copies: [], assignee: null, assignee_name: null, route_because: null, due_date: null, due_because: null };
  return { row: { ...kept, ...lost, state: isOpen(row.state) ? 'registered' : row.state }, doubt: nodeReaders ? 'widerThanNode' : 'noNode' };
}

/** The mail rooms that the node names; where it names none, those that the row has. */
function mailRoomsWithin({ mail_rooms }: Told, nodeReaders: readonly string[] = []): string[] | null {
  const named = nodeReaders.filter(isMailRoom);
  if (!named.length) return mail_rooms;
  return named.every((group) => group === houseGroups.mailRoom) ? null : named;
}

import { Gec, type RepoNode } from '@bannette/alfresco';
import { readChrono, valuesIn, type Settings } from '@bannette/domain';
import type { DocumentRow, MailRow } from '@bannette/house';
import { z } from 'zod';
import { forWhom, type ForWhom } from './for-whom.js';
import { checkOf, tell, told, type Told } from './told.js';

const facts = z.object({
  /** Version of the row (`desired_version`) that the node was made equal to. */
  version: z.int(),
  revision: z.int(),
  /** Place and hash of the mail's last entry in the journal then: a journal that lacks it is older than the node. */
  entry: z.string().regex(/^\d+:[0-9a-f]{16}$/).optional(),
  /** Digest of all that the node told then. */
  check: z.string(),
  row: told.pick({ service: true, wanted_service: true, year: true, number: true, postmark_date: true, assignee_name: true, closing_reason: true, route_because: true, due_because: true, let_through: true, declared_trigger: true, deposit_id: true, answer_of: true, node_path: true, created_at: true, unscanned: true, envelope: true, handed_over: true, endorsement: true, endorsement_last: true, endorsed_on: true, scanner: true, box: true, mail_rooms: true, first_received_on: true, first_authority: true, registration_receipt_on: true, receipt_on: true, extended_on: true, transmitted_to: true, letter_kind: true, message_id: true, in_reply_to: true, message_references: true, priority: true, for_function: true, kind: true, entry: true, parties: true, fields: true, intermediate_at: true }),
  /** Warnings of documents that have any, by document. */
  warnings: z.record(z.string(), z.array(z.string())),
  /** How archive copies came about, by document. */
  archives: z.record(z.string(), z.object({ form: z.enum(['kept', 'made']), drawn: z.array(z.int()) })).default({}),
  /** For whom its documents are, by document. */
  forWhom: z.record(z.string(), forWhom).default({}),
});
type Facts = z.infer<typeof facts>;

/** What no other property of the node tells, as its text. Words about persons are among it: it is for the folder only. */
export function writeFacts(mail: MailRow, entry: string | undefined, documents: readonly DocumentRow[], named: { readonly [document: string]: ForWhom } = {}): string {
  const row = tell(mail);
  return JSON.stringify({
    version: mail.desired_version,
    revision: mail.revision,
    entry,
    check: checkOf(row),
    row: Object.fromEntries(Object.keys(facts.shape.row.shape).map((column) => [column, row[column as keyof Told]])),
    forWhom: named,
    archives: Object.fromEntries(documents.flatMap(({ id, archive }) => (archive ? [[id, archive]] : []))),
    warnings: Object.fromEntries(documents.filter(({ warnings }) => warnings.length).map(({ id, warnings }) => [id, warnings])),
  });
}

/** A mail as its node tells it. */
export interface MirroredMail {
  readonly id: string;
  readonly entity: string;
  readonly nodeId: string;
  readonly told: Told;
  /** Whether the node says exactly what was written to it; false where nobody can know, as on a node without facts. */
  readonly intact: boolean;
  /** Absent on nodes that were written before there were facts, and where somebody spoilt them. */
  readonly facts?: Omit<Facts, 'row'>;
}

/** Reads a mail's node back; undefined for one that tells no mail of ours. Without facts, what they would say is derived as far as it can be. */
export function readMirrored(node: RepoNode, settings: Settings): MirroredMail | undefined {
  const { props } = Gec;
  const [id, entity] = [node.properties[props.id], node.properties[props.entity]];
  if (!z.uuid().safeParse(id).success || typeof entity !== 'string') return undefined;
  const known = readFacts(node.properties[props.rowFacts]);
  const row = known?.row ?? derived(node, settings);
  const fields = valuesIn(node.properties, settings.forms.fields, row.fields ?? {});
  const parsed = told.safeParse({ ...described(node), ...row, fields: Object.keys(fields).length ? fields : null });
  if (!parsed.success) return undefined;
  return { id: id as string, entity, nodeId: node.id, told: parsed.data, intact: known?.check === checkOf(parsed.data), facts: known };
}

function readFacts(written: unknown): Facts | undefined {
  try {
    return facts.parse(JSON.parse(String(written)));
  } catch {
    return undefined;
  }
}

const categories: { readonly [type: string]: Told['category'] } = { [Gec.types.incoming]: 'incoming', [Gec.types.outgoing]: 'outgoing', [Gec.types.internalNote]: 'internal', [Gec.types.signatureRequest]: 'internal', [Gec.types.phoneCall]: 'internal' };

function described({ name, type, properties }: RepoNode): { [column in keyof Told]?: unknown } {
  const { props } = Gec;
  const of = (property: string): unknown => (properties[property] === '' ? null : (properties[property] ?? null));
  return {
    category: categories[type],
    state: of(props.status),
    channel: of(props.channel),
    register: of(props.register),
    chrono: of(props.chrono),
    subject: of(props.subject),
    summary: of(props.summary),
    type: of(props.docType),
    correspondent: parsed(of(type === Gec.types.outgoing ? props.recipient : props.sender)),
    tray: of(props.tray),
    site: of(props.site),
    affair_id: of(props.affairId),
    copies: of(props.copyServices) ?? [],
    assignee: of(props.assignee),
    confidentiality: of(props.confidentiality),
    compartment: of(props.compartment),
    due_date: of(props.dueDate),
    document_date: of(props.documentDate),
    received_at: of(props.arrivalDate),
    departure_date: of(props.departureDate),
    registered_at: of(props.registeredAt),
    closed_at: of(props.closedAt),
    schedule_row: of(props.retentionRule),
    retention_trigger: of(props.retentionTriggerDate),
    retention_due: of(props.retentionDueDate),
    node_name: name,
  };
}

function parsed(written: unknown): unknown {
  if (typeof written !== 'string') return null;
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}

/** For nodes of before: what follows from their other properties and the settings, and nothing that would be a guess. */
function derived({ properties, createdAt }: RepoNode, { trays, services, registers }: Settings): Facts['row'] {
  const { props } = Gec;
  const tray = trays.find(({ id }) => id === properties[props.tray]);
  const service = tray?.service ?? services.find(({ code, label }) => [code, label].includes(String(properties[props.treatingService])))?.code ?? null;
  const numbered = readChrono(registers, properties[props.register], properties[props.chrono]);
  const registeredAt = properties[props.registeredAt];
  const nothing = { wanted_service: null, postmark_date: null, assignee_name: null, closing_reason: null, route_because: null, due_because: null, declared_trigger: null, deposit_id: null, answer_of: null, node_path: null, unscanned: null, envelope: null, handed_over: null, endorsement: null, endorsement_last: null, endorsed_on: null, scanner: null, box: null, mail_rooms: null, first_received_on: null, first_authority: null, registration_receipt_on: null, receipt_on: null, extended_on: null, transmitted_to: null, letter_kind: null, message_id: null, in_reply_to: null, message_references: null, priority: null, for_function: null, kind: null, entry: null, parties: null, fields: null, intermediate_at: null };
  return { ...nothing, service, ...numbered, let_through: false, created_at: typeof registeredAt === 'string' ? registeredAt : (createdAt ?? null) };
}

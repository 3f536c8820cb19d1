import { createHash } from 'node:crypto';
import { channels, confidentialityLevels, correspondentKinds, letterKinds, mailCategories, mailStates, priorities, serviceFunctions, otherKinds } from '@bannette/domain';
import type { MailRow } from '@bannette/house';
import { canonicalJson, type JsonObject } from '@bannette/store';
import { z } from 'zod';

const text = z.string().nullable();
const day = z.iso.date().nullable();
const instant = z.iso.datetime({ precision: 3 }).nullable();
const id = z.uuid().nullable();
const because = z.looseObject({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable();
const correspondent = z.looseObject({ id: z.uuid().optional(), kind: z.enum(correspondentKinds), name: z.string() });

/** Columns that came later: nodes written before do not tell them. */
const paper = {
  unscanned: text.default(null),
  envelope: z.looseObject({}).nullable().default(null),
  handed_over: z.looseObject({}).nullable().default(null),
  endorsement: text.default(null),
  endorsement_last: text.default(null),
  endorsed_on: day.default(null),
  scanner: text.default(null),
  box: text.default(null),
};
/** Where it came in, and the mail rooms that handle it. */
const sites = { site: text.default(null), mail_rooms: z.array(z.string()).nullable().default(null) };
/** What moves its clocks. */
const clocks = { first_received_on: day.default(null), first_authority: text.default(null), registration_receipt_on: day.default(null), receipt_on: day.default(null), extended_on: day.default(null), transmitted_to: text.default(null), letter_kind: z.enum(letterKinds).nullable().default(null) };
/** What its form asked; without correspondents beside the first, or custom fields, none. */
const forms = { kind: z.enum(otherKinds).nullable().default(null), entry: z.looseObject({}).nullable().default(null), parties: z.array(correspondent).nullable().default(null), fields: z.record(z.string(), z.unknown()).nullable().default(null) };
/** How urgent it is, and for whom in its service. */
const ruled = { priority: z.enum(priorities).nullable().default(null), for_function: z.enum(serviceFunctions).nullable().default(null) };
/** What it lies in, and what its e-mail's head says of others. */
const together = { affair_id: id.default(null), message_id: text.default(null), in_reply_to: text.default(null), message_references: z.array(z.string()).nullable().default(null) };
/** Since when its access is restricted. */
const archived = { intermediate_at: instant.default(null) };
const later = Object.keys({ ...archived, ...together, ...ruled, ...paper, ...sites, ...clocks, ...forms }) as readonly ToldColumn[];

/** What a mail's node tells of its row, column by column: enough to write the row again. */
export const told = z.object({
  category: z.enum(mailCategories),
  state: z.enum(mailStates),
  deposit_id: id,
  channel: z.enum(channels),
  register: text,
  year: z.int().nullable(),
  number: z.int().nullable(),
  chrono: text,
  subject: text,
  summary: text,
  type: text,
  correspondent: correspondent.nullable(),
  service: text,
  wanted_service: text,
  tray: text,
  copies: z.array(z.string()),
  assignee: text,
  assignee_name: text,
  confidentiality: z.literal(confidentialityLevels),
  compartment: text,
  route_because: because,
  due_because: because,
  due_date: day,
  document_date: day,
  postmark_date: day,
  received_at: day,
  departure_date: day,
  registered_at: instant,
  closed_at: instant,
  closing_reason: text,
  answer_of: id,
  let_through: z.boolean(),
  schedule_row: text,
  declared_trigger: day,
  retention_trigger: day,
  retention_due: day,
  node_name: text,
  node_path: text,
  created_at: instant,
  ...paper,
  ...clocks,
  ...ruled,
  ...together,
  ...sites,
  ...forms,
  ...archived,
});
export type Told = Readonly<z.infer<typeof told>>;
export type ToldColumn = keyof Told;
export const toldColumns = Object.keys(told.shape) as readonly ToldColumn[];

const none = (value: unknown): boolean => value === '' || value === undefined;
const mayHoldNothing: readonly ToldColumn[] = ['parties', 'fields', 'message_references'];
const holdsNothing = (column: ToldColumn, value: unknown): boolean => mayHoldNothing.includes(column) && Object.keys(value ?? {}).length === 0;

/** The row as its node tells it: instants as text, and empty words as none, which Alfresco does not keep apart. */
export function tell(mail: Pick<MailRow, ToldColumn>): Told {
  const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : none(value) ? null : value);
  return Object.fromEntries(toldColumns.map((column) => [column, holdsNothing(column, mail[column]) ? null : plain(mail[column])])) as Told;
}

/** Tells whether a node still says what was written to it; of 128 bits, for accidents and not against forgers. */
export function checkOf(what: Told): string {
  const told = Object.fromEntries(Object.entries(what).filter(([column, value]) => value !== null || !later.includes(column as ToldColumn)));
  return createHash('sha256').update(canonicalJson(told as JsonObject)).digest('hex').slice(0, 32);
}

/** Columns in which two tellings differ. */
export function differingColumns(a: Partial<Told>, b: Partial<Told>): readonly ToldColumn[] {
  const written = (value: Told[ToldColumn] | undefined): string => canonicalJson((value ?? null) as unknown as JsonObject);
  return toldColumns.filter((column) => column in a && column in b && written(a[column]) !== written(b[column]));
}

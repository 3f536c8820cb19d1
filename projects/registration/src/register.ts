import { dayIn, extensionOf, secrecyOfNatures, type Confidentiality, type FieldValue, type Settings } from '@bannette/domain';
import { invalid } from '@bannette/http';
import { changeMail, drawNumber, type DocumentRow, type Drawn, type House, type MailRow } from '@bannette/house';
import { type CorrespondentSnapshot, type Tx } from '@bannette/store';
import { sql } from 'kysely';
import { knownCorrespondent, recogniseCorrespondent } from './correspondent.js';
import { fieldsOfQualified } from './forms/qualified.js';

/** What the operator, or a rule that lets letters through, confirms of a captured mail. */
export interface Confirmed {
  readonly type: string;
  readonly sender: CorrespondentSnapshot;
  readonly subject: string;
  readonly service?: string;
  readonly receivedAt: string;
  readonly documentDate?: string;
  readonly postmarkDate?: string;
  /** At an authority that was not competent and sent it on (CRPA L114-3). */
  readonly firstReceived?: { readonly on: string; readonly authority?: string };
  readonly summary?: string;
  readonly confidentiality?: number;
  /** Values of custom fields, by key. */
  readonly fields?: { readonly [key: string]: FieldValue };
}

/** Refuses what can't be true or would leave the mail without a reader. */
export function check(confirmed: Confirmed, settings: Settings, today: string): void {
  const type = settings.types.find(({ code }) => code === confirmed.type);
  if (!type) throw invalid('unknownType', `There is no type ${confirmed.type}`, { type: confirmed.type });
  for (const day of [confirmed.receivedAt, confirmed.documentDate, confirmed.postmarkDate]) if (day && day > today) throw invalid('dayInFuture', `${day} is in the future`, { day });
  if (confirmed.firstReceived && confirmed.firstReceived.on > confirmed.receivedAt) throw invalid('firstAfterArrival', `${confirmed.firstReceived.on} is after ${confirmed.receivedAt}`, { day: confirmed.receivedAt });
  if (confirmed.service) requireCleared(confirmed.service, type.compartment, settings);
}

/** A restricted mail goes only to a service that has cleared people for its compartment. */
export function requireCleared(code: string, compartment: string | undefined, settings: Settings): void {
  const service = settings.services.find((candidate) => candidate.code === code);
  if (!service) throw invalid('unknownService', `There is no service ${code}`, { service: code });
  if (service.retired) throw invalid('serviceRetired', `${code} gets no more mail`, { service: service.label });
  if (compartment && !service.compartments.includes(compartment)) throw invalid('serviceNotCleared', `${code} has nobody cleared for ${compartment}`, { service: service.label, compartment });
}

/**
 * Numbers the mail and fixes its node's name and place, in the caller's transaction: a number exists exactly when its
 * mail does. The year of the register is that of the day of registration in the authority's time zone. A number that was
 * reserved and written on paper already is kept.
 */
export async function register(house: House, tx: Tx, mail: MailRow, confirmed: Confirmed, how: { readonly settings: Settings; readonly letThrough: boolean; readonly number?: Drawn }): Promise<MailRow> {
  const { settings } = how;
  const now = house.now();
  const today = dayIn(settings.authority.timeZone, now);
  check(confirmed, settings, today);
  const type = settings.types.find(({ code }) => code === confirmed.type);
  const documents = await tx.trx.selectFrom('document').select(['id', 'position', 'media_type', 'nature']).where('mail_id', '=', mail.id).execute();
  const natures = secrecyOfNatures(documents.map(({ nature }) => nature), settings.thesaurus);
  if (confirmed.service && !type?.compartment) requireCleared(confirmed.service, natures.compartment, settings);
  const known = await knownCorrespondent(tx, confirmed.sender);
  const drawn = how.number ?? (await drawNumber(tx, settings, { kind: 'incoming', service: confirmed.service, today }));
  // After the number, under its lock, which nobody should hold for long: two letters at once of a new sender make one correspondent.
  const correspondent = known ?? (await recogniseCorrespondent(tx, confirmed.sender));
  const registered = await changeMail(tx, mail, {
    set: {
      state: 'registered',
      ...drawn,
      node_name: drawn.chrono,
      node_path: today.replaceAll('-', '/'),
      type: confirmed.type,
      subject: confirmed.subject,
      summary: confirmed.summary ?? null,
      correspondent_id: correspondent.id ?? null,
      correspondent: JSON.stringify(correspondent),
      wanted_service: confirmed.service ?? null,
      received_at: confirmed.receivedAt,
      document_date: confirmed.documentDate ?? null,
      postmark_date: confirmed.postmarkDate ?? null,
      first_received_on: confirmed.firstReceived?.on ?? null,
      first_authority: confirmed.firstReceived?.authority ?? null,
      confidentiality: Math.max(type?.confidentiality ?? 0, natures.confidentiality, confirmed.confidentiality ?? 0) as Confidentiality,
      compartment: type?.compartment ?? natures.compartment ?? null,
      schedule_row: type?.scheduleRow ?? null,
      // What retention would find: its look at the mail then changes nothing.
      ...(mail.affair_id ? {} : { retention_row: settings.schedule.rows.find(({ code }) => code === type?.scheduleRow)?.code ?? null }),
      ...fieldsOfQualified(mail, confirmed, settings),
      registered_at: now,
      let_through: how.letThrough,
    },
    awaitsDistribution: true,
    entry: {
      type: how.letThrough ? 'mail.letThrough' : 'mail.registered',
      data: { chrono: drawn.chrono, ...registerTold(drawn), type: confirmed.type, receivedAt: confirmed.receivedAt, ...(confirmed.firstReceived ? { firstReceivedOn: confirmed.firstReceived.on } : {}), ...(confirmed.service ? { service: confirmed.service } : {}), corrected: correctionsOf(mail, confirmed) },
      personal: { sender: correspondent.name, subject: confirmed.subject },
    },
  });
  await nameDocuments(tx, registered, documents);
  return registered;
}

/** The journal tells the register where it isn't the one that all incoming mail had at first. */
export const registerTold = ({ register }: Drawn): { readonly register?: string } => (register === 'incoming' ? {} : { register });

/** Which proposals the operator corrected: what the reader is measured by. */
function correctionsOf({ proposals }: MailRow, confirmed: Confirmed): string[] {
  const pairs = { type: confirmed.type, senderName: confirmed.sender.name, subject: confirmed.subject, documentDate: confirmed.documentDate, receivedAt: confirmed.receivedAt } as const;
  return (Object.keys(pairs) as (keyof typeof pairs)[]).filter((field) => proposals[field] && proposals[field].value !== pairs[field]);
}

/** Neutral names, from the chrono: a record's name can't be changed, so it says nothing of persons. */
export async function nameDocuments(tx: Tx, mail: MailRow, documents: readonly Pick<DocumentRow, 'id' | 'position' | 'media_type'>[]): Promise<void> {
  if (!documents.length) return;
  const names = documents.map(({ position, media_type }) => `${mail.chrono}-${position}.${extensionOf(media_type)}`);
  await sql`update document set name = named.name from unnest(${sql.val(documents.map(({ id }) => id))}::uuid[], ${sql.val(names)}::text[]) as named (id, name) where document.id = named.id`.execute(tx.trx);
}

import { dayIn, pathOf, type Routable, type Settings } from '@bannette/domain';
import type { MailRow } from '@bannette/house';
import type { Database } from '@bannette/store';
import { sql, type Kysely } from 'kysely';

type Connection = Pick<Kysely<Database>, 'selectFrom'>;
/** What a distribution is decided from, without the text, which stays with the mail. */
export type Facts = Omit<Routable, 'text'>;

/** What is known of a mail now. @param refusedBy the tray that has just given it back */
export async function factsOf(db: Connection, mail: MailRow, settings: Settings, refusedBy?: string): Promise<Facts> {
  const today = mail.received_at ?? dayIn(settings.authority.timeZone, mail.created_at);
  const [senders, documents, known] = await Promise.all([sendersOf(db, mail, today), db.selectFrom('document').select(['nature', 'confidence']).where('mail_id', '=', mail.id).execute(), hasBeneficiary(db, mail.id)]);
  const natures = [...new Set(documents.flatMap(({ nature }) => (nature ? pathOf(settings.thesaurus, nature).map(({ code }) => code) : [])))];
  const readings = documents.flatMap(({ confidence }) => (confidence === null ? [] : [confidence]));
  const domain = mail.correspondent?.email?.split('@')[1]?.toLowerCase();
  return {
    type: mail.type ?? '',
    subject: mail.subject ?? '',
    channel: mail.channel,
    ...(mail.correspondent?.postcode ? { postcode: mail.correspondent.postcode } : {}),
    ...(mail.correspondent ? { senderKind: mail.correspondent.kind } : {}),
    ...(domain ? { senderDomain: domain } : {}),
    ...(senders.length ? { senders } : {}),
    ...(mail.site ? { site: mail.site } : {}),
    ...(mail.wanted_service ? { service: mail.wanted_service } : {}),
    ...(refusedBy ? { refusedBy } : {}),
    ...(mail.affair_id ? { affair: mail.affair_id } : {}),
    ...(Object.keys(mail.fields).length ? { fields: mail.fields } : {}),
    ...(natures.length ? { natures } : {}),
    ...(readings.length ? { confidence: Math.min(...readings) } : {}),
    ...(mail.priority ? { priority: mail.priority } : {}),
    ...(mail.compartment ? { compartment: mail.compartment } : {}),
    confidentiality: mail.confidentiality,
    beneficiaryKnown: known,
  };
}

/** The sender, whom they were joined with, and organisations at which they hold a position on the day. */
async function sendersOf(db: Connection, { correspondent_id }: MailRow, day: string): Promise<string[]> {
  if (!correspondent_id) return [];
  const own = await db.selectFrom('correspondent').select(['id', 'merged_into']).where('id', '=', correspondent_id).executeTakeFirst();
  const ids = [correspondent_id, ...(own?.merged_into ? [own.merged_into] : [])];
  const positions = await db
    .selectFrom('correspondent_position')
    .select('organisation_id')
    .distinct()
    .where('person_id', 'in', ids)
    .where((eb) => eb.and([eb.or([eb('from_day', 'is', null), eb('from_day', '<=', day)]), eb.or([eb('until_day', 'is', null), eb('until_day', '>=', day)])]))
    .execute();
  return [...new Set([...ids, ...positions.map(({ organisation_id }) => organisation_id)])];
}

async function hasBeneficiary(db: Connection, mailId: string): Promise<boolean> {
  const found = await db.selectFrom('document_beneficiary').innerJoin('document', 'document.id', 'document_id').select(sql<number>`1`.as('one')).where('document.mail_id', '=', mailId).limit(1).executeTakeFirst();
  return found !== undefined;
}

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
  const { senders, documents } = await aroundOf(db, mail, today);
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
    beneficiaryKnown: documents.some(({ named }) => named),
  };
}

interface Around {
  /** The sender, all whom they were joined with, and organisations at which they hold a position on the day: a rule may name any. */
  readonly senders: readonly string[];
  readonly documents: readonly { readonly nature: string | null; readonly confidence: number | null; readonly named: boolean }[];
}

/** What lies around the mail, in one look. */
async function aroundOf(db: Connection, { id, correspondent_id }: MailRow, day: string): Promise<Around> {
  const around = sql<Around>`(select
    array(
      with own (id) as (select correspondent_family(${correspondent_id}::uuid) where ${correspondent_id}::uuid is not null)
      select id from own union
      select correspondent_family(held.organisation_id) from own,
        lateral (select organisation_id from correspondent_position where person_id = own.id and coalesce(from_day <= ${day}::date, true) and coalesce(until_day >= ${day}::date, true) limit 1000) held) as senders,
    coalesce((select jsonb_agg(jsonb_build_object('nature', nature, 'confidence', confidence, 'named', exists (select from document_beneficiary where document_id = document.id))) from document where "mail_id" = ${id}), '[]') as documents)`;
  return db.selectFrom(around.as('around')).selectAll().executeTakeFirstOrThrow();
}

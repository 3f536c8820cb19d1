import { kindOf, registerBehind, type Settings } from '@bannette/domain';
import type { RegisterLine } from '@bannette/http';
import type { MailRow } from '@bannette/house';
import type { Database } from '@bannette/store';
import type { Kysely, Selectable } from 'kysely';

/** From this confidentiality on, a register tells that there is a mail, not what it is. */
const masked = 2;

/** Numbers of one counter, from the first to the last. */
export interface Span {
  readonly register: string;
  readonly year: number;
  readonly first: number;
  readonly last: number;
}

/** What a line is made of; not the text that was read. */
export const toldColumns = ['id', 'category', 'kind', 'state', 'register', 'year', 'number', 'chrono', 'confidentiality', 'compartment', 'correspondent', 'subject', 'closing_reason', 'service', 'wanted_service', 'received_at', 'departure_date', 'registered_at', 'closed_at'] as const;
export type ToldMail = Pick<MailRow, (typeof toldColumns)[number]>;

type Reserved = Selectable<Database['reserved_number']> & { readonly reserved_at: Date };

/** A line for each number of the span, in order; numbers that nothing was given, next to one another, are one line. */
export async function linesOf(db: Kysely<Database>, entityId: string, span: Span, settings: Settings): Promise<RegisterLine[]> {
  const { register, year, first, last } = span;
  const mails = await db.selectFrom('mail').select(toldColumns).where('entity_id', '=', entityId).where('register', '=', register).where('year', '=', year).where('number', '>=', first).where('number', '<=', last).orderBy('number').execute();
  const reserved = await reservedIn(db, entityId, span);
  const digests = await digestsOf(db, mails.map(({ id }) => id));
  const byNumber = new Map(mails.map((mail) => [mail.number ?? 0, mail]));
  const reservedByNumber = new Map(reserved.map((row) => [row.number, row]));
  const label = labelOf(settings, register);
  const lines: RegisterLine[] = [];
  for (let number = first; number <= last; number++) {
    const [mail, kept] = [byNumber.get(number), reservedByNumber.get(number)];
    if (mail) lines.push({ ...mailLine(mail, settings, digests.get(mail.id)), ...(kept ? { reservedAt: kept.reserved_at.toISOString(), mark: mail.state === 'voided' ? 'voided' : 'replayed', at: (mail.state === 'voided' ? mail.closed_at : kept.settled_at)?.toISOString() } : {}) });
    else if (kept) lines.push(reservedLine(kept, label));
    else {
      let end = number;
      while (end < last && !byNumber.has(end + 1) && !reservedByNumber.has(end + 1)) end++;
      lines.push({ register, label, chrono: number === end ? `${number}` : `${number} – ${end}`, mark: 'missing', later: false, masked: false, digests: [] });
      number = end;
    }
  }
  return lines;
}

async function reservedIn(db: Kysely<Database>, entityId: string, { register, year, first, last }: Span): Promise<Reserved[]> {
  return db.selectFrom('reserved_number').innerJoin('reservation', 'reservation.id', 'reservation_id').selectAll('reserved_number').select('reserved_at').where('reserved_number.entity_id', '=', entityId).where('reserved_number.register', '=', register).where('reserved_number.year', '=', year).where('number', '>=', first).where('number', '<=', last).execute();
}

export const labelOf = ({ registers, services }: Settings, register: string): string => {
  const known = registerBehind(registers, register);
  const service = known?.service && (services.find(({ code }) => code === known.service)?.label ?? known.service);
  return known ? [known.setting.label, service].filter(Boolean).join(' – ') : register;
};

export function reservedLine(row: Reserved, label: string): RegisterLine {
  return { register: row.register, label, chrono: row.chrono, mark: row.state === 'voided' ? 'reservedVoided' : 'reserved', later: false, reservedAt: row.reserved_at.toISOString(), ...(row.settled_at ? { at: row.settled_at.toISOString() } : {}), ...(row.reason ? { reason: row.reason } : {}), masked: false, digests: [] };
}

/** What a register tells of a mail: who and what it is about only where that is no secret. */
export function mailLine(mail: ToldMail, settings: Settings, digests: readonly string[] = []): RegisterLine {
  const secret = mail.confidentiality >= masked || mail.compartment !== null;
  const voided = mail.state === 'voided';
  const words = secret ? {} : { ...(mail.correspondent?.name ? { correspondent: mail.correspondent.name } : {}), ...(mail.subject ? { subject: mail.subject } : {}), ...(voided && mail.closing_reason ? { reason: mail.closing_reason } : {}) };
  const service = mail.service ?? mail.wanted_service;
  const on = mail.category === 'outgoing' ? mail.departure_date : mail.received_at;
  return {
    register: mail.register ?? '',
    label: labelOf(settings, mail.register ?? ''),
    chrono: mail.chrono ?? '',
    mark: voided ? 'voided' : 'given',
    later: false,
    mailId: mail.id,
    kind: kindOf(mail),
    ...(mail.registered_at ? { givenAt: mail.registered_at.toISOString() } : {}),
    ...(voided && mail.closed_at ? { at: mail.closed_at.toISOString() } : {}),
    ...(on ? { on } : {}),
    ...words,
    masked: secret,
    ...(service ? { service: settings.services.find(({ code }) => code === service)?.label ?? service } : {}),
    digests,
  };
}

/** SHA-512 of the documents of these mails, in their order. */
export async function digestsOf(db: Kysely<Database>, mails: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const found = new Map<string, string[]>();
  if (!mails.length) return found;
  const rows = await db.selectFrom('document').select(['mail_id', 'sha512']).where('mail_id', 'in', [...mails]).orderBy('mail_id').orderBy('position').execute();
  for (const { mail_id, sha512 } of rows) found.set(mail_id, [...(found.get(mail_id) ?? []), sha512]);
  return found;
}

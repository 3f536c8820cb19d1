import type { Settings } from '@bannette/domain';
import type { RegisterLine } from '@bannette/http';
import type { Database } from '@bannette/store';
import type { Kysely } from 'kysely';
import { digestsOf, labelOf, linesOf, mailLine, reservedLine, toldColumns, type Span } from './lines.js';
import { closingOf, dayAfter, newSpans } from './spans.js';

/** What the register of a day holds. */
export interface DayContent {
  readonly day: string;
  readonly spans: readonly Span[];
  /** Each counter's numbers in order, then what became of earlier ones, in the order in which it happened. */
  readonly lines: readonly RegisterLine[];
  /** The journal's last entry that it tells of. */
  readonly journal: { readonly seq: number; readonly hash: string };
}

/** The last daily register: its end, and how far in the journal it went. */
export interface Before {
  readonly day: string;
  readonly journalSeq: number;
}

/**
 * What was numbered, reserved, voided and entered since the register before, until `until`. Lateness does no harm: a number
 * whose transaction ends after its day was closed is held by the next day's.
 */
export async function contentOf(db: Kysely<Database>, entityId: string, settings: Settings, { day, until, before }: { readonly day: string; readonly until: Date; readonly before?: Before }): Promise<DayContent> {
  const since = before ? closingOf(settings, dayAfter(before.day, -1)) : closingOf(settings, dayAfter(day, -1));
  const spans = await newSpans(db, entityId, { since, until });
  const journal = await journalUntil(db, until);
  const lines: RegisterLine[] = [];
  for (const span of spans) lines.push(...(await linesOf(db, entityId, span, settings)));
  if (before) lines.push(...(await laterLines(db, entityId, settings, { from: before.journalSeq, to: journal.seq }, spans)));
  return { day, spans, lines, journal };
}

async function journalUntil(db: Kysely<Database>, until: Date): Promise<DayContent['journal']> {
  const last = await db.selectFrom('journal').select(['seq', 'hash']).where('at', '<', until).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return { seq: last?.seq ?? 0, hash: last?.hash.toString('hex') ?? '' };
}

/** What happened to numbers that the register of an earlier day holds: told where it happened, as that day's file never changes. */
async function laterLines(db: Kysely<Database>, entityId: string, settings: Settings, range: { readonly from: number; readonly to: number }, spans: readonly Span[]): Promise<RegisterLine[]> {
  const entries = await db.selectFrom('journal').select(['type', 'subject_id', 'data', 'at']).where('entity_id', '=', entityId).where('seq', '>', range.from).where('seq', '<=', range.to).where('type', 'in', ['mail.voided', 'mail.restored', 'register.numberUsed', 'register.numberVoided']).orderBy('seq').execute();
  const held = (register: string | null, year: number | null, number: number | null): boolean => spans.some((span) => span.register === register && span.year === year && number !== null && number >= span.first && number <= span.last);
  const lines: RegisterLine[] = [];
  for (const { type, subject_id, data, at: happened } of entries) {
    if (type === 'register.numberVoided') {
      const told = data as { readonly register: string; readonly year: number; readonly number: number };
      const row = await db.selectFrom('reserved_number').innerJoin('reservation', 'reservation.id', 'reservation_id').selectAll('reserved_number').select('reserved_at').where('reserved_number.entity_id', '=', entityId).where('reserved_number.register', '=', told.register).where('reserved_number.year', '=', told.year).where('number', '=', told.number).executeTakeFirst();
      if (row && !held(row.register, row.year, row.number)) lines.push({ ...reservedLine(row, labelOf(settings, row.register)), later: true });
      continue;
    }
    const id = type.startsWith('mail.') ? subject_id : String((data as { readonly mail?: unknown }).mail);
    const mail = await db.selectFrom('mail').select(toldColumns).where('id', '=', id).where('number', 'is not', null).executeTakeFirst();
    if (!mail || held(mail.register, mail.year, mail.number)) continue;
    const kept = await db.selectFrom('reserved_number').innerJoin('reservation', 'reservation.id', 'reservation_id').select(['reserved_at', 'settled_at']).where('mail_id', '=', id).executeTakeFirst();
    const digests = (await digestsOf(db, [id])).get(id);
    const [mark, at] = type === 'mail.voided' ? (['voided', mail.closed_at ?? happened] as const) : type === 'mail.restored' ? (['restored', happened] as const) : (['replayed', kept?.settled_at] as const);
    lines.push({ ...mailLine(mail, settings, digests), mark, later: true, ...(at ? { at: at.toISOString() } : {}), ...(kept ? { reservedAt: kept.reserved_at.toISOString() } : {}) });
  }
  return lines;
}

import { registerSeriesOf, registerStays, registerYearDays, type DocumentToDestroy, type EliminationCause, type Sorting, type Verdict } from '@bannette/domain';
import type { House } from '@bannette/house';
import type { Database } from '@bannette/store';
import { sql, type Kysely } from 'kysely';

/** A day's register that is due, as an item of a campaign of elimination (`subjectKind` `register`, `subjectId` the day). */
export interface RegisterCandidate {
  readonly day: string;
  readonly row: string;
  /** Service that produced it: its head signs. */
  readonly service?: string;
  readonly year: number;
  readonly due: string;
  readonly verdict: Extract<Verdict, 'keep' | 'destroy'>;
  readonly cause?: EliminationCause;
  readonly documents: readonly DocumentToDestroy[];
  readonly bytes: number;
}

const causes = { noRow: 'noRow', notAgreed: 'notAgreed', fate: 'fate', notSorted: 'fate', noService: 'noRow' } as const;

/** Registers of days whose period has ended by `until`, oldest first, and what is to become of them; none without a row. */
export async function registerCandidates(house: House, db: Kysely<Database>, until: string): Promise<readonly RegisterCandidate[]> {
  const series = registerSeriesOf(await house.settings());
  const { row, service } = series;
  if (!row) return [];
  const sorted = await sortings(db, house.entityId);
  const days = await db
    .selectFrom('register_day')
    .select('day')
    .where('entity_id', '=', house.entityId)
    .where('day', '<=', `${Number(until.slice(0, 4)) - row.years}-12-31`)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('elimination').where('subject_kind', '=', 'register').whereRef('elimination.entity_id', '=', 'register_day.entity_id').where(sql<boolean>`elimination.subject_id = to_char(register_day.day, 'YYYY-MM-DD')`))))
    .orderBy('day')
    .execute();
  const candidates: RegisterCandidate[] = [];
  for (const { day } of days) {
    const year = Number(day.slice(0, 4));
    const { due } = registerYearDays(row, year);
    if (due === undefined || due > until) continue;
    const stays = registerStays(series, sorted.get(year)?.decision);
    const documents = await registerDocuments(db, house.entityId, day);
    candidates.push({ day, row: row.code, service, year, due, verdict: stays ? 'keep' : 'destroy', ...(stays ? { cause: causes[stays] } : {}), documents, bytes: documents.reduce((sum, { size }) => sum + size, 0) });
  }
  return candidates;
}

/** The files of a day's register as they are now, their digests computed from their bytes; none once it was eliminated. */
export async function registerDocuments(db: Kysely<Database>, entityId: string, day: string): Promise<readonly DocumentToDestroy[]> {
  const files = await db
    .selectFrom('register_file')
    .select(['kind', sql<string>`encode(sha512(bytes), 'hex')`.as('sha512'), sql<number>`octet_length(bytes)`.as('size')])
    .where('entity_id', '=', entityId)
    .where('day', '=', day)
    .orderBy('kind', 'desc')
    .execute();
  return files.map(({ kind, sha512, size }) => ({ node: registerNode(day, kind), part: kind === 'pdf' ? 'original' : 'other', name: `registre-${day}.${kind}`, sha512, size }));
}

/** Stands for a file of a day's register where a document of a mail has its node. */
export const registerNode = (day: string, kind: 'csv' | 'pdf'): string => `register:${day}:${kind}`;

export interface SortedYear {
  readonly year: number;
  readonly decision: Sorting;
  readonly reason: string;
  readonly decided_by_name: string;
  readonly decided_at: Date;
}
export async function sortings(db: Kysely<Database>, entityId: string): Promise<ReadonlyMap<number, SortedYear>> {
  const rows = await db.selectFrom('register_sorting').selectAll().where('entity_id', '=', entityId).execute();
  return new Map(rows.map((row) => [row.year, row]));
}

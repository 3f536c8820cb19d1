import type { DocumentToDestroy, ScheduleRow, Settings } from '@bannette/domain';
import type { Database } from '@bannette/store';
import { sql, type Kysely } from 'kysely';
import type { BordereauLine, ManifestItem } from './manifest.js';

interface ListedRow {
  readonly subject_kind: 'mail' | 'register';
  readonly subject_id: string;
  readonly chrono: string | null;
  readonly service: string;
  readonly row: string;
  readonly year: number;
  readonly due: string | null;
  readonly day: string | null;
  readonly box: string | null;
  readonly metadata_sha512: string | null;
  readonly documents: readonly DocumentToDestroy[];
  readonly kept_row: ScheduleRow | null;
}

export interface List {
  readonly lines: readonly BordereauLine[];
  readonly items: readonly ManifestItem[];
}

/** What is to be eliminated, by producing service, row and year, each mail with its place. */
export async function listOf(db: Kysely<Database>, campaignId: string, settings: Settings): Promise<List> {
  const { rows } = await sql<ListedRow>`
    SELECT i.subject_kind, i.subject_id, m.chrono, coalesce(i.service, '') AS service, coalesce(i.row, '') AS row, coalesce(i.year, 0) AS year, i.due::text,
      coalesce(m.document_date, m.received_at, m.departure_date, (m.registered_at AT TIME ZONE ${settings.authority.timeZone})::date, i.due)::text AS day,
      m.box, i.metadata_sha512, i.documents, r.row AS kept_row
    FROM campaign_item i LEFT JOIN mail m ON m.id = i.mail_id LEFT JOIN mail_record r ON r.mail_id = i.mail_id
    WHERE i.campaign_id = ${campaignId} AND i.verdict = 'destroy'
    ORDER BY coalesce(i.service, '') COLLATE "C", coalesce(i.row, '') COLLATE "C", coalesce(i.year, 0), coalesce(m.chrono, i.subject_id) COLLATE "C", i.subject_id`.execute(db);
  const lines: Growing[] = [];
  const items = rows.map((row, index): ManifestItem => {
    const last = lines.at(-1);
    const line = last && last.service === row.service && last.row === row.row && last.year === row.year ? last : begun(row, lines.length + 1, settings);
    if (line !== last) lines.push(line);
    grow(line, row);
    return { position: index + 1, line: line.line, kind: row.subject_kind, id: row.subject_id, chrono: row.chrono, due: row.due, metadata: row.metadata_sha512, documents: row.documents };
  });
  return { lines: lines.map((line) => ({ ...line, boxes: [...line.boxes].sort() })), items };
}

type Growing = { -readonly [key in keyof BordereauLine]: BordereauLine[key] } & { boxes: string[] };

function begun({ service, row, year, day, kept_row }: ListedRow, line: number, { services, schedule }: Settings): Growing {
  const kept = kept_row ?? schedule.rows.find(({ code }) => code === row);
  const reference = kept?.agreed ? `${kept.agreed.reference} (${kept.agreed.by}, ${kept.agreed.on})` : (kept?.source ?? '');
  return { line, service, serviceLabel: fullName(service, services), row, rowLabel: kept?.label ?? row, years: kept?.years ?? 0, reference, year, firstDay: day ?? '', lastDay: day ?? '', items: 0, documents: 0, bytes: 0, boxes: [] };
}

function grow(line: Growing, { day, documents, box }: ListedRow): void {
  if (day) {
    line.firstDay = line.firstDay && line.firstDay < day ? line.firstDay : day;
    line.lastDay = line.lastDay > day ? line.lastDay : day;
  }
  line.items++;
  line.documents += documents.length;
  line.bytes += documents.reduce((sum, { size }) => sum + size, 0);
  if (box && !line.boxes.includes(box)) line.boxes.push(box);
}

/** A service with those that it is part of, the largest first: the producing service by its whole name. */
export function fullName(code: string, services: Settings['services']): string {
  const above: string[] = [];
  for (let at = services.find((service) => service.code === code); at && above.length < 10; at = services.find((service) => service.code === at?.parent)) above.unshift(at.label);
  return above.length ? above.join(' – ') : code;
}

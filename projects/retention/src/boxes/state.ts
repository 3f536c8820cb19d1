import type { Database } from '@bannette/store';
import { sql, type Kysely } from 'kysely';

/** A box of a campaign as it stands now. */
export interface BoxNow {
  readonly box: string;
  readonly label: string | null;
  readonly location: string | null;
  /** Sheets of the list in it, and those of them that go: granted, and not kept back when it came to it. */
  readonly sheets: number;
  readonly going: number;
  /** Sheets that go and are still there in Alfresco: until none is, no paper may be destroyed. */
  readonly waiting: number;
  /** Nothing in it stays. */
  readonly whole: boolean;
  readonly destroyed_on: string | null;
  readonly contractor: string | null;
  readonly certificate: string | null;
  readonly recorded_by: string | null;
  readonly recorded_at: Date | null;
}

/** A sheet goes where its line was granted, or isn't decided yet, and its item was not kept, refused or failed. */
const goes = sql`(coalesce(l.visa, 'granted') = 'granted' AND i.state IN ('listed', 'pending', 'executing', 'destroyed'))`;

/** The boxes of a campaign. Whole is asked anew each time: what was put in since, refused, or kept back stays. */
export async function boxesNow(db: Kysely<Database>, campaignId: string): Promise<readonly BoxNow[]> {
  const { rows } = await sql<BoxNow>`
    SELECT b.box, x.label, x.location, count(*)::int AS sheets, (count(*) FILTER (WHERE ${goes}))::int AS going,
      (count(*) FILTER (WHERE ${goes} AND i.state <> 'destroyed'))::int AS waiting,
      CASE WHEN b.destroyed_on IS NOT NULL THEN b.whole ELSE bool_and(${goes}) AND NOT EXISTS (
        SELECT FROM mail other WHERE other.entity_id = c.entity_id AND other.box = b.box AND NOT EXISTS (
          SELECT FROM campaign_sheet o WHERE o.campaign_id = b.campaign_id AND o.mail_id = other.id)) END AS whole,
      b.destroyed_on, b.contractor, b.certificate, b.recorded_by, b.recorded_at
    FROM campaign_box b
    JOIN campaign c ON c.id = b.campaign_id
    JOIN campaign_sheet s ON s.campaign_id = b.campaign_id AND s.box = b.box
    JOIN campaign_item i ON i.campaign_id = b.campaign_id AND i.subject_kind = 'mail' AND i.subject_id = s.mail_id::text
    LEFT JOIN campaign_line l ON l.campaign_id = i.campaign_id AND l.line = i.line
    LEFT JOIN box x ON x.entity_id = c.entity_id AND x.code = b.box
    WHERE b.campaign_id = ${campaignId}
    GROUP BY b.campaign_id, b.box, c.entity_id, x.label, x.location, b.whole, b.destroyed_on, b.contractor, b.certificate, b.recorded_by, b.recorded_at
    ORDER BY b.box`.execute(db);
  return rows;
}

/** Whether every box with paper that goes has its certificate of destruction; a campaign isn't closed before. */
export async function boxesSettled(db: Kysely<Database>, campaignId: string): Promise<boolean> {
  return (await boxesNow(db, campaignId)).every(({ going, certificate }) => going === 0 || certificate !== null);
}

/** Numbers of the sheets of a box that go; the others stay in it. */
export async function sheetsGoing(db: Kysely<Database>, campaignId: string, box: string): Promise<readonly { readonly chrono: string | null; readonly endorsement: string | null }[]> {
  const { rows } = await sql<{ chrono: string | null; endorsement: string | null }>`
    SELECT s.chrono, s.endorsement FROM campaign_sheet s
    JOIN campaign_item i ON i.campaign_id = s.campaign_id AND i.subject_kind = 'mail' AND i.subject_id = s.mail_id::text
    JOIN campaign_line l ON l.campaign_id = i.campaign_id AND l.line = i.line
    WHERE s.campaign_id = ${campaignId} AND s.box = ${box} AND ${goes} ORDER BY s.chrono, s.mail_id`.execute(db);
  return rows;
}

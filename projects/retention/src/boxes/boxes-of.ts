import type { Database } from '@bannette/store';
import { sql, type Transaction } from 'kysely';

/** A box in which paper of a campaign lies, with the lines of the bordereau that it is of. */
export interface ConcernedBox {
  readonly box: string;
  /** All that it holds is in the list: it may go as a whole. */
  readonly whole: boolean;
  /** Sheets of the list in it. */
  readonly sheets: number;
}

/**
 * Writes down the boxes in which paper of the frozen list lies, and each sheet by its number, for the mails may be scrubbed
 * before their paper is pulped. Called once the list has its positions, in the transaction that freezes it; again, it begins anew.
 */
export async function boxesOf(trx: Transaction<Database>, campaignId: string): Promise<readonly ConcernedBox[]> {
  await trx.deleteFrom('campaign_sheet').where('campaign_id', '=', campaignId).execute();
  await trx.deleteFrom('campaign_box').where('campaign_id', '=', campaignId).execute();
  await sql`
    INSERT INTO campaign_box (campaign_id, box, whole)
    SELECT i.campaign_id, m.box, NOT EXISTS (
      SELECT FROM mail other WHERE other.entity_id = m.entity_id AND other.box = m.box AND NOT EXISTS (
        SELECT FROM campaign_item o WHERE o.campaign_id = i.campaign_id AND o.mail_id = other.id AND o.position IS NOT NULL))
    FROM campaign_item i JOIN mail m ON m.id = i.mail_id
    WHERE i.campaign_id = ${campaignId} AND i.position IS NOT NULL AND m.box IS NOT NULL
    GROUP BY i.campaign_id, m.entity_id, m.box`.execute(trx);
  await sql`
    INSERT INTO campaign_sheet (campaign_id, box, mail_id, chrono, endorsement)
    SELECT i.campaign_id, m.box, m.id, m.chrono, m.endorsement
    FROM campaign_item i JOIN mail m ON m.id = i.mail_id
    WHERE i.campaign_id = ${campaignId} AND i.position IS NOT NULL AND m.box IS NOT NULL`.execute(trx);
  const rows = await trx
    .selectFrom('campaign_box as b')
    .innerJoin('campaign_sheet as s', (join) => join.onRef('s.campaign_id', '=', 'b.campaign_id').onRef('s.box', '=', 'b.box'))
    .select((eb) => ['b.box', 'b.whole', eb.fn.countAll<number>().as('sheets')])
    .where('b.campaign_id', '=', campaignId)
    .groupBy(['b.box', 'b.whole'])
    .orderBy('b.box')
    .execute();
  return rows.map(({ box, whole, sheets }) => ({ box, whole, sheets: Number(sheets) }));
}

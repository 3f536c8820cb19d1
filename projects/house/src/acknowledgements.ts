import type { PurgeWarning } from '@bannette/domain';
import type { Database } from '@bannette/store';
import type { Kysely } from 'kysely';

/** A warning before a purge that nobody took note of. */
export interface MissingAcknowledgement {
  readonly warning: PurgeWarning;
  /** The group that was told: heads of a service, or the DPO. */
  readonly audience: string;
  readonly service?: string;
}

/** Of all warnings of a campaign, those that nobody took note of yet. Whether that holds an execution back is the authority's to say (`elimination.requireAcknowledgement`). */
export async function acknowledgementsMissing(db: Kysely<Database>, campaignId: string): Promise<readonly MissingAcknowledgement[]> {
  const rows = await db.selectFrom('purge_warning').select(['warning', 'audience', 'service']).where('campaign_id', '=', campaignId).where('acknowledged_at', 'is', null).orderBy('told_at').orderBy('audience').execute();
  return rows.map(({ warning, audience, service }) => ({ warning, audience, ...(service ? { service } : {}) }));
}

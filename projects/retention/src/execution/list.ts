import { createHash } from 'node:crypto';
import { eventNames } from '@bannette/alfresco';
import type { House } from '@bannette/house';
import type { CampaignRow } from '../campaigns/act.js';
import { Halt } from './halt.js';

/**
 * The list as it was visaed: its digest is computed again from the file that is kept, and is the one that everybody signed.
 * The visa's event stands in Governance Services as it was installed: any signed-in person could have removed it, and an
 * event that is not known there is never a visa. @throws Halt
 */
export async function requireVisaedList(house: House, campaign: CampaignRow): Promise<void> {
  const { db } = house.store;
  const files = await db.selectFrom('campaign_file').select('bytes').where('campaign_id', '=', campaign.id).where('kind', '=', 'manifest').execute();
  const wanted = campaign.manifest_sha512;
  const kept = wanted !== null && files.some(({ bytes }) => createHash('sha512').update(bytes).digest('hex') === wanted);
  if (!kept || campaign.visa_manifest_sha512 !== wanted) throw new Halt('listAltered');
  const events = await house.repository.records.events.list();
  if (!events.some(({ name, type }) => name === eventNames.visa && type === 'rmEventType.simple')) throw new Halt('visaEventGone');
}

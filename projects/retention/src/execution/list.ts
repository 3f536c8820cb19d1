import { createHash } from 'node:crypto';
import { eventNames } from '@bannette/alfresco';
import type { House } from '@bannette/house';
import { canonicalJson, type JsonValue } from '@bannette/store';
import { sql } from 'kysely';
import type { CampaignRow } from '../campaigns/act.js';
import type { ManifestItem } from '../campaigns/manifest.js';
import { Halt } from './halt.js';
import type { ItemRow } from './steps.js';

/** The list that was visaed, as its manifest has it. */
export type VisaedList = ReadonlyMap<number, ManifestItem>;

/** The last one read: jobs of a campaign come one after another. */
let last: { readonly digest: string; readonly list: VisaedList } | undefined;

/**
 * The list as it was visaed: its digest is computed again from the file that is kept, and is the one that everybody signed.
 * The visa's event stands in Governance Services as it was installed: any signed-in person could have removed it, and an
 * event that is not known there is never a visa. @throws Halt
 */
export async function visaedList(house: House, campaign: CampaignRow): Promise<VisaedList> {
  const wanted = campaign.manifest_sha512 ?? '';
  const manifest = house.store.db.selectFrom('campaign_file').where('campaign_id', '=', campaign.id).where('kind', '=', 'manifest').where(sql<string>`encode(sha512(bytes), 'hex')`, '=', wanted);
  // Its bytes are fetched once: afterwards the database says that they are still those.
  const kept = await manifest.select('id').executeTakeFirst();
  if (!kept || campaign.visa_manifest_sha512 !== wanted) throw new Halt('listAltered');
  const events = await house.repository.records.events.list();
  if (!events.some(({ name, type }) => name === eventNames.visa && type === 'rmEventType.simple')) throw new Halt('visaEventGone');
  if (last?.digest !== wanted) last = { digest: wanted, list: listIn((await manifest.select('bytes').executeTakeFirstOrThrow()).bytes, wanted) };
  return last.list;
}

export const sha512Of = (bytes: Buffer): string => createHash('sha512').update(bytes).digest('hex');

/** The digest of what is read is computed here: neither side has to be believed. @throws Halt */
export function listIn(bytes: Buffer, wanted: string): VisaedList {
  if (sha512Of(bytes) !== wanted) throw new Halt('listAltered');
  return new Map((JSON.parse(bytes.toString('utf8')) as { items: ManifestItem[] }).items.map((item) => [item.position, item]));
}

/** The item's row says what the manifest says of it. @throws Halt */
export function requireListed(list: VisaedList, item: ItemRow): void {
  const listed = list.get(item.position ?? 0);
  const plain = (value: unknown): string => canonicalJson(value as JsonValue);
  const same = listed && listed.kind === item.subject_kind && listed.id === item.subject_id && listed.line === item.line && listed.due === item.due && listed.metadata === item.metadata_sha512 && plain(listed.documents) === plain(item.documents);
  if (!same) throw new Halt('listAltered', { position: item.position ?? 0 });
}

import type { Call, Contract, UnverifiedEliminations } from '@bannette/http';
import type { Store } from '@bannette/store';
import type { Execution } from './execution.js';
import { readLedger, type LedgerLine } from './ledger.js';
import { requireRecordsOrDpo } from './view.js';

/** Lines of campaigns that no backup has: nothing but the folder itself speaks for them, and whoever can write there could have written them. */
export async function* unverifiedLines(db: Store['db'], ledger: string, entityId: string): AsyncGenerator<LedgerLine> {
  const listed = new Map<string, boolean>();
  for await (const line of readLedger(ledger)) {
    if (line.entity !== entityId) continue;
    const { campaign } = line;
    if (!listed.has(campaign)) listed.set(campaign, (await db.selectFrom('campaign_file').select('id').where('campaign_id', '=', campaign).where('kind', '=', 'manifest').executeTakeFirst()) !== undefined);
    if (listed.get(campaign)) continue;
    const known = await db.selectFrom('elimination').select('subject_id').where('subject_kind', '=', line.kind).where('subject_id', '=', line.id).executeTakeFirst();
    if (!known) yield line;
  }
}

/** By campaign and list, as the lines name them: which lists are to be looked for. */
export async function unverifiedEliminations({ house, ledger }: Execution, { caller }: Call<Contract['unverifiedEliminations']>): Promise<{ items: UnverifiedEliminations[] }> {
  requireRecordsOrDpo(caller);
  const lists = new Map<string, UnverifiedEliminations>();
  if (ledger) {
    for await (const { campaign, campaignChrono, manifest, visa } of unverifiedLines(house.store.db, ledger, house.entityId)) {
      const key = `${campaign} ${manifest}`;
      lists.set(key, { campaign: campaignChrono, manifestSha512: manifest, visaReference: visa.reference, count: (lists.get(key)?.count ?? 0) + 1 });
    }
  }
  return { items: [...lists.values()] };
}

import { houseGroups } from '@bannette/domain';
import type { Listening } from '@bannette/house';
import { notify } from './tell.js';

/** Hears that a hold is to be looked at again, or should have been, and tells who placed it and the archives; of a limitation of processing, the DPO too. */
export function tellHolds(): Listening {
  return {
    name: 'rgpd.holds',
    types: ['hold.reviewSoon', 'hold.reviewPassed'],
    handle: async (entry, tx) => {
      const hold = await tx.trx.selectFrom('hold').select(['title', 'kind', 'review_on', 'created_by', 'released_at']).where('id', '=', entry.subjectId).executeTakeFirst();
      if (!hold || hold.released_at) return;
      const audiences = [hold.created_by, houseGroups.archives, ...(hold.kind === 'restriction' ? [houseGroups.dpo] : [])];
      for (const audience of audiences) await notify(tx, { audience, kind: entry.type, key: String(entry.seq), params: { title: hold.title, day: hold.review_on }, link: `/holds/${entry.subjectId}` });
    },
  };
}

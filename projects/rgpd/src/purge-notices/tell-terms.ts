import { houseGroups } from '@bannette/domain';
import type { House, Listening } from '@bannette/house';
import { notify } from '../tell.js';

/** Hears that personal data came to their term, and tells the DPO and the archives which campaign proposes them. */
export function tellTerms(house: House): Listening {
  return {
    name: 'rgpd.personalTerms',
    types: ['campaign.termsProposed'],
    handle: async (entry, tx) => {
      const { chrono, mails } = entry.data as { chrono: string; mails: number };
      // The DPO sees a campaign once its list is frozen.
      for (const [audience, link] of [[houseGroups.dpo, '/processings'], [houseGroups.archives, `/campaigns/${entry.subjectId}`]] as const) await notify(tx, { audience, kind: 'retention.personalTerms', key: String(entry.seq), params: { number: chrono, count: mails }, link });
      house.log.info({ mails }, 'Personal data came to their term');
    },
  };
}

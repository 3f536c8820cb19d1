import { faultOf, mirrorTask, type House, type Sidecar } from '@bannette/house';
import cron from 'node-cron';
import { takeOver } from './import.js';
import { letThrough } from './let-through.js';
import { followSites } from './follow-sites.js';
import { mirror, purgeSpool, purgeSpoolTask } from './mirror/mirror.js';
import { beneficiaryRoutes } from './beneficiary/routes.js';
import { announceLate } from './paper/late.js';
import { indexOlder, pairTask } from './correspondents/index-keys.js';
import { lookForPairs } from './correspondents/pairs.js';
import { correspondentRoutes, type CorrespondentOptions } from './correspondents/routes.js';
import { paperRoutes } from './paper/routes.js';
import { registrationRoutes } from './routes.js';

const everyFiveMinutes = '*/5 * * * *';

/** Qualification and registration: what was read is confirmed, numbered, and put into Alfresco. */
export function registration(house: House, options: CorrespondentOptions = {}): Sidecar {
  return {
    name: 'registration',
    routes: (app) => {
      registrationRoutes(house, app);
      beneficiaryRoutes(house, app);
      correspondentRoutes(house, app, options);
      paperRoutes(house, app);
    },
    tasks: { [mirrorTask]: mirror(house), [purgeSpoolTask]: purgeSpool(house), [pairTask]: lookForPairs(house) },
    start: async () => {
      const tick = cron.schedule(everyFiveMinutes, () => announceLate(house).catch((error: unknown) => house.log.error(faultOf(error), 'Late hand-overs could not be announced')));
      await announceLate(house);
      void indexOlder(house).catch((error: unknown) => house.log.error(faultOf(error), 'Correspondents of before could not be indexed; the next start goes on'));
      return async () => {
        await tick.destroy();
      };
    },
    listens: [letThrough(house), takeOver(house), followSites(house)],
  };
}

export { announceLate } from './paper/late.js';
export { isSearchable } from './mirror/documents.js';
export { readMirrored, type MirroredMail } from './mirror/facts.js';
export { writeForWhom, type ForWhom } from './mirror/for-whom.js';
export { nodeTypeOf } from '@bannette/house';
export { checkOf, differingColumns, tell, toldColumns, type Told, type ToldColumn } from './mirror/told.js';

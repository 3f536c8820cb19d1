import { faultOf, mirrorTask, timed, type House, type Sidecar } from '@bannette/house';
import { takeOver } from './import.js';
import { letThrough } from './let-through.js';
import { followSites } from './follow-sites.js';
import { mirror, purgeSpool, purgeSpoolTask } from './mirror/mirror.js';
import { beneficiaryRoutes } from './beneficiary/routes.js';
import { affairRoutes } from './affairs/routes.js';
import { duplicateTask, forgetPrints, lookForDuplicates, watchDuplicates } from './duplicates/look.js';
import { announceLate } from './paper/late.js';
import { indexOlder, pairTask } from './correspondents/index-keys.js';
import { lookForPairs } from './correspondents/pairs.js';
import { correspondentRoutes, type CorrespondentOptions } from './correspondents/routes.js';
import { address } from './forms/address.js';
import { sendWaitingValues } from './forms/properties.js';
import { formRoutes } from './forms/routes.js';
import { paperRoutes } from './paper/routes.js';
import { askToClose, closeDays, closeTask } from './registers/close.js';
import { registerRoutes, type RegisterOptions } from './registers/routes.js';
import { registrationRoutes } from './routes.js';

const everyFiveMinutes = '*/5 * * * *';
const everyNight = '40 2 * * *';

/** Qualification and registration: what was read is confirmed, numbered, and put into Alfresco. */
export function registration(house: House, options: CorrespondentOptions & RegisterOptions = {}): Sidecar {
  return {
    name: 'registration',
    routes: (app) => {
      registrationRoutes(house, app);
      beneficiaryRoutes(house, app);
      correspondentRoutes(house, app, options);
      paperRoutes(house, app);
      affairRoutes(house, app);
      formRoutes(house, app);
      registerRoutes(house, app, options.seal !== undefined);
    },
    tasks: { [mirrorTask]: mirror(house), [purgeSpoolTask]: purgeSpool(house), [pairTask]: lookForPairs(house), [duplicateTask]: lookForDuplicates(house), [closeTask]: () => closeDays(house, options.seal ?? noSeal) },
    start: async () => {
      const often = [
        timed(house, { name: 'registration.handOvers', at: everyFiveMinutes, trouble: 'Late hand-overs could not be announced' }, () => announceLate(house)),
        timed(house, { name: 'registration.customFields', at: everyFiveMinutes, trouble: 'Values of custom fields could not be sent to Alfresco' }, () => sendWaitingValues(house)),
        timed(house, { name: 'registration.dailyRegister', at: everyFiveMinutes, trouble: 'The closing of the daily register could not be asked for' }, () => askToClose(house)),
      ];
      for (const each of often) await each.now();
      const forgetting = timed(house, { name: 'registration.prints', at: everyNight, trouble: 'Prints of old texts could not be forgotten; the next night goes on' }, () => forgetPrints(house));
      void indexOlder(house).catch((error: unknown) => house.log.error(faultOf(error), 'Correspondents of before could not be indexed; the next start goes on'));
      return async () => {
        await Promise.all([...often, forgetting].map((each) => each.stop()));
      };
    },
    listens: [letThrough(house), address(), takeOver(house), followSites(house), watchDuplicates()],
  };
}

const noSeal = (): Promise<undefined> => Promise.resolve(undefined);

export { affairSearchName } from './affairs/list.js';
export { forgetPrints } from './duplicates/look.js';
export { announceLate } from './paper/late.js';
export { closeDays } from './registers/close.js';
export { fileName, storedDays, verifyStored } from './registers/stored.js';
export { verifyRegisters, type FoundDay, type RegisterFault, type RegisterFinding } from './registers/verify.js';
export { isSearchable } from './mirror/documents.js';
export { readMirrored, type MirroredMail } from './mirror/facts.js';
export { writeForWhom, type ForWhom } from './mirror/for-whom.js';
export { nodeTypeOf } from '@bannette/house';
export { checkOf, differingColumns, tell, toldColumns, type Told, type ToldColumn } from './mirror/told.js';

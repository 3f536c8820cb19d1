import { mirrorTask, type House, type Sidecar } from '@bannette/house';
import { takeOver } from './import.js';
import { letThrough } from './let-through.js';
import { followSites } from './follow-sites.js';
import { mirror, purgeSpool, purgeSpoolTask } from './mirror/mirror.js';
import { beneficiaryRoutes } from './beneficiary/routes.js';
import { paperRoutes } from './paper/routes.js';
import { registrationRoutes } from './routes.js';

/** Qualification and registration: what was read is confirmed, numbered, and put into Alfresco. */
export function registration(house: House): Sidecar {
  return {
    name: 'registration',
    routes: (app) => {
      registrationRoutes(house, app);
      beneficiaryRoutes(house, app);
      paperRoutes(house, app);
    },
    tasks: { [mirrorTask]: mirror(house), [purgeSpoolTask]: purgeSpool(house) },
    listens: [letThrough(house), takeOver(house), followSites(house)],
  };
}

export { isSearchable } from './mirror/documents.js';
export { readChrono, readMirrored, type MirroredMail } from './mirror/facts.js';
export { writeForWhom, type ForWhom } from './mirror/for-whom.js';
export { nodeTypeOf } from '@bannette/house';
export { checkOf, differingColumns, tell, toldColumns, type Told, type ToldColumn } from './mirror/told.js';

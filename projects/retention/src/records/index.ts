import type { House, Sidecar } from '@bannette/house';
import { endUse } from './end.js';
import { affairTask, endTask } from './tasks.js';
import { followAffairs, reckonAffair } from './tick.js';

export { compareMail, compareRecords } from './compare.js';
export { endCurrentUse } from './tick.js';
export { endTask } from './tasks.js';

export const recordsTasks = (house: House): NonNullable<Sidecar['tasks']> => ({ [endTask]: endUse(house), [affairTask]: reckonAffair(house) });
export const recordsListens: NonNullable<Sidecar['listens']> = [followAffairs];

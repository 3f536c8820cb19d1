import { isPaper, type Channel } from '../mail/vocabulary.js';
import type { ClockSetting } from '../settings/clocks.js';
import type { PromiseSetting } from '../settings/commitments.js';

/** A promise as a clock: it stands still while pieces are missing. */
export const clockOfPromise = ({ code, label, channels, delay, metBy, source }: PromiseSetting): ClockSetting => ({ code, label, kind: 'treatment', delay, channels, from: 'competentReceipt', onMissing: 'suspend', rollsOver: true, metBy, source });

/** Whether it is given for a mail: what comes from outside, of its types and channels. */
export function isPromised({ types, channels }: PromiseSetting, { type, channel }: { readonly type: string | null; readonly channel: Channel }): boolean {
  return channel !== 'internal' && (!types.length || types.includes(type ?? '')) && (channels === 'all' || (channels === 'paper') === isPaper(channel));
}

/** How a promise was kept: of those whose day has come or that were kept, how many in time. */
export interface Kept {
  readonly total: number;
  readonly inTime: number;
  readonly late: number;
  /** Neither kept nor due yet. */
  readonly open: number;
}

/** Share kept in time; undefined while nothing can be said. */
export const shareOf = ({ inTime, late }: Kept): number | undefined => (inTime + late ? inTime / (inTime + late) : undefined);

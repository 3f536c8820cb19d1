import type { CampaignRole } from './rights.js';
import type { CampaignState } from './states.js';

/**
 * Whose turn it is; undefined while the house works, and when nothing is left to do.
 *
 * @param resting its days of reflection aren't over
 * @param unsigned services whose head has not signed yet
 */
export function campaignWaitsFor(state: CampaignState, { unsigned, working, resting, certified }: { readonly unsigned: number; readonly working: boolean; readonly resting: boolean; readonly certified: boolean }): CampaignRole | undefined {
  if (working) return undefined;
  switch (state) {
    case 'draft':
    case 'analysed':
    case 'frozen':
    case 'stopped':
      return 'archives';
    case 'cooling':
      return resting ? undefined : 'archives';
    case 'validated':
      return 'approver';
    case 'approved':
      return unsigned ? 'head' : 'archives';
    case 'submitted':
      return 'archivist';
    case 'executed':
      return certified ? undefined : 'archives';
    default:
      return undefined;
  }
}

/** What keeps a list from being frozen: nothing in it, too many mails, too large a share of all that the authority keeps. */
export function capsOf({ items, fund }: { readonly items: number; readonly fund: number }, bounds: { readonly maxItems: number; readonly maxShare: number }): readonly { readonly code: 'nothingToEliminate' | 'tooManyItems' | 'tooLargeShare'; readonly params: { readonly [name: string]: number } }[] {
  if (!items) return [{ code: 'nothingToEliminate', params: {} }];
  const share = takenShare(items, fund);
  return [
    ...(items > bounds.maxItems ? [{ code: 'tooManyItems' as const, params: { items, most: bounds.maxItems } }] : []),
    ...(share > bounds.maxShare ? [{ code: 'tooLargeShare' as const, params: { share: percent(share), most: percent(bounds.maxShare) } }] : []),
  ];
}

/** Of an empty fund nothing is a share that could be allowed. */
export const takenShare = (items: number, fund: number): number => (items ? (fund > 0 ? items / fund : 1) : 0);
/** Tenths of a percent, upwards: what is over its bound never looks as if it kept it. */
const percent = (share: number): number => Math.ceil(share * 1000 - 1e-9) / 10;

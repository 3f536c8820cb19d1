import * as z from 'zod';
import { delaySetting } from './doc-types.js';
import { code } from './services.js';

/** What a clock is for. `treatment` is the house's own promise; the others are the law's or a charter's. */
export const clockKinds = ['treatment', 'registrationReceipt', 'receipt', 'announcement', 'silenceAccepts', 'silenceRefuses', 'documentAccess', 'appeal', 'personalData', 'opinion'] as const;
export type ClockKind = (typeof clockKinds)[number];

/**
 * A clock (délai) as an authority sets it. The law's own terms are in the default settings with their articles; dates that
 * the law counts are not moved by a day off unless it says so (`rollsOver`).
 */
export const clockSetting = z.object({
  code,
  label: z.string().min(1),
  kind: z.enum(clockKinds),
  delay: delaySetting,
  /** `paper` and `electronic` are two regimes (CRPA L112-3 and L112-11). */
  channels: z.enum(['all', 'paper', 'electronic']).default('all'),
  /** From its arrival at the first authority, or at the one that is competent (CRPA L114-3). */
  from: z.enum(['firstReceipt', 'competentReceipt']).default('competentReceipt'),
  /** What a request for missing pieces does to it (CRPA L114-5): nothing, it stands still, or it begins anew once they are there. */
  onMissing: z.enum(['none', 'suspend', 'restart']).default('none'),
  /** By how much it may be extended, its author being told why before its end (RGPD art. 12.3). */
  extension: delaySetting.optional(),
  /** A term that ends on a day not worked goes to the next one worked. */
  rollsOver: z.boolean().default(true),
  /** What meets it. */
  metBy: z.enum(['registrationReceipt', 'receipt', 'answer', 'closing']).default('closing'),
  /**
   * Of a receipt: the template that the house writes and sends by e-mail by itself, once the mail has its service, to who sent it by
   * e-mail or form (CRPA R112-11-1: the receipt of registration leaves at once).
   */
  automatic: z.string().optional(),
  /** Article or charter that it comes from. */
  source: z.string().max(120).optional(),
});
export type ClockSetting = z.infer<typeof clockSetting>;

import * as z from 'zod';
import { delaySetting } from './doc-types.js';
import { handOverTerm } from './hand-over.js';
import { code } from './services.js';

const share = z.number().min(0).max(1);

/** What a charter promises to those who write (Services Publics+, formerly the référentiel Marianne): a delay by channel, and the share that is to keep it. */
export const promiseSetting = z.object({
  code,
  label: z.string().min(1).max(200),
  channels: z.enum(['all', 'paper', 'electronic']).default('all'),
  /** Types of mail that it is given for; none: all. */
  types: z.array(code).max(200).default([]),
  delay: delaySetting,
  /** What keeps it. */
  metBy: z.enum(['registrationReceipt', 'receipt', 'answer', 'closing']),
  target: share,
  /** Charter that it comes from. */
  source: z.string().max(120).optional(),
});
export type PromiseSetting = z.infer<typeof promiseSetting>;

/** A leg of a mail's way inside the house: within what it is done, and for which share. */
export const legSetting = z.object({ within: handOverTerm, target: share });

/** What the authority measures itself by. */
export const commitmentsSetting = z.object({
  promises: z.array(promiseSetting).max(40),
  /** From the mail room to the service, counted in its rounds or otherwise; from there to somebody who has it in hand. */
  delivery: z.object({ toService: legSetting, toPerson: legSetting }),
});
export type CommitmentsSetting = z.infer<typeof commitmentsSetting>;

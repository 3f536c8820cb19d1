import * as z from 'zod';
import { chronoFlaw } from '../registers/pattern.js';
import { isFiscalYearEnd } from '../retention/years.js';
import { eliminationSetting } from './elimination.js';
import { handOverSetting } from './hand-over.js';

/** Codes that are read beside our own once the settings declare codes of others. */
export const partingSymbologies = ['Code128', 'Code39', 'Code93', 'ITF', 'EAN13', 'EAN8', 'QRCode', 'DataMatrix', 'PDF417', 'Aztec'] as const;
export type PartingSymbology = (typeof partingSymbologies)[number];

const partingText = z.string().min(3).max(100);

/** The public body that the installation serves. */
export const authoritySetting = z.object({
  name: z.string().min(1),
  address: z.array(z.string()),
  timeZone: z.string().min(1),
  /** Where the data protection officer is written to. */
  dpoEmail: z.email().optional(),
  /** Name of the data protection officer, and who represents the controller (RGPD art. 30.1 a). */
  dpoName: z.string().trim().min(1).max(200).optional(),
  controller: z.string().trim().min(1).max(200).optional(),
  /** Days during which a closed mail can be reopened. */
  reopenDays: z.int().min(0),
  /** Days before an elimination falls due when service heads and the DPO are told. */
  noticeDays: z.int().min(1),
  /** Seconds during which an action can be undone. */
  undoSeconds: z.int().min(0).max(120),
  /** How affairs are numbered, see `formatChrono`; absent: DOS-2026-00042. */
  affairPattern: z.string().max(60).refine((pattern) => chronoFlaw(pattern, { perService: false, yearly: true }) === undefined, { error: 'affairPattern' }).optional(),
  /** Days before a mail in which its duplicates are looked for; 0: nowhere; absent: 365. */
  duplicateDays: z.int().min(0).max(3650).optional(),
  /** Last day of the fiscal year, `MM-DD`; absent: 31 December. */
  fiscalYearEnd: z.string().refine(isFiscalYearEnd, { error: 'fiscalYearEnd' }).optional(),
  /** Where the mail room is written to. */
  mailRoomEmail: z.email().optional(),
  handOver: handOverSetting.optional(),
  /** Time of day at which the register of a day is closed, what comes later being of the next day's; absent: midnight. */
  registerClosesAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'timeOfDay' }).optional(),
  /** The register of mail as a series of records: its row of the retention schedule (absent: CHR-04, where there is one), and the service that answers for it as its producer. */
  register: z.object({ row: z.string().min(1).max(40).optional(), service: z.string().min(1).max(40).optional() }).optional(),
  /** How scanned batches are parted, beside our own sheets; all off unless told. */
  separation: z
    .object({
      /** A Patch T sheet begins a letter. */
      patchT: z.boolean().default(false),
      /** Codes of others that begin a letter: their whole text, or its beginning followed by `*`. */
      foreignCodes: z.array(z.union([partingText, z.object({ text: partingText, symbology: z.enum(partingSymbologies).optional() })])).max(50).default([]),
      /** Blank pages stay where they are. */
      keepBlankPages: z.boolean().default(false),
    })
    .optional(),
  /** Months after which a hold is to be looked at again at the latest; absent: see `usualHoldReviewMonths`. */
  holdReviewMonths: z.int().min(1).max(120).optional(),
  /** Days after which the bytes of scanned batches, and of files discarded from quarantine, leave; see `usualKeeping`. */
  leaving: z.object({ batchDays: z.int().min(1).max(3650).default(90), discardedDays: z.int().min(1).max(3650).default(365) }).optional(),
  /** What holds campaigns of elimination back; see `usualElimination`. */
  elimination: eliminationSetting.optional(),
});
export type AuthoritySetting = z.infer<typeof authoritySetting>;

import * as z from 'zod';
import { numberPatternFlaw } from '../endorsement/pattern.js';
import { code } from './services.js';

/** Where on a page, as it was scanned, a number may stand. */
export const numberPlaces = ['top', 'bottom', 'left', 'right', 'code'] as const;
export type NumberPlace = (typeof numberPlaces)[number];

/**
 * A number that scanners print on each sheet, or that a label carries. The pattern is a regular expression for the whole
 * number without spaces, in capitals; a group named `sequence` holds its running part.
 */
export const endorsementSetting = z.object({
  code,
  label: z.string().min(1),
  /** Scanner that prints it; of any when absent. */
  scanner: code.optional(),
  pattern: z.string().min(1).max(200).superRefine((source, context) => {
    const flaw = numberPatternFlaw(source);
    if (flaw) context.addIssue({ code: 'custom', message: flaw });
  }),
  places: z.array(z.enum(numberPlaces)).min(1),
  enabled: z.boolean().default(true),
});
export type EndorsementSetting = z.infer<typeof endorsementSetting>;

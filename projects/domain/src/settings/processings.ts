import * as z from 'zod';
import { code } from './services.js';

/** RGPD art. 6.1, a to f. */
export const lawfulBases = ['consent', 'contract', 'legalObligation', 'vitalInterests', 'publicTask', 'legitimateInterests'] as const;
export type LawfulBasis = (typeof lawfulBases)[number];

/** RGPD art. 9.2, a to j: what lets special categories of data be processed. */
export const specialConditions = ['consent', 'socialLaw', 'vitalInterests', 'association', 'madePublic', 'legalClaims', 'publicInterest', 'healthAndSocialCare', 'publicHealth', 'archives'] as const;
export type SpecialCondition = (typeof specialConditions)[number];

/** Special categories (RGPD art. 9.1), and data on offences (art. 10). */
export const specialDataKinds = ['origin', 'politics', 'religion', 'union', 'genetic', 'biometric', 'health', 'sexLife', 'offences'] as const;
export type SpecialDataKind = (typeof specialDataKinds)[number];

const said = z.string().trim().min(1).max(300);
const list = z.array(said).max(40).default([]);

/**
 * A processing of the register that a public body keeps (RGPD art. 30.1), as far as only people know it. What is computed is
 * never typed: services, recipients inside, durations, places, volume and technical measures come from what is configured.
 */
export const processingSetting = z.object({
  code,
  label: said,
  purpose: z.string().trim().min(1).max(2000),
  /** Absent: nobody has said yet, which the register shows as a gap. */
  basis: z.enum(lawfulBases).optional(),
  /** Text that the task or the obligation comes from. */
  basisText: z.string().trim().max(500).optional(),
  /** Categories of persons, and of data. */
  persons: list,
  data: list,
  special: z.array(z.enum(specialDataKinds)).max(specialDataKinds.length).default([]),
  /** What lets special categories be processed; for offences alone the text is enough (art. 10). */
  specialCondition: z.enum(specialConditions).optional(),
  specialText: z.string().trim().max(500).optional(),
  /** Outside the authority. */
  recipients: list,
  /** Countries outside the Union, each with its safeguards. */
  transfers: z.array(z.object({ country: said, safeguards: z.string().trim().min(1).max(500) })).max(20).default([]),
  /** Who works for the controller (art. 28). */
  processors: z.array(z.object({ name: said, task: said })).max(20).default([]),
  /** Measures that no configuration tells. */
  measures: list,
  /** Impact assessment (art. 35). */
  assessment: z.object({ state: z.enum(['notNeeded', 'toDo', 'done']), on: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'day' }).optional(), reference: z.string().trim().max(200).optional() }).optional(),
  /** Types of mail, and kinds of mail that isn't scanned; a type belongs to one processing. */
  types: z.array(code).max(300).default([]),
  /** Services that do it beside those to which its types are routed. */
  services: z.array(code).max(500).default([]),
  /** Covers the register of mail, a series of records of its own that outlives the mails. */
  register: z.boolean().optional(),
});
export type ProcessingSetting = z.infer<typeof processingSetting>;

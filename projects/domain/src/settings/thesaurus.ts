import * as z from 'zod';
import { code } from './services.js';

/** What terms are for: themes of mails, natures of documents. */
export const thesaurusSchemes = ['subject', 'nature'] as const;
export type ThesaurusScheme = (typeof thesaurusSchemes)[number];

const labels = z.array(z.string().trim().min(2).max(200)).max(50).default([]);

/** A term of the thesaurus, as SKOS has it: one preferred label, others, and words that are never shown but found in texts. */
export const thesaurusTerm = z.object({
  code,
  label: z.string().min(1),
  scheme: z.enum(thesaurusSchemes).default('subject'),
  broader: code.optional(),
  altLabels: labels,
  hiddenLabels: labels,
  /** Of a nature: a mail with such a document is at least as confidential, and in this compartment. */
  confidentiality: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).optional(),
  compartment: code.optional(),
  /** No longer offered; what bears it keeps it. */
  retired: z.boolean().default(false),
  /** What is used instead of a retired term. */
  replacedBy: code.optional(),
});
export type ThesaurusTerm = z.infer<typeof thesaurusTerm>;

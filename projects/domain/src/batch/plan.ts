import * as z from 'zod';

/** A page of a received file; files are counted from 1 like their pages. */
export const pageRef = z.object({ file: z.uuid(), number: z.int().min(1).max(100_000) }).meta({ id: 'PageRef' });
export type PageRef = z.infer<typeof pageRef>;

/** Clockwise, in degrees, over what the page itself says. */
export const turns = [0, 90, 180, 270] as const;
export type Turn = (typeof turns)[number];

export const plannedPage = pageRef.extend({ turn: z.literal(turns).default(0) }).meta({ id: 'PlannedPage' });
export type PlannedPage = z.infer<typeof plannedPage>;

/** One document of an envelope: its pages in order, what it is, and whom it concerns. */
export const plannedDocument = z
  .object({
    id: z.uuid(),
    pages: z.array(plannedPage).min(1),
    nature: z.string().optional().meta({ description: 'Term of the thesaurus' }),
    beneficiaries: z.array(z.uuid()).default([]),
    beneficiaryUnknown: z.boolean().default(false).meta({ description: 'Somebody has to find out whom it concerns' }),
  })
  .meta({ id: 'PlannedDocument' });
export type PlannedDocument = z.infer<typeof plannedDocument>;

/** What sheets say of the letter that follows them. */
export const sheetWord = z
  .object({ service: z.string().optional(), type: z.string().optional(), mail: z.string().optional().meta({ description: 'Chrono of the mail that it belongs to' }), file: z.uuid().optional(), page: z.int().meta({ description: 'The page that said so last' }) })
  .meta({ id: 'SheetWord' });

/** One envelope (pli): what becomes one mail. */
export const plannedEnvelope = z
  .object({
    id: z.uuid(),
    documents: z.array(plannedDocument).min(1),
    sheet: sheetWord.optional(),
    mail: z.uuid().optional().meta({ description: 'The mail that it has become' }),
    fixed: z.boolean().default(false).meta({ description: 'Its mail no longer waits to be qualified: it stays as it is' }),
  })
  .meta({ id: 'PlannedEnvelope' });
export type PlannedEnvelope = z.infer<typeof plannedEnvelope>;

/** Why a page is in no document. Nothing of a batch is ever dropped. */
export const asideReasons = ['separator', 'blank', 'bin'] as const;
export type AsideReason = (typeof asideReasons)[number];
export const asidePage = plannedPage.extend({ why: z.enum(asideReasons) }).meta({ id: 'AsidePage' });
export type AsidePage = z.infer<typeof asidePage>;

/** How the pages of a batch fall into envelopes and documents: each page is there exactly once. */
export const batchPlan = z.object({ envelopes: z.array(plannedEnvelope), aside: z.array(asidePage) }).meta({ id: 'BatchPlan' });
export type BatchPlan = z.infer<typeof batchPlan>;

export const samePage = (a: PageRef, b: PageRef): boolean => a.file === b.file && a.number === b.number;

/** All pages of the plan, those kept aside last. */
export function pagesOfPlan({ envelopes, aside }: BatchPlan): readonly PlannedPage[] {
  return [...envelopes.flatMap(({ documents }) => documents.flatMap(({ pages }) => pages)), ...aside];
}

export interface PlanCounts {
  readonly envelopes: number;
  readonly documents: number;
  /** In documents. */
  readonly pages: number;
  readonly aside: number;
}
export function countPlan({ envelopes, aside }: BatchPlan): PlanCounts {
  const documents = envelopes.flatMap((envelope) => envelope.documents);
  return { envelopes: envelopes.length, documents: documents.length, pages: documents.reduce((sum, { pages }) => sum + pages.length, 0), aside: aside.length };
}

import { samePage, type AsidePage, type BatchPlan, type PageRef, type PlannedDocument, type PlannedEnvelope } from '@bannette/domain';
import { separate, type PageFacts } from '../separation/plan.js';

/** A page as it went through the scanner. */
export interface FoundPage extends PageRef {
  readonly facts: PageFacts;
}

const asRead = ({ file, number }: PageRef) => ({ file, number, turn: 0 as const });
const documentOf = (id: string, pages: readonly PageRef[]): PlannedDocument => ({ id, pages: pages.map(asRead), beneficiaries: [], beneficiaryUnknown: false });

/** A document that the scanner's software told of: places in the run of pages, from 1; without a last page until the next begins. */
export interface DeclaredRange {
  readonly first: number;
  readonly last?: number;
  readonly service?: string;
  readonly type?: string;
}

interface Options {
  readonly keepBlankPages: boolean;
  /** They can't be taken apart, or are not looked at for what parts them. */
  readonly whole?: boolean;
  readonly declared?: readonly DeclaredRange[];
}

/**
 * How pages, in the order in which they were scanned, fall into envelopes of one document each: where that was declared, at
 * their sheets, and without blank ones. Pages in which nothing parts, or that can't be taken apart, are one document.
 */
export function planPages(pages: readonly FoundPage[], options: Options, mint: () => string): BatchPlan {
  if (options.whole) return wholePlan(pages, mint);
  const plans = rangesOf(pages, options.declared ?? []).map(({ pages: own, declared }): BatchPlan => {
    if (!declared && options.declared?.length && own.every(saysNothing)) return { envelopes: [], aside: own.map((page) => ({ ...asRead(page), why: page.facts.blank ? 'blank' : 'separator' })) };
    const plan = planRange(own, options, mint);
    return declared?.service || declared?.type ? { ...plan, envelopes: plan.envelopes.map((envelope) => ({ ...envelope, sheet: { ...wordOf(declared, envelope), ...envelope.sheet } })) } : plan;
  });
  return { envelopes: plans.flatMap(({ envelopes }) => envelopes), aside: plans.flatMap(({ aside }) => aside) };
}

const saysNothing = ({ facts: { blank, codes } }: FoundPage): boolean => blank || codes.foreign || codes.sheets.length > 0;

function wordOf({ service, type }: DeclaredRange, { documents }: PlannedEnvelope): NonNullable<PlannedEnvelope['sheet']> {
  const page = documents[0]?.pages[0];
  return { ...(service ? { service } : {}), ...(type ? { type } : {}), page: page?.number ?? 1, ...(page ? { file: page.file } : {}) };
}

/** The run of pages, parted where a declared document begins or has ended. */
function rangesOf(pages: readonly FoundPage[], declared: readonly DeclaredRange[]): readonly { readonly pages: readonly FoundPage[]; readonly declared?: DeclaredRange }[] {
  const cuts = [...new Set([1, pages.length + 1, ...declared.flatMap(({ first, last }) => [first, ...(last === undefined ? [] : [last + 1])])])].filter((place) => place >= 1 && place <= pages.length + 1).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((first, index) => ({ pages: pages.slice(first - 1, (cuts[index + 1] ?? first) - 1), declared: declared.find((range) => range.first === first) }));
}

const wholePlan = (pages: readonly PageRef[], mint: () => string): BatchPlan => ({ envelopes: pages.length ? [{ id: mint(), documents: [documentOf(mint(), pages)], fixed: false }] : [], aside: [] });

function planRange(pages: readonly FoundPage[], options: Options, mint: () => string): BatchPlan {
  const separation = separate(pages.map(({ facts }) => facts), options);
  if (!separation) return wholePlan(pages, mint);
  const at = (place: number): PageRef => pages[place - 1] as PageRef;
  const envelopes = separation.documents.map(({ pages: own, sheet }): PlannedEnvelope => {
    const said = sheet && at(sheet.page);
    return { id: mint(), documents: [documentOf(mint(), own.map(at))], fixed: false, ...(sheet && said ? { sheet: { ...sheet, file: said.file, page: said.number } } : {}) };
  });
  const aside = separation.fates.flatMap((fate, index): AsidePage[] => (fate === 'document' ? [] : [{ ...asRead(at(index + 1)), why: fate }]));
  return { envelopes, aside };
}

/** Fronts and backs that were scanned apart, one after the other again; `reversed`: the pile was turned over as a whole. */
export function interleave<P>(fronts: readonly P[], backs: readonly P[], order: 'inOrder' | 'reversed'): readonly P[] {
  const behind = order === 'reversed' ? [...backs].reverse() : backs;
  return Array.from({ length: Math.max(fronts.length, behind.length) }, (_, index) => [fronts[index], behind[index]]).flatMap((leaf) => leaf.filter((page) => page !== undefined));
}

/**
 * Puts what was found in files into the plan of their batch, where they come in `order` (files by id). What no sheet
 * begins goes into the envelope of `together`, files that were handed in as one mail.
 */
export function addToPlan(plan: BatchPlan, found: BatchPlan, order: readonly string[], together: readonly string[] = []): BatchPlan {
  const placeOf = ({ documents }: PlannedEnvelope): number => order.indexOf(documents[0]?.pages[0]?.file ?? '');
  const isShared = ({ sheet, documents }: PlannedEnvelope): boolean => !sheet && documents.some(({ pages }) => pages.some(({ file }) => together.includes(file)));
  const shared = together.length ? plan.envelopes.find(isShared) : undefined;
  const joining = shared ? found.envelopes.filter(isShared) : [];
  const own = found.envelopes.filter((envelope) => !joining.includes(envelope));
  const grown = shared && joining.length ? [{ ...shared, documents: inOrder([...shared.documents, ...joining.flatMap(({ documents }) => documents)], order) }] : [];
  const others = grown.length ? plan.envelopes.filter((envelope) => envelope !== shared) : plan.envelopes;
  return { envelopes: [...grown, ...own].reduce((all, envelope) => inserted(all, envelope, placeOf), others), aside: [...plan.aside, ...found.aside] };
}

/** Before the first that comes after it. */
function inserted(envelopes: readonly PlannedEnvelope[], one: PlannedEnvelope, placeOf: (envelope: PlannedEnvelope) => number): PlannedEnvelope[] {
  const at = envelopes.findIndex((other) => placeOf(other) > placeOf(one));
  return at < 0 ? [...envelopes, one] : [...envelopes.slice(0, at), one, ...envelopes.slice(at)];
}

function inOrder(documents: readonly PlannedDocument[], order: readonly string[]): PlannedDocument[] {
  return [...documents].sort((a, b) => order.indexOf(a.pages[0]?.file ?? '') - order.indexOf(b.pages[0]?.file ?? ''));
}

/** How many of the pages that speak against the plan (a letter may begin there) still do: those within a document. */
export function openHints(plan: BatchPlan, hinted: readonly PageRef[]): number {
  const within = plan.envelopes.flatMap(({ documents }) => documents.flatMap(({ pages }) => pages.slice(1)));
  return hinted.filter((hint) => within.some((page) => samePage(page, hint))).length;
}

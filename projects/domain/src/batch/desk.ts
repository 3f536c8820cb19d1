import * as z from 'zod';
import { pageRef, samePage, type BatchPlan, type PageRef, type PlannedDocument, type PlannedEnvelope, type PlannedPage, type Turn } from './plan.js';

const pages = z.array(pageRef).min(1).max(10_000);
const id = z.uuid();

/** One gesture at the page desk. Ids of what it makes come with it, so that the page and the server make the same. */
export const deskChange = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('split'), at: pageRef, into: z.enum(['document', 'envelope']), document: id, envelope: id.optional() }).meta({ description: 'A document begins with this page; as an envelope of its own, what follows in the envelope goes with it' }),
    z.object({ kind: z.literal('join'), document: id }).meta({ description: 'It goes on the document before it in the batch' }),
    z.object({ kind: z.literal('joinEnvelope'), envelope: id }).meta({ description: 'Its documents go into the envelope before it' }),
    z.object({ kind: z.literal('move'), pages, to: z.object({ document: id, before: pageRef.optional() }) }).meta({ description: 'Into a document, before one of its pages or at its end; restores what was kept aside' }),
    z.object({ kind: z.literal('extract'), pages, document: id, envelope: id.optional() }).meta({ description: 'Into a document of their own, after the one that holds the first of them; with `envelope` into an envelope of their own' }),
    z.object({ kind: z.literal('place'), document: id, envelope: id, before: id.optional() }).meta({ description: 'A document goes into an envelope, before one of its documents or at its end' }),
    z.object({ kind: z.literal('turn'), pages, by: z.literal([90, 180, 270]) }),
    z.object({ kind: z.literal('bin'), pages }).meta({ description: 'Kept aside; nothing is dropped' }),
    z.object({ kind: z.literal('restore'), pages, document: id }).meta({ description: 'Back to where they were scanned; into `document` where nothing of their file is left' }),
    z.object({ kind: z.literal('describe'), document: id, nature: z.string().nullable().optional(), beneficiaries: z.array(id).max(50).optional(), beneficiaryUnknown: z.boolean().optional() }),
  ])
  .meta({ id: 'DeskChange' });
export type DeskChange = z.infer<typeof deskChange>;
type Of<Kind extends DeskChange['kind']> = Extract<DeskChange, { kind: Kind }>;

export type DeskFlaw = 'unknownPage' | 'unknownDocument' | 'unknownEnvelope' | 'nothingBefore' | 'alreadyBegins' | 'fixed' | 'idTaken';
/** A change that the plan can't take; the plan stays as it was. */
export class DeskError extends Error {
  constructor(readonly code: DeskFlaw) {
    super(code);
  }
}

/**
 * The plan after one change. What is emptied by it disappears; envelopes that are fixed stay as they are.
 * @throws DeskError
 */
export function applyToDesk(plan: BatchPlan, change: DeskChange): BatchPlan {
  const changed = changeOf(plan, change);
  for (const envelope of plan.envelopes) if (envelope.fixed && changed.envelopes.find(({ id: same }) => same === envelope.id) !== envelope) throw new DeskError('fixed');
  return changed;
}

function changeOf(plan: BatchPlan, change: DeskChange): BatchPlan {
  switch (change.kind) {
    case 'split':
      return split(plan, change);
    case 'join':
      return join(plan, change);
    case 'joinEnvelope':
      return joinEnvelope(plan, change);
    case 'move':
      return move(plan, change);
    case 'extract':
      return extract(plan, change);
    case 'place':
      return place(plan, change);
    case 'turn':
      return eachPage(plan, change.pages, (page) => ({ ...page, turn: ((page.turn + change.by) % 360) as Turn }));
    case 'bin':
      return bin(plan, change.pages);
    case 'restore':
      return change.pages.reduce((restored, page) => restore(restored, page, change.document), plan);
    case 'describe':
      return describe(plan, change);
  }
}

function split(plan: BatchPlan, { at, into, document, envelope: envelopeId }: Of<'split'>): BatchPlan {
  const whole = documentWith(plan, at);
  const home = envelopeWith(plan, whole.id);
  const cut = whole.pages.findIndex((page) => samePage(page, at));
  const place = home.documents.indexOf(whole);
  const alone = into === 'envelope';
  if (cut === 0 && !(alone && place > 0)) throw new DeskError('alreadyBegins');
  requireFree(plan, [document, ...(envelopeId ? [envelopeId] : [])]);
  const first = { ...whole, pages: whole.pages.slice(0, cut) };
  const second = { ...(cut === 0 ? whole : emptyDocument(document)), pages: whole.pages.slice(cut) };
  const before = [...home.documents.slice(0, place), ...(cut === 0 ? [] : [first])];
  const after = [second, ...home.documents.slice(place + 1)];
  if (!alone) return replace(plan, home, [{ ...home, documents: [...before, ...after] }]);
  return replace(plan, home, [{ ...home, documents: before }, newEnvelope(envelopeId ?? document, after)]);
}

function join(plan: BatchPlan, { document: documentId }: Of<'join'>): BatchPlan {
  const all = plan.envelopes.flatMap(({ documents }) => documents);
  const at = indexOf(all, documentId, 'unknownDocument');
  const [previous, joined] = [all[at - 1], all[at]];
  if (!previous || !joined) throw new DeskError('nothingBefore');
  const merged = { ...previous, pages: [...previous.pages, ...joined.pages], beneficiaries: [...new Set([...previous.beneficiaries, ...joined.beneficiaries])], beneficiaryUnknown: previous.beneficiaryUnknown || joined.beneficiaryUnknown };
  return tidy(eachDocument(plan, (document) => (document === previous ? merged : document === joined ? { ...joined, pages: [] } : document)));
}

function joinEnvelope(plan: BatchPlan, { envelope: envelopeId }: Of<'joinEnvelope'>): BatchPlan {
  const at = indexOf(plan.envelopes, envelopeId, 'unknownEnvelope');
  const [previous, joined] = [plan.envelopes[at - 1], plan.envelopes[at]];
  if (!previous || !joined) throw new DeskError('nothingBefore');
  return replace(replace(plan, joined, []), previous, [{ ...previous, documents: [...previous.documents, ...joined.documents] }]);
}

function move(plan: BatchPlan, { pages, to }: Of<'move'>): BatchPlan {
  const before = to.before;
  if (before && pages.some((page) => samePage(page, before))) throw new DeskError('unknownPage');
  const { rest, lifted } = lift(plan, pages);
  indexOf(rest.envelopes.flatMap(({ documents }) => documents), to.document, 'unknownDocument');
  return tidy(
    eachDocument(rest, (document) => {
      if (document.id !== to.document) return document;
      const at = before ? document.pages.findIndex((page) => samePage(page, before)) : document.pages.length;
      if (at < 0) throw new DeskError('unknownPage');
      return { ...document, pages: [...document.pages.slice(0, at), ...lifted, ...document.pages.slice(at)] };
    }),
  );
}

function extract(plan: BatchPlan, { pages, document, envelope }: Of<'extract'>): BatchPlan {
  requireFree(plan, [document, ...(envelope ? [envelope] : [])]);
  const [first] = pages;
  const origin = first && plan.envelopes.flatMap(({ documents }) => documents).find((one) => one.pages.some((page) => samePage(page, first)));
  const { rest, lifted } = lift(plan, pages);
  const made = { ...emptyDocument(document), pages: lifted };
  const home = origin && rest.envelopes.find(({ documents }) => documents.some(({ id: same }) => same === origin.id));
  if (!home) return tidy({ ...rest, envelopes: [...rest.envelopes, newEnvelope(envelope ?? document, [made])] });
  if (envelope) return tidy(replace(rest, home, [home, newEnvelope(envelope, [made])]));
  const at = home.documents.findIndex(({ id: same }) => same === origin.id) + 1;
  return tidy(replace(rest, home, [{ ...home, documents: [...home.documents.slice(0, at), made, ...home.documents.slice(at)] }]));
}

function place(plan: BatchPlan, { document: documentId, envelope: envelopeId, before }: Of<'place'>): BatchPlan {
  const home = envelopeWith(plan, documentId);
  const moved = home.documents.find(({ id: same }) => same === documentId);
  if (!moved || before === documentId) throw new DeskError('unknownDocument');
  const rest = replace(plan, home, [{ ...home, documents: home.documents.filter((document) => document !== moved) }]);
  const target = rest.envelopes[indexOf(rest.envelopes, envelopeId, 'unknownEnvelope')];
  if (!target) throw new DeskError('unknownEnvelope');
  const at = before ? indexOf(target.documents, before, 'unknownDocument') : target.documents.length;
  return tidy(replace(rest, target, [{ ...target, documents: [...target.documents.slice(0, at), moved, ...target.documents.slice(at)] }]));
}

function bin(plan: BatchPlan, pages: readonly PageRef[]): BatchPlan {
  const { rest, lifted } = lift(plan, pages);
  return tidy({ ...rest, aside: [...rest.aside, ...lifted.map((page) => ({ ...page, why: 'bin' as const }))] });
}

/** After the nearest page that was scanned before it and is in a document, else before the nearest that follows, else in an envelope of its own. */
function restore(plan: BatchPlan, ref: PageRef, own: string): BatchPlan {
  const kept = plan.aside.find((page) => samePage(page, ref));
  if (!kept) throw new DeskError('unknownPage');
  const { why: _why, ...page } = kept;
  const rest = { ...plan, aside: plan.aside.filter((one) => one !== kept) };
  const free = rest.envelopes.filter(({ fixed }) => !fixed).flatMap(({ documents }) => documents.flatMap(({ pages }) => pages)).filter(({ file }) => file === ref.file);
  const earlier = free.filter(({ number }) => number < ref.number).reduce<PlannedPage | undefined>((best, one) => (best && best.number > one.number ? best : one), undefined);
  const later = free.filter(({ number }) => number > ref.number).reduce<PlannedPage | undefined>((best, one) => (best && best.number < one.number ? best : one), undefined);
  const beside = earlier ?? later ?? rest.envelopes.flatMap(({ documents }) => documents).find(({ id: same }) => same === own)?.pages.at(-1);
  if (!beside) return { ...rest, envelopes: [...rest.envelopes, newEnvelope(own, [{ ...emptyDocument(own), pages: [page] }])] };
  const home = documentWith(rest, beside);
  const at = home.pages.indexOf(beside) + (beside === later ? 0 : 1);
  return eachDocument(rest, (document) => (document === home ? { ...home, pages: [...home.pages.slice(0, at), page, ...home.pages.slice(at)] } : document));
}

function describe(plan: BatchPlan, { document: documentId, nature, beneficiaries, beneficiaryUnknown }: Of<'describe'>): BatchPlan {
  envelopeWith(plan, documentId);
  return eachDocument(plan, (document) => {
    if (document.id !== documentId) return document;
    const { nature: had, ...rest } = document;
    const now = nature === undefined ? had : (nature ?? undefined);
    return { ...rest, ...(now === undefined ? {} : { nature: now }), beneficiaries: [...(beneficiaries ?? rest.beneficiaries)], beneficiaryUnknown: beneficiaryUnknown ?? rest.beneficiaryUnknown };
  });
}

/** The plan without these pages, and they themselves as they are turned, in the order that was asked for. */
function lift(plan: BatchPlan, refs: readonly PageRef[]): { readonly rest: BatchPlan; readonly lifted: PlannedPage[] } {
  const wanted = new Map(refs.map((ref) => [keyOf(ref), undefined as PlannedPage | undefined]));
  const stays = (page: PlannedPage): boolean => {
    if (!wanted.has(keyOf(page))) return true;
    wanted.set(keyOf(page), { file: page.file, number: page.number, turn: page.turn });
    return false;
  };
  const rest = { envelopes: eachDocument(plan, (document) => keepSame(document, document.pages.filter(stays))).envelopes, aside: plan.aside.filter(stays) };
  return { rest, lifted: [...wanted.values()].map((page) => page ?? raise('unknownPage')) };
}

function eachPage(plan: BatchPlan, refs: readonly PageRef[], change: <P extends PlannedPage>(page: P) => P): BatchPlan {
  const wanted = new Set(refs.map(keyOf));
  const one = <P extends PlannedPage>(page: P): P => (wanted.delete(keyOf(page)) ? change(page) : page);
  const changed = { envelopes: eachDocument(plan, (document) => keepSame(document, document.pages.map(one))).envelopes, aside: plan.aside.map(one) };
  return wanted.size ? raise('unknownPage') : changed;
}

function eachDocument(plan: BatchPlan, change: (document: PlannedDocument) => PlannedDocument): BatchPlan {
  return {
    ...plan,
    envelopes: plan.envelopes.map((envelope) => {
      const documents = envelope.documents.map(change);
      return documents.every((document, index) => document === envelope.documents[index]) ? envelope : { ...envelope, documents };
    }),
  };
}

const keepSame = (document: PlannedDocument, pages: PlannedPage[]): PlannedDocument => (pages.length === document.pages.length && pages.every((page, index) => page === document.pages[index]) ? document : { ...document, pages });

function replace(plan: BatchPlan, envelope: PlannedEnvelope, by: readonly PlannedEnvelope[]): BatchPlan {
  return { ...plan, envelopes: plan.envelopes.flatMap((one) => (one === envelope ? by : [one])) };
}

function tidy(plan: BatchPlan): BatchPlan {
  const envelopes = plan.envelopes.map((envelope) => (envelope.documents.some(({ pages }) => !pages.length) ? { ...envelope, documents: envelope.documents.filter(({ pages }) => pages.length) } : envelope));
  return { ...plan, envelopes: envelopes.filter(({ documents }) => documents.length) };
}

const emptyDocument = (documentId: string): PlannedDocument => ({ id: documentId, pages: [], beneficiaries: [], beneficiaryUnknown: false });
const newEnvelope = (envelopeId: string, documents: PlannedDocument[]): PlannedEnvelope => ({ id: envelopeId, documents, fixed: false });
const keyOf = ({ file, number }: PageRef): string => `${file}:${number}`;

function documentWith(plan: BatchPlan, ref: PageRef): PlannedDocument {
  return plan.envelopes.flatMap(({ documents }) => documents).find(({ pages }) => pages.some((page) => samePage(page, ref))) ?? raise('unknownPage');
}
function envelopeWith(plan: BatchPlan, documentId: string): PlannedEnvelope {
  return plan.envelopes.find(({ documents }) => documents.some(({ id: same }) => same === documentId)) ?? raise('unknownDocument');
}
function indexOf(among: readonly { readonly id: string }[], wanted: string, flaw: DeskFlaw): number {
  const at = among.findIndex(({ id: same }) => same === wanted);
  return at < 0 ? raise(flaw) : at;
}
function requireFree(plan: BatchPlan, ids: readonly string[]): void {
  const taken = new Set(plan.envelopes.flatMap(({ id: envelope, documents }) => [envelope, ...documents.map(({ id: document }) => document)]));
  if (ids.some((one) => taken.has(one))) throw new DeskError('idTaken');
}
function raise(flaw: DeskFlaw): never {
  throw new DeskError(flaw);
}

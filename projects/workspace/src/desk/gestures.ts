import type { BatchPlan, DeskChange, PageRef, PlannedDocument } from '@bannette/domain';
import { newId } from './new-id.js';
import { keyOf, refOf, type Cell, type Layout } from './layout.js';
import { staying } from './walk.js';

/** What a command comes to: changes of the plan, what is said of them, and the page that has the focus then. */
export interface Gesture {
  readonly changes: readonly DeskChange[];
  /** Below `DESK.SAID`, counted where it counts. */
  readonly said: string;
  readonly count?: number;
  readonly params?: { readonly [name: string]: string | number };
  readonly focus?: string;
}
/** Why a command comes to nothing, below `DESK.FLAW`. */
export interface Refusal {
  readonly flaw: string;
}
export type Outcome = Gesture | Refusal;
export const refused = (outcome: Outcome): outcome is Refusal => 'flaw' in outcome;

const refuse = (flaw: string): Refusal => ({ flaw });
const named = ({ envelopeNumber, documentNumber, place }: Cell): { envelope: number; document: number; page: number } => ({ envelope: envelopeNumber, document: documentNumber, page: place });

/** A document begins with this page, or an envelope does. */
export function split(cell: Cell, into: 'document' | 'envelope'): Outcome {
  if (!cell.document) return refuse('aside');
  if (cell.place === 1 && (into === 'document' || cell.documentNumber === 1)) return refuse('alreadyBegins');
  return { changes: [{ kind: 'split', at: refOf(cell.page), into, document: newId(), ...(into === 'envelope' ? { envelope: newId() } : {}) }], said: into === 'envelope' ? 'splitEnvelope' : 'split', focus: cell.key };
}

export function join(cell: Cell): Outcome {
  if (!cell.document) return refuse('aside');
  if (cell.envelopeNumber === 1 && cell.documentNumber === 1) return refuse('nothingBefore');
  return { changes: [{ kind: 'join', document: cell.document.id }], said: 'join', focus: cell.key };
}

export function joinEnvelope(cell: Cell): Outcome {
  if (!cell.envelope) return refuse('aside');
  if (cell.envelopeNumber === 1) return refuse('nothingBefore');
  return { changes: [{ kind: 'joinEnvelope', envelope: cell.envelope.id }], said: 'joinEnvelope', params: { envelope: cell.envelopeNumber - 1 }, focus: cell.key };
}

export function turn(cells: readonly Cell[], by: 90 | 270): Outcome {
  return cells.length ? { changes: [{ kind: 'turn', pages: cells.map(({ page }) => refOf(page)), by }], said: by === 90 ? 'turnRight' : 'turnLeft', count: cells.length } : refuse('nothing');
}

export function putAside(cells: readonly Cell[], layout: Layout): Outcome {
  const going = cells.filter(({ why }) => !why);
  if (!going.length) return refuse(cells.length ? 'alreadyAside' : 'nothing');
  return { changes: [{ kind: 'bin', pages: going.map(({ page }) => refOf(page)) }], said: 'putAside', count: going.length, focus: staying(layout, going[0]?.key, new Set(going.map(({ key }) => key))) };
}

export function putBack(cells: readonly Cell[]): Outcome {
  const coming = cells.filter(({ why }) => why);
  if (!coming.length) return refuse('notAside');
  return { changes: [{ kind: 'restore', pages: coming.map(({ page }) => refOf(page)), document: newId() }], said: 'putBack', count: coming.length };
}

/** Pages go before a page, or after it. */
export function moveBeside(cells: readonly Cell[], target: Cell, side: 'before' | 'after'): Outcome {
  if (!cells.length) return refuse('nothingCut');
  if (!target.document) return refuse('aside');
  const moving = new Set(cells.map(({ key }) => key));
  const pages = target.document.pages;
  const at = pages.findIndex((page) => keyOf(page) === target.key) + (side === 'after' ? 1 : 0);
  const before = pages.slice(at).find((page) => !moving.has(keyOf(page)));
  // A document of which all pages move is gone before they arrive.
  if (pages.every((page) => moving.has(keyOf(page)))) return refuse('samePlace');
  return moveTo(cells, target.document.id, before, named(target));
}

function moveTo(cells: readonly Cell[], document: string, before: PageRef | undefined, to: { envelope: number; document: number }): Gesture {
  return { changes: [{ kind: 'move', pages: cells.map(({ page }) => refOf(page)), to: { document, ...(before ? { before: refOf(before) } : {}) } }], said: 'move', count: cells.length, params: { envelope: to.envelope, document: to.document } };
}

/** To the end of a document that is named by its numbers. */
export function moveToDocument(cells: readonly Cell[], plan: BatchPlan, envelopeNumber: number, documentNumber: number): Outcome {
  const document = plan.envelopes[envelopeNumber - 1]?.documents[documentNumber - 1];
  if (!document) return refuse('unknownDocument');
  if (cells.every((cell) => cell.document?.id === document.id)) return refuse('samePlace');
  return moveTo(cells, document.id, undefined, { envelope: envelopeNumber, document: documentNumber });
}

/** Into an envelope, as a document of their own, before its first one or at its end. */
export function moveToEnvelope(cells: readonly Cell[], plan: BatchPlan, envelopeNumber: number, first: boolean): Outcome {
  const envelope = plan.envelopes[envelopeNumber - 1];
  const document = wholeDocument(cells);
  if (!envelope || !cells.length) return refuse(envelope ? 'nothing' : 'unknownEnvelope');
  if (document && envelope.documents.length === 1 && envelope.documents[0] === document) return refuse('samePlace');
  const id = document?.id ?? newId();
  const before = first ? envelope.documents.find((one) => one.id !== id)?.id : undefined;
  const place: DeskChange = { kind: 'place', document: id, envelope: envelope.id, ...(before ? { before } : {}) };
  const changes: DeskChange[] = document ? [place] : [{ kind: 'extract', pages: cells.map(({ page }) => refOf(page)), document: id }, place];
  return { changes, said: 'moveToEnvelope', count: cells.length, params: { envelope: envelopeNumber } };
}

function wholeDocument(cells: readonly Cell[]): PlannedDocument | undefined {
  const document = cells[0]?.document;
  return document && cells.length === document.pages.length && cells.every((cell) => cell.document === document) ? document : undefined;
}

export function extract(cells: readonly Cell[], into: 'document' | 'envelope'): Outcome {
  if (!cells.length) return refuse('nothing');
  return { changes: [{ kind: 'extract', pages: cells.map(({ page }) => refOf(page)), document: newId(), ...(into === 'envelope' ? { envelope: newId() } : {}) }], said: into === 'envelope' ? 'extractEnvelope' : 'extract', count: cells.length };
}

/** One place on in the flow: within the document, and over its border into the next one. */
export function shift(cells: readonly Cell[], plan: BatchPlan, by: 1 | -1): Outcome {
  const edge = by < 0 ? cells[0] : cells.at(-1);
  if (!edge?.document) return refuse(edge ? 'aside' : 'nothing');
  const { pages } = edge.document;
  const beyond = pages[edge.place - 1 + by];
  if (!beyond) return toNeighbour(cells, plan, by);
  const before = by < 0 ? beyond : pages.slice(edge.place + 1).find((page) => cells.every(({ key }) => key !== keyOf(page)));
  return moveTo(cells, edge.document.id, before, named(edge));
}

/** Into the document before, at its end, or into the one that follows, at its beginning. */
export function toNeighbour(cells: readonly Cell[], plan: BatchPlan, by: 1 | -1): Outcome {
  const edge = by < 0 ? cells[0] : cells.at(-1);
  if (!edge?.document) return refuse(edge ? 'aside' : 'nothing');
  const all = plan.envelopes.flatMap(({ documents }, envelope) => documents.map((document, index) => ({ document, envelope: envelope + 1, number: index + 1 })));
  const next = all[all.findIndex(({ document }) => document.id === edge.document?.id) + by];
  if (!next) return refuse(by < 0 ? 'nothingBefore' : 'nothingAfter');
  return moveTo(cells, next.document.id, by < 0 ? undefined : next.document.pages[0], { envelope: next.envelope, document: next.number });
}

/** What is said of the documents that the selected pages are in. */
export function describe(cells: readonly Cell[], what: Omit<Extract<DeskChange, { kind: 'describe' }>, 'kind' | 'document'>, said: string): Outcome {
  const documents = [...new Set(cells.flatMap(({ document }) => (document ? [document.id] : [])))];
  if (!documents.length) return refuse('aside');
  return { changes: documents.map((document) => ({ kind: 'describe', document, ...what })), said, count: documents.length };
}

import type { BatchPlan, PlannedDocument, PlannedEnvelope } from '@bannette/domain';
import type { Desk } from '../api/types.js';

/** A stable UUID for a small number. */
export const idOf = (kind: number, number: number): string => `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
export const file = idOf(1, 1);
export const pageKey = (number: number): string => `${file}:${number}`;

export const documentOf = (id: number, ...numbers: number[]): PlannedDocument => ({ id: idOf(2, id), pages: numbers.map((number) => ({ file, number, turn: 0 })), beneficiaries: [], beneficiaryUnknown: false });
export const envelopeOf = (id: number, ...documents: PlannedDocument[]): PlannedEnvelope => ({ id: idOf(3, id), documents, fixed: false });

/** So many pages, in envelopes of two documents with two pages each. */
export function planOf(pages: number): BatchPlan {
  const documents = Array.from({ length: Math.ceil(pages / 2) }, (_, index) => documentOf(index + 1, ...[2 * index + 1, 2 * index + 2].filter((number) => number <= pages)));
  return { envelopes: Array.from({ length: Math.ceil(documents.length / 2) }, (_, index) => envelopeOf(index + 1, ...documents.slice(2 * index, 2 * index + 2))), aside: [] };
}

/** The numbers of pages, by envelope and document. */
export const shapeOf = ({ envelopes }: BatchPlan): number[][][] => envelopes.map(({ documents }) => documents.map(({ pages }) => pages.map(({ number }) => number)));

export function deskOf(plan: BatchPlan, more: Partial<Desk> = {}): Desk {
  const pages = [...plan.envelopes.flatMap(({ documents }) => documents.flatMap((document) => document.pages)), ...plan.aside];
  return {
    batch: { id: idOf(9, 1), name: 'Lot du matin', state: 'toCheck', revision: 1, channel: 'post', operator: 'Clara Moreau', counts: { files: 1, pages: pages.length, envelopes: plan.envelopes.length, documents: 0, aside: plan.aside.length, quarantined: 0, released: 0 }, gaps: [], hints: 0, createdAt: '2026-11-16T08:00:00Z' },
    files: [],
    pages: pages.map(({ file: of, number }) => ({ file: of, number, says: [], blank: false })),
    plan: structuredClone(plan) as Desk['plan'],
    gaps: [],
    canUndo: false,
    canRedo: false,
    editable: true,
    ...more,
  };
}

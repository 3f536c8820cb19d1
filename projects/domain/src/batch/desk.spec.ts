import { randomUUID } from 'node:crypto';
import { applyToDesk, DeskError, type DeskChange } from './desk.js';
import { countPlan, pagesOfPlan, type BatchPlan, type PageRef } from './plan.js';

const file = randomUUID();
const page = (number: number): PageRef => ({ file, number });
const [a, b, c, e1, e2] = Array.from({ length: 5 }, () => randomUUID()) as [string, string, string, string, string];
const documentOf = (id: string, ...numbers: number[]) => ({ id, pages: numbers.map((number) => ({ ...page(number), turn: 0 as const })), beneficiaries: [], beneficiaryUnknown: false });

/** Two envelopes: pages 2–4 and 5 in the first, 7–8 in the second; 1 is a separator, 6 blank. */
const start: BatchPlan = {
  envelopes: [
    { id: e1, documents: [documentOf(a, 2, 3, 4), documentOf(b, 5)], fixed: false },
    { id: e2, documents: [documentOf(c, 7, 8)], fixed: false },
  ],
  aside: [
    { ...page(1), turn: 0, why: 'separator' },
    { ...page(6), turn: 0, why: 'blank' },
  ],
};
const after = (...changes: DeskChange[]): BatchPlan => changes.reduce(applyToDesk, start);
const shape = ({ envelopes }: BatchPlan): number[][][] => envelopes.map(({ documents }) => documents.map(({ pages }) => pages.map(({ number }) => number)));

describe('At the page desk', () => {
  it('a document begins with a page, or an envelope does and takes what follows along', () => {
    expect(shape(after({ kind: 'split', at: page(3), into: 'document', document: randomUUID() }))).toEqual([[[2], [3, 4], [5]], [[7, 8]]]);
    expect(shape(after({ kind: 'split', at: page(3), into: 'envelope', document: randomUUID() }))).toEqual([[[2]], [[3, 4], [5]], [[7, 8]]]);
    expect(shape(after({ kind: 'split', at: page(5), into: 'envelope', document: randomUUID() }))).toEqual([[[2, 3, 4]], [[5]], [[7, 8]]]);
  });

  it('a document goes on the one before it, over the border of envelopes too', () => {
    expect(shape(after({ kind: 'join', document: b }))).toEqual([[[2, 3, 4, 5]], [[7, 8]]]);
    expect(shape(after({ kind: 'join', document: c }))).toEqual([[[2, 3, 4], [5, 7, 8]]]);
    expect(shape(after({ kind: 'joinEnvelope', envelope: e2 }))).toEqual([[[2, 3, 4], [5], [7, 8]]]);
  });

  it('pages move, in the order they are given, within a document and to another', () => {
    expect(shape(after({ kind: 'move', pages: [page(4)], to: { document: a, before: page(2) } }))).toEqual([[[4, 2, 3], [5]], [[7, 8]]]);
    expect(shape(after({ kind: 'move', pages: [page(5), page(2)], to: { document: c, before: page(8) } }))).toEqual([[[3, 4]], [[7, 5, 2, 8]]]);
    expect(shape(after({ kind: 'extract', pages: [page(3)], document: randomUUID() }))).toEqual([[[2, 4], [3], [5]], [[7, 8]]]);
    expect(shape(after({ kind: 'place', document: c, envelope: e1, before: b }))).toEqual([[[2, 3, 4], [7, 8], [5]]]);
  });

  it('what is put aside keeps its turn, and comes back to where it was scanned', () => {
    const binned = after({ kind: 'turn', pages: [page(3)], by: 90 }, { kind: 'bin', pages: [page(3)] });
    expect(binned.aside.at(-1)).toEqual({ ...page(3), turn: 90, why: 'bin' });
    expect(applyToDesk(binned, { kind: 'restore', pages: [page(3), page(6)], document: randomUUID() })).toEqual(jasmine.objectContaining({ aside: [start.aside[0]] }));
    expect(shape(applyToDesk(binned, { kind: 'restore', pages: [page(3), page(6), page(1)], document: randomUUID() }))).toEqual([[[1, 2, 3, 4], [5, 6]], [[7, 8]]]);
    const everything = applyToDesk(start, { kind: 'bin', pages: [2, 3, 4, 5, 7, 8].map(page) });
    expect(everything.envelopes).toEqual([]);
    expect(shape(applyToDesk(everything, { kind: 'restore', pages: [8, 2].map(page), document: randomUUID() }))).toEqual([[[2, 8]]]);
  });

  it('what is said of a document stays with it', () => {
    const described = after({ kind: 'describe', document: a, nature: 'BILL', beneficiaries: [e1] }, { kind: 'split', at: page(4), into: 'document', document: randomUUID() });
    expect(described.envelopes[0]?.documents.map(({ nature, beneficiaries }) => [nature, beneficiaries])).toEqual([['BILL', [e1]], [undefined, []], [undefined, []]]);
    expect(applyToDesk(described, { kind: 'describe', document: a, nature: null }).envelopes[0]?.documents[0]?.nature).toBeUndefined();
  });

  it('what can’t be is refused with its reason', () => {
    const refusal = (change: DeskChange, plan = start): string => {
      try {
        applyToDesk(plan, change);
        return 'taken';
      } catch (error) {
        return error instanceof DeskError ? error.code : String(error);
      }
    };
    expect(refusal({ kind: 'join', document: a })).toBe('nothingBefore');
    expect(refusal({ kind: 'split', at: page(2), into: 'envelope', document: randomUUID() })).toBe('alreadyBegins');
    expect(refusal({ kind: 'split', at: page(3), into: 'document', document: b })).toBe('idTaken');
    expect(refusal({ kind: 'bin', pages: [page(99)] })).toBe('unknownPage');
    expect(refusal({ kind: 'move', pages: [page(2)], to: { document: randomUUID() } })).toBe('unknownDocument');
    const fixed = { ...start, envelopes: start.envelopes.map((envelope) => ({ ...envelope, fixed: envelope.id === e1 })) };
    expect(refusal({ kind: 'turn', pages: [page(2)], by: 90 }, fixed)).toBe('fixed');
    expect(refusal({ kind: 'move', pages: [page(7)], to: { document: b } }, fixed)).toBe('fixed');
    expect(refusal({ kind: 'join', document: c }, fixed)).toBe('fixed');
    expect(refusal({ kind: 'turn', pages: [page(7)], by: 90 }, fixed)).toBe('taken');
  });

  it('whatever is done, each page stays there exactly once', () => {
    const keys = (plan: BatchPlan): string[] => pagesOfPlan(plan).map(({ number }) => String(number)).sort();
    const any = <T>(among: readonly T[]): T => among[Math.floor(Math.random() * among.length)] as T;
    let plan = start;
    let taken = 0;
    for (let round = 0; round < 3000; round++) {
      const documents = plan.envelopes.flatMap((envelope) => envelope.documents.map(({ id }) => id));
      const pages = [...new Set([any(pagesOfPlan(plan)), any(pagesOfPlan(plan))])].map(({ number }) => page(number));
      const document = documents.length ? any(documents) : randomUUID();
      const at = pages[0] as PageRef;
      const envelope = any(plan.envelopes)?.id ?? randomUUID();
      const change = any<DeskChange>([
        { kind: 'split', at, into: any(['document', 'envelope'] as const), document: randomUUID() },
        { kind: 'join', document },
        { kind: 'joinEnvelope', envelope },
        { kind: 'move', pages, to: { document, before: any([undefined, any(pagesOfPlan(plan))]) } },
        { kind: 'extract', pages, document: randomUUID(), envelope: any([undefined, randomUUID()]) },
        { kind: 'place', document, envelope },
        { kind: 'turn', pages, by: 270 },
        { kind: 'bin', pages },
        { kind: 'restore', pages, document: randomUUID() },
      ]);
      try {
        plan = applyToDesk(plan, change);
        taken++;
      } catch (error) {
        if (!(error instanceof DeskError)) throw error;
      }
      expect(keys(plan)).withContext(JSON.stringify(change)).toEqual(keys(start));
      expect(plan.envelopes.every(({ documents: own }) => own.length > 0 && own.every(({ pages: held }) => held.length > 0))).toBeTrue();
    }
    expect(taken).toBeGreaterThan(500);
    expect(countPlan(plan).pages + countPlan(plan).aside).toBe(8);
  });
});

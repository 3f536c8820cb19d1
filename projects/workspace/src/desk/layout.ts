import { type AsidePage, type AsideReason, type BatchPlan, type PageRef, type PlannedDocument, type PlannedEnvelope, type PlannedPage } from '@bannette/domain';

/** A page as it lies in the flow. */
export interface Cell {
  readonly key: string;
  readonly page: PlannedPage;
  /** Why it is in no document. */
  readonly why?: AsideReason;
  readonly document?: PlannedDocument;
  readonly envelope?: PlannedEnvelope;
  /** Numbers as people count, from 1: of its envelope, of its document in it, and its own there. 0 for what is aside. */
  readonly envelopeNumber: number;
  readonly documentNumber: number;
  readonly place: number;
}

/** Cells beside each other that belong to one document, or to none. */
export interface Segment {
  readonly key: string;
  readonly cells: readonly Cell[];
  /** The document begins here. */
  readonly begins: boolean;
}

export type Row =
  | { readonly kind: 'envelope'; readonly key: string; readonly height: number; readonly envelope: PlannedEnvelope; readonly number: number; readonly pages: number }
  | { readonly kind: 'aside'; readonly key: string; readonly height: number; readonly pages: number }
  | { readonly kind: 'pages'; readonly key: string; readonly height: number; readonly segments: readonly Segment[]; readonly locked: boolean };

/** The flow as it is drawn, and as it is walked through. */
export interface Layout {
  readonly rows: readonly Row[];
  readonly cells: readonly Cell[];
  /** Where a page is: its place in `cells`, its row, its column. */
  readonly at: ReadonlyMap<string, { readonly index: number; readonly row: number; readonly column: number }>;
}

export interface LayoutChoice {
  readonly columns: number;
  readonly rowHeight: number;
  /** Pages kept aside are shown where they were scanned, not at the end. */
  readonly inPlace: boolean;
}

export const bandHeight = 40;
export const keyOf = ({ file, number }: PageRef): string => `${file}:${number}`;
export const refOf = ({ file, number }: PageRef): PageRef => ({ file, number });

export function layOut(plan: BatchPlan, choice: LayoutChoice): Layout {
  const rows: Row[] = [];
  const between = choice.inPlace ? besideOf(plan) : undefined;
  plan.envelopes.forEach((envelope, index) => {
    const pages = envelope.documents.reduce((sum, document) => sum + document.pages.length, 0);
    rows.push({ kind: 'envelope', key: envelope.id, height: bandHeight, envelope, number: index + 1, pages });
    rows.push(...rowsOf(envelope.id, cellsOf(envelope, index + 1, between), choice, envelope.fixed));
  });
  const rest = plan.aside.filter((page) => !between?.placed.has(keyOf(page)));
  if (rest.length) rows.push({ kind: 'aside', key: 'aside', height: bandHeight, pages: rest.length }, ...rowsOf('aside', rest.map(asideCell), choice, false));
  return { rows, ...walk(rows) };
}

function cellsOf(envelope: PlannedEnvelope, envelopeNumber: number, between: Beside | undefined): Cell[] {
  return envelope.documents.flatMap((document, index) =>
    document.pages.flatMap((page, place) => {
      const key = keyOf(page);
      const cell: Cell = { key, page, document, envelope, envelopeNumber, documentNumber: index + 1, place: place + 1 };
      return between ? [...(between.before.get(key) ?? []).map(asideCell), cell, ...(between.after.get(key) ?? []).map(asideCell)] : [cell];
    }),
  );
}

const asideCell = (page: AsidePage): Cell => ({ key: keyOf(page), page, why: page.why, envelopeNumber: 0, documentNumber: 0, place: 0 });

function rowsOf(key: string, cells: readonly Cell[], { columns, rowHeight }: LayoutChoice, locked: boolean): Row[] {
  return Array.from({ length: Math.ceil(cells.length / columns) }, (_, index): Row => ({ kind: 'pages', key: `${key}/${index}`, height: rowHeight, locked, segments: segmentsOf(cells.slice(index * columns, (index + 1) * columns)) }));
}

function segmentsOf(cells: readonly Cell[]): Segment[] {
  const segments: { key: string; cells: Cell[]; begins: boolean }[] = [];
  for (const cell of cells) {
    const last = segments.at(-1);
    if (last && last.cells[0]?.document === cell.document) last.cells.push(cell);
    else segments.push({ key: cell.key, cells: [cell], begins: cell.place === 1 });
  }
  return segments;
}

function walk(rows: readonly Row[]): Omit<Layout, 'rows'> {
  const cells: Cell[] = [];
  const at = new Map<string, { index: number; row: number; column: number }>();
  rows.forEach((row, rowIndex) => {
    if (row.kind !== 'pages') return;
    row.segments.flatMap((segment) => segment.cells).forEach((cell, column) => {
      at.set(cell.key, { index: cells.length, row: rowIndex, column });
      cells.push(cell);
    });
  });
  return { cells, at };
}

interface Beside {
  readonly before: ReadonlyMap<string, readonly AsidePage[]>;
  readonly after: ReadonlyMap<string, readonly AsidePage[]>;
  readonly placed: ReadonlySet<string>;
}

/** A separator goes before the page that follows it in its file, anything else after the one that it follows. */
function besideOf(plan: BatchPlan): Beside {
  const numbers = new Map<string, number[]>();
  for (const { file, number } of plan.envelopes.flatMap(({ documents }) => documents.flatMap(({ pages }) => pages))) {
    const known = numbers.get(file);
    if (known) known.push(number);
    else numbers.set(file, [number]);
  }
  const before = new Map<string, AsidePage[]>();
  const after = new Map<string, AsidePage[]>();
  const placed = new Set<string>();
  const put = (into: Map<string, AsidePage[]>, number: number, page: AsidePage): void => {
    const key = keyOf({ file: page.file, number });
    into.set(key, [...(into.get(key) ?? []), page]);
    placed.add(keyOf(page));
  };
  for (const page of [...plan.aside].sort((a, b) => a.number - b.number)) {
    const inDocuments = numbers.get(page.file) ?? [];
    const next = nearest(inDocuments, (number) => number > page.number, Math.min);
    const previous = nearest(inDocuments, (number) => number < page.number, Math.max);
    if (next !== undefined && (page.why === 'separator' || previous === undefined)) put(before, next, page);
    else if (previous !== undefined) put(after, previous, page);
  }
  return { before, after, placed };
}

function nearest(numbers: readonly number[], wanted: (number: number) => boolean, nearer: (a: number, b: number) => number): number | undefined {
  return numbers.reduce<number | undefined>((best, number) => (wanted(number) ? (best === undefined ? number : nearer(best, number)) : best), undefined);
}

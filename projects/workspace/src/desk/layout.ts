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

/** What lies in one row of an envelope, or of what is aside. */
export interface Block {
  readonly key: string;
  readonly envelope?: PlannedEnvelope;
  /** Of the envelope, from 1; 0 for what is aside. */
  readonly number: number;
  /** In all of the envelope. */
  readonly pages: number;
  /** The envelope begins here. */
  readonly begins: boolean;
  readonly segments: readonly Segment[];
}

export interface Row {
  readonly key: string;
  readonly height: number;
  readonly blocks: readonly Block[];
}

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

export const keyOf = ({ file, number }: PageRef): string => `${file}:${number}`;
export const refOf = ({ file, number }: PageRef): PageRef => ({ file, number });

/** Envelopes beside each other as they fit; one that fits in a row is not broken over two. */
export function layOut(plan: BatchPlan, { columns, rowHeight, inPlace }: LayoutChoice): Layout {
  const between = inPlace ? besideOf(plan) : undefined;
  const rows: Block[][] = [];
  let room = 0;
  const put = (cells: readonly Cell[], about: Pick<Block, 'envelope' | 'number' | 'pages'>): void => {
    if (cells.length > room && (cells.length <= columns || room === 0)) room = 0;
    for (let from = 0; from < cells.length; ) {
      if (room === 0) {
        rows.push([]);
        room = columns;
      }
      const part = cells.slice(from, from + room);
      rows.at(-1)?.push({ key: about.envelope?.id ?? 'aside', ...about, begins: from === 0, segments: segmentsOf(part) });
      room -= part.length;
      from += part.length;
    }
  };
  plan.envelopes.forEach((envelope, index) => {
    const pages = envelope.documents.reduce((sum, document) => sum + document.pages.length, 0);
    put(cellsOf(envelope, index + 1, between), { envelope, number: index + 1, pages });
  });
  const rest = plan.aside.filter((page) => !between?.placed.has(keyOf(page)));
  room = 0;
  put(rest.map(asideCell), { number: 0, pages: rest.length });
  return walk(rows.map((blocks) => ({ key: blocks[0]?.segments[0]?.key ?? '', height: rowHeight, blocks })));
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

function segmentsOf(cells: readonly Cell[]): Segment[] {
  const segments: { key: string; cells: Cell[]; begins: boolean }[] = [];
  for (const cell of cells) {
    const last = segments.at(-1);
    if (last && last.cells[0]?.document === cell.document) last.cells.push(cell);
    else segments.push({ key: cell.key, cells: [cell], begins: cell.place === 1 });
  }
  return segments;
}

export const cellsIn = ({ blocks }: Row): readonly Cell[] => blocks.flatMap(({ segments }) => segments.flatMap(({ cells }) => cells));

function walk(rows: readonly Row[]): Layout {
  const cells: Cell[] = [];
  const at = new Map<string, { index: number; row: number; column: number }>();
  rows.forEach((row, rowIndex) => {
    cellsIn(row).forEach((cell, column) => {
      at.set(cell.key, { index: cells.length, row: rowIndex, column });
      cells.push(cell);
    });
  });
  return { rows, cells, at };
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

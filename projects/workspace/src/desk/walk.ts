import { cellsIn, type Layout } from './layout.js';

/** Where an arrow key leads from a page; undefined when it isn't one, or there is nothing further. */
export function stepFrom(layout: Layout, key: string | undefined, stroke: string, rowsOfPage: number): string | undefined {
  const from = key === undefined ? undefined : layout.at.get(key);
  if (!from) return layout.cells[0]?.key;
  switch (stroke) {
    case 'ArrowRight':
      return layout.cells[from.index + 1]?.key;
    case 'ArrowLeft':
      return layout.cells[from.index - 1]?.key;
    case 'ArrowDown':
      return below(layout, from, 1);
    case 'ArrowUp':
      return below(layout, from, -1);
    case 'PageDown':
      return many(layout, key, 1, rowsOfPage);
    case 'PageUp':
      return many(layout, key, -1, rowsOfPage);
    case 'Home':
      return layout.cells[0]?.key;
    case 'End':
      return layout.cells.at(-1)?.key;
    default:
      return undefined;
  }
}

/** The page in the same column of the row below or above, else the last one of that row. */
function below(layout: Layout, { row, column }: { readonly row: number; readonly column: number }, by: 1 | -1): string | undefined {
  const next = layout.rows[row + by];
  const cells = next && cellsIn(next);
  return (cells?.[column] ?? cells?.at(-1))?.key;
}

function many(layout: Layout, key: string | undefined, by: 1 | -1, rows: number): string | undefined {
  let reached = key;
  for (let count = 0; count < rows; count++) {
    const from = reached === undefined ? undefined : layout.at.get(reached);
    reached = (from && below(layout, from, by)) ?? reached;
  }
  return reached;
}

/** All pages from one to another, in the order of the flow. */
export function between(layout: Layout, a: string, b: string): readonly string[] {
  const [from, to] = [layout.at.get(a)?.index ?? -1, layout.at.get(b)?.index ?? -1];
  if (from < 0 || to < 0) return [];
  return layout.cells.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ key }) => key);
}

/** What takes the place of a page that leaves the flow: the next that stays, else the one before. */
export function staying(layout: Layout, key: string | undefined, gone: ReadonlySet<string>): string | undefined {
  const index = (key === undefined ? undefined : layout.at.get(key)?.index) ?? 0;
  const stays = ({ key: other, why }: { readonly key: string; readonly why?: string }): boolean => !gone.has(other) && !why;
  return (layout.cells.slice(index).find(stays) ?? layout.cells.slice(0, index).reverse().find(stays))?.key;
}

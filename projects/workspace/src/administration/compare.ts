import type { Row, Table } from './column.js';

/** How a row of a draft differs from what is published. */
export interface Difference {
  readonly what: 'added' | 'removed' | 'changed' | 'moved';
  /** What people know the row by. */
  readonly row: string;
  /** Of a changed row: names of its columns. */
  readonly columns: readonly string[];
}

const nameOf = (row: Row): string => String(row['label'] || row['code'] || row['id'] || row['text'] || row['name'] || row['day'] || '…');
const keyOf = (row: Row): string => String(row['code'] ?? row['id'] ?? row['text'] ?? row['day'] ?? row['name'] ?? '');

/** What publishing would change, row by row; rows are known by their code, and by their place while they have none. */
export function differences(table: Table, before: readonly Row[], after: readonly Row[]): readonly Difference[] {
  const at = (rows: readonly Row[], row: Row, index: number): number => (keyOf(row) ? rows.findIndex((other) => keyOf(other) === keyOf(row)) : index < rows.length && !keyOf(rows[index] ?? {}) ? index : -1);
  const removed = before.filter((row, index) => at(after, row, index) < 0).map((row): Difference => ({ what: 'removed', row: nameOf(row), columns: [] }));
  const kept = after.filter((row, index) => at(before, row, index) >= 0);
  const keptBefore = before.filter((row, index) => at(after, row, index) >= 0);
  return [
    ...removed,
    ...after.flatMap((row, index): Difference[] => {
      const place = at(before, row, index);
      if (place < 0) return [{ what: 'added', row: nameOf(row), columns: [] }];
      const columns = changedColumns(table, before[place] ?? {}, row);
      if (columns.length) return [{ what: 'changed', row: nameOf(row), columns }];
      return table.ordered && keyOf(keptBefore[kept.indexOf(row)] ?? {}) !== keyOf(row) ? [{ what: 'moved', row: nameOf(row), columns: [] }] : [];
    }),
  ];
}

function changedColumns({ columns }: Table, before: Row, after: Row): readonly string[] {
  return columns.filter((column) => JSON.stringify((column.get ?? ((row) => row[column.name]))(before) ?? null) !== JSON.stringify((column.get ?? ((row) => row[column.name]))(after) ?? null)).map(({ name }) => name);
}

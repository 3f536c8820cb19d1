import type { Settings } from '../api/types.js';

export type SettingKind = keyof Settings['settings'];
type All = Settings['settings'];
export type Row = { readonly [name: string]: unknown };

/** `fixed` is never typed into. */
export type ColumnKind = 'text' | 'choice' | 'choices' | 'check' | 'words' | 'ranges' | 'day' | 'delay' | 'fixed';

/** A column of a settings table: how a cell is shown, and how it is typed where it may be. */
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  /** The kind of one cell, where it isn't the column's. */
  readonly kindOf?: (row: Row) => ColumnKind;
  /** Units of an amount. */
  readonly units?: readonly string[];
  /** What a choice is among, by code. */
  readonly among?: (all: All) => readonly { readonly code: string; readonly label: string }[];
  readonly get?: (row: Row) => unknown;
  readonly set?: (row: Row, value: unknown) => Row;
  /** What stands for the value in a table that is only read. */
  readonly show?: (row: Row, words: { text(key: string): string; label(code: string): string; count(key: string, count: number): string; day(day: string): string }) => string;
  readonly wide?: boolean;
  /** Pixels, where its kind's are not right. */
  readonly width?: number;
}

/** A kind of settings, or a part of one, as a table. It is only read here unless it has a `blank` row to add, or its rows are `fixed`. */
export interface Table {
  readonly kind: SettingKind;
  /** Its place in the address, where it isn't the kind's. */
  readonly id?: string;
  /** The kind's data with these rows; the rows themselves unless told. */
  readonly write?: (all: All, rows: readonly Row[]) => unknown;
  /** Rows are neither added nor removed. */
  readonly fixed?: boolean;
  /** Values can be tried on the rows. */
  readonly test?: 'separation' | 'endorsement';
  readonly columns: readonly Column[];
  readonly rows: (all: All) => readonly Row[];
  readonly blank?: Row;
  readonly ordered?: boolean;
}

export const idOf = ({ id, kind }: Table): string => id ?? kind;
export const isEditable = ({ blank, fixed }: Table): boolean => !!blank || !!fixed;

/** The value of a cell. */
export const valueOf = (column: Column, row: Row): unknown => (column.get ? column.get(row) : row[column.name]);

/** The row with the cell's new value; what is emptied is left out. */
export function withValue(column: Column, row: Row, value: unknown): Row {
  if (column.set) return column.set(row, value);
  const { [column.name]: _, ...others } = row;
  return value === '' || value === undefined ? others : { ...others, [column.name]: value };
}

/** "aide sociale, RSA" ↔ its words. */
export const wordsIn = (text: string): readonly string[] => text.split(',').map((word) => word.trim()).filter(Boolean);

export interface Range {
  readonly from: string;
  readonly to: string;
}

/** "34000-34099, 34110" ↔ its ranges of postcodes. */
export const rangesIn = (text: string): readonly Range[] => wordsIn(text).map((part) => {
  const [from = '', to = from] = part.split('-').map((each) => each.trim());
  return { from, to };
});
export const rangesText = (ranges: readonly Range[] | undefined): string => (ranges ?? []).map(({ from, to }) => (from === to ? from : `${from}-${to}`)).join(', ');

import { shareOf } from '@bannette/domain';
import type { CommitmentResult, DeliveryLine } from '../api/types.js';

export interface Cell {
  readonly inTime: number;
  readonly late: number;
  readonly open: number;
  readonly total: number;
  readonly target: number;
}

/** A promise to those who write, month by month: a row a service, channel and promise. */
export interface PromiseRow {
  readonly key: string;
  readonly service: string;
  readonly channel: 'paper' | 'electronic';
  readonly label: string;
  readonly source?: string;
  readonly target: number;
  readonly months: ReadonlyMap<string, Cell>;
}

export const monthsIn = (results: readonly CommitmentResult[]): readonly string[] => [...new Set(results.map(({ month }) => month))].sort();

export function promiseRows(results: readonly CommitmentResult[]): readonly PromiseRow[] {
  const rows = new Map<string, PromiseRow & { readonly months: Map<string, Cell> }>();
  for (const one of results) {
    const key = `${one.service} ${one.channel} ${one.code}`;
    const row = rows.get(key) ?? { key, service: one.serviceLabel, channel: one.channel, label: one.label, source: one.source, target: one.target, months: new Map<string, Cell>() };
    row.months.set(one.month, one);
    rows.set(key, row);
  }
  return [...rows.values()].sort((a, b) => a.service.localeCompare(b.service) || a.label.localeCompare(b.label) || (a.channel < b.channel ? -1 : 1));
}

/** The legs of all days together, by service; the last row is all of them. */
export function legsByService(lines: readonly DeliveryLine[]): readonly { readonly service: string; readonly toService: Cell; readonly toPerson: Cell }[] {
  const services = [...new Set(lines.map(({ serviceLabel }) => serviceLabel))].sort((a, b) => a.localeCompare(b));
  return services.map((service) => {
    const its = lines.filter(({ serviceLabel }) => serviceLabel === service);
    return { service, toService: sum(its.map(({ toService }) => toService)), toPerson: sum(its.map(({ toPerson }) => toPerson)) };
  });
}

function sum(cells: readonly Cell[]): Cell {
  const of = (name: 'inTime' | 'late' | 'open' | 'total'): number => cells.reduce((all, cell) => all + cell[name], 0);
  return { inTime: of('inTime'), late: of('late'), open: of('open'), total: of('total'), target: cells[0]?.target ?? 0 };
}

/** Whether a share is below what was promised; undefined while nothing can be said. */
export function missed(cell: Cell): boolean | undefined {
  const share = shareOf(cell);
  return share === undefined ? undefined : share < cell.target;
}

import type { Outcome } from './rules-api.js';

type Flow = Outcome['flows'][number];
/** Flows as rows (who had it) and columns (who would have it); only services that something leaves or reaches. */
export interface Matrix {
  readonly to: readonly (string | null)[];
  readonly rows: readonly { readonly from: string | null; readonly cells: readonly number[]; readonly stays: number }[];
  /** Mails that stay with a service that nothing leaves. */
  readonly untouched: number;
}

export function matrixOf(flows: readonly Flow[]): Matrix {
  const moves = flows.filter(({ from, to }) => from !== to);
  const sum = (of: readonly Flow[]): number => of.reduce((all, { mails }) => all + mails, 0);
  const ordered = (side: 'from' | 'to'): (string | null)[] => [...new Set(moves.map((move) => move[side]))].sort((a, b) => sum(moves.filter((move) => move[side] === b)) - sum(moves.filter((move) => move[side] === a)));
  const to = ordered('to');
  const froms = ordered('from');
  return {
    to,
    rows: froms.map((from) => ({ from, cells: to.map((column) => sum(moves.filter((move) => move.from === from && move.to === column))), stays: sum(flows.filter((flow) => flow.from === from && flow.to === from)) })),
    untouched: sum(flows.filter(({ from, to: column }) => from === column && !froms.includes(from))),
  };
}

import type { NodeRow } from '../nodes/node.js';

/** Of whatever is no record: the year and a running number. */
export const componentIdentifier = (node: Pick<NodeRow, 'seq' | 'created'>): string => `${node.created.getUTCFullYear()}-${String(node.seq).padStart(10, '0')}`;

let last = 0;

/** Of a record: the year and an instant that no other record has. */
export function recordIdentifier(now = new Date()): string {
  last = Math.max(last + 1, now.getTime());
  return `${now.getUTCFullYear()}-${last}`;
}

/** A record's name carries its identifier: `letter.pdf` becomes `letter (2026-…).pdf`. */
export function recordName(name: string, identifier: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? `${name.slice(0, dot)} (${identifier})${name.slice(dot)}` : `${name} (${identifier})`;
}

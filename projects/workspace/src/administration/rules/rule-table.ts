import type { Table } from '../column.js';

const parts = ['label', 'enabled', 'from', 'until', 'fallback', 'when', 'tray', 'assignee', 'function', 'copies', 'priority', 'confidentiality'] as const;

/** Rules as rows, to be compared with those in force. */
export const ruleTable: Table = { kind: 'rules', rows: (all) => all.rules, ordered: true, columns: parts.map((name) => ({ name, kind: 'fixed' })) };

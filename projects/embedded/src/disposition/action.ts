import { accessDenied, rmCapabilities, mayFile } from '../rm-security/capabilities.js';
import type { NodeRow } from '../nodes/node.js';
import { isComponent, isFrozen } from '../records/kinds.js';
import type { Session } from '../repository.js';
import { wrapped, type WebscriptError } from '../http/webscript.js';

/** Parameters of an action, as the webscript was sent them. */
export type Parameters = Readonly<Record<string, unknown>>;

/** Does an action to a node. What it gives is told under `results`. @throws AcsError or WebscriptError */
export type Action = (session: Session, node: NodeRow, parameters: Parameters) => Promise<string | undefined>;

/**
 * AGS's first check of every action: part of the file plan, not held, and the caller has the capability and may file there.
 * @throws AcsError 403
 */
export async function assertMay(session: Session, node: NodeRow, ...capabilities: readonly string[]): Promise<void> {
  const held = await rmCapabilities(session);
  if (!isComponent(node) || isFrozen(node) || !capabilities.some((one) => held.has(one)) || !(await mayFile(session, node))) throw accessDenied();
}

export const missingParameter = (name: string, action: string): WebscriptError => wrapped(`A value for the mandatory parameter ${name} has not been set on the rule item ${action}`);

/** The moment at which all of this request happens: what it changes was modified then. */
export async function momentOf(session: Session): Promise<string> {
  const found = await session.sql.one<{ now: Date }>('select now()::timestamptz(3) as now');
  return (found?.now ?? new Date()).toISOString();
}

/** An instant as the webscripts send it: `{iso8601}` or a text. */
export function instantOf(value: unknown): string | undefined {
  const text = typeof value === 'object' && value !== null ? (value as { iso8601?: unknown }).iso8601 : value;
  if (typeof text !== 'string') return undefined;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

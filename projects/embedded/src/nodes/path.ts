import { may } from '../permissions/check.js';
import type { Session } from '../repository.js';
import { ancestors } from './lookup.js';

/** `/Company Home/a/b` above a node; what the caller may not read is left out and said to be missing. */
export async function pathAbove(session: Session, parent: string | null): Promise<object> {
  if (parent === null) return {};
  const chain = await ancestors(session, parent);
  const readable = [];
  for (const node of chain) if (await may(session.sql, session.caller, node, 'read')) readable.push(node);
  return {
    name: readable.map((node) => `/${node.name}`).join(''),
    isComplete: readable.length === chain.length,
    elements: readable.map((node) => ({ id: node.id, name: node.name, nodeType: node.type, aspectNames: node.aspects })),
  };
}

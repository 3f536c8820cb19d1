import { plain } from '../http/errors.js';
import type { Page } from '../http/paging.js';
import { columns, type NodeRow } from '../nodes/node.js';
import { readable } from '../permissions/check.js';
import type { Session } from '../repository.js';
import { parseAfts } from './afts.js';
import { parseCmis } from './cmis.js';
import { NeedsIndex, type Condition, type Sort } from './condition.js';
import { sqlBuilder } from './sql.js';

export interface Question {
  readonly language: 'afts' | 'lucene' | 'cmis';
  readonly query: string;
  readonly filters: readonly string[];
  readonly sort: readonly Sort[];
  readonly location: 'nodes' | 'deleted-nodes' | 'versions';
  readonly page: Page;
}

export interface Found {
  readonly rows: readonly NodeRow[];
  readonly more: boolean;
  /** False when only an index could have answered. */
  readonly answered: boolean;
}

const bases: Readonly<Record<string, string>> = { 'cmis:document': 'cm:content', 'cmis:folder': 'cm:folder' };

/** The type of a CMIS query, and the aspects joined to it, as conditions. */
function cmisCondition(session: Session, query: string): { condition: Condition; sort: readonly Sort[] } {
  const { type, joins, condition, sort } = parseCmis(query);
  const from = (given: string): Condition => {
    const name = bases[given] ?? given;
    const known = session.dictionary.classes.get(name);
    if (known === undefined) throw plain(500, `Type is unsupported in query: ${given}`);
    return known.aspect ? { kind: 'aspect', name } : { kind: 'type', name, exact: false };
  };
  return { condition: { kind: 'and', parts: [from(type), ...joins.map(from), ...(condition === undefined ? [] : [condition])] }, sort };
}

function understood(session: Session, question: Question): { condition: Condition; sort: readonly Sort[] } {
  if (question.language === 'lucene') throw new NeedsIndex();
  if (question.language === 'cmis') return cmisCondition(session, question.query);
  return { condition: { kind: 'and', parts: [question.query, ...question.filters].map(parseAfts) }, sort: question.sort };
}

/** One page of what the caller may read among what matches; one row more is looked for, to know whether more follows. */
export async function search(session: Session, question: Question): Promise<Found> {
  try {
    const { condition, sort } = understood(session, question);
    const values: unknown[] = [];
    const unknown = (name: string): Error => (question.language === 'cmis' ? plain(500, `Unknown column/property ${name}`) : new NeedsIndex());
    const build = sqlBuilder(session.dictionary, values, unknown);
    const wanted = build.condition(condition);
    const order = build.order(sort);
    if (question.location === 'versions') return { rows: [], more: false, answered: true };
    const { skip, max } = question.page;
    // Rights are looked at on so many nodes and no more; what would come after them is not told, nor that it would come.
    const checked = `select n.* from node n where n.archived = ${question.location === 'deleted-nodes' ? 'true' : 'false'} and ${wanted} order by ${order} limit $${values.push(session.repository.permissionChecks)}`;
    const text = `select ${columns('n')} from (${checked}) n where ${readable(session.caller, 'n', values)} order by ${order} limit $${values.push(max + 1)} offset $${values.push(skip)}`;
    const rows = await session.sql.rows<NodeRow>(text, values);
    return { rows: rows.slice(0, max), more: rows.length > max, answered: true };
  } catch (error) {
    if (error instanceof NeedsIndex) return { rows: [], more: true, answered: false };
    throw error;
  }
}

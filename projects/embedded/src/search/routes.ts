import type { FastifyInstance } from 'fastify';
import { openBody } from '../http/body.js';
import { badRequest, invalidArgument, plain } from '../http/errors.js';
import type { Exchange } from '../http/exchange.js';
import { listed, narrowed, type Page } from '../http/paging.js';
import { API, routesAt, SEARCH_API } from '../http/routes.js';
import { renderAll } from '../nodes/render.js';
import type { Repository } from '../repository.js';
import type { Sort } from './condition.js';
import { search, type Question } from './run.js';

const searchBody = openBody('org.alfresco.rest.api.search.model.SearchQuery', ['spellcheck', 'includeRequest', 'query', 'paging', 'facetRanges', 'filterQueries', 'facetQueries', 'facetFields', 'pivots', 'defaults', 'scope', 'ranges', 'facetIntervals', 'limits', 'fields', 'sort', 'stats', 'include', 'facetFormat', 'highlight', 'templates', 'localization']);
const includable = new Set(['allowableOperations', 'aspectNames', 'association', 'definition', 'isFavorite', 'isLink', 'isLocked', 'path', 'permissions', 'properties']);

type Json = Record<string, unknown>;
const objects = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const child = (value: unknown, name: string): unknown => (value as Json | undefined)?.[name];

const badPage = (why: string) => badRequest(`Could not read content from HTTP request body: Cannot construct instance of \`org.alfresco.rest.framework.resource.parameters.Paging\`, problem: ${why}`);

function pageOf(paging: unknown): Page {
  const [max, skip] = [child(paging, 'maxItems') ?? 100, child(paging, 'skipCount') ?? 0].map(Number);
  if (max === undefined || !(max > 0)) throw badPage('Only positive values supported for maxItems.');
  if (skip === undefined || !(skip >= 0)) throw badPage('Negative values not supported for skipCount.');
  return { max, skip };
}

/** Facets, scores and templates are for an index. */
const needsIndex = (body: Json): boolean =>
  ['facetFields', 'facetQueries', 'facetIntervals', 'pivots', 'stats', 'ranges', 'facetRanges', 'highlight', 'spellcheck'].some((name) => (body[name] ?? undefined) !== undefined) ||
  objects(body['sort']).some((one) => one['type'] === 'SCORE');

function sortsOf(body: Json): Sort[] {
  return objects(body['sort']).flatMap((one) => {
    const type = String(one['type'] ?? 'FIELD');
    if (!['FIELD', 'SCORE', 'DOCUMENT'].includes(type)) throw invalidArgument(type);
    return type === 'FIELD' ? [{ property: String(one['field']), descending: one['ascending'] === false }] : [];
  });
}

function questionOf(body: Json): Question {
  const query = child(body['query'], 'query');
  if (typeof query !== 'string' || query === '') throw plain(400, 'query is a mandatory parameter', true);
  const language = String(child(body['query'], 'language') ?? 'afts').toLowerCase();
  if (language !== 'afts' && language !== 'lucene' && language !== 'cmis') throw invalidArgument(': language allowed values: afts,lucene,cmis');
  const location = strings(child(body['scope'], 'locations'))[0] ?? 'nodes';
  if (location !== 'nodes' && location !== 'deleted-nodes' && location !== 'versions') throw invalidArgument(': scope allowed values: nodes,deleted-nodes,versions');
  for (const name of strings(body['include'])) if (!includable.has(name)) throw invalidArgument(name);
  return { language, query, location, page: pageOf(body['paging']), sort: sortsOf(body), filters: objects(body['filterQueries']).map((one) => String(one['query'])) };
}

async function answer(exchange: Exchange): Promise<unknown> {
  const body = await exchange.body(searchBody);
  const question = questionOf(body);
  const limit = Number(child(body['limits'], 'permissionEvaluationCount') ?? Number.MAX_SAFE_INTEGER);
  const page = { ...question.page, max: Math.min(question.page.max, limit + 1) };
  const found = needsIndex(body) ? { rows: [], more: true, answered: false } : await search(exchange.session, { ...question, page });
  const include = new Set(strings(body['include']));
  const fields = body['fields'] === undefined ? undefined : strings(body['fields']).join(',');
  const rendered = await renderAll(exchange.session, found.rows, { include, full: false });
  const entries = rendered.map((entry) => narrowed({ ...entry, search: { score: 1 }, location: question.location }, fields, include));
  const seen = page.skip + entries.length;
  const total = !found.answered ? 0 : found.more ? (page.max < question.page.max ? seen : seen + 1) : entries.length === 0 ? await totalBefore(exchange, question) : seen;
  return listed(entries, question.page, total, found.more);
}

/** Beyond the end, the total is what there is. */
async function totalBefore(exchange: Exchange, question: Question): Promise<number> {
  if (question.page.skip === 0) return 0;
  return (await search(exchange.session, { ...question, page: { skip: 0, max: question.page.skip } })).rows.length;
}

/** Without an index the `queries` endpoints find nothing; what they refuse, they refuse. */
function queryRoutes(app: FastifyInstance, repository: Repository): void {
  const route = routesAt(app, repository, API);
  for (const [kind, shortest] of [['nodes', 3], ['people', 2], ['sites', 2]] as const) {
    route('GET', `queries/${kind}`, async ({ page, query }) => {
      const term = query('term') ?? '';
      if (term === '') throw badRequest("Query 'term' not supplied");
      if (term.replace(/[^\p{L}\p{N}]/gu, '').length < shortest) throw badRequest(`Query 'term' is too short. Must have at least ${shortest} alphanumeric chars`);
      return listed([], page, 0, kind === 'nodes');
    });
  }
}

export function searchRoutes(app: FastifyInstance, repository: Repository): void {
  const route = routesAt(app, repository, SEARCH_API);
  route('POST', 'search', answer, 200);
  queryRoutes(app, repository);
}

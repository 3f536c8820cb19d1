import { openBody } from '../http/body.js';
import { badRequest } from '../http/errors.js';
import { paged } from '../http/paging.js';
import type { Routes } from '../http/routes.js';
import { shown } from '../model/values.js';
import { requireNode } from '../nodes/lookup.js';
import type { Session } from '../repository.js';

type Scheme = 'fiveStar' | 'likes';
const schemes: readonly Scheme[] = ['fiveStar', 'likes'];
const ratingBody = openBody('org.alfresco.rest.api.model.NodeRating', ['id', 'myRating', 'ratedAt', 'aggregate']);

function schemeOf(given: unknown): Scheme {
  const found = schemes.find((one) => one === given);
  if (found === undefined) throw badRequest(`Invalid ratingSchemeId ${String(given)}`);
  return found;
}

function valueOf(scheme: Scheme, given: unknown): number {
  if (scheme === 'likes') return 1;
  const value = Number(given);
  if (!Number.isInteger(value) || value < 1 || value > 5) throw badRequest('Rating is out of bounds.');
  return value;
}

async function shownRating(session: Session, node: string, scheme: Scheme): Promise<object> {
  const own = await session.sql.one<{ value: number; rated: Date }>('select value, rated from rating where node = $1 and scheme = $2 and person = $3', [node, scheme, session.caller.user]);
  const all = await session.sql.one<{ count: number; average: number | null }>('select count(*) as count, avg(value)::float8 as average from rating where node = $1 and scheme = $2', [node, scheme]);
  const average = scheme === 'fiveStar' && typeof all?.average === 'number' ? { average: all.average } : {};
  return {
    ...(own === undefined ? {} : { myRating: scheme === 'likes' ? true : own.value, ratedAt: shown(own.rated.toISOString()) }),
    id: scheme, aggregate: { numberOfRatings: all?.count ?? 0, ...average },
  };
}

/** Sums kept on the node itself, as ACS's rollup aspects keep them. */
async function roll(session: Session, node: string, scheme: Scheme): Promise<void> {
  const prefix = `cm:${scheme}RatingScheme`;
  await session.sql.rows(
    `update node set aspects = (select array_agg(distinct one) from unnest(aspects || array['cm:rateable', $2 || 'Rollups']) one),
       properties = properties || (select jsonb_build_object($2 || 'Count', count(*), $2 || 'Total', coalesce(sum(value), 0)) from rating where node = $1 and scheme = $3) where id = $1`,
    [node, prefix, scheme],
  );
}

export function ratingRoutes(route: Routes): void {
  route('GET', 'nodes/:nodeId/ratings', async ({ session, param, page }) => {
    const node = await requireNode(session, param('nodeId'));
    return paged(await Promise.all(schemes.map((scheme) => shownRating(session, node.id, scheme))), page);
  });

  route('GET', 'nodes/:nodeId/ratings/:scheme', async ({ session, param }) => shownRating(session, (await requireNode(session, param('nodeId'))).id, schemeOf(param('scheme'))));

  route('POST', 'nodes/:nodeId/ratings', async (exchange) => {
    const body = await exchange.body(ratingBody);
    return exchange.write(async (session) => {
      const node = await requireNode(session, exchange.param('nodeId'));
      const scheme = schemeOf(body['id']);
      await session.sql.rows('insert into rating (node, person, scheme, value) values ($1, $2, $3, $4) on conflict (node, person, scheme) do update set value = excluded.value, rated = now()', [node.id, session.caller.user, scheme, valueOf(scheme, body['myRating'])]);
      await roll(session, node.id, scheme);
      return shownRating(session, node.id, scheme);
    });
  });

  route('DELETE', 'nodes/:nodeId/ratings/:scheme', (exchange) =>
    exchange.write(async (session) => {
      const node = await requireNode(session, exchange.param('nodeId'));
      const scheme = schemeOf(exchange.param('scheme'));
      await session.sql.rows('delete from rating where node = $1 and person = $2 and scheme = $3', [node.id, session.caller.user, scheme]);
      await roll(session, node.id, scheme);
    }));
}

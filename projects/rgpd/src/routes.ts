import { notFound, serve } from '@bannette/http';
import type { Caller } from '@bannette/http';
import type { House } from '@bannette/house';
import type { FastifyInstance } from 'fastify';
import { sql, type SqlBool } from 'kysely';

/** What the person was told, newest first, and whether they read it. */
function notices(house: House, caller: Caller) {
  return house.store.db
    .selectFrom('notice')
    .leftJoin('notice_read', (join) => join.onRef('notice_read.notice_id', '=', 'notice.id').on('notice_read.person', '=', caller.id))
    .select(['notice.id', 'notice.kind', 'notice.params', 'notice.created_at', 'notice.link', 'notice_read.read_at'])
    .where('notice.entity_id', '=', house.entityId)
    .where(sql<SqlBool>`audience = any(${sql.val([...caller.groups])}::text[])`);
}

type Row = Awaited<ReturnType<ReturnType<typeof notices>['executeTakeFirstOrThrow']>>;
const toNotice = (row: Row) => ({ id: row.id, kind: row.kind, params: row.params, at: row.created_at.toISOString(), readAt: row.read_at?.toISOString(), link: row.link ?? undefined });

export function rgpdRoutes(house: House, app: FastifyInstance): void {
  serve(app, {
    notices: async ({ query, caller }) => {
      let selection = notices(house, caller);
      if (query.after) selection = selection.where('notice.id', '<', query.after);
      const rows = await selection.orderBy('notice.id', 'desc').limit(query.limit + 1).execute();
      const shown = rows.slice(0, query.limit);
      return { items: shown.map(toNotice), next: rows.length > query.limit ? shown.at(-1)?.id : undefined };
    },
    readNotice: async ({ params, caller }) => {
      const find = () => notices(house, caller).where('notice.id', '=', params.id).executeTakeFirst();
      if (!(await find())) throw notFound('notice');
      await house.store.db.insertInto('notice_read').values({ notice_id: params.id, person: caller.id }).onConflict((conflict) => conflict.doNothing()).execute();
      const row = await find();
      if (!row) throw notFound('notice');
      return toNotice(row);
    },
  });
}

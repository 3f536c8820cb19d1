import { notFound, serve } from '@bannette/http';
import type { House } from '@bannette/house';
import type { FastifyInstance } from 'fastify';
import { changePreferences, viewPreferences } from './post/preferences.js';
import { noticesOf, unreadNotices, type NoticeRow } from './unread.js';

const readAtOnce = 500;
const toNotice = (row: NoticeRow) => ({ id: row.id, kind: row.kind, params: row.params, at: row.created_at.toISOString(), readAt: row.read_at?.toISOString(), link: row.link ?? undefined });

/**
 * What people are told. Everybody has their own.
 *
 * @param sends whether this installation sends e-mail
 */
export function rgpdRoutes(house: House, app: FastifyInstance, sends: boolean): void {
  const markRead = async (person: string, ids: readonly string[]): Promise<void> => {
    if (ids.length) await house.store.db.insertInto('notice_read').values(ids.map((notice_id) => ({ notice_id, person }))).onConflict((conflict) => conflict.doNothing()).execute();
  };
  serve(app, {
    notices: async ({ query, caller }) => {
      const rows = await noticesOf(house, caller, { after: query.after, limit: query.limit + 1 });
      const shown = rows.slice(0, query.limit);
      return { items: shown.map(toNotice), next: rows.length > query.limit ? shown.at(-1)?.id : undefined, unread: await unreadNotices(house, caller) };
    },
    readNotice: async ({ params, caller }) => {
      const find = async (): Promise<NoticeRow> => {
        const [row] = await noticesOf(house, caller, { id: params.id, limit: 1 });
        if (!row) throw notFound('notice');
        return row;
      };
      await markRead(caller.id, [(await find()).id]);
      return toNotice(await find());
    },
    readNotices: async ({ body, caller }) => {
      for (;;) {
        const unread = await noticesOf(house, caller, { until: body.until, unread: true, limit: readAtOnce });
        await markRead(caller.id, unread.map(({ id }) => id));
        if (unread.length < readAtOnce) return { unread: await unreadNotices(house, caller) };
      }
    },
    noticePreferences: (call) => viewPreferences(house, call, sends),
    changeNoticePreferences: async (call) => {
      await changePreferences(house, call);
      return viewPreferences(house, call, sends);
    },
  });
}

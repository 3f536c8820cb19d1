import { openBody } from '../http/body.js';
import { badRequest, denied, notFound } from '../http/errors.js';
import { listed } from '../http/paging.js';
import type { Routes } from '../http/routes.js';
import { shown } from '../model/values.js';
import { requireNode } from '../nodes/lookup.js';
import { isUuid, type NodeRow } from '../nodes/node.js';
import { findPerson, shownAuthor } from '../people/person.js';
import { may } from '../permissions/check.js';
import { assertNotFrozen } from '../records/guard.js';
import type { Session } from '../repository.js';

interface CommentRow {
  readonly id: string;
  readonly title: string | null;
  readonly content: string;
  readonly creator: string;
  readonly created: Date;
  readonly modifier: string;
  readonly modified: Date;
}

const fields = ['id', 'title', 'content', 'createdAt', 'createdBy', 'modifiedAt', 'modifiedBy', 'edited', 'canEdit', 'canDelete'];
const commentBody = openBody('org.alfresco.rest.api.model.Comment', fields);

async function author(session: Session, id: string): Promise<unknown> {
  const person = await findPerson(session.sql, id);
  return person === undefined ? { id } : shownAuthor(person);
}

/** Who wrote a comment, and who may do everything with the node, may change it. */
const mayChange = async (session: Session, node: NodeRow, comment: CommentRow): Promise<boolean> =>
  comment.creator === session.caller.user || (await may(session.sql, session.caller, node, 'delete'));

async function shownComment(session: Session, node: NodeRow, row: CommentRow): Promise<Record<string, unknown>> {
  const can = await mayChange(session, node, row);
  return {
    createdAt: shown(row.created.toISOString()), createdBy: await author(session, row.creator),
    edited: row.modified.getTime() !== row.created.getTime(), modifiedAt: shown(row.modified.toISOString()), modifiedBy: await author(session, row.modifier),
    canEdit: can, canDelete: can, id: row.id, ...(row.title === null || row.title === '' ? {} : { title: row.title }), content: row.content,
  };
}

function contentOf(body: Record<string, unknown>): string {
  const { content } = body;
  if (typeof content !== 'string' || content === '') throw badRequest('Must provide a non-null comment');
  return content;
}

async function requireComment(session: Session, node: NodeRow, id: string): Promise<CommentRow> {
  const found = isUuid(id) ? await session.sql.one<CommentRow>('select * from comment where node = $1 and id = $2', [node.id, id]) : undefined;
  if (found === undefined) throw notFound(id);
  if (!(await mayChange(session, node, found))) throw denied();
  return found;
}

/** Keeps the node's count of comments, and the aspects that say it has some. */
async function roll(session: Session, node: NodeRow): Promise<void> {
  await session.sql.rows(
    `update node set aspects = (select array_agg(distinct one) from unnest(aspects || '{fm:discussable,fm:commentsRollup}'::text[]) one),
       properties = properties || jsonb_build_object('fm:commentCount', (select count(*) from comment where node = $1)) where id = $1`,
    [node.id],
  );
}

export function commentRoutes(route: Routes): void {
  route('GET', 'nodes/:nodeId/comments', async ({ session, param, page }) => {
    const node = await requireNode(session, param('nodeId'));
    const rows = await session.sql.rows<CommentRow & { total: number }>('select *, count(*) over () as total from comment where node = $1 order by seq desc limit $2 offset $3', [node.id, page.max, page.skip]);
    return listed(await Promise.all(rows.map((row) => shownComment(session, node, row))), page, rows[0]?.total ?? 0);
  });

  route('POST', 'nodes/:nodeId/comments', async (exchange) => {
    const { items, list } = await exchange.bodies(commentBody);
    return exchange.write(async (session) => {
      const node = await requireNode(session, exchange.param('nodeId'));
      if (!(await may(session.sql, session.caller, node, 'create'))) throw denied();
      assertNotFrozen(node);
      const made: unknown[] = [];
      for (const body of items) {
        const row = await session.sql.one<CommentRow>('insert into comment (node, title, content, creator, created, modifier, modified) values ($1, $2, $3, $4, now(), $4, now()) returning *', [node.id, body['title'] ?? null, contentOf(body), session.caller.user]);
        if (row !== undefined) made.push(await shownComment(session, node, row));
      }
      await roll(session, node);
      return list && made.length !== 1 ? listed(made, { skip: 0, max: made.length }, made.length) : made[0];
    });
  });

  route('PUT', 'nodes/:nodeId/comments/:commentId', async (exchange) => {
    const body = await exchange.body(commentBody);
    return exchange.write(async (session) => {
      const node = await requireNode(session, exchange.param('nodeId'));
      const comment = await requireComment(session, node, exchange.param('commentId'));
      const row = await session.sql.one<CommentRow>('update comment set content = $2, title = coalesce($3, title), modifier = $4, modified = greatest(now(), created + interval \'1 millisecond\') where id = $1 returning *', [comment.id, contentOf(body), body['title'] ?? null, session.caller.user]);
      return row === undefined ? undefined : shownComment(session, node, row);
    });
  });

  route('DELETE', 'nodes/:nodeId/comments/:commentId', (exchange) =>
    exchange.write(async (session) => {
      const node = await requireNode(session, exchange.param('nodeId'));
      const comment = await requireComment(session, node, exchange.param('commentId'));
      await session.sql.rows('delete from comment where id = $1', [comment.id]);
      await roll(session, node);
    }));
}

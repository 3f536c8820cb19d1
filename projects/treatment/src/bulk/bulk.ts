import { bulkAtOnce, isCleared, type BulkAction, type Person } from '@bannette/domain';
import { conflict, invalid, notFound, type Call, type Contract } from '@bannette/http';
import { forRights, type House } from '@bannette/house';
import { newId, type BulkOutcome } from '@bannette/store';
import { bulkTask, goOn } from './run.js';

type Bulk = Awaited<ReturnType<typeof viewBulk>>;
const needs: { readonly [action in BulkAction]?: readonly string[] } = { assign: ['assignee'], copy: ['services'], reroute: ['reason'], closeWithoutAnswer: ['reason'] };
const outcomes: readonly BulkOutcome[] = ['done', 'refused', 'moved', 'undone', 'kept'];

/** Begins an action on many mails. A few are done while their author waits; many by a job, which goes on after a crash. */
export async function startBulk(house: House, { body, caller }: Call<Contract['startBulk']>): Promise<Bulk> {
  for (const name of needs[body.action] ?? []) if (!(name in body.with)) throw invalid('invalid', `${body.action} needs ${name}`, { field: `with.${name}` });
  const mails = [...new Map(body.mails.map((mail) => [mail.id, mail])).values()];
  const id = newId();
  const later = mails.length > bulkAtOnce;
  await house.store.transaction({ entityId: house.entityId, actor: caller.id, correlationId: id }, async (tx) => {
    await tx.trx.insertInto('bulk').values({ id, entity_id: house.entityId, person_id: caller.id, action: body.action, body: JSON.stringify(body.with), state: 'running', created_at: house.now() }).execute();
    await tx.trx.insertInto('bulk_item').values(mails.map((mail, position) => ({ bulk_id: id, position, mail_id: mail.id, revision: mail.revision ?? null }))).execute();
    // Also behind what is done at once: should this process end before it is through.
    await tx.enqueue(bulkTask, { bulkId: id }, { key: `${bulkTask}:${id}`, ...(later ? {} : { runAt: new Date(Date.now() + 30_000) }) });
  });
  if (!later) await goOn(house, caller, id);
  return viewBulk(house, caller, id);
}

export async function bulkOf(house: House, { params, caller }: Call<Contract['bulk']>): Promise<Bulk> {
  return viewBulk(house, caller, params.id);
}

/** Undoes all of it that nobody has touched since; says of each whether it was. */
export async function undoBulk(house: House, { params, caller }: Call<Contract['undoBulk']>): Promise<Bulk> {
  const { id } = params;
  const count = await house.store.transaction({ entityId: house.entityId, actor: caller.id, correlationId: id }, async (tx) => {
    const bulk = await tx.trx.selectFrom('bulk').selectAll().where('id', '=', id).where('person_id', '=', caller.id).forUpdate().executeTakeFirst();
    if (!bulk) throw notFound('bulk');
    if (bulk.state !== 'done' || !bulk.undo_until || bulk.undo_until < house.now()) throw conflict('undoExpired', 'This can no longer be undone');
    await tx.trx.updateTable('bulk').set({ state: 'undoing' }).where('id', '=', id).execute();
    const { count: of } = await tx.trx.selectFrom('bulk_item').select((eb) => eb.fn.countAll<number>().as('count')).where('bulk_id', '=', id).where('outcome', '=', 'done').executeTakeFirstOrThrow();
    await tx.enqueue(bulkTask, { bulkId: id }, { key: `${bulkTask}:${id}`, ...(Number(of) > bulkAtOnce ? {} : { runAt: new Date(Date.now() + 30_000) }) });
    return Number(of);
  });
  if (count <= bulkAtOnce) await goOn(house, caller, id);
  return viewBulk(house, caller, id);
}

/** How far it is. Its author alone sees it, and of mails only what they may open now. */
async function viewBulk(house: House, person: Person, id: string) {
  const { db } = house.store;
  const bulk = await db.selectFrom('bulk').selectAll().where('id', '=', id).where('entity_id', '=', house.entityId).where('person_id', '=', person.id).executeTakeFirst();
  if (!bulk) throw notFound('bulk');
  const items = await db
    .selectFrom('bulk_item')
    .leftJoin('mail', 'mail.id', 'bulk_item.mail_id')
    .select(['bulk_item.mail_id', 'outcome', 'code', 'params', 'chrono', 'subject', 'mail.state', 'mail.type', 'mail.assignee', 'service', 'copies', 'confidentiality', 'compartment', 'mail_rooms', 'intermediate_at'])
    .where('bulk_id', '=', id)
    .orderBy('position')
    .execute();
  const counts = Object.fromEntries([...outcomes, null].map((outcome) => [outcome ?? 'waiting', items.filter((item) => item.outcome === outcome).length])) as { waiting: number; done: number; refused: number; moved: number; undone: number; kept: number };
  const undoable = bulk.state === 'done' && bulk.undo_until && bulk.undo_until > house.now() && counts.done > 0;
  return {
    id,
    action: bulk.action as BulkAction,
    state: bulk.state,
    total: items.length,
    counts,
    undoUntil: undoable ? bulk.undo_until?.toISOString() : undefined,
    items: items.map((item) => ({
      id: item.mail_id,
      ...(item.state && isCleared(person, forRights(item as never)) ? { chrono: item.chrono ?? undefined, subject: item.subject ?? undefined } : {}),
      outcome: item.outcome ?? undefined,
      problem: item.code && item.code !== 'already' ? { code: item.code, params: item.params ?? undefined } : undefined,
    })),
  };
}

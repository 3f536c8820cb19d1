import { invalid, type Call, type Contract, type CorrespondentCardView } from '@bannette/http';
import { contextOf, selectMails, toLine, type House } from '@bannette/house';
import { newId } from '@bannette/store';
import { sql, type SqlBool } from 'kysely';
import { familyOf, findCorrespondent, requireAction, viewCard } from './card.js';
import { check, columnsOf, rowOf } from './change.js';
import { indexed } from './index-keys.js';

/** All mails with a correspondent, in every channel and both ways, that the person may open; newest first. */
export async function exchangesOf(house: House, { params, query, caller }: Call<Contract['exchanges']>) {
  const row = await findCorrespondent(house, caller, params.id);
  const settings = await house.settings();
  let selection = selectMails(house.store.db)
    .where('correspondent_id', 'in', [...(await familyOf(house.store.db, row.id))])
    .where(sql<SqlBool>`readers && ${sql.val([...caller.groups])}::text[]`);
  if (query.category) selection = selection.where('category', '=', query.category);
  if (query.channel) selection = selection.where('channel', '=', query.channel);
  if (query.after) selection = selection.where('mail.id', '<', query.after);
  const rows = await selection.orderBy('mail.id', 'desc').limit(query.limit + 1).execute();
  const shown = rows.slice(0, query.limit);
  return { items: shown.map((mail) => toLine(mail, { person: caller, settings, now: house.now() })), next: rows.length > query.limit ? shown.at(-1)?.id : undefined };
}

/** Parts a correspondent in two: the mails that were named are the new one's. Their snapshots stay as they were. */
export async function splitCorrespondent(house: House, call: Call<Contract['splitCorrespondent']>): Promise<CorrespondentCardView> {
  const { caller, body, params } = call;
  await requireAction(house, caller, 'merge');
  check(body.correspondent);
  const row = await findCorrespondent(house, caller, params.id);
  const family = [...(await familyOf(house.store.db, row.id))];
  const id = newId();
  await house.store.transaction(contextOf(house, call), async (tx) => {
    await tx.trx.insertInto('correspondent').values({ id, entity_id: house.entityId, ...columnsOf(body.correspondent) }).execute();
    const moved = await tx.trx.updateTable('mail').set({ correspondent_id: id }).where('id', 'in', body.mails).where('correspondent_id', 'in', family).where(sql<SqlBool>`readers && ${sql.val([...caller.groups])}::text[]`).executeTakeFirst();
    if (Number(moved.numUpdatedRows) !== new Set(body.mails).size) throw invalid('notItsMails', 'Not all of these mails are its own', {});
    await indexed(tx, id);
    tx.append({ type: 'correspondent.split', subjectKind: 'correspondent', subjectId: row.id, data: { into: id, mails: body.mails } });
  });
  return viewCard(house, caller, await rowOf(house, id));
}

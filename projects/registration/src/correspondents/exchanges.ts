import type { Call, Contract } from '@bannette/http';
import { selectMails, toLine, type House } from '@bannette/house';
import { sql, type SqlBool } from 'kysely';
import { familyOf, findCorrespondent } from './card.js';

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

import type { Call, Contract } from '@bannette/http';
import { selectMails, toLine, type House } from '@bannette/house';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { familyOf, findCorrespondent } from './card.js';
import { amongSeveral } from './index-keys.js';

/** All mails with a correspondent, in every channel and both ways, alone or among several, that the person may open; newest first. */
export async function exchangesOf(house: House, { params, query, caller }: Call<Contract['exchanges']>) {
  const row = await findCorrespondent(house, caller, params.id);
  const settings = await house.settings();
  const family = await familyOf(house.store.db, row.id);
  const wanted = [
    sql<SqlBool>`readers && ${sql.val([...caller.groups])}::text[]`,
    ...(query.category ? [sql<SqlBool>`category = ${query.category}`] : []),
    ...(query.channel ? [sql<SqlBool>`channel = ${query.channel}`] : []),
    ...(query.after ? [sql<SqlBool>`id < ${query.after}`] : []),
  ];
  // Each by its own index, and no further than a page goes.
  const newest = (whose: RawBuilder<SqlBool>): RawBuilder<unknown> => sql`(select id from mail where ${whose} and ${sql.join(wanted, sql` and `)} order by id desc limit ${query.limit + 1})`;
  const rows = await selectMails(house.store.db)
    .where('mail.id', 'in', sql<string>`(${newest(sql<SqlBool>`correspondent_id = any(${sql.val([...family])}::uuid[])`)} union ${newest(amongSeveral(family))})`)
    .orderBy('mail.id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const shown = rows.slice(0, query.limit);
  return { items: shown.map((mail) => toLine(mail, { person: caller, settings, now: house.now() })), next: rows.length > query.limit ? shown.at(-1)?.id : undefined };
}

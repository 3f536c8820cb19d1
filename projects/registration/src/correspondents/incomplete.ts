import { completenessOf, lackingOf } from '@bannette/domain';
import type { Call, Contract } from '@bannette/http';
import type { House } from '@bannette/house';
import { sql } from 'kysely';
import { knownOf, requireAction } from './card.js';
import type { CorrespondentRow } from './index-keys.js';
import { foundOf } from './search.js';

/** Mails that are looked back at: who writes now is worth a complete card. */
const recent = 20_000;
/** Of these at most it is seen what they lack. */
const lookedAt = 2_000;

/** Correspondents of the latest mails that the caller may open, whose cards lack something; those with most of them first. */
export async function incompleteCorrespondents(house: House, { caller, query }: Call<Contract['incompleteCorrespondents']>) {
  await requireAction(house, caller, 'change');
  const { rows } = await sql<CorrespondentRow & { mails: number }>`
    select correspondent.*, counted.mails
    from (
      select case when own.merged_into is null then own.id else correspondent_kept(own.id) end as kept, sum(latest.mails)::int as mails
      from (
        select correspondent_id, count(*) as mails
        from (select correspondent_id, readers from mail where entity_id = ${house.entityId} order by id desc limit ${recent}) seen
        where correspondent_id is not null and readers && ${sql.val([...caller.groups])}::text[]
        group by correspondent_id
      ) latest
      join correspondent own on own.id = latest.correspondent_id
      group by 1
    ) counted
    join correspondent on correspondent.id = counted.kept
    order by counted.mails desc, correspondent.search_name
    limit ${lookedAt}`.execute(house.store.db);
  const lacking = rows.flatMap((row) => {
    const known = knownOf(row);
    return lackingOf(known).length ? [{ ...foundOf(row), lacking: lackingOf(known), completeness: completenessOf(known), mails: row.mails }] : [];
  });
  return { items: lacking.slice(0, query.limit) };
}

import { choiceFor, sendingTime, type NoticePreference } from '@bannette/domain';
import type { House, Post } from '@bannette/house';
import type { TaskHandler, Tx } from '@bannette/store';
import { sql, type SqlBool } from 'kysely';
import { readPreferences } from './preferences.js';

/** Name of the job that finds out to whom a notice is sent, and when. */
export const spreadNoticeTask = 'notice.spread';
/** Name of the job that writes to a person what is due. */
export const noticeLetterTask = 'notice.letter';

/** Whoever has not signed in for so many days is written to no more: what Alfresco told of their groups is too old. */
export const signedInWithinDays = 90;
const dayMs = 86_400_000;

type Surroundings = Parameters<typeof sendingTime>[2];

/** Plans a notice for each person of its audience who wants it by e-mail; doing it twice plans it once. */
export function spreadNotice(house: House, post: Pick<Post, 'sends'>): TaskHandler {
  return async (payload) => {
    if (!post.sends) return;
    const { authority, calendar } = await house.settings();
    const now = house.now();
    await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
      const notice = await tx.trx.selectFrom('notice').select(['id', 'kind', 'audience']).where('id', '=', String(payload.noticeId)).where('entity_id', '=', house.entityId).executeTakeFirst();
      if (!notice) return;
      const people = await tx.trx
        .selectFrom('person')
        .select('id')
        .where('email', 'is not', null)
        .where('seen_at', '>', new Date(now.getTime() - signedInWithinDays * dayMs))
        .where((eb) => eb.or([eb('id', '=', notice.audience), sql<SqlBool>`${notice.audience} = any(groups)`]))
        .execute();
      const preferenceOf = await readPreferences(tx, people.map(({ id }) => id));
      for (const { id } of people) await plan(tx, notice, id, preferenceOf(id), { timeZone: authority.timeZone, calendar, now });
    });
  };
}

async function plan(tx: Tx, notice: { readonly id: string; readonly kind: string }, person: string, preference: NoticePreference, surroundings: Surroundings): Promise<void> {
  const due = sendingTime(choiceFor(notice.kind, preference.choices), preference, surroundings);
  if (!due) return;
  const planned = await tx.trx.insertInto('notice_outbox').values({ notice_id: notice.id, entity_id: tx.context.entityId, person, due_at: due }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  if (planned.numInsertedOrUpdatedRows) await enqueueLetter(tx, person, due);
}

/** After other wishes: what has not left yet leaves when these say so, or not at all. */
export async function planAgain(tx: Tx, person: string, preference: NoticePreference, surroundings: Surroundings): Promise<void> {
  const waiting = await tx.trx.deleteFrom('notice_outbox').using('notice').whereRef('notice.id', '=', 'notice_id').where('notice_outbox.entity_id', '=', tx.context.entityId).where('person', '=', person).where('letter_id', 'is', null).returning(['notice.id', 'notice.kind']).execute();
  for (const notice of waiting) await plan(tx, notice, person, preference, surroundings);
}

/** One job a person and moment: all that is due then goes into one e-mail. */
function enqueueLetter(tx: Tx, person: string, due: Date): Promise<void> {
  return tx.enqueue(noticeLetterTask, { person }, { key: `${noticeLetterTask}:${person}:${due.toISOString()}`, runAt: due });
}

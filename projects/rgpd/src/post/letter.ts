import type { House, Post } from '@bannette/house';
import { newId, withAdvisoryLock, type TaskHandler } from '@bannette/store';
import { noticeLetterTask } from './plan.js';
import { readPreference } from './preferences.js';
import { preferencesPath, wordLetter } from './words.js';

/**
 * Writes to a person what is due, as one e-mail. What goes into it is fixed before it is sent: one that is sent twice, after
 * a crash, is the same one and has the same Message-ID. What was read in the workspace meanwhile is left out.
 */
export function writeLetter(house: House, post: Post): TaskHandler {
  return async (payload) => {
    const person = String(payload.person);
    if (!post.sends) return;
    await withAdvisoryLock(house.store, `${noticeLetterTask}:${person}`, async () => {
      await makeLetter(house, person);
      const waiting = await house.store.db.selectFrom('notice_letter').select('id').where('entity_id', '=', house.entityId).where('person', '=', person).where('mailed_at', 'is', null).orderBy('id').execute();
      for (const { id } of waiting) await sendLetter(house, post, person, id);
    });
  };
}

async function makeLetter(house: House, person: string): Promise<void> {
  const now = house.now();
  await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    const due = await tx.trx
      .selectFrom('notice_outbox')
      .select(['notice_id', (eb) => eb.exists(eb.selectFrom('notice_read').select('read_at').whereRef('notice_read.notice_id', '=', 'notice_outbox.notice_id').where('notice_read.person', '=', person)).as('read')])
      .where('entity_id', '=', house.entityId)
      .where('person', '=', person)
      .where('letter_id', 'is', null)
      .where('due_at', '<=', now)
      .execute();
    const read = due.filter((one) => one.read).map(({ notice_id }) => notice_id);
    const unread = due.filter((one) => !one.read).map(({ notice_id }) => notice_id);
    if (read.length) await tx.trx.deleteFrom('notice_outbox').where('person', '=', person).where('notice_id', 'in', read).execute();
    if (!unread.length) return;
    const id = newId();
    await tx.trx.insertInto('notice_letter').values({ id, entity_id: house.entityId, person, made_at: now }).execute();
    await tx.trx.updateTable('notice_outbox').set({ letter_id: id }).where('person', '=', person).where('notice_id', 'in', unread).execute();
  });
}

async function sendLetter(house: House, post: Post, person: string, id: string): Promise<void> {
  const { db } = house.store;
  const to = (await db.selectFrom('person').select('email').where('id', '=', person).executeTakeFirst())?.email;
  const notices = await db.selectFrom('notice_outbox').innerJoin('notice', 'notice.id', 'notice_outbox.notice_id').select(['notice.id', 'notice.kind', 'notice.params', 'notice.link']).where('letter_id', '=', id).orderBy('notice.id').execute();
  const { language } = await readPreference(db, house.entityId, person);
  if (to && notices.length) await post.send({ to, id, ...wordLetter(notices, language, post), automatic: 'generated', unsubscribe: preferencesPath });
  await db.updateTable('notice_letter').set({ mailed_at: house.now() }).where('id', '=', id).where('mailed_at', 'is', null).execute();
}

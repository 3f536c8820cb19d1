import { addWorkingDays } from '@bannette/domain';
import { changeMail, lockMail, type House } from '@bannette/house';
import { tryAdvisoryLock, type Tx } from '@bannette/store';
import { follow, type Turn } from './consultation.js';
import { turnOf } from './opinions.js';

const atOnce = 200;
const inTreatment = ['distributed', 'inProgress'] as const;

/**
 * Does what days bring: opinions whose limit has passed are marked, and the next one of a series is asked; who has a task or
 * an opinion is reminded the working day before it is due, and of a task once it is late. Once each, whatever is repeated:
 * one instance at a time by a lock, and each reminder is a row that can be there only once.
 */
export async function followUp(house: House): Promise<void> {
  await tryAdvisoryLock(house.store, 'treatment.followUp', async () => {
    const turn = await turnOf(house);
    while (await passSome(house, turn)) continue;
    for (const step of ['soon', 'late'] as const) while (await remindSome(house, turn, step)) continue;
    while (await remindOpinions(house, turn)) continue;
  });
}

/** Limits that have passed, a mail at a time. */
async function passSome(house: House, turn: Turn): Promise<boolean> {
  const late = await house.store.db
    .selectFrom('opinion')
    .innerJoin('mail', 'mail.id', 'opinion.mail_id')
    .select(['opinion.id', 'opinion.mail_id'])
    .where('opinion.entity_id', '=', house.entityId)
    .where('opinion.state', '=', 'asked')
    .where('opinion.due_on', '<', turn.today)
    .where('mail.state', 'in', inTreatment)
    .orderBy('opinion.due_on')
    .limit(atOnce)
    .execute();
  for (const mailId of new Set(late.map(({ mail_id }) => mail_id))) await house.store.transaction({ entityId: house.entityId, actor: 'system' }, (tx) => pass(tx, mailId, turn));
  return late.length === atOnce;
}

async function pass(tx: Tx, mailId: string, turn: Turn): Promise<void> {
  const mail = await lockMail(tx, mailId);
  if (!mail) return;
  const late = await tx.trx.updateTable('opinion').set({ state: 'passed' }).where('mail_id', '=', mailId).where('state', '=', 'asked').where('due_on', '<', turn.today).returning(['id', 'consultation_id', 'person', 'service', 'due_on']).execute();
  if (!late.length) return;
  let current = mail;
  for (const id of new Set(late.map(({ consultation_id }) => consultation_id))) {
    const consultation = await tx.trx.selectFrom('consultation').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const copies = await follow(tx, current, consultation, turn);
    const those = late.filter(({ consultation_id }) => consultation_id === id);
    current = await changeMail(tx, current, { set: { copies }, entry: { type: 'mail.opinionLate', data: { consultation: id, copies, askedBy: consultation.asked_by, opinions: those.map(({ id: opinion }) => opinion), persons: those.flatMap(({ person }) => person ?? []), services: those.flatMap(({ person, service }) => (person ? [] : (service ?? []))) } } });
  }
}

/** Tasks to be reminded of: on the day that was wished or the working day before they are due, and once they are late. */
function remindSome(house: House, { today, settings }: Turn, step: 'soon' | 'late'): Promise<boolean> {
  const until = addWorkingDays(today, 1, settings.calendar);
  return house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    let found = tx.trx
      .selectFrom('task')
      .innerJoin('mail', 'mail.id', 'task.mail_id')
      .leftJoin('work_reminder', (join) => join.on('work_reminder.kind', '=', 'task').onRef('subject_id', '=', 'task.id').on('step', '=', step).on((eb) => eb('work_reminder.day', '=', eb.fn.coalesce('task.due_on', 'task.remind_on'))))
      .select(['task.id', 'task.mail_id', 'task.assignees', 'task.due_on', 'task.remind_on'])
      .where('task.entity_id', '=', house.entityId)
      .where('task.state', '=', 'open')
      .where('work_reminder.subject_id', 'is', null);
    found = step === 'late' ? found.where('task.due_on', '<', today) : found.where((eb) => eb.or([eb('remind_on', '<=', today), eb.and([eb('remind_on', 'is', null), eb('due_on', '<=', until)])])).where((eb) => eb.or([eb('due_on', 'is', null), eb('due_on', '>=', today)]));
    const tasks = await found.orderBy('task.id').limit(atOnce).execute();
    for (const { id, mail_id, assignees, due_on, remind_on } of tasks) {
      const day = due_on ?? remind_on ?? today;
      await tx.trx.insertInto('work_reminder').values({ kind: 'task', subject_id: id, step, day }).execute();
      tx.append({ type: 'work.reminded', subjectKind: 'work', subjectId: id, data: { kind: 'task', step, mail: mail_id, persons: assignees, day } });
    }
    return tasks.length === atOnce;
  });
}

/** Opinions that are due on the next working day, or today. */
function remindOpinions(house: House, { today, settings }: Turn): Promise<boolean> {
  const until = addWorkingDays(today, 1, settings.calendar);
  return house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    const opinions = await tx.trx
      .selectFrom('opinion')
      .innerJoin('mail', 'mail.id', 'opinion.mail_id')
      .leftJoin('work_reminder', (join) => join.on('work_reminder.kind', '=', 'opinion').onRef('subject_id', '=', 'opinion.id').on('step', '=', 'soon').onRef('work_reminder.day', '=', 'opinion.due_on'))
      .select(['opinion.id', 'opinion.mail_id', 'opinion.person', 'opinion.service', 'opinion.due_on'])
      .where('opinion.entity_id', '=', house.entityId)
      .where('opinion.state', '=', 'asked')
      .where('opinion.due_on', '>=', today)
      .where('opinion.due_on', '<=', until)
      .where('mail.state', 'in', inTreatment)
      .where('work_reminder.subject_id', 'is', null)
      // One that was asked today with such a short limit has just been told.
      .where((eb) => eb.or([eb('opinion.told_at', 'is', null), eb('opinion.told_at', '<', new Date(house.now().getTime() - 43_200_000))]))
      .orderBy('opinion.id')
      .limit(atOnce)
      .execute();
    for (const { id, mail_id, person, service, due_on } of opinions) {
      await tx.trx.insertInto('work_reminder').values({ kind: 'opinion', subject_id: id, step: 'soon', day: due_on ?? today }).execute();
      tx.append({ type: 'work.reminded', subjectKind: 'work', subjectId: id, data: { kind: 'opinion', step: 'soon', mail: mail_id, persons: person ? [person] : [], services: person ? [] : [service ?? ''], day: due_on ?? today } });
    }
    return opinions.length === atOnce;
  });
}


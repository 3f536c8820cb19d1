import { dayIn, may, mayEndTask, type Settings } from '@bannette/domain';
import { forbidden, invalid, notFound, type Call, type Contract, type Mail } from '@bannette/http';
import { act, changeMail, contextOf, forRights, lockMail, requireRight, viewMail, type House, type TaskRow } from '@bannette/house';
import { newId } from '@bannette/store';
import { requireReaders } from './readers.js';

/** Gives a task on a mail to people who may open it. */
export async function addTask(house: House, call: Call<Contract['addTask']>): Promise<Mail> {
  const settings = await house.settings();
  const { title, dueOn, remindOn } = call.body;
  requireDays(house, settings, call.body);
  return act(house, call, {
    action: 'addTask',
    change: async (mail, tx) => {
      const assignees = [...new Set(call.body.assignees)];
      await requireReaders(tx, mail, assignees);
      const id = newId();
      await tx.trx.insertInto('task').values({ id, entity_id: house.entityId, mail_id: mail.id, title, assignees, due_on: dueOn ?? null, remind_on: remindOn ?? null, created_by: call.caller.id, on_behalf_of: tx.context.onBehalfOf ?? null }).execute();
      return { set: {}, entry: { type: 'mail.taskAdded', data: { task: id, assignees, ...(dueOn ? { dueOn } : {}) }, personal: { title } } };
    },
  });
}

const stateEntries = { done: 'mail.taskDone', cancelled: 'mail.taskCancelled', open: 'mail.taskReopened' } as const;

/** Changes a task, ends it, or opens it again; also once the mail is closed. */
export async function changeTask(house: House, call: Call<Contract['changeTask']>): Promise<Mail> {
  const settings = await house.settings();
  const { caller, params, body } = call;
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const mail = await lockMail(tx, params.id);
    requireRight(caller, 'read', mail);
    const task = await tx.trx.selectFrom('task').selectAll().where('id', '=', params.task).where('mail_id', '=', mail.id).executeTakeFirst();
    if (!task) throw notFound('task');
    const { state, ...fields } = body;
    const moved = state !== undefined && state !== task.state;
    const ends = mayEndTask(caller, { assignees: task.assignees, createdBy: task.created_by }, forRights(mail));
    if (moved && !ends) throw forbidden('endTask');
    const edited = Object.keys(fields).length > 0;
    if (edited && task.created_by !== caller.id && !may(caller, 'addTask', forRights(mail))) throw forbidden('changeTask');
    if (edited) requireDays(house, settings, { dueOn: fields.dueOn ?? undefined, remindOn: fields.remindOn ?? undefined });
    if (fields.assignees) await requireReaders(tx, mail, fields.assignees);
    if (ends?.for) tx.actFor(ends.for);
    if (!moved && !edited) return;
    await tx.trx
      .updateTable('task')
      .set({
        ...(fields.title ? { title: fields.title } : {}),
        ...(fields.assignees ? { assignees: [...new Set(fields.assignees)] } : {}),
        ...(fields.dueOn ? { due_on: fields.dueOn } : {}),
        ...(fields.remindOn ? { remind_on: fields.remindOn } : {}),
        ...(moved ? { state, ended_at: state === 'open' ? null : house.now(), ended_by: state === 'open' ? null : caller.id, on_behalf_of: ends?.for ?? null } : {}),
      })
      .where('id', '=', task.id)
      .execute();
    await changeMail(tx, mail, { set: {}, entry: entryOf(task, moved ? state : undefined, fields.assignees) });
  });
  return viewMail(house, caller, params.id);
}

function entryOf(task: TaskRow, state: TaskRow['state'] | undefined, assignees: readonly string[] | undefined) {
  const added = assignees?.filter((id) => !task.assignees.includes(id)) ?? [];
  return { type: state ? stateEntries[state] : 'mail.taskChanged', data: { task: task.id, by: task.created_by, ...(added.length ? { assignees: added } : {}) }, personal: { title: task.title } };
}

function requireDays(house: House, { authority }: Settings, { dueOn, remindOn }: { readonly dueOn?: string; readonly remindOn?: string }): void {
  const today = dayIn(authority.timeZone, house.now());
  for (const day of [dueOn, remindOn]) if (day && day < today) throw invalid('dayPast', `${day} is past`, { day });
  if (dueOn && remindOn && remindOn > dueOn) throw invalid('remindAfterDue', 'The reminder is after the due day', { day: remindOn });
}

import { priorityOf } from '@bannette/domain';
import { conflict, type Call, type Contract, type Mail } from '@bannette/http';
import { act, clockFactsOf, treatmentDue, type House } from '@bannette/house';

/** Says how urgent a mail is; one that was distributed has its due day computed anew. */
export async function prioritise(house: House, call: Call<Contract['prioritise']>): Promise<Mail> {
  const settings = await house.settings();
  const { priority } = call.body;
  return act(house, call, {
    action: 'prioritise',
    undoable: true,
    change: async (mail, tx) => {
      const from = priorityOf(mail);
      if (from === priority) throw conflict('samePriority', 'It has this priority', { priority });
      const due = mail.due_date ? treatmentDue({ ...mail, priority }, settings, (await clockFactsOf(tx.trx, mail, settings)).facts) : undefined;
      const moved = due ? { due_date: due.day, due_because: JSON.stringify(due.because) } : {};
      return { set: { priority, ...moved }, entry: { type: 'mail.prioritised', data: { priority, was: from, ...(due ? { dueDate: due.day, ...(mail.due_date && mail.due_date !== due.day ? { dueBefore: mail.due_date } : {}) } : {}) } } };
    },
  });
}

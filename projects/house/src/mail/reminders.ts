import { dayIn, remindersOf, type Settings } from '@bannette/domain';
import type { Mail } from '@bannette/http';
import type { House } from '../house.js';
import type { MailViewRow } from './row.js';

/** Who was reminded of a mail's due day, and who will be if nobody treats it; undefined: nobody was, nobody will be. */
export async function remindersShown(house: House, mail: MailViewRow, settings: Settings): Promise<Mail['reminders']> {
  if (mail.category !== 'incoming' || !mail.due_date) return undefined;
  const sent = !mail.has.includes('reminders') ? [] : await house.store.db.selectFrom('reminder').selectAll().where('mail_id', '=', mail.id).orderBy('sent_at').execute();
  const today = dayIn(settings.authority.timeZone, house.now());
  const open = mail.state === 'distributed' || mail.state === 'inProgress';
  const told = new Set(sent.filter(({ due }) => due === mail.due_date).map(({ step }) => step));
  const planned = open ? remindersOf(mail, mail.due_date, settings).filter(({ step, day }) => !told.has(step) && day >= today) : [];
  const shown = [...sent.map(({ step, day, sent_at }) => ({ ...readStep(step), day, sentAt: sent_at.toISOString() })), ...planned.map(({ day, to, offset }) => ({ day, to, offset }))];
  return shown.length ? shown : undefined;
}

type Shown = NonNullable<Mail['reminders']>[number];
function readStep(step: string): Pick<Shown, 'offset' | 'to'> {
  const [offset = '0', to = ''] = step.split(':');
  return { offset: Number(offset), to: to as Shown['to'] };
}

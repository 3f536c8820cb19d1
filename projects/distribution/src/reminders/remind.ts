import { addDays, audienceOf, dayIn, isAtWork, remindersOf, type Reminder, type Settings } from '@bannette/domain';
import type { House } from '@bannette/house';
import { tryAdvisoryLock, type Tx } from '@bannette/store';

const mailsAtOnce = 500;
const shownNumbers = 10;
/** Calendar days that any step, at most 60 working days from the due day, lies within. */
const farthest = 120;

interface OpenMail {
  readonly id: string;
  readonly chrono: string | null;
  readonly type: string | null;
  readonly priority: 'normal' | 'urgent' | 'veryUrgent' | null;
  readonly service: string | null;
  readonly assignee: string | null;
  readonly due_date: string | null;
}

interface Due {
  readonly mail: OpenMail;
  readonly due: string;
  readonly reminder: Reminder;
  readonly audience: string;
  readonly person: boolean;
}

/**
 * Reminds of open mail as the settings say: each step of a mail and due day once, while its service is at work, and not
 * while pieces are missing. An entry in each mail's history, and one for each audience, which those who tell people hear.
 * One instance at a time; a crash reminds of the rest at the next tick.
 */
export async function remind(house: House): Promise<void> {
  await tryAdvisoryLock(house.store, 'distribution.remind', async () => {
    const settings = await house.settings();
    if (!settings.reminders.some(({ steps }) => steps.length)) return;
    const now = house.now();
    const atWork = settings.services.map(({ code }) => code).filter((code) => isAtWork(code, now, settings));
    if (!atWork.length) return;
    for (let after: string | undefined = ''; after !== undefined; ) after = await remindSome(house, settings, atWork, after);
  });
}

/** Reminds of some mails; answers the id after which the next ones come, if there are any. */
async function remindSome(house: House, settings: Settings, services: readonly string[], after: string): Promise<string | undefined> {
  const now = house.now();
  const today = dayIn(settings.authority.timeZone, now);
  return house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    const mails = await openMails(tx, house.entityId, services, today, after);
    const dues = mails.flatMap((mail) => remindersOf(mail, mail.due_date ?? '', settings).filter(({ day }) => day <= today).flatMap((reminder): Due[] => {
      const audience = audienceOf(reminder.to, mail, settings.services);
      return audience ? [{ mail, due: mail.due_date ?? '', reminder, ...('person' in audience ? { audience: audience.person, person: true } : { audience: audience.group, person: false }) }] : [];
    }));
    await announce(tx, dues, now, today);
    return mails.length === mailsAtOnce ? mails.at(-1)?.id : undefined;
  });
}

function openMails(tx: Tx, entityId: string, services: readonly string[], today: string, after: string): Promise<OpenMail[]> {
  let query = tx.trx
    .selectFrom('mail')
    .select(['id', 'chrono', 'type', 'priority', 'service', 'assignee', 'due_date'])
    .where('entity_id', '=', entityId)
    .where('category', '=', 'incoming')
    .where('state', 'in', ['distributed', 'inProgress'])
    .where('service', 'in', services)
    .where('due_date', '>=', addDays(today, -farthest))
    .where('due_date', '<=', addDays(today, farthest))
    .where((eb) => eb.not(eb.exists(eb.selectFrom('missing_pieces').select('missing_pieces.id').whereRef('mail_id', '=', 'mail.id').where('completed_on', 'is', null).where('unsent', '=', false).where('until', '>=', today))));
  if (after) query = query.where('id', '>', after);
  return query.orderBy('id').limit(mailsAtOnce).execute();
}

async function announce(tx: Tx, dues: readonly Due[], now: Date, today: string): Promise<void> {
  if (!dues.length) return;
  const sent = await tx.trx
    .insertInto('reminder')
    .values(dues.map(({ mail, due, reminder, audience }) => ({ mail_id: mail.id, due, step: reminder.step, audience, day: reminder.day, sent_at: now })))
    .onConflict((known) => known.doNothing())
    .returning(['mail_id', 'due', 'step'])
    .execute();
  const told = new Set(sent.map(({ mail_id, due, step }) => `${mail_id} ${due} ${step}`));
  const fresh = dues.filter(({ mail, due, reminder }) => told.has(`${mail.id} ${due} ${reminder.step}`));
  for (const { mail, due, reminder } of fresh) tx.append({ type: 'mail.reminded', subjectKind: 'mail', subjectId: mail.id, data: { told: reminder.to, offset: reminder.offset, dueDate: due } });
  for (const its of grouped(fresh, today)) {
    const days = its.map(({ due }) => due).sort();
    const [first] = its;
    if (!first) continue;
    tx.append({
      type: first.due < today ? 'reminder.late' : 'reminder.soon',
      subjectKind: 'clock',
      subjectId: `${today}:${first.audience}:${first.mail.id}`,
      data: {
        audience: first.audience,
        person: first.person,
        service: first.mail.service ?? '',
        count: its.length,
        first: days[0] ?? '',
        last: days.at(-1) ?? '',
        numbers: its.slice(0, shownNumbers).map(({ mail }) => mail.chrono ?? ''),
        ...(first.person ? { types: [...new Set(its.map(({ mail }) => mail.type ?? ''))] } : {}),
        ...(its.length === 1 ? { mail: first.mail.id } : {}),
      },
    });
  }
}

/** By what is told together: to whom, of which service, before the due day or after it. */
function grouped(dues: readonly Due[], today: string): readonly (readonly Due[])[] {
  const groups = new Map<string, Due[]>();
  for (const one of dues) {
    const key = JSON.stringify([one.audience, one.mail.service, one.due < today]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

import { dayIn, handOverStep, handOverSteps, type HandOverStep, type Settings } from '@bannette/domain';
import type { House } from '@bannette/house';
import { tryAdvisoryLock, type Tx } from '@bannette/store';
import { carried, stillToHandOver } from './scope.js';

const mailsAtOnce = 500;
const shownNumbers = 10;

interface Late {
  readonly id: string;
  readonly chrono: string;
  readonly service: string;
  readonly mailRooms: readonly string[];
  readonly receivedAt: string;
  readonly step: HandOverStep;
}

/**
 * Announces what was not handed over in time: once a mail and step, a journal entry for each service and the mail rooms
 * that carry to it, which those who tell people hear. One instance at a time; a crash announces the rest at the next tick.
 */
export async function announceLate(house: House): Promise<void> {
  await tryAdvisoryLock(house.store, 'paper.announceLate', async () => {
    const settings = await house.settings();
    for (let after = ''; ; ) {
      const { late, last } = await someLate(house, settings, after);
      if (late.length) await house.store.transaction({ entityId: house.entityId, actor: 'system' }, (tx) => announce(tx, late));
      if (!last) return;
      after = last;
    }
  });
}

/** What is late now, among the next mails that wait to be handed over. */
async function someLate(house: House, settings: Settings, after: string): Promise<{ late: Late[]; last?: string }> {
  let query = house.store.db
    .selectFrom('mail')
    .select(['id', 'chrono', 'service', 'unscanned', 'received_at', 'registered_at', 'created_at', 'mail_rooms'])
    .where('entity_id', '=', house.entityId)
    .where('unscanned', 'is not', null)
    .where('service', 'is not', null)
    .where('state', 'in', carried)
    .where(stillToHandOver);
  if (after) query = query.where('id', '>', after);
  const rows = await query.orderBy('id').limit(mailsAtOnce).execute();
  const now = house.now();
  const late = rows.flatMap(({ id, chrono, service, unscanned, received_at, registered_at, created_at, mail_rooms }) => {
    const receivedAt = received_at ?? dayIn(settings.authority.timeZone, created_at);
    const step = handOverStep({ unscanned, receivedAt, registeredAt: registered_at ?? created_at }, now, settings);
    return step ? [{ id, chrono: chrono ?? '', service: service ?? '', mailRooms: mail_rooms ?? [], receivedAt, step }] : [];
  });
  return { late, last: rows.length === mailsAtOnce ? rows.at(-1)?.id : undefined };
}

/** Each step once: what escalated before the mail room was told, both are told of. */
async function announce(tx: Tx, late: readonly Late[]): Promise<void> {
  const steps = late.flatMap((mail) => handOverSteps.slice(0, handOverSteps.indexOf(mail.step) + 1).map((step) => ({ ...mail, step })));
  const told = await tx.trx
    .insertInto('late_hand_over')
    .values(steps.map(({ id, service, step }) => ({ mail_id: id, service, step })))
    .onConflict((known) => known.doNothing())
    .returning(['mail_id', 'step'])
    .execute();
  for (const mails of grouped(steps.filter(({ id, step }) => told.some((row) => row.mail_id === id && row.step === step)))) {
    const [first] = mails;
    if (!first) continue;
    const days = mails.map(({ receivedAt }) => receivedAt).sort();
    tx.append({
      type: 'paper.handOverLate',
      subjectKind: 'paper',
      subjectId: first.id,
      data: { service: first.service, step: first.step, mailRooms: [...first.mailRooms], count: mails.length, oldest: days[0] ?? '', numbers: mails.slice(0, shownNumbers).map(({ chrono }) => chrono) },
    });
  }
}

/** By what is told together: service, mail rooms, step. */
function grouped(mails: readonly Late[]): readonly (readonly Late[])[] {
  const groups = new Map<string, Late[]>();
  for (const mail of mails) {
    const key = JSON.stringify([mail.service, [...mail.mailRooms].sort(), mail.step]);
    groups.set(key, [...(groups.get(key) ?? []), mail]);
  }
  return [...groups.values()];
}

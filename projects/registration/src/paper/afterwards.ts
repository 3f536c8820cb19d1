import { dayIn, deadlineOf, isCleared, may, type Settings } from '@bannette/domain';
import { conflict, invalid, type Call, type Contract, type Paper } from '@bannette/http';
import { changeMail, contextOf, forRights, lockMail, paperOf, requireRight, type House, type MailRow } from '@bannette/house';
import type { Envelope } from '@bannette/store';

/**
 * Notes that a commission opened a sealed bid: after its deadline, before at least two people, by somebody of the service
 * that received it. Noted once; what is in it may be scanned from then on.
 */
export async function unseal(house: House, call: Call<Contract['unseal']>): Promise<Paper> {
  const { at, remark } = call.body;
  const settings = await house.settings();
  const now = house.now();
  const opened = new Date(at);
  const witnesses = [...new Set(call.body.witnesses)];
  if (witnesses.length < 2) throw invalid('twoWitnesses', 'Two different people have to be named');
  if (opened > now) throw invalid('timeInFuture', `${at} is to come`, { time: at });
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const mail = await lockMail(tx, call.params.id);
    requireRight(call.caller, 'receive', mail);
    if (!kindOf(mail, settings)?.commission) throw conflict('notSealed', 'It is not opened by a commission');
    if (mail.envelope?.unsealed) throw conflict('alreadyUnsealed', 'It was opened', { chrono: mail.chrono ?? '' });
    const deadline = deadlineOf({ ...mail.envelope, receivedAt: mail.received_at ?? '' }, settings.authority.timeZone);
    if (deadline && opened < deadline) throw conflict('beforeDeadline', 'Its deadline has not passed', { deadline: mail.envelope?.deadline ?? '', time: mail.envelope?.deadlineTime ?? '' });
    await keep(tx, mail, { unsealed: { at: opened.toISOString(), by: call.caller.displayName, witnesses, ...(remark ? { remark } : {}) } }, {
      type: 'mail.unsealed',
      data: { at: opened.toISOString(), witnesses: witnesses.length },
      personal: { witnesses: witnesses.join(', '), ...(remark ? { remark } : {}) },
    });
  });
  return shown(house, call, settings);
}

/** Notes that an original went back to its sender, by post or into their hands. */
export async function returnOriginal(house: House, call: Call<Contract['returnOriginal']>): Promise<Paper> {
  const { on, how, reference } = call.body;
  const settings = await house.settings();
  if (on > dayIn(settings.authority.timeZone, house.now())) throw invalid('dayInFuture', `${on} is in the future`, { day: on });
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const mail = await lockMail(tx, call.params.id);
    requireRight(call.caller, mail && may(call.caller, 'receive', forRights(mail)) ? 'receive' : 'shelve', mail);
    if (!kindOf(mail, settings)?.toReturn) throw conflict('notToReturn', 'It does not go back to its sender');
    if (mail.envelope?.returned) throw conflict('alreadyReturned', 'It went back', { chrono: mail.chrono ?? '' });
    if (mail.received_at && on < mail.received_at) throw invalid('dayBeforeArrival', `It had not arrived by ${on}`, { day: on });
    await keep(tx, mail, { returned: { on, by: call.caller.displayName, how, ...(reference ? { reference } : {}) } }, { type: 'mail.returned', data: { on, how }, personal: reference ? { reference } : undefined });
  });
  return shown(house, call, settings);
}

const kindOf = ({ unscanned }: MailRow, settings: Settings) => settings.unscanned.find(({ code }) => code === unscanned);

type Change = Parameters<typeof changeMail>[2];
async function keep(tx: Parameters<typeof changeMail>[0], mail: MailRow, more: Pick<Envelope, 'unsealed' | 'returned'>, entry: Change['entry']): Promise<void> {
  await changeMail(tx, mail, { set: { envelope: JSON.stringify({ ...mail.envelope, ...more }) }, entry });
}

/** For its readers; the mail room, which may note a return without reading it, is told no more than that. */
async function shown(house: House, call: Call<Contract['unseal'] | Contract['returnOriginal']>, settings: Settings): Promise<Paper> {
  const mail = await house.store.db.selectFrom('mail').selectAll().where('id', '=', call.params.id).executeTakeFirstOrThrow();
  return isCleared(call.caller, forRights(mail)) ? ((await paperOf(house.store.db, mail, settings)) ?? {}) : { returned: mail.envelope?.returned };
}

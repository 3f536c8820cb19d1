import { dayIn, isCleared, numberIn } from '@bannette/domain';
import { conflict, invalid, type Call, type Contract, type Paper } from '@bannette/http';
import { changeMail, contextOf, forRights, lockMail, paperOf, requireRight, type House } from '@bannette/house';

const taken = (): Error => conflict('endorsementTaken', 'Another mail has this number of this scanner and day');

/** Keeps the number that is printed on the paper. A scanner gives each number once a day; given again, nothing changes. */
export async function endorse(house: House, call: Call<Contract['endorse']>): Promise<Paper> {
  const { params, body, caller } = call;
  const settings = await house.settings();
  const endorsement = numberIn(body.number);
  const scanner = body.scanner ?? null;
  if (!endorsement) throw invalid('invalid', 'There is no number', { field: 'number' });
  const today = dayIn(settings.authority.timeZone, house.now());
  await house.store
    .transaction(contextOf(house, call), async (tx) => {
      const mail = await lockMail(tx, params.id);
      requireRight(caller, 'shelve', mail);
      if (mail.endorsement === endorsement && mail.scanner === scanner) return;
      await changeMail(tx, mail, { set: { endorsement, endorsed_on: today, scanner }, entry: { type: 'mail.endorsed', data: { endorsement, endorsedOn: today, ...(scanner ? { scanner } : {}) } } });
    })
    .catch((error: unknown) => {
      throw (error as { constraint?: string }).constraint === 'mail_endorsement' ? taken() : error;
    });
  const mail = await house.store.db.selectFrom('mail').selectAll().where('id', '=', params.id).executeTakeFirstOrThrow();
  if (isCleared(caller, forRights(mail))) return (await paperOf(house.store.db, mail, settings)) ?? {};
  return { endorsement, endorsedOn: mail.endorsed_on ?? undefined, scanner: mail.scanner ?? undefined };
}

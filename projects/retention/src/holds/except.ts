import { addMonths, belongs, dayIn, houseGroups, mayExceptFromRestriction } from '@bannette/domain';
import { conflict, forbidden, invalid, notFound, type Call, type Contract } from '@bannette/http';
import { changeMail, contextOf, holdsStopping, lockMail, requireRight, type House } from '@bannette/house';
import { newId } from '@bannette/store';

/** Months ahead that processing may be allowed at most. */
const longest = 3;

/**
 * Lets a mail be processed whose processing is limited: with the person's consent, for a claim, to protect others' rights or
 * for an important public interest (RGPD art. 18 §2). Who allows it says which; it ends by itself.
 */
export async function allowProcessing(house: House, call: Call<Contract['allowProcessing']>): Promise<{ until: string }> {
  const { caller, params, body } = call;
  const { authority } = await house.settings();
  const today = dayIn(authority.timeZone, house.now());
  if (body.until < today || body.until > addMonths(today, longest)) throw invalid('exceptionTooLong', 'Processing is allowed for some weeks at most', { latest: addMonths(today, longest), field: 'until' });
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const mail = await lockMail(tx, params.id);
    // The data protection officer opens no mail by their office, and limits and allows processing by it.
    if (!belongs(caller, houseGroups.dpo)) requireRight(caller, 'read', mail);
    if (!mail) throw notFound('mail');
    if (!mayExceptFromRestriction(caller, mail.service ?? undefined)) throw forbidden('allowProcessing');
    if (!(await holdsStopping(tx.trx, mail.id, today)).kinds.includes('restriction')) throw conflict('notRestricted', 'The processing of this mail is not limited');
    await tx.trx.insertInto('processing_exception').values({ id: newId(), mail_id: mail.id, until: body.until, reason: body.reason, by: caller.id, by_name: caller.displayName, at: house.now() }).execute();
    await changeMail(tx, mail, { set: {}, entry: { type: 'mail.processingAllowed', data: { until: body.until }, personal: { reason: body.reason } } });
  });
  return { until: body.until };
}

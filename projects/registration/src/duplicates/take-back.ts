import { dayIn, daysBetween, may, type MailState, type Person } from '@bannette/domain';
import { conflict, forbidden, notFound, type Call, type Contract, type Mail } from '@bannette/http';
import { changeMail, contextOf, forRights, requireOutsideLists, requireRevision, requireRight, viewMail, type House, type MailRow } from '@bannette/house';
import type { DuplicateBefore, Tx } from '@bannette/store';
import { lockBoth } from '../links/link.js';

/** The mail as it was when it was judged: who might judge it then may take that back. */
export const asJudged = (mail: MailRow, before: DuplicateBefore | null): MailRow => (before && endedAs(mail, before) ? { ...mail, state: before.state, tray: before.tray, service: before.service, copies: [...before.copies] } : mail);

/** Whether it is still as the decision left it; what was reopened since goes on as it is. */
const endedAs = ({ state }: MailRow, before: DuplicateBefore): boolean => state !== before.state && (state === 'voided' || state === 'noFollowUp');

/** Whether `person` may take the decision back that `mail` is the other, or, without `same`, that the two are two. */
export const mayTakeBack = (person: Person, mail: MailRow, { same, before }: { readonly same: boolean; readonly before: DuplicateBefore | null }): boolean => may(person, same ? 'markDuplicate' : 'link', forRights(same ? asJudged(mail, before) : mail)) && !(same && mail.state === 'voided' && !before);

/**
 * Takes a decision on two mails back: they are proposed again. What had ended as a duplicate goes on where it was, with the
 * number that it had; one that was numbered and not yet given to a service is given to one as if it had just been registered.
 *
 * @throws Problem 409 `notReopenable` where it ended longer ago than a mail may be reopened, `decidedBefore` where nobody kept what it was
 */
export async function undoDuplicate(house: House, call: Call<Contract['undoDuplicate']>): Promise<Mail> {
  const { params, body, caller } = call;
  const { authority } = await house.settings();
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const [mail, other] = await lockBoth(tx, params.id, params.other);
    const [a, b] = [params.id, params.other].sort() as [string, string];
    const pair = await tx.trx.selectFrom('duplicate_pair').selectAll().where('a', '=', a).where('b', '=', b).forUpdate().executeTakeFirst();
    const link = await tx.trx.selectFrom('mail_link').select('id').where('kind', '=', 'duplicateOf').where('from_id', '=', params.id).where('to_id', '=', params.other).executeTakeFirst();
    const same = pair?.decided === 'same';
    if (!mail) throw notFound('mail');
    requireRight(caller, same ? 'markDuplicate' : 'link', same ? asJudged(mail, pair.before) : mail);
    if (!other || !may(caller, 'list', forRights(other))) throw notFound('mail');
    if (!may(caller, 'read', forRights(other))) throw forbidden('markDuplicate');
    if (!pair || (same && !link)) throw notFound('duplicate');
    if (!pair.decided) throw conflict('notDecided', 'Nobody has decided on these two');
    requireRevision(mail, body.revision);
    await requireOutsideLists(tx.trx, [mail.id, other.id]);
    await tx.trx.updateTable('duplicate_pair').set({ decided: null, decided_by: null, decided_by_name: null, decided_at: null, before: null }).where('a', '=', a).where('b', '=', b).execute();
    if (link) await unlink(tx, link.id, mail, other);
    else for (const [one, beside] of [[mail, other], [other, mail]] as const) tx.append({ type: 'mail.duplicateUndecided', subjectKind: 'mail', subjectId: one.id, data: { other: beside.id } });
    if (!same) return;
    if (mail.state === 'voided' && !pair.before) throw conflict('decidedBefore', 'What it was before was not kept');
    if (!pair.before || !endedAs(mail, pair.before)) return;
    const dayOf = (at: Date): string => dayIn(authority.timeZone, at);
    if (mail.closed_at && daysBetween(dayOf(mail.closed_at), dayOf(house.now())) > authority.reopenDays) throw conflict('notReopenable', `Ended more than ${authority.reopenDays} days ago`, { days: authority.reopenDays });
    await goOn(tx, mail, other, pair.before);
  });
  return viewMail(house, caller, params.id);
}

async function unlink(tx: Tx, link: string, mail: MailRow, other: MailRow): Promise<void> {
  await tx.trx.deleteFrom('mail_link').where('id', '=', link).execute();
  for (const [one, beside, backwards] of [[mail, other, false], [other, mail, true]] as const) tx.append({ type: 'mail.unlinked', subjectKind: 'mail', subjectId: one.id, data: { link, kind: 'duplicateOf', other: beside.id, ...(backwards ? { backwards } : {}) } });
}

async function goOn(tx: Tx, mail: MailRow, other: MailRow, { state, tray, service, copies, closing_reason }: DuplicateBefore): Promise<void> {
  const waits: readonly MailState[] = ['registered'];
  await changeMail(tx, mail, {
    set: { state, tray, service, copies: [...copies], closing_reason, closed_at: null },
    ...(waits.includes(state) ? { awaitsDistribution: true } : {}),
    entry: { type: 'mail.restored', data: { state, copies: [...copies], duplicateOf: other.id, ...(mail.chrono ? { chrono: mail.chrono } : {}), ...(tray ? { tray } : {}), ...(service ? { service } : {}) }, ...(closing_reason ? { personal: { reason: closing_reason } } : {}) },
  });
}

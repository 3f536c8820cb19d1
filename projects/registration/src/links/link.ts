import { may } from '@bannette/domain';
import { conflict, invalid, notFound, type Call, type Contract, type Mail } from '@bannette/http';
import { contextOf, forRights, lockMail, requireOutsideLists, requireRevision, requireRight, viewMail, type House, type MailRow } from '@bannette/house';
import { newId, type Tx } from '@bannette/store';

/** A person links a mail to another one that they may read; both histories tell it. */
export async function linkMail(house: House, call: Call<Contract['linkMail']>): Promise<Mail> {
  const { params, body, caller } = call;
  if (params.id === body.to) throw invalid('linkedToItself', 'A mail is not linked to itself');
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const [mail, other] = await lockBoth(tx, params.id, body.to);
    requireRight(caller, 'link', mail);
    requireRevision(mail, body.revision);
    if (!other || !may(caller, 'list', forRights(other))) throw notFound('mail');
    requireRight(caller, 'read', other);
    await requireOutsideLists(tx.trx, [mail.id, other.id]);
    const [from, to] = body.backwards ? [other, mail] : [mail, other];
    if (from.answer_of === to.id && body.kind === 'answers') throw conflict('linkedAlready', 'They are linked like this already');
    await addLink(tx, { from, to, kind: body.kind, by: caller });
  });
  return viewMail(house, caller, params.id);
}

/** @throws 409 where they are linked like this already */
export async function addLink(tx: Tx, { from, to, kind, by }: { from: MailRow; to: MailRow; kind: 'answers' | 'follows' | 'concerns' | 'replaces' | 'copyOf' | 'duplicateOf'; by: { readonly id: string; readonly displayName: string } }): Promise<void> {
  const there = await tx.trx.selectFrom('mail_link').select('id').where('kind', '=', kind).where((eb) => eb.or([eb.and([eb('from_id', '=', from.id), eb('to_id', '=', to.id)]), ...(kind === 'concerns' ? [eb.and([eb('from_id', '=', to.id), eb('to_id', '=', from.id)])] : [])])).executeTakeFirst();
  if (there) throw conflict('linkedAlready', 'They are linked like this already');
  const link = newId();
  await tx.trx.insertInto('mail_link').values({ id: link, entity_id: from.entity_id, from_id: from.id, to_id: to.id, kind, added_by: by.id, added_by_name: by.displayName }).execute();
  // Ids only: who reads the history of one need not know of the other.
  tx.append({ type: 'mail.linked', subjectKind: 'mail', subjectId: from.id, data: { link, kind, other: to.id } });
  tx.append({ type: 'mail.linked', subjectKind: 'mail', subjectId: to.id, data: { link, kind, other: from.id, backwards: true } });
}

export async function unlinkMail(house: House, call: Call<Contract['unlinkMail']>): Promise<Mail> {
  const { params, caller } = call;
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const found = await tx.trx.selectFrom('mail_link').selectAll().where('id', '=', params.link).where((eb) => eb.or([eb('from_id', '=', params.id), eb('to_id', '=', params.id)])).executeTakeFirst();
    const otherId = found && (found.from_id === params.id ? found.to_id : found.from_id);
    const [mail, other] = await lockBoth(tx, params.id, otherId ?? params.id);
    requireRight(caller, 'link', mail);
    // What ties it to a mail that the person may not know of is not there for them.
    if (!found || !other || !may(caller, 'list', forRights(other))) throw notFound('link');
    if (found.kind === 'duplicateOf') throw conflict('decidedDuplicate', 'That it is a duplicate was decided: the decision is taken back, not the link');
    await requireOutsideLists(tx.trx, [mail.id, other.id]);
    await tx.trx.deleteFrom('mail_link').where('id', '=', found.id).execute();
    for (const [one, beside] of [[mail, other], [other, mail]] as const) tx.append({ type: 'mail.unlinked', subjectKind: 'mail', subjectId: one.id, data: { link: found.id, kind: found.kind, other: beside.id, ...(found.to_id === one.id ? { backwards: true } : {}) } });
  });
  return viewMail(house, caller, params.id);
}

/** Both rows, locked in the order of their ids, so that two people never wait for one another. */
export async function lockBoth(tx: Tx, id: string, other: string): Promise<readonly [MailRow | undefined, MailRow | undefined]> {
  const rows = new Map<string, MailRow | undefined>();
  for (const one of [...new Set([id, other])].sort()) rows.set(one, await lockMail(tx, one));
  return [rows.get(id), rows.get(other)];
}

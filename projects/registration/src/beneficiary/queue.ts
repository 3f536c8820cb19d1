import { hasIdentificationQueue, identifies, secretaryAt } from '@bannette/domain';
import { forbidden, notFound, type Call, type Contract } from '@bannette/http';
import { beneficiariesOf, contextOf, forRights, handledBy, lockMail, requireBeneficiaries, type House } from '@bannette/house';
import { sql, type SqlBool } from 'kysely';
import { tellDescribed, writeIdentified } from './describe.js';

/** Documents for somebody whom nobody has recognised, of mails that `person` may open; the oldest first. */
export async function unidentifiedPage(house: House, { query, caller }: Call<Contract['unidentified']>) {
  const settings = await house.settings();
  if (!hasIdentificationQueue(caller, settings)) throw forbidden('unidentified');
  let rows = house.store.db
    .selectFrom('document')
    .innerJoin('mail', 'mail.id', 'document.mail_id')
    .where('document.beneficiary_unknown', '=', true)
    .where('mail.entity_id', '=', house.entityId)
    .where('mail.state', 'in', ['toQualify', 'registered', 'distributed', 'inProgress', 'closed', 'noFollowUp'])
    .where(sql<SqlBool>`mail.readers && ${sql.val([...caller.groups])}::text[]`)
    .where(sql<SqlBool>`(${handledBy(caller, 'mail')} or mail.service = any(${sql.val([...secretaryAt(caller, settings)])}::text[]))`);
  if (query.after) rows = rows.where('document.id', '>', query.after);
  const found = await rows
    .select(['document.id', 'document.position', 'document.name', 'document.pages', 'document.nature', 'mail.id as mail_id', 'mail.chrono', 'mail.subject', 'mail.correspondent', 'mail.proposals', 'mail.state', 'mail.revision', 'mail.channel', 'mail.received_at', 'mail.created_at', 'mail.deposit_id', 'mail.service', 'mail.copies', 'mail.confidentiality', 'mail.compartment', 'mail.mail_rooms', 'mail.intermediate_at'])
    .orderBy('document.id')
    .limit(query.limit + 1)
    .execute();
  const shown = found.slice(0, query.limit);
  const namedOn = await beneficiariesOf(house.store.db, caller, settings, shown.map(({ id }) => id));
  const items = shown
    .filter((row) => identifies(caller, forRights(row)))
    .map((row) => ({
      id: row.id,
      mail: { id: row.mail_id, chrono: row.chrono ?? undefined, subject: row.subject ?? row.proposals.subject?.value, sender: row.correspondent?.name ?? row.proposals.senderName?.value, state: row.state, revision: row.revision, channel: row.channel, receivedAt: row.received_at ?? undefined },
      depositId: row.deposit_id ?? undefined,
      position: row.position,
      name: row.name,
      pages: row.pages,
      nature: row.nature ?? undefined,
      beneficiaries: namedOn(row.id),
      since: row.created_at.toISOString(),
    }));
  return { items, next: found.length > query.limit ? shown.at(-1)?.id : undefined };
}

/** Identifies several documents at once, all or none; each of their mails is told in its own history. */
export async function identify(house: House, call: Call<Contract['identify']>): Promise<{ identified: number }> {
  const settings = await house.settings();
  if (!hasIdentificationQueue(call.caller, settings)) throw forbidden('identify');
  const { documents, beneficiaries } = call.body;
  return house.store.transaction(contextOf(house, call), async (tx) => {
    await requireBeneficiaries(tx.trx, call.caller, settings, house.entityId, beneficiaries);
    const rows = await tx.trx.selectFrom('document').innerJoin('mail', 'mail.id', 'document.mail_id').select(['document.id', 'document.mail_id']).where('document.id', 'in', documents).where('mail.entity_id', '=', house.entityId).execute();
    if (rows.length < new Set(documents).size) throw notFound('document');
    let identified = 0;
    // In the order of their ids, so that two people never wait for one another.
    for (const mailId of [...new Set(rows.map(({ mail_id }) => mail_id))].sort()) {
      const mail = await lockMail(tx, mailId);
      if (!mail || !identifies(call.caller, forRights(mail))) throw notFound('document');
      const own = rows.filter(({ mail_id }) => mail_id === mailId).map(({ id }) => id);
      const waiting = (await tx.trx.selectFrom('document').select('id').where('id', 'in', own).where('beneficiary_unknown', '=', true).execute()).map(({ id }) => id);
      if (!waiting.length) continue;
      await tellDescribed(tx, mail, await writeIdentified(tx, call.caller, waiting, beneficiaries), settings);
      identified += waiting.length;
    }
    return { identified };
  });
}

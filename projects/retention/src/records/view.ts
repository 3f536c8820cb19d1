import { belongs, houseGroups, may, type Person } from '@bannette/domain';
import { notFound, type Call, type Contract, type MailRecordView } from '@bannette/http';
import { forRights, heldMails, type House, type MailRow } from '@bannette/house';
import { said } from '../due.js';
import { sortingOf } from '../sortings/of-mail.js';
import { aroundOf, reckonOf } from './reckon.js';

/** Nothing of persons is in it: the archives and the DPO see it of every mail. */
export async function mailRecord(house: House, { params, caller }: Pick<Call<Contract['mailRecord']>, 'params' | 'caller'>): Promise<MailRecordView> {
  const { db } = house.store;
  const mail = await db.selectFrom('mail').selectAll().where('id', '=', params.id).where('entity_id', '=', house.entityId).executeTakeFirst();
  if (!mail || !(keepsRecords(caller) || belongs(caller, houseGroups.dpo) || may(caller, 'read', forRights(mail)))) throw notFound('mail');
  const settings = await house.settings();
  const around = await aroundOf(db, mail);
  const { row, over, trigger, due, ends } = reckonOf(mail, settings, around);
  const { record, affair } = around;
  const parts = record ? Number((await db.selectFrom('record_part').select((eb) => eb.fn.countAll<number>().as('n')).where('mail_id', '=', mail.id).executeTakeFirstOrThrow()).n) : 0;
  return {
    mail: mail.id,
    stage: !over && !mail.intermediate_at ? 'inTreatment' : record ? record.state : row ? 'inCurrentUse' : 'noRow',
    row: row && { code: row.code, label: row.label, years: row.years, trigger: row.trigger, fate: row.finalSort, currentUseYears: row.currentUseYears, agreed: !!row.agreed },
    affair: affair && mail.affair_id ? { id: mail.affair_id, chrono: await chronoFor(house, caller, mail.affair_id), closedOn: affair.closed_on ?? undefined } : undefined,
    triggerDay: trigger ?? undefined,
    because: trigger ? becauseOf(mail, affair?.declared_trigger ?? null, affair !== undefined) : undefined,
    due: due ?? undefined,
    currentUseEnds: ends ?? undefined,
    personalTerm: mail.personal_term ?? undefined,
    intermediateSince: mail.intermediate_at?.toISOString(),
    declaredAt: record?.declared_at?.toISOString(),
    documents: parts || undefined,
    agsDue: record?.ags_due ?? undefined,
    comparedAt: record?.compared_at?.toISOString(),
    conflict: said(record?.conflict ?? null),
    failure: said(record?.failure ?? null),
    triedAt: record?.retried_at?.toISOString(),
    sorting: await sortingOf(db, mail.id),
    held: (await heldMails(db, [mail.id])).has(mail.id),
    maySettle: keepsRecords(caller) && record !== undefined && record.state !== 'destroyed',
    mayDeclare: may(caller, 'setTrigger', forRights(mail)),
  };
}

export const keepsRecords = (person: Person): boolean => belongs(person, houseGroups.archives);

const becauseOf = (mail: MailRow, ofFile: string | null, inFile: boolean): MailRecordView['because'] => (mail.declared_trigger || (inFile && ofFile) ? 'declared' : inFile ? 'affair' : 'row');

/** The number of an affair is for those who may know of it. */
async function chronoFor(house: House, person: Person, id: string): Promise<string | undefined> {
  const affair = await house.store.db.selectFrom('affair').select(['chrono', 'listers']).where('id', '=', id).executeTakeFirst();
  return affair?.listers.some((group) => belongs(person, group)) ? affair.chrono : undefined;
}

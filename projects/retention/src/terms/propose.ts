import { dayIn, usualElimination, type CampaignState, type Settings } from '@bannette/domain';
import { changeMail, lockMail, type House } from '@bannette/house';
import { newId, nextNumber, type Tx } from '@bannette/store';
import { sql } from 'kysely';

const mailsAtOnce = 200;
/** Of those, a campaign still takes more mails; once analysed it can be analysed again. */
const open: readonly CampaignState[] = ['draft', 'analysed'];

/**
 * Mails whose personal data have come to their term are never eliminated because of it: their access narrows, if it hasn't
 * yet, and the standing campaign of the year proposes them (Code du patrimoine L212-3). What a campaign left without deciding
 * on it is proposed again by the next one.
 */
export async function proposeTerms(house: House): Promise<void> {
  const settings = await house.settings();
  const today = dayIn(settings.authority.timeZone, house.now());
  for (;;) {
    const ids = await reached(house, today);
    if (ids.length) await house.store.transaction({ entityId: house.entityId, actor: 'system' }, (tx) => proposeThese(house, tx, settings, ids, today));
    if (ids.length < mailsAtOnce) return;
  }
}

async function reached({ store, entityId }: House, today: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT m.id FROM mail m LEFT JOIN personal_term p ON p.mail_id = m.id LEFT JOIN campaign c ON c.id = p.campaign_id
    WHERE m.entity_id = ${entityId} AND m.personal_term <= ${today}::date AND m.eliminated_at IS NULL AND (
      p.mail_id IS NULL OR c.state = 'cancelled'
      OR (c.state NOT IN ('draft', 'analysed') AND NOT EXISTS (SELECT FROM campaign_item i WHERE i.campaign_id = c.id AND i.subject_kind = 'mail' AND i.subject_id = m.id::text)))
    ORDER BY m.personal_term, m.id LIMIT ${mailsAtOnce}`.execute(store.db);
  return rows.map(({ id }) => id);
}

async function proposeThese(house: House, tx: Tx, settings: Settings, ids: readonly string[], today: string): Promise<void> {
  const campaign = await standing(house, tx, settings, today);
  const now = house.now();
  let proposed = 0;
  for (const id of ids) {
    const mail = await lockMail(tx, id);
    if (!mail?.personal_term || mail.personal_term > today || mail.eliminated_at) continue;
    const entry = { type: 'mail.personalTermReached', data: { term: mail.personal_term, campaign: campaign.chrono, at: now.toISOString() } };
    await changeMail(tx, mail, { set: { intermediate_at: mail.intermediate_at ?? now }, entry });
    const values = { campaign_id: campaign.id, term: mail.personal_term, reached_at: now };
    await tx.trx.insertInto('personal_term').values({ mail_id: id, entity_id: house.entityId, ...values }).onConflict((known) => known.column('mail_id').doUpdateSet(values)).execute();
    proposed++;
  }
  if (proposed) tx.append({ type: 'campaign.termsProposed', subjectKind: 'campaign', subjectId: campaign.id, data: { chrono: campaign.chrono, mails: proposed } });
}

/** The campaign of the year that still takes mails, made by the house if there is none; it is about what is due today. */
async function standing(house: House, tx: Tx, { authority }: Settings, today: string): Promise<{ readonly id: string; readonly chrono: string }> {
  const year = Number(today.slice(0, 4));
  await sql`SELECT pg_advisory_xact_lock(hashtext(${`personal-terms:${house.entityId}`}))`.execute(tx.trx);
  const known = await tx.trx
    .selectFrom('campaign')
    .select(['id', 'chrono'])
    .where('entity_id', '=', house.entityId)
    .where('year', '=', year)
    .where('state', 'in', [...open])
    .where('id', 'in', tx.trx.selectFrom('personal_term').select('campaign_id'))
    .orderBy('number', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  if (known) {
    await tx.trx.updateTable('campaign').set((eb) => ({ until: today, revision: eb('revision', '+', 1) })).where('id', '=', known.id).where('until', '<', today).execute();
    return known;
  }
  const { maxItems, maxShare, maxErrors, coolingDays } = usualElimination(authority);
  const id = newId();
  const number = await nextNumber(tx.trx, { entityId: house.entityId, register: 'elimination', year });
  const chrono = `ELIM-${year}-${String(number).padStart(3, '0')}`;
  const bounds = { max_items: maxItems, max_share: maxShare, max_errors: maxErrors, cooling_days: coolingDays };
  await tx.trx.insertInto('campaign').values({ id, entity_id: house.entityId, year, number, chrono, title: `Termes de données personnelles ${year}`, state: 'draft', until: today, ...bounds, created_by: 'system', created_by_name: 'Bannette', created_at: house.now() }).execute();
  tx.append({ type: 'campaign.created', subjectKind: 'campaign', subjectId: id, data: { chrono, until: today } });
  return { id, chrono };
}

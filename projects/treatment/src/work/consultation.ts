import { consultationDone, nextInTurn, opinionDue, type Settings } from '@bannette/domain';
import type { MailRow, OpinionRow } from '@bannette/house';
import type { Database, Tx } from '@bannette/store';
import type { Selectable } from 'kysely';

export type ConsultationRow = Selectable<Database['consultation']>;

/** Working days for an opinion when nobody says. */
export const usualDays = 5;

export interface Turn {
  readonly settings: Settings;
  readonly today: string;
  readonly now: Date;
}

export const opinionsOf = (tx: Tx, consultation: string): Promise<OpinionRow[]> => tx.trx.selectFrom('opinion').selectAll().where('consultation_id', '=', consultation).orderBy('position').execute();

/**
 * Asks whoever's turn it is, and ends the consultation when nothing is waited for any more. Services that are asked and
 * can't open the mail are put in copy for that time, so that their groups may read it here and in Alfresco alike.
 *
 * @returns the services in copy of the mail afterwards
 */
export async function follow(tx: Tx, mail: MailRow, consultation: ConsultationRow, { settings, today, now }: Turn): Promise<string[]> {
  const opinions = await opinionsOf(tx, consultation.id);
  let copies = [...mail.copies];
  for (const opinion of nextInTurn(opinions, consultation.mode, consultation.on_limit)) {
    const copied = opinion.copied || (opinion.service !== null && opinion.service !== mail.service && !copies.includes(opinion.service));
    if (copied && opinion.service && !copies.includes(opinion.service)) copies = [...copies, opinion.service];
    const due = opinionDue(today, { until: opinion.wanted_by ?? undefined, workingDays: opinion.working_days ?? undefined }, usualDays, settings.calendar);
    await tx.trx.updateTable('opinion').set({ state: 'asked', due_on: due, told_at: now, copied }).where('id', '=', opinion.id).execute();
    tx.append({ type: 'mail.opinionAsked', subjectKind: 'mail', subjectId: mail.id, data: { opinion: opinion.id, ...(opinion.person ? { person: opinion.person } : { service: opinion.service ?? '' }), ...(copied ? { inCopy: opinion.service ?? '' } : {}), dueOn: due } });
  }
  const after = await opinionsOf(tx, consultation.id);
  const done = consultationDone(after);
  if (done) await tx.trx.updateTable('consultation').set({ state: after.some(({ state }) => state === 'given') ? 'done' : 'withdrawn', ended_at: now }).where('id', '=', consultation.id).execute();
  return done ? leavingCopy(tx, mail, copies, after) : copies;
}

/** Without the services that were in copy for these opinions only; one that another consultation still asks stays. */
export async function leavingCopy(tx: Tx, mail: MailRow, copies: readonly string[], over: readonly OpinionRow[]): Promise<string[]> {
  const leaving = over.flatMap(({ copied, service }) => (copied && service ? [service] : []));
  if (!leaving.length) return [...copies];
  const others = await tx.trx
    .selectFrom('opinion')
    .innerJoin('consultation', 'consultation.id', 'opinion.consultation_id')
    .select('opinion.service')
    .where('opinion.mail_id', '=', mail.id)
    .where('consultation.state', '=', 'open')
    .where('opinion.id', 'not in', over.map(({ id }) => id))
    .where('opinion.copied', '=', true)
    .execute();
  const stays = new Set(others.map(({ service }) => service));
  return copies.filter((code) => !leaving.includes(code) || stays.has(code));
}

import { dayIn, foresee, type MailForecast, type QueuedMail } from '@bannette/domain';
import type { House } from '@bannette/house';
import { tryAdvisoryLock, type Tx } from '@bannette/store';
import { pastOf } from './past.js';

const rowsAtOnce = 1000;
/** Days for which what was foretold is kept. */
const keptDays = 400;

/**
 * Foretells for each service what it will be late with, from what is open and how it worked for eight weeks, and keeps it
 * for the day. One instance at a time; the services of a process that died are done at the next tick.
 */
export async function makeForecasts(house: House, options: { readonly onlyMissing?: boolean } = {}): Promise<void> {
  await tryAdvisoryLock(house.store, 'distribution.forecast', async () => {
    const settings = await house.settings();
    const today = dayIn(settings.authority.timeZone, house.now());
    const { db } = house.store;
    const made = options.onlyMissing ? (await db.selectFrom('forecast').select('service').where('entity_id', '=', house.entityId).where('day', '=', today).execute()).map(({ service }) => service) : [];
    const services = settings.services.map(({ code }) => code).filter((code) => !made.includes(code));
    if (!services.length) return;
    const past = await pastOf(house, settings, today);
    for (const service of services) {
      const rows = await db.selectFrom('mail').select(['id', 'due_date', 'type']).where('entity_id', '=', house.entityId).where('service', '=', service).where('category', '=', 'incoming').where('state', 'in', ['distributed', 'inProgress']).execute();
      const queue = rows.map(({ id, due_date, type }): QueuedMail => ({ id, due: due_date ?? undefined, type: type ?? undefined }));
      const { service: told, mails } = foresee({ queue, past: past(service), calendar: settings.calendar, today });
      await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
        const data = JSON.stringify(told);
        await tx.trx.insertInto('forecast').values({ entity_id: house.entityId, service, day: today, made_at: house.now(), data }).onConflict((known) => known.columns(['entity_id', 'service', 'day']).doUpdateSet({ made_at: house.now(), data })).execute();
        await keepMails(tx, house.entityId, service, mails, new Map(queue.map(({ id, due }) => [id, due])));
      });
    }
    await db.deleteFrom('forecast').where('entity_id', '=', house.entityId).where('made_at', '<', new Date(house.now().getTime() - keptDays * 86_400_000)).execute();
  });
}

/** Mails that have a due day, in place of those of the forecast before. */
async function keepMails(tx: Tx, entityId: string, service: string, mails: readonly MailForecast[], dueOf: ReadonlyMap<string, string | undefined>): Promise<void> {
  await tx.trx.deleteFrom('forecast_mail').where('entity_id', '=', entityId).where('service', '=', service).execute();
  const rows = mails.flatMap(({ id, predicted, latest, risk }) => {
    const due = dueOf.get(id);
    return due && risk > 0 ? [{ mail_id: id, entity_id: entityId, service, due, predicted: predicted ?? null, latest: latest ?? null, risk }] : [];
  });
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await tx.trx.insertInto('forecast_mail').values(rows.slice(at, at + rowsAtOnce)).onConflict((known) => known.column('mail_id').doUpdateSet((eb) => ({ service, due: eb.ref('excluded.due'), predicted: eb.ref('excluded.predicted'), latest: eb.ref('excluded.latest'), risk: eb.ref('excluded.risk') }))).execute();
  }
}

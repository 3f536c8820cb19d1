import { isDay } from '@bannette/domain';
import { invalid, type Call, type Contract, type ServiceForecastView } from '@bannette/http';
import { selectMails, toLine, type House } from '@bannette/house';
import { sql, type SqlBool } from 'kysely';
import { labelOf, measuredFor } from '../measured.js';

/** Days of earlier forecasts that are shown with the last one. */
const shownPast = 40;

/** The last forecast of each service that the person sees figures of, the one with most mails at risk first. */
export async function forecastsOf(house: House, { caller }: Call<Contract['forecasts']>): Promise<{ items: ServiceForecastView[] }> {
  const settings = await house.settings();
  const services = measuredFor(caller, settings, undefined);
  const rows = await house.store.db
    .selectFrom((eb) => eb.selectFrom('forecast').selectAll().select(sql<number>`row_number() over (partition by service order by day desc)`.as('place')).where('entity_id', '=', house.entityId).where('service', 'in', services).as('recent'))
    .selectAll()
    .where('place', '<=', shownPast)
    .orderBy('service')
    .orderBy('day')
    .execute();
  const items = services.flatMap((service) => {
    const its = rows.filter((row) => row.service === service);
    const last = its.at(-1);
    if (!last) return [];
    return [{ ...last.data, service, label: labelOf(service, settings), madeAt: last.made_at.toISOString(), past: its.map(({ day, data }) => ({ day, open: data.open, overdue: data.overdue })) }];
  });
  const atRisk = ({ overdue, late }: ServiceForecastView): number => overdue + (late.at(-1)?.late ?? 0);
  return { items: items.sort((a, b) => atRisk(b) - atRisk(a) || b.open - a.open || (a.label < b.label ? -1 : 1)) };
}

/** Mails of a service that are still open and were foretold to be late in at least one run of three, by due day. */
export async function mailsAtRisk(house: House, { params, query, caller }: Call<Contract['mailsAtRisk']>) {
  const settings = await house.settings();
  const [service = ''] = measuredFor(caller, settings, params.service);
  let selection = selectMails(house.store.db)
    .innerJoin('forecast_mail', 'forecast_mail.mail_id', 'mail.id')
    .select(['forecast_mail.due as foretold_due', 'forecast_mail.predicted', 'forecast_mail.latest', 'forecast_mail.risk'])
    .where('forecast_mail.entity_id', '=', house.entityId)
    .where('forecast_mail.service', '=', service)
    .where('forecast_mail.risk', '>=', 1 / 3)
    .where('mail.service', '=', service)
    .where('mail.state', 'in', ['distributed', 'inProgress'])
    .where(sql<SqlBool>`mail.listers && ${sql.val([...caller.groups])}::text[]`);
  if (query.after) {
    const [due = '', id = ''] = query.after.split('~');
    if (!isDay(due) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw invalid('invalid', 'The cursor is not one of ours', { field: 'after' });
    selection = selection.where(sql<SqlBool>`(forecast_mail.due, forecast_mail.mail_id) > (${due}::date, ${id}::uuid)`);
  }
  const rows = await selection.orderBy('forecast_mail.due').orderBy('forecast_mail.mail_id').limit(query.limit + 1).execute();
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({ mail: toLine(row, { person: caller, settings, now: house.now() }), forecast: { predicted: row.predicted ?? undefined, latest: row.latest ?? undefined, risk: row.risk } })),
    next: rows.length > query.limit && last ? `${last.foretold_due}~${last.id}` : undefined,
  };
}

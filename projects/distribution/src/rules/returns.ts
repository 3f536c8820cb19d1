import { dayIn, isRestricted, proposeCorrections, type SentCase, type Settings } from '@bannette/domain';
import { notFound, type Call, type Contract } from '@bannette/http';
import type { House } from '@bannette/house';
import { sql } from 'kysely';
import { keptFacts } from './record.js';
import { requireRules } from './simulations.js';

/** The latest mails of a rule that are looked at for a correction. */
const mostCases = 3000;
const textLooked = 6000;

const since = (house: House, days: number): Date => new Date(house.now().getTime() - days * 86_400_000);

/** What each rule sent and what came back, by weeks of the authority's calendar; rules that are there no more are told last. */
export async function ruleReturns(house: House, { caller, query }: Call<Contract['ruleReturns']>) {
  requireRules(caller, 'seeReturns');
  const settings = await house.settings();
  const [weeks, instead] = await Promise.all([weeksOf(house, settings, since(house, query.days)), insteadOf(house, since(house, query.days))]);
  const known = settings.rules.map(({ id }) => id);
  const gone = [...new Set(weeks.map(({ rule }) => rule))].filter((rule) => !known.includes(rule)).sort();
  const items = [...known, ...gone].map((rule) => {
    const own = weeks.filter((week) => week.rule === rule);
    const [sent, returned] = [sumOf(own.map((week) => week.sent)), sumOf(own.map((week) => week.returned))];
    const place = known.indexOf(rule);
    const setting = settings.rules[place];
    return {
      rule,
      ...(setting ? { label: setting.label, place: place + 1, enabled: setting.enabled } : {}),
      sent,
      returned,
      share: sent ? returned / sent : 0,
      weeks: own.map(({ from, sent: its, returned: back }) => ({ from, sent: its, returned: back })),
      instead: instead.filter((each) => each.rule === rule).map(({ service, tray, mails }) => ({ service, tray, mails })),
    };
  });
  return { items };
}
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

async function weeksOf(house: House, { authority }: Settings, from: Date) {
  const { rows } = await sql<{ rule: string; from: string; sent: number; returned: number }>`
    select rule, to_char(date_trunc('week', at at time zone ${authority.timeZone}), 'YYYY-MM-DD') as "from", count(*)::integer as sent, count(returned_at)::integer as returned
    from distribution where entity_id = ${house.entityId} and rule is not null and at >= ${from} group by 1, 2 order by 1, 2`.execute(house.store.db);
  return rows;
}

async function insteadOf(house: House, from: Date) {
  const { rows } = await sql<{ rule: string; service: string | null; tray: string | null; mails: number }>`
    select rule, instead_service as service, instead_tray as tray, count(*)::integer as mails
    from distribution where entity_id = ${house.entityId} and rule is not null and at >= ${from} and returned_at is not null group by 1, 2, 3 order by 4 desc`.execute(house.store.db);
  return rows;
}

/** Corrections of a rule that its returned mails speak for. What is distributed and not yet looked at speaks for nothing. */
export async function ruleCorrections(house: House, { caller, params, query }: Call<Contract['ruleCorrections']>) {
  requireRules(caller, 'correct');
  const settings = await house.settings();
  if (!settings.rules.some(({ id }) => id === params.rule)) throw notFound('rule');
  const rows = await house.store.db
    .selectFrom('distribution')
    .innerJoin('mail', 'mail.id', 'distribution.mail_id')
    .select(['distribution.facts', 'distribution.returned_at', 'distribution.instead_tray', 'mail.confidentiality', 'mail.compartment', sql<string>`left(mail.read_text, ${textLooked})`.as('text')])
    .where('distribution.entity_id', '=', house.entityId)
    .where('distribution.rule', '=', params.rule)
    .where('distribution.at', '>=', since(house, query.days))
    .where((eb) => eb.or([eb('distribution.returned_at', 'is not', null), eb('mail.state', 'in', ['inProgress', 'toSend', 'closed', 'noFollowUp'])]))
    .orderBy('distribution.at', 'desc')
    .limit(mostCases)
    .execute();
  const cases = rows.map((row): SentCase => ({ facts: keptFacts(row.facts, row.text), returned: row.returned_at !== null, open: !isRestricted({ confidentiality: row.confidentiality }), ...(row.instead_tray ? { instead: row.instead_tray } : {}) }));
  const retired = new Set(settings.services.filter((service) => service.retired).map(({ code }) => code));
  const trays = new Set(settings.trays.filter(({ service }) => !retired.has(service)).map(({ id }) => id));
  const { items, none } = proposeCorrections(settings.rules, params.rule, cases, trays);
  return { items: items.map(({ rules, ...item }) => ({ ...item, rules: [...rules] })), ...(none ? { none } : {}) };
}

/** Open and late mail of each service, from the counts that trays keep. */
export async function serviceLoads(house: House, { caller }: Call<Contract['serviceLoads']>) {
  requireRules(caller, 'simulate');
  const { services, authority } = await house.settings();
  const today = dayIn(authority.timeZone, house.now());
  const { rows } = await sql<{ who: string; open: number; late: number }>`
    select who[1] as who, sum(open)::integer as open, coalesce(sum(open) filter (where day < ${today}::date), 0)::integer as late
    from tray_kept where entity_id = ${house.entityId} and who && ${sql.val(services.map(({ code }) => `service:${code}`))}::text[] group by 1`.execute(house.store.db);
  return { items: services.map(({ code }) => ({ service: code, open: 0, late: 0, ...pick(rows.find(({ who }) => who === `service:${code}`)) })) };
}
const pick = (row: { open: number; late: number } | undefined) => (row ? { open: row.open, late: row.late } : {});

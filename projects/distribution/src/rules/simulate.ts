import { dayIn, destinations, differs, folded, OutcomeTally, ruleSetting, type Compared, type Destination, type Placed, type RouteBecause } from '@bannette/domain';
import { faultOf, type House } from '@bannette/house';
import type { Database, JobInfo, JsonObject } from '@bannette/store';
import { sql, type Selectable } from 'kysely';
import { keptFacts } from './record.js';

export const simulateTask = 'rules.simulate';
/** The most mails of one run. */
export const mostSimulated = 100_000;
const atOnce = 200;
type Simulation = Selectable<Database['rule_simulation']>;
type Past = Pick<Selectable<Database['distribution']>, 'id' | 'mail_id' | 'facts' | 'rule' | 'service' | 'tray' | 'because'> & { read_text: string; state: string; now_at: string | null };

/**
 * Runs rules on past mail: each mail's first distribution of the period is decided again, from the facts of its time. Reads
 * mails and writes to its own tables only; begun anew when its process was killed; ends when it was cancelled.
 */
export async function simulateRules(house: House, { simulation: id }: { readonly simulation: string }, { signal, lastAttempt }: Pick<JobInfo, 'signal' | 'lastAttempt'>): Promise<void> {
  const { db } = house.store;
  const begun = await begin(house, id);
  if (!begun) return;
  try {
    const ids = await pastOf(house, begun);
    await db.updateTable('rule_simulation').set({ total: ids.length }).where('id', '=', id).execute();
    const tally = await tryOn(house, begun, ids, signal);
    if (tally) await db.updateTable('rule_simulation').set({ state: 'done', outcome: JSON.stringify(tally.outcome()), finished_at: house.now() }).where('id', '=', id).where('state', '=', 'running').execute();
  } catch (error) {
    if (lastAttempt) await db.updateTable('rule_simulation').set({ state: 'failed', finished_at: house.now() }).where('id', '=', id).where('state', '=', 'running').execute();
    house.log.error(faultOf(error), 'Rules could not be run on past mail');
    throw error;
  }
}

/** Of what an earlier try left, nothing stays. */
async function begin(house: House, id: string): Promise<Simulation | undefined> {
  return house.store.db.transaction().execute(async (trx) => {
    const begun = await trx.updateTable('rule_simulation').set({ state: 'running', done: 0, outcome: null }).where('id', '=', id).where('state', 'in', ['waiting', 'running']).returningAll().executeTakeFirst();
    if (begun) await trx.deleteFrom('rule_simulation_change').where('simulation_id', '=', id).execute();
    return begun;
  });
}

/** First distributions of the period, spread evenly over it where they are more than asked for; in the order of time. */
async function pastOf(house: House, { from_day, until_day, sample }: Simulation): Promise<string[]> {
  const { timeZone } = (await house.settings()).authority;
  const most = Math.min(sample ?? mostSimulated, mostSimulated);
  const { rows } = await sql<{ id: string }>`
    select id from (
      select d.id, row_number() over (order by d.at, d.id) as n, count(*) over () as total
      from distribution d
      where d.entity_id = ${house.entityId} and d.at >= ${from_day}::date::timestamp at time zone ${timeZone} and d.at < (${until_day}::date + 1)::timestamp at time zone ${timeZone}
        and not exists (select from distribution earlier where earlier.mail_id = d.mail_id and (earlier.at, earlier.id) < (d.at, d.id))
    ) past where total <= ${most} or n * ${most}::bigint / total > (n - 1) * ${most}::bigint / total order by n`.execute(house.store.db);
  return rows.map(({ id }) => id);
}

async function tryOn(house: House, simulation: Simulation, ids: readonly string[], signal: AbortSignal): Promise<OutcomeTally | undefined> {
  const { db } = house.store;
  const settings = await house.settings();
  const today = dayIn(settings.authority.timeZone, house.now());
  const drafted = destinations({ ...settings, rules: simulation.rules.map((rule) => ruleSetting.parse(rule)) }, today);
  const published = destinations(settings, today);
  const tally = new OutcomeTally();
  let number = 0;
  for (let from = 0; from < ids.length; from += atOnce) {
    signal.throwIfAborted();
    const past = await readPast(house, ids.slice(from, from + atOnce));
    const changes = past.flatMap((one) => {
      const mail = folded(keptFacts(one.facts, one.read_text));
      const after = drafted(mail);
      const before = simulation.compared === 'past' ? placedThen(one) : placed(published(mail));
      const compared: Compared = { before, after: placed(after), ...(one.now_at && treated.includes(one.state) ? { treatedBy: one.now_at } : {}) };
      tally.add(compared);
      if (!differs(compared)) return [];
      const told = { before: JSON.stringify(before.because), after: JSON.stringify(after.because) };
      return [{ simulation_id: simulation.id, number: ++number, mail_id: one.mail_id, from_service: before.service ?? null, from_tray: before.tray ?? null, to_service: after.service ?? null, to_tray: after.tray ?? null, ...told }];
    });
    if (changes.length) await db.insertInto('rule_simulation_change').values(changes).execute();
    const going = await db.updateTable('rule_simulation').set({ done: Math.min(from + atOnce, ids.length) }).where('id', '=', simulation.id).where('state', '=', 'running').executeTakeFirst();
    if (!going.numUpdatedRows) return undefined;
  }
  return tally;
}

/** States in which somebody has made the mail their own. */
const treated: readonly string[] = ['inProgress', 'toSend', 'closed', 'noFollowUp'];

function readPast(house: House, ids: readonly string[]): Promise<Past[]> {
  return house.store.db
    .selectFrom('distribution')
    .innerJoin('mail', 'mail.id', 'distribution.mail_id')
    .select(['distribution.id', 'distribution.mail_id', 'distribution.facts', 'distribution.rule', 'distribution.service', 'distribution.tray', 'distribution.because', 'mail.read_text', 'mail.state', 'mail.service as now_at'])
    .where('distribution.id', 'in', [...ids])
    .orderBy('distribution.at')
    .orderBy('distribution.id')
    .execute();
}

type Told = Placed & { readonly because: RouteBecause | JsonObject };
const placed = ({ tray, service, rule, copies, because }: Destination): Told => ({ ...(tray ? { tray } : {}), ...(service ? { service } : {}), ...(rule ? { rule } : {}), copies, because });

function placedThen({ tray, service, rule, because }: Past): Told {
  const { gave = [] } = because as unknown as RouteBecause;
  return { ...(tray ? { tray } : {}), ...(service ? { service } : {}), ...(rule ? { rule } : {}), copies: gave.filter(({ kind }) => kind === 'copy').map(({ value }) => value), because };
}

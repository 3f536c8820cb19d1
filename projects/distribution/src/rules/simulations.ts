import { flawsOf, isCleared, may, mayWithRules, ruleSetting, type Person, type RuleAction } from '@bannette/domain';
import { conflict, forbidden, invalid, notFound, type Call, type Contract } from '@bannette/http';
import { contextOf, displayNames, forRights, selectMails, toLine, type House } from '@bannette/house';
import { newId, publishSetting, type Database, type JsonObject } from '@bannette/store';
import type { Selectable } from 'kysely';
import { simulateTask } from './simulate.js';

type Simulation = Selectable<Database['rule_simulation']>;
/** Kinds of settings on which it depends where a mail goes. */
const decisive = ['rules', 'services', 'trays', 'types', 'sites', 'compartments', 'thesaurus', 'forms'] as const;
/** Runs that are kept, beside those that were published. */
const keptRuns = 50;

export function requireRules(person: Person, action: RuleAction): void {
  if (!mayWithRules(person, action)) throw forbidden(`rules.${action}`);
}

/** @throws 422 `settingsFlaw` where the rules do not agree with the other settings */
async function requireSound(house: House, rules: readonly unknown[]): Promise<void> {
  const [flaw] = flawsOf({ ...(await house.settings()), rules: rules.map((rule) => ruleSetting.parse(rule)) });
  if (flaw) throw invalid('settingsFlaw', 'The settings do not agree', { path: flaw.path, code: flaw.code, value: flaw.value });
}

export async function simulate(house: House, call: Call<Contract['simulate']>) {
  requireRules(call.caller, 'simulate');
  const { rules, from, until, sample, compared } = call.body;
  await requireSound(house, rules);
  const versions = await house.settingVersions();
  const row = { id: newId(), entity_id: house.entityId, created_at: house.now(), created_by: call.caller.id, rules: JSON.stringify(rules), based_on: JSON.stringify(Object.fromEntries(decisive.map((kind) => [kind, versions[kind] ?? 0]))), compared, from_day: from, until_day: until, sample: sample ?? null, state: 'waiting' as const };
  await house.store.transaction(contextOf(house, call), async (tx) => {
    await tx.trx.insertInto('rule_simulation').values(row).execute();
    await tx.trx.deleteFrom('rule_simulation').where('entity_id', '=', house.entityId).where('published_version', 'is', null).where('state', 'in', ['done', 'cancelled', 'failed']).where('id', 'not in', (eb) => eb.selectFrom('rule_simulation').select('id').where('entity_id', '=', house.entityId).orderBy('id', 'desc').limit(keptRuns)).execute();
    tx.append({ type: 'rules.simulated', subjectKind: 'settings', subjectId: 'rules', data: { simulation: row.id, from, until, compared, ...(sample ? { sample } : {}) } });
    await tx.enqueue(simulateTask, { simulation: row.id }, { key: `${simulateTask}:${row.id}`, queue: simulateTask, maxAttempts: 3 });
  });
  return shown(house, await found(house, row.id));
}

export async function simulations(house: House, { caller, query }: Call<Contract['simulations']>) {
  requireRules(caller, 'simulate');
  let selection = house.store.db.selectFrom('rule_simulation').selectAll().where('entity_id', '=', house.entityId);
  if (query.after) selection = selection.where('id', '<', query.after);
  const rows = await selection.orderBy('id', 'desc').limit(query.limit + 1).execute();
  const items = await Promise.all(rows.slice(0, query.limit).map((row) => shown(house, row)));
  return { items, next: rows.length > query.limit ? items.at(-1)?.id : undefined };
}

export async function simulation(house: House, { caller, params }: Call<Contract['simulation']>) {
  requireRules(caller, 'simulate');
  const row = await found(house, params.simulation);
  return { ...(await shown(house, row)), rules: row.rules };
}

export async function cancelSimulation(house: House, { caller, params }: Call<Contract['cancelSimulation']>) {
  requireRules(caller, 'simulate');
  await found(house, params.simulation);
  await house.store.db.updateTable('rule_simulation').set({ state: 'cancelled', finished_at: house.now() }).where('id', '=', params.simulation).where('state', 'in', ['waiting', 'running']).execute();
  return shown(house, await found(house, params.simulation));
}

/** Of mails that the caller may not open, only between whom they move: rules can ask for any word, so a name here would tell what is in them. */
export async function simulationChanges(house: House, { caller, params, query }: Call<Contract['simulationChanges']>) {
  requireRules(caller, 'simulate');
  await found(house, params.simulation);
  const { db } = house.store;
  let selection = db.selectFrom('rule_simulation_change').selectAll().where('simulation_id', '=', params.simulation);
  if (query.after !== undefined) selection = selection.where('number', '>', query.after);
  if (query.from !== undefined) selection = query.from === '-' ? selection.where('from_service', 'is', null) : selection.where('from_service', '=', query.from);
  if (query.to !== undefined) selection = query.to === '-' ? selection.where('to_service', 'is', null) : selection.where('to_service', '=', query.to);
  const rows = await selection.orderBy('number').limit(query.limit + 1).execute();
  const page = rows.slice(0, query.limit);
  const mails = page.length ? await selectMails(db).where('mail.id', 'in', page.map(({ mail_id }) => mail_id)).execute() : [];
  const looking = { person: caller, settings: await house.settings(), now: house.now() };
  const items = page.map((row) => {
    const mail = mails.find(({ id }) => id === row.mail_id);
    const open = mail && isCleared(caller, forRights(mail)) && may(caller, 'read', forRights(mail));
    const place = { number: row.number, from: placeOf(row.from_service, row.from_tray), to: placeOf(row.to_service, row.to_tray) };
    return open ? { ...place, mail: toLine(mail, looking), before: row.before as unknown as Because, after: row.after as unknown as Because } : place;
  });
  return { items, next: rows.length > query.limit ? String(page.at(-1)?.number) : undefined };
}
type Because = { code: string; params: { [name: string]: string | number } };
const placeOf = (service: string | null, tray: string | null) => ({ ...(service ? { service } : {}), ...(tray ? { tray } : {}) });

/** @throws 409 `settingsMoved` where what it depends on was published anew since; `notInState` while it runs, or when it was published */
export async function publishSimulation(house: House, call: Call<Contract['publishSimulation']>) {
  requireRules(call.caller, 'publish');
  const row = await found(house, call.params.simulation);
  if (row.state !== 'done' || row.published_version !== null) throw conflict('notInState', 'It has not run to its end, or was published already', { state: row.published_version === null ? row.state : 'published', action: 'publishSimulation' });
  await requireSound(house, row.rules);
  const at = house.now();
  const version = await house.store.transaction(contextOf(house, call), async (tx) => {
    const published = await publishSetting(tx, 'rules', row.rules as unknown as JsonObject, call.body.comment);
    const current = await tx.trx.selectFrom('setting_version').select(['kind', (eb) => eb.fn.max('version').as('version')]).where('entity_id', '=', house.entityId).where('kind', 'in', [...decisive]).groupBy('kind').execute();
    const moved = movedKinds(row, Object.fromEntries(current.map(({ kind, version: latest }) => [kind, kind === 'rules' ? published - 1 : latest])));
    if (moved.length) throw conflict('settingsMoved', 'Settings have moved on since it ran', { kinds: moved.join(', ') });
    await tx.trx.updateTable('rule_simulation').set({ published_version: published }).where('id', '=', row.id).execute();
    return published;
  });
  return { kind: 'rules', version, publishedAt: at.toISOString(), publishedBy: call.caller.displayName, comment: call.body.comment };
}

const movedKinds = ({ based_on }: Pick<Simulation, 'based_on'>, versions: { readonly [kind: string]: number }): string[] => decisive.filter((kind) => (based_on[kind] ?? 0) !== (versions[kind] ?? 0));

async function found(house: House, id: string): Promise<Simulation> {
  const row = await house.store.db.selectFrom('rule_simulation').selectAll().where('id', '=', id).where('entity_id', '=', house.entityId).executeTakeFirst();
  if (!row) throw notFound('simulation');
  return row;
}

async function shown(house: House, row: Simulation) {
  const nameOf = await displayNames(house.store.db, [row.created_by]);
  return {
    id: row.id,
    createdAt: row.created_at.toISOString(),
    createdBy: nameOf(row.created_by),
    state: row.state,
    compared: row.compared,
    from: row.from_day,
    until: row.until_day,
    sample: row.sample ?? undefined,
    total: row.total,
    done: row.done,
    finishedAt: row.finished_at?.toISOString(),
    outcome: row.outcome ? mutable(row.outcome) : undefined,
    moved: movedKinds(row, await house.settingVersions()),
    publishedVersion: row.published_version ?? undefined,
  };
}
const mutable = ({ flows, loads, rules, ...sums }: NonNullable<Simulation['outcome']>) => ({ ...sums, flows: [...flows], loads: [...loads], rules: [...rules] });

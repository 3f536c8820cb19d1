import { choiceFor, noticeKinds, silenced, usualPreference, type NoticePreference } from '@bannette/domain';
import { invalid, type Call, type Contract } from '@bannette/http';
import type { House } from '@bannette/house';
import { contextOf } from '@bannette/house';
import type { Database, Tx } from '@bannette/store';
import type { Kysely, Selectable } from 'kysely';
import { planAgain } from './plan.js';

type Row = Selectable<Database['notice_preference']>;

const preferenceOf = (row: Row | undefined): NoticePreference => (row ? { choices: row.choices, hour: row.hour, weekday: row.weekday, workingDays: row.working_days, quiet: row.quiet, language: row.language } : usualPreference);

export async function readPreference(db: Kysely<Database>, entityId: string, person: string): Promise<NoticePreference> {
  return preferenceOf(await db.selectFrom('notice_preference').selectAll().where('entity_id', '=', entityId).where('person', '=', person).executeTakeFirst());
}

/** Preferences of several people at once. */
export async function readPreferences(tx: Tx, people: readonly string[]): Promise<(person: string) => NoticePreference> {
  const rows = people.length ? await tx.trx.selectFrom('notice_preference').selectAll().where('entity_id', '=', tx.context.entityId).where('person', 'in', [...people]).execute() : [];
  return (person) => preferenceOf(rows.find((row) => row.person === person));
}

/** Kinds of which the person wants to see nothing. */
export async function silencedFor(house: House, person: string): Promise<readonly string[]> {
  return silenced((await readPreference(house.store.db, house.entityId, person)).choices);
}

/** How I am told of each kind, and what of it I can't change, and why. */
export async function viewPreferences(house: House, { caller }: Pick<Call<Contract['noticePreferences']>, 'caller'>, sends: boolean) {
  const { choices, ...when } = await readPreference(house.store.db, house.entityId, caller.id);
  return { ...when, email: caller.email || undefined, sends, kinds: noticeKinds.map(({ kind, required }) => ({ kind, choice: choiceFor(kind, choices), required })) };
}

/** What waits to be sent is planned anew at once. */
export async function changePreferences(house: House, call: Call<Contract['changeNoticePreferences']>): Promise<void> {
  const { caller, body } = call;
  const { choices, ...when } = body;
  for (const [kind, choice] of Object.entries(choices)) {
    const known = noticeKinds.find((one) => one.kind === kind);
    if (!known) throw invalid('unknownNotice', `There are no notices of kind ${kind}`, { kind });
    if (known.required && choice === 'off') throw invalid('noticeRequired', 'This can’t be switched off', { kind });
  }
  const { authority, calendar } = await house.settings();
  const values = { choices: JSON.stringify(choices), hour: when.hour, weekday: when.weekday, working_days: when.workingDays, quiet: when.quiet, language: when.language, updated_at: house.now() };
  await house.store.transaction(contextOf(house, call), async (tx) => {
    await tx.trx.insertInto('notice_preference').values({ entity_id: house.entityId, person: caller.id, ...values }).onConflict((conflict) => conflict.columns(['entity_id', 'person']).doUpdateSet(values)).execute();
    await planAgain(tx, caller.id, { choices, ...when }, { timeZone: authority.timeZone, calendar, now: house.now() });
  });
}

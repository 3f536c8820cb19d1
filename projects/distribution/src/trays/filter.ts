import { asksNothing, daysMeant, type DayRange, type Person, type TrayQuery } from '@bannette/domain';
import { invalid } from '@bannette/http';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { holding } from './holding.js';
import { dueDay } from './strands.js';

const oneOf = (column: string, values: readonly string[]): RawBuilder<SqlBool> => (values.length === 1 ? sql<SqlBool>`mail.${sql.ref(column)} = ${values[0]}` : sql<SqlBool>`mail.${sql.ref(column)} = any(${sql.val([...values])}::text[])`);

function within(day: RawBuilder<unknown>, range: DayRange, today: string): RawBuilder<SqlBool>[] {
  const { from, until } = daysMeant(range, today);
  return [...(from ? [sql<SqlBool>`${day} >= ${from}::date`] : []), ...(until ? [sql<SqlBool>`${day} <= ${until}::date`] : [])];
}

function assignedTo(assignee: string, person: Pick<Person, 'id'> | undefined): RawBuilder<SqlBool> {
  if (assignee === 'nobody') return sql<SqlBool>`mail.assignee is null`;
  return oneOf('assignee', [assignee === 'me' ? (person?.id ?? '') : assignee]);
}

/** A field of the authority's own may hold a text, a number, yes or no, or a list of codes. */
function bearingField(key: string, value: string): RawBuilder<SqlBool> {
  const number = /^-?\d+(\.\d+)?$/.test(value) ? [{ [key]: Number(value) }] : [];
  const truth = value === 'true' || value === 'false' ? [{ [key]: value === 'true' }] : [];
  const ways = [{ [key]: value }, { [key]: [value] }, ...number, ...truth].map((way) => sql`mail.fields @> ${JSON.stringify(way)}::jsonb`);
  return sql<SqlBool>`(mail.fields <> '{}' and (${sql.join(ways, sql` or `)}))`;
}

/**
 * What a saved query asks, as conditions on the table of mails.
 *
 * @param person whom `me` means; a shared one is counted for nobody in particular
 * @throws Problem 422 `asksNothing`
 */
export function conditionsOf(entityId: string, query: TrayQuery, person: Pick<Person, 'id'> | undefined, today: string): RawBuilder<SqlBool>[] {
  if (asksNothing(query)) throw invalid('asksNothing', 'Say at least one thing that you look for');
  return [
    ...(query.services ? [oneOf('service', query.services)] : []),
    ...(query.states ? [oneOf('state', query.states)] : []),
    ...(query.types ? [oneOf('type', query.types)] : []),
    ...(query.categories ? [oneOf('category', query.categories)] : []),
    ...(query.priorities ? [query.priorities.includes('normal') ? sql<SqlBool>`coalesce(mail.priority, 'normal') = any(${sql.val([...query.priorities])}::text[])` : oneOf('priority', query.priorities)] : []),
    ...(query.assignee ? [assignedTo(query.assignee, person)] : []),
    ...(query.received ? within(sql`mail.received_at`, query.received, today) : []),
    ...(query.due ? [sql<SqlBool>`mail.due_date is not null`, ...within(dueDay, query.due, today)] : []),
    ...(query.affair ? [sql<SqlBool>`mail.affair_id = ${query.affair}::uuid`] : []),
    ...Object.entries(query.fields ?? {}).map(([key, value]) => bearingField(key, value)),
    ...(query.text ? [holding(entityId, query.text)] : []),
  ];
}

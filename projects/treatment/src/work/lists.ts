import { dayIn, isDay, serviceGroup, type Person } from '@bannette/domain';
import { invalid, type Call, type Contract } from '@bannette/http';
import { displayNames, selectMails, toLine, toOpinion, toTask, type House, type MailListRow, type OpinionRow, type TaskRow } from '@bannette/house';
import { sql, type RawBuilder, type SqlBool } from 'kysely';

const inTreatment = ['distributed', 'inProgress'] as const;
const never = 'infinity';

/** Mails that a delegation is for, as a condition. */
const coveredBy = (types: readonly string[], services: readonly string[]): RawBuilder<SqlBool> => sql<SqlBool>`(${types.length === 0} or mail.type = any(${sql.val([...types])}::text[])) and (${services.length === 0} or mail.service = any(${sql.val([...services])}::text[]))`;
const readable = ({ groups }: Person): RawBuilder<SqlBool> => sql<SqlBool>`mail.readers && ${sql.val([...groups])}::text[]`;

/** My tasks and those of whom I replace, on mails that I may open. */
export async function myTasks(house: House, { query, caller }: Call<Contract['myTasks']>) {
  const { db } = house.store;
  const replaced = (caller.replaces ?? []).filter(({ powers }) => powers.includes('treat'));
  const theirs = replaced.map(({ person, types, services }) => sql<SqlBool>`(task.assignees @> ${sql.val([person.id])}::text[] and ${coveredBy(types, services)})`);
  let found = db
    .selectFrom('task')
    .innerJoin('mail', 'mail.id', 'task.mail_id')
    .selectAll('task')
    .where('task.entity_id', '=', house.entityId)
    .where(readable(caller))
    .where(sql<SqlBool>`(${sql.join([sql`task.assignees @> ${sql.val([caller.id])}::text[]`, ...theirs], sql` or `)})`);
  found = query.state === 'open' ? found.where('task.state', '=', 'open') : found.where('task.state', '<>', 'open');
  if (query.after) found = found.where(sql<SqlBool>`(coalesce(task.due_on, 'infinity'::date), task.id) > ${cursorOf(query.after)}`);
  const rows = (await found.orderBy(sql`coalesce(task.due_on, 'infinity'::date)`).orderBy('task.id').limit(query.limit + 1).execute()) as TaskRow[];
  const shown = rows.slice(0, query.limit);
  const around = await surroundings(house, caller, shown, shown.flatMap(({ assignees, created_by, ended_by, on_behalf_of }) => [...assignees, created_by, ended_by ?? '', on_behalf_of ?? '']));
  return { items: shown.flatMap((task) => around(task, (mail, looking) => ({ task: toTask(task, { ...looking, mail }) }))), next: rows.length > query.limit ? cursor(shown.at(-1)) : undefined };
}

/** Opinions asked of me, of my services, and of whom I replace, on mails that I may open. */
export async function myOpinions(house: House, { query, caller }: Call<Contract['myOpinions']>) {
  const { db } = house.store;
  const settings = await house.settings();
  const servicesOf = (groups: readonly string[]): string[] => settings.services.map(({ code }) => code).filter((code) => groups.includes(serviceGroup(code)));
  const asked = (person: Pick<Person, 'id' | 'groups'>) => sql<SqlBool>`(opinion.person = ${person.id} or (opinion.person is null and opinion.service = any(${sql.val(servicesOf(person.groups))}::text[])))`;
  const theirs = (caller.replaces ?? []).filter(({ powers }) => powers.includes('opinions')).map(({ person, types }) => sql<SqlBool>`(${asked(person)} and ${coveredBy(types, [])})`);
  let found = db
    .selectFrom('opinion')
    .innerJoin('mail', 'mail.id', 'opinion.mail_id')
    .innerJoin('consultation', 'consultation.id', 'opinion.consultation_id')
    .selectAll('opinion')
    .select(['consultation.question', 'consultation.asked_by', 'consultation.asked_by_name', 'consultation.asked_at'])
    .where('opinion.entity_id', '=', house.entityId)
    .where(readable(caller))
    .where(sql<SqlBool>`(${sql.join([asked(caller), ...theirs], sql` or `)})`);
  found = query.state === 'open' ? found.where('opinion.state', 'in', ['asked', 'passed']).where('mail.state', 'in', [...inTreatment]) : found.where('opinion.state', 'in', ['given', 'withdrawn']);
  if (query.after) found = found.where(sql<SqlBool>`(coalesce(opinion.due_on, 'infinity'::date), opinion.id) > ${cursorOf(query.after)}`);
  const rows = await found.orderBy(sql`coalesce(opinion.due_on, 'infinity'::date)`).orderBy('opinion.id').limit(query.limit + 1).execute();
  const shown = rows.slice(0, query.limit);
  const around = await surroundings(house, caller, shown, shown.flatMap(({ person, on_behalf_of }) => [person ?? '', on_behalf_of ?? '']));
  return {
    items: shown.flatMap((row) => around(row, (mail, looking) => ({ opinion: toOpinion(row as OpinionRow, { ...looking, mail }), question: row.question, askedBy: { id: row.asked_by, displayName: row.asked_by_name }, askedOn: dayIn(settings.authority.timeZone, row.told_at ?? row.asked_at) }))),
    next: rows.length > query.limit ? cursor(shown.at(-1)) : undefined,
  };
}

/** What lines are shown with: the mails they are on, names, settings, the day it is. */
async function surroundings(house: House, person: Person, rows: readonly { readonly mail_id: string }[], people: readonly string[]) {
  const settings = await house.settings();
  const mails = rows.length ? await selectMails(house.store.db).where('mail.id', 'in', [...new Set(rows.map(({ mail_id }) => mail_id))]).execute() : [];
  const nameOf = await displayNames(house.store.db, people);
  const looking = { person, settings, nameOf, today: dayIn(settings.authority.timeZone, house.now()) };
  return <T>(row: { readonly mail_id: string }, show: (mail: MailListRow, shown: typeof looking) => T) => {
    const mail = mails.find(({ id }) => id === row.mail_id);
    return mail ? [{ ...show(mail, looking), mail: toLine(mail, { person, settings, now: house.now() }) }] : [];
  };
}

const cursor = (row: { readonly due_on: string | null; readonly id: string } | undefined): string | undefined => row && `${row.due_on ?? never}~${row.id}`;

function cursorOf(after: string): RawBuilder<unknown> {
  const [due = '', id = ''] = after.split('~');
  if ((due !== never && !isDay(due)) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw invalid('invalid', 'The cursor is not one of ours', { field: 'after' });
  return sql`(${due}::date, ${id}::uuid)`;
}

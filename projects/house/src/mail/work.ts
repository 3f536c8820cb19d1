import { dayIn, isOpen, mayAnswerOpinion, mayChangeNote, mayEndTask, workingDaysLeft, type Person, type Settings } from '@bannette/domain';
import type { Consultation, Mail, Note, Task } from '@bannette/http';
import type { Database } from '@bannette/store';
import { sql, type Kysely, type Selectable, type SqlBool } from 'kysely';
import type { House } from '../house.js';
import { displayNames } from '../people.js';
import { forRights, type MailRow, type MailViewRow } from './row.js';

type NoteRow = Selectable<Database['note']>;
export type TaskRow = Selectable<Database['task']>;
export type OpinionRow = Selectable<Database['opinion']>;

/** Notes of a mail that `person` sees: their own, those of all readers, and those that are for a group of theirs or for them by name. */
export const notesSeenBy = (db: Kysely<Database>, mailId: string, person: Person) =>
  db
    .selectFrom('note')
    .selectAll()
    .where('mail_id', '=', mailId)
    .where((eb) => eb.or([eb('visibility', '=', 'readers'), eb('author', '=', person.id), sql<SqlBool>`audience && ${sql.val([...person.groups, person.id])}::text[]`]))
    .orderBy('id');

/** Notes, tasks and opinions of a mail that `person` may open. */
export async function workOn(house: House, person: Person, mail: MailViewRow, settings: Settings): Promise<Pick<Mail, 'notesList' | 'tasks' | 'consultations'>> {
  const { db } = house.store;
  const [notes, tasks, consultations, opinions] = await Promise.all([
    mail.has.includes('notes') ? notesSeenBy(db, mail.id, person).execute() : [],
    mail.has.includes('tasks') ? db.selectFrom('task').selectAll().where('mail_id', '=', mail.id).orderBy('id').execute() : [],
    mail.has.includes('consultations') ? db.selectFrom('consultation').selectAll().where('mail_id', '=', mail.id).orderBy('id').execute() : [],
    mail.has.includes('consultations') ? db.selectFrom('opinion').selectAll().where('mail_id', '=', mail.id).orderBy('position').execute() : [],
  ]);
  const nameOf = await displayNames(db, [
    ...notes.flatMap(({ author, mentions, audience }) => [author, ...mentions, ...audience]),
    ...tasks.flatMap(({ assignees, created_by, ended_by, on_behalf_of }) => [...assignees, created_by, ended_by ?? '', on_behalf_of ?? '']),
    ...consultations.flatMap(({ asked_by, on_behalf_of }) => [asked_by, on_behalf_of ?? '']),
    ...opinions.flatMap(({ person: asked, on_behalf_of }) => [asked ?? '', on_behalf_of ?? '']),
  ]);
  const today = dayIn(settings.authority.timeZone, house.now());
  return {
    notesList: notes.map((note) => toNote(note, { person, mail, nameOf, settings, now: house.now() })),
    ...(tasks.length ? { tasks: tasks.map((task) => toTask(task, { person, mail, nameOf, settings, today })) } : {}),
    ...(consultations.length
      ? {
          consultations: consultations.map(({ id, question, mode, on_limit, state, asked_by, asked_by_name, asked_at, on_behalf_of }): Consultation => ({
            id,
            question,
            mode,
            onLimit: on_limit,
            state,
            askedBy: { id: asked_by, displayName: asked_by_name },
            for: on_behalf_of ? nameOf(on_behalf_of) : undefined,
            at: asked_at.toISOString(),
            opinions: opinions.filter(({ consultation_id }) => consultation_id === id).map((opinion) => toOpinion(opinion, { person, mail, nameOf, settings, today })),
          })),
        }
      : {}),
  };
}

interface Shown {
  readonly person: Person;
  readonly mail: MailRow;
  readonly nameOf: (id: string) => { id: string; displayName: string };
  readonly settings: Settings;
}

function toNote(note: NoteRow, { person, mail, nameOf, settings, now }: Shown & { readonly now: Date }): Note {
  const groups = note.audience.filter((one) => one.startsWith('GROUP_'));
  return {
    id: note.id,
    text: note.text,
    author: { ...nameOf(note.author), displayName: note.author_name },
    at: note.created_at.toISOString(),
    changedAt: note.changed_at?.toISOString(),
    visibility: note.visibility,
    seenBy: note.visibility === 'service' ? groups.map((group) => labelOfGroup(group, settings)) : note.visibility === 'persons' ? note.audience.map((id) => nameOf(id).displayName) : undefined,
    persons: note.visibility === 'persons' ? note.audience : undefined,
    mentions: note.mentions.map(nameOf),
    mayChange: mayChangeNote(person, { author: note.author, createdAt: note.created_at }, { open: isOpen(mail.state), state: mail.state }, now),
  };
}

/** What people call a group of ours. */
function labelOfGroup(group: string, { services }: Pick<Settings, 'services'>): string {
  return services.find(({ code }) => group === `GROUP_GEC_S_${code}`)?.label ?? group.replace(/^GROUP_GEC_/, '');
}

/** A task as it is shown, on its mail or in a list. */
export function toTask(task: TaskRow, { person, mail, nameOf, settings, today }: Shown & { readonly today: string }): Task {
  return {
    id: task.id,
    title: task.title,
    assignees: task.assignees.map(nameOf),
    dueOn: task.due_on ?? undefined,
    remindOn: task.remind_on ?? undefined,
    workingDaysLeft: task.due_on && task.state === 'open' ? workingDaysLeft(today, task.due_on, settings.calendar) : undefined,
    state: task.state,
    createdBy: nameOf(task.created_by),
    at: task.created_at.toISOString(),
    endedBy: task.ended_by ? nameOf(task.ended_by) : undefined,
    endedAt: task.ended_at?.toISOString(),
    for: task.on_behalf_of ? nameOf(task.on_behalf_of) : undefined,
    mayEnd: mayEndTask(person, { assignees: task.assignees, createdBy: task.created_by }, forRights(mail)) !== undefined,
  };
}

/** An opinion as it is shown, on its mail or in a list. */
export function toOpinion(opinion: OpinionRow, { person, mail, nameOf, settings, today }: Shown & { readonly today: string }): Consultation['opinions'][number] {
  const service = settings.services.find(({ code }) => code === opinion.service);
  return {
    id: opinion.id,
    position: opinion.position,
    person: opinion.person ? nameOf(opinion.person) : undefined,
    service: opinion.service ?? undefined,
    serviceLabel: opinion.service ? (service?.label ?? opinion.service) : undefined,
    inCopy: opinion.copied || undefined,
    state: opinion.state,
    dueOn: opinion.due_on ?? undefined,
    workingDays: opinion.working_days ?? undefined,
    workingDaysLeft: opinion.due_on && (opinion.state === 'asked' || opinion.state === 'passed') ? workingDaysLeft(today, opinion.due_on, settings.calendar) : undefined,
    verdict: opinion.verdict ?? undefined,
    words: opinion.words ?? undefined,
    documentId: opinion.document_id ?? undefined,
    givenBy: opinion.given_by ? { id: opinion.given_by, displayName: opinion.given_by_name ?? opinion.given_by } : undefined,
    givenAt: opinion.given_at?.toISOString(),
    for: opinion.on_behalf_of ? nameOf(opinion.on_behalf_of) : undefined,
    mayGive: mayAnswerOpinion(person, { person: opinion.person ?? undefined, service: opinion.service ?? undefined, state: opinion.state }, forRights(mail)) !== undefined,
    askedAgain: opinion.asked_again_of !== null || undefined,
  };
}

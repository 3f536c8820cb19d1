import { dayIn, headGroup, secretariatGroup } from '@bannette/domain';
import { displayNames, type House, type Listening } from '@bannette/house';
import type { JournalEntry, Tx } from '@bannette/store';
import { delegatesOf } from './delegates.js';
import { notify } from './tell.js';

type Power = 'treat' | 'opinions' | undefined;

/** What people are told of an entry: who, as what, and with which power others replace them in it. */
interface Told {
  readonly kind: string;
  readonly persons?: readonly string[];
  readonly services?: readonly string[];
  readonly power?: Power;
  readonly day?: string;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []);
const one = (value: unknown): string[] => (typeof value === 'string' && value ? [value] : []);

/** What each entry on a mail says to whom. */
const sayings: { readonly [type: string]: (data: JournalEntry['data']) => readonly Told[] } = {
  'mail.assigned': ({ assignee }) => [{ kind: 'work.assigned', persons: one(assignee), power: 'treat' }],
  'mail.noted': ({ mentions }) => [{ kind: 'work.mentioned', persons: textsOf(mentions) }],
  'mail.noteChanged': ({ mentions }) => [{ kind: 'work.mentioned', persons: textsOf(mentions) }],
  'mail.taskAdded': ({ assignees, dueOn }) => [{ kind: 'work.taskGiven', persons: textsOf(assignees), power: 'treat', day: textOf(dueOn) }],
  'mail.taskChanged': ({ assignees }) => [{ kind: 'work.taskGiven', persons: textsOf(assignees), power: 'treat' }],
  'mail.taskDone': ({ by }) => [{ kind: 'work.taskDone', persons: one(by) }],
  'mail.opinionAsked': ({ person, service, dueOn }) => [{ kind: 'work.opinionAsked', persons: one(person), services: one(service), power: 'opinions', day: textOf(dueOn) }],
  'mail.opinionGiven': ({ askedBy }) => [{ kind: 'work.opinionGiven', persons: one(askedBy) }],
  'mail.opinionWithdrawn': ({ person }) => [{ kind: 'work.opinionWithdrawn', persons: one(person) }],
  'mail.letterRefused': ({ assignee, service }) => [{ kind: 'work.letterRefused', persons: one(assignee), services: one(service), power: 'treat' }],
  'mail.opinionLate': ({ askedBy, persons, services }) => [{ kind: 'work.opinionLate', persons: [...new Set([...textsOf(persons), ...one(askedBy)])], services: textsOf(services), power: 'opinions' }],
};

/** Hears what is asked of people on mails, and tells them, and who replaces them while they are away. */
export function tellOfWork(house: House): Listening {
  return {
    name: 'rgpd.work',
    types: [...Object.keys(sayings), 'work.reminded'],
    handle: async (entry, tx) => {
      const { data } = entry;
      const reminded = entry.type === 'work.reminded';
      const mailId = reminded ? String(data.mail) : entry.subjectId;
      const told = reminded ? [reminderOf(data)] : (sayings[entry.type]?.(data) ?? []);
      for (const each of told) await tellEach(house, tx, entry, mailId, each);
    },
  };
}

const reminderOf = ({ kind, step, persons, services, day }: JournalEntry['data']): Told => ({ kind: kind === 'task' ? (step === 'late' ? 'work.taskLate' : 'work.taskSoon') : 'work.opinionSoon', persons: textsOf(persons), services: textsOf(services), power: kind === 'task' ? 'treat' : 'opinions', day: textOf(day) });

async function tellEach(house: House, tx: Tx, entry: JournalEntry, mailId: string, { kind, persons = [], services = [], power, day }: Told): Promise<void> {
  if (!persons.length && !services.length) return;
  const mail = await tx.trx.selectFrom('mail').select(['chrono', 'type', 'service']).where('id', '=', mailId).executeTakeFirst();
  const params = { number: mail?.chrono ?? '', ...(day ? { day } : {}) };
  const about = { key: String(entry.seq), link: `/mails/${mailId}` };
  for (const audience of persons.filter((person) => person !== entry.actor)) await notify(tx, { ...about, audience, kind, params });
  for (const audience of services.flatMap((service) => [secretariatGroup(service), headGroup(service)])) await notify(tx, { ...about, audience, kind, params });
  if (!power) return;
  const settings = await house.settings();
  const replacing = await delegatesOf(tx, house.entityId, persons, dayIn(settings.authority.timeZone, house.now()), power, { type: mail?.type ?? undefined, service: mail?.service ?? undefined });
  const nameOf = await displayNames(tx.trx, replacing.map(({ delegator }) => delegator));
  for (const { delegate, delegator } of replacing.filter((each) => each.delegate !== entry.actor)) await notify(tx, { ...about, audience: delegate, kind: `${kind}For`, params: { ...params, person: nameOf(delegator).displayName } });
}

/** Hears of delegations, and tells both sides, except who has just made or ended it. */
export function tellOfDelegations(): Listening {
  return {
    name: 'rgpd.delegations',
    types: ['delegation.made', 'delegation.ended'],
    handle: async (entry, tx) => {
      const found = await tx.trx.selectFrom('delegation').selectAll().where('id', '=', entry.subjectId).executeTakeFirst();
      if (!found) return;
      const nameOf = await displayNames(tx.trx, [found.delegator]);
      const params = { person: nameOf(found.delegator).displayName, first: found.starts_on, ...(found.ends_on ? { last: found.ends_on } : {}) };
      const open = entry.type === 'delegation.made' && !found.ends_on ? 'Open' : '';
      for (const audience of [found.delegator, ...textsOf(entry.data.delegates)].filter((person) => person !== entry.actor)) {
        const side = audience === found.delegator ? 'Mine' : '';
        await notify(tx, { audience, kind: `${entry.type}${side}${open}`, key: String(entry.seq), params, link: '/delegations' });
      }
    },
  };
}


import { dayIn, priorityOf, readClock, runsFor, type ClockFacts, type ClockReading, type ClockSetting, type ClockStep, type Day, type Delay, type DocTypeSetting, type Settings } from '@bannette/domain';
import type { Because, Database } from '@bannette/store';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { MailHas, MailRow } from './row.js';

export type MissingRow = Selectable<Database['missing_pieces']>;
type Connection = Kysely<Database>;

/** The house's own promise for a type and priority, as a clock: it stands still while pieces are missing. */
export function treatmentClock(mail: Pick<MailRow, 'type' | 'unscanned' | 'priority'>, { types, unscanned }: Settings): ClockSetting | undefined {
  const kind = types.find(({ code }) => code === mail.type) ?? unscanned.find(({ code }) => code === mail.unscanned);
  const delay = (kind && urgentDelay(mail, kind)) ?? kind?.delay;
  return kind && delay && { code: 'TREATMENT', label: kind.label, kind: 'treatment', delay, channels: 'all', from: 'competentReceipt', onMissing: 'suspend', rollsOver: true, metBy: 'closing' };
}

/** The delay that a priority has of its own. */
const urgentDelay = (mail: Pick<MailRow, 'priority'>, kind: object): Delay | undefined => ('priorityDelays' in kind ? (kind as DocTypeSetting).priorityDelays?.[priorityOf(mail)] : undefined);

export interface Treatment {
  readonly day: Day;
  readonly because: Because;
}

/** By when a mail is to be treated, and each step that led there: the deadline on its envelope, or its type's delay by priority, less the days that it stood still. */
export function treatmentDue(mail: Pick<MailRow, 'type' | 'unscanned' | 'priority' | 'received_at' | 'channel' | 'envelope'>, settings: Settings, facts?: ClockFacts): Treatment | undefined {
  const { deadline } = mail.envelope ?? {};
  if (deadline) return { day: deadline, because: { code: 'due.deadline', params: {}, steps: [{ code: 'deadline', day: deadline }] } };
  const clock = treatmentClock(mail, settings);
  if (!clock || !mail.received_at) return undefined;
  const { due, because } = readClock(clock, facts ?? { channel: mail.channel, receivedOn: mail.received_at, missing: [] }, settings.calendar, mail.received_at);
  if (!due) return undefined;
  const urgent = settings.types.some((type) => type.code === mail.type && urgentDelay(mail, type));
  const [arrival, ...rest] = because;
  const steps: ClockStep[] = urgent && arrival ? [arrival, { code: 'priority', priority: priorityOf(mail) }, ...rest] : [...because];
  const of = <Code extends ClockStep['code']>(code: Code) => steps.filter((step): step is Extract<ClockStep, { code: Code }> => step.code === code);
  const days = of('suspended').reduce((sum, suspended) => sum + suspended.days, 0);
  const movedFrom = of('moved')[0]?.from;
  const params = { from: mail.received_at, amount: clock.delay.amount, unit: clock.delay.unit, ...(days ? { days } : movedFrom ? { movedFrom } : {}) };
  return { day: due, because: { code: days ? 'due.suspended' : 'due.delay', params, steps } };
}

/**
 * What moves the clocks of a mail, from its row, the pieces that were asked for, and the letters that answered it.
 * @param has where there is something of it, if that is known
 */
export async function clockFactsOf(db: Connection, mail: MailRow, settings: Settings, has: readonly MailHas[] = ['missing', 'answers', 'links']): Promise<{ readonly facts: ClockFacts | undefined; readonly missing: readonly MissingRow[] }> {
  const [missing, answer] = await Promise.all([
    !has.includes('missing') ? [] : db.selectFrom('missing_pieces').selectAll().where('mail_id', '=', mail.id).orderBy('asked_on').orderBy('id').execute(),
    has.includes('answers') || has.includes('links') ? answeredOn(db, mail.id) : undefined,
  ]);
  if (!mail.received_at) return { facts: undefined, missing };
  const closedOn = mail.closed_at ? dayIn(settings.authority.timeZone, mail.closed_at) : undefined;
  const facts: ClockFacts = {
    channel: mail.channel,
    receivedOn: mail.received_at,
    firstReceivedOn: mail.first_received_on ?? undefined,
    missing: missing.filter(({ unsent }) => !unsent).map(({ asked_on, until, completed_on }) => ({ askedOn: asked_on, until, completedOn: completed_on ?? undefined })),
    registrationReceiptOn: mail.registration_receipt_on ?? undefined,
    receiptOn: mail.receipt_on ?? undefined,
    extendedOn: mail.extended_on ?? undefined,
    answeredOn: answer,
    closedOn,
    transmittedOn: mail.transmitted_to ? closedOn : undefined,
  };
  return { facts, missing };
}

/** When its first answer left: one that was written here, or a letter that a person linked as its answer. */
async function answeredOn(db: Connection, id: string): Promise<Day | undefined> {
  const { rows } = await sql<{ day: Day | null }>`
    select min("departure_date") as day from (
      select * from mail where "answer_of" = ${id}
      union all select answer.* from mail_link join mail answer on answer.id = mail_link.from_id where mail_link.to_id = ${id} and mail_link.kind = 'answers' and answer.category = 'outgoing'
    ) answers where state <> 'voided' and coalesce("letter_kind", 'answer') = 'answer'`.execute(db);
  return rows[0]?.day ?? undefined;
}

/** The day at which silence became an acceptance: nobody answered until then, whatever came after. */
export const acceptedBySilence = (clocks: readonly Pick<ClockReading, 'kind' | 'state' | 'due'>[]): Day | undefined => clocks.find(({ kind, state }) => kind === 'silenceAccepts' && (state === 'passed' || state === 'metLate'))?.due;

/** The clocks of the law that run for a mail, as they stand on `today`; those that its type refers to and no settings know any more are left out. */
export function readClocks(mail: Pick<MailRow, 'type' | 'channel'>, facts: ClockFacts, settings: Settings, today: Day): readonly ClockReading[] {
  const codes = settings.types.find(({ code }) => code === mail.type)?.clocks ?? [];
  return codes.flatMap((code) => {
    const clock = settings.clocks.find((one) => one.code === code);
    return clock && runsFor(clock, mail.channel) ? [readClock(clock, facts, settings.calendar, today)] : [];
  });
}

import { dayIn, isCleared, isOpen, isRestricted, kindOf, replacesAssignee, workingDaysLeft, seesAllHolds, type Person, type Settings } from '@bannette/domain';
import type { MailLine } from '@bannette/http';
import { forRights, type MailLineRow } from './row.js';

/** What lines are shown with: who looks, when, and the settings' labels. */
export interface Looking {
  readonly person: Person;
  readonly settings: Settings;
  readonly now: Date;
  /** For those who keep the schedule: ordinary mails are described to them, though they may not open them. */
  readonly keepsSchedule?: boolean;
}

/** A list's line; for those who may not open the mail, only that it is there. */
export function toLine(mail: MailLineRow, looking: Looking): MailLine {
  const secrecy = forRights(mail);
  const masked = !isCleared(looking.person, secrecy) && !(looking.keepsSchedule && !isRestricted(secrecy));
  const plain = {
    id: mail.id,
    category: mail.category,
    kind: kindOf(mail),
    state: mail.state,
    chrono: mail.chrono ?? undefined,
    masked,
    service: mail.service ?? undefined,
    tray: mail.tray ?? undefined,
    channel: mail.channel,
    receivedAt: mail.received_at ?? undefined,
    deadline: deadlineOf(mail, looking, masked),
    confidentiality: mail.confidentiality,
    ...replacing(mail, looking.person),
    assignee: mail.assignee ? { id: mail.assignee, displayName: mail.assignee_name ?? mail.assignee } : undefined,
  };
  const held = mail.holds > 0 && (!masked || seesAllHolds(looking.person)) ? true : undefined;
  if (masked) return { ...plain, documents: 0, notes: 0, held };
  return {
    ...plain,
    departureDate: mail.departure_date ?? undefined,
    subject: mail.subject ?? mail.proposals.subject?.value,
    sender: mail.correspondent?.name ?? mail.proposals.senderName?.value,
    type: mail.type ?? undefined,
    site: mail.site ?? undefined,
    priority: mail.priority ?? undefined,
    typeLabel: labelOfType(mail.type ?? mail.proposals.type?.value, looking.settings),
    documents: Number(mail.document_count),
    notes: Number(mail.note_count),
    alerts: mail.open_alerts || undefined,
    held,
  };
}

/** Whom `person` replaces for this mail, which is assigned to them. */
function replacing(mail: MailLineRow, person: Person): Pick<MailLine, 'replacing'> {
  const replaced = mail.assignee && isOpen(mail.state) ? replacesAssignee(person, { assignee: mail.assignee, type: mail.type ?? undefined, service: mail.service ?? undefined })?.person : undefined;
  return replaced ? { replacing: { id: replaced.id, displayName: replaced.displayName } } : {};
}

/** The steps that led to it tell of its type, and so nothing to those who see a masked line. */
function deadlineOf(mail: MailLineRow, { settings, now }: Looking, masked: boolean): MailLine['deadline'] {
  if (!mail.due_date || !isOpen(mail.state)) return undefined;
  return { dueDate: mail.due_date, workingDaysLeft: daysLeft(dayIn(settings.authority.timeZone, now), mail.due_date, settings), because: masked ? undefined : (mail.due_because ?? undefined) };
}

export function labelOfType(type: string | undefined, settings: Settings): string | undefined {
  return settings.types.find(({ code }) => code === type)?.label ?? type;
}

/** Counted once for each due day: a list has many mails that are due on the same one. */
const counted = new WeakMap<object, Map<string, number>>();
const mostKept = 2_000;

function daysLeft(today: string, due: string, { calendar }: Pick<Settings, 'calendar'>): number {
  const known = counted.get(calendar) ?? new Map<string, number>();
  counted.set(calendar, known);
  const key = `${today} ${due}`;
  const left = known.get(key) ?? workingDaysLeft(today, due, calendar);
  if (known.size >= mostKept) known.clear();
  known.set(key, left);
  return left;
}

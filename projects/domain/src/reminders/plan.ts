import type { Day } from '../calendar/day.js';
import { addWorkingDays, workingDaysBefore } from '../calendar/working-days.js';
import { priorityOf } from '../mail/priority.js';
import type { Priority } from '../mail/vocabulary.js';
import { headGroup, secretariatGroup } from '../rights/groups.js';
import type { CalendarSetting } from '../settings/calendar.js';
import type { ReminderSetting, ReminderStep } from '../settings/reminders.js';
import type { Settings } from '../settings/settings.js';

/** What decides who is reminded of a mail, and when. */
export interface Reminded {
  readonly type: string | null;
  readonly priority: Priority | null;
  readonly service: string | null;
  readonly assignee?: string | null;
}

/** A reminder of a mail: who is told on which day. */
export interface Reminder extends ReminderStep {
  /** The same for the same step of any plan, so that nobody is told twice when plans change. */
  readonly step: string;
  readonly day: Day;
}

/** The plan of a mail: the first that fits. */
export function reminderPlanOf({ type, priority, service }: Reminded, plans: readonly ReminderSetting[]): ReminderSetting | undefined {
  const fits = (among: readonly string[], value: string | null): boolean => !among.length || among.includes(value ?? '');
  return plans.find((plan) => fits(plan.types, type) && fits(plan.priorities, priorityOf({ priority })) && fits(plan.services, service));
}

/** All reminders of a mail that is due on `due`, the first first. */
export function remindersOf(mail: Reminded, due: Day, { reminders, calendar }: Pick<Settings, 'reminders' | 'calendar'>): readonly Reminder[] {
  const steps = reminderPlanOf(mail, reminders)?.steps ?? [];
  return steps.map((step) => ({ ...step, step: `${step.offset}:${step.to}`, day: dayOf(due, step.offset, calendar) })).sort((a, b) => (a.day === b.day ? a.offset - b.offset : a.day < b.day ? -1 : 1));
}

/** Working days from the due day; on the day itself, or the last one worked before it. */
function dayOf(due: Day, offset: number, calendar: CalendarSetting): Day {
  return offset > 0 ? addWorkingDays(due, offset, calendar) : workingDaysBefore(due, -offset, calendar);
}

/** The group that is told, or the person; undefined where nobody is. */
export function audienceOf(to: ReminderStep['to'], { service, assignee }: Reminded, services: Settings['services']): { readonly group: string } | { readonly person: string } | undefined {
  if (to === 'assignee' && assignee) return { person: assignee };
  if (!service) return undefined;
  if (to === 'heads') return { group: headGroup(service) };
  return { group: to === 'directors' ? headGroup(directionOf(service, services)) : secretariatGroup(service) };
}

/** The direction that a service is part of; else the service at the top; itself when it is part of none. */
export function directionOf(service: string, services: Settings['services']): string {
  let at = services.find(({ code }) => code === service);
  const passed = new Set<string>();
  while (at?.parent && at.kind !== 'direction' && !passed.has(at.code)) {
    passed.add(at.code);
    const { parent } = at;
    at = services.find(({ code }) => code === parent) ?? at;
  }
  return at?.code ?? service;
}

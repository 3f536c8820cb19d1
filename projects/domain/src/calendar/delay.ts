import { addDays, addMonths, type Day } from './day.js';
import { addWorkingDays } from './working-days.js';
import type { CalendarSetting } from '../settings/calendar.js';
import type { Delay } from '../settings/doc-types.js';

/** A due day and its reason, as parameters of a sentence that the interface words. */
export interface DueDay {
  readonly day: Day;
  readonly because: { readonly from: Day; readonly amount: number; readonly unit: Delay['unit']; readonly movedFrom?: Day };
}

/** The day by which a mail that arrived on `arrival` is to be answered; a term that ends on a day not worked moves to the next one worked. */
export function dueDay(arrival: Day, delay: Delay, calendar: CalendarSetting): DueDay {
  const because = { from: arrival, amount: delay.amount, unit: delay.unit };
  if (delay.unit === 'workingDays') return { day: addWorkingDays(arrival, delay.amount, calendar), because };
  const term = delay.unit === 'months' ? addMonths(arrival, delay.amount) : addDays(arrival, delay.amount);
  const day = addWorkingDays(term, 0, calendar);
  return { day, because: day === term ? because : { ...because, movedFrom: term } };
}

import { addDays, type Day } from '../calendar/day.js';
import { addWorkingDays } from '../calendar/working-days.js';
import type { CampaignState } from '../elimination/states.js';
import type { CalendarSetting } from '../settings/calendar.js';

/** Moments of a campaign before which something may still be said: each is told to heads and the DPO, who take note of it. */
export const purgeWarnings = ['validated', 'approved', 'visaRecorded', 'soon'] as const;
export type PurgeWarning = (typeof purgeWarnings)[number];

/** The last day on which a warning told on `toldOn` can be taken note of without anybody else being told. */
export function acknowledgeBy(toldOn: Day, workingDays: number, calendar: CalendarSetting): Day {
  return addWorkingDays(toldOn, workingDays, calendar);
}

/** Whether a warning that nobody took note of goes on to the general direction: its day has passed, and the campaign still goes somewhere. */
export function isIgnored(today: Day, by: Day, state: CampaignState): boolean {
  return today > by && ['validated', 'approved', 'submitted', 'cooling', 'executing', 'stopped'].includes(state);
}

/** Whether execution that may begin on `startsOn` is told once more today. */
export function isTimeToTell(today: Day, startsOn: Day, daysBefore: number): boolean {
  return today >= addDays(startsOn, -daysBefore) && today <= startsOn;
}

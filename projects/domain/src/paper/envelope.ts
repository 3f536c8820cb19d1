import { instantAt } from '../calendar/local-time.js';
import { addDays, type Day } from '../calendar/day.js';

/** Days and times of an envelope, of the authority. */
export interface EnvelopeTimes {
  readonly receivedAt: Day;
  /** `HH:MM` at which it arrived. */
  readonly time?: string;
  readonly deadline?: Day;
  /** `HH:MM` until which bids are taken on that day; to its end unless told. */
  readonly deadlineTime?: string;
}

/** The instant from which a bid's envelope may be opened, and after which one comes too late; none without a deadline. */
export function deadlineOf({ deadline, deadlineTime }: EnvelopeTimes, timeZone: string): Date | undefined {
  if (!deadline) return undefined;
  return deadlineTime ? instantAt(timeZone, deadline, deadlineTime) : instantAt(timeZone, addDays(deadline, 1), '00:00');
}

/** Whether it came after the deadline (Code de la commande publique, R2151-5: such a bid is not opened). Where the minute is not known, only days count. */
export function cameLate({ receivedAt, time, deadline, deadlineTime }: EnvelopeTimes): boolean {
  if (!deadline) return false;
  return receivedAt > deadline || (receivedAt === deadline && !!time && !!deadlineTime && time > deadlineTime);
}

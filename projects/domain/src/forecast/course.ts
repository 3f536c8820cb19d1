import { weekdayOf, type Pace, type PastDay } from './pace.js';
import type { Day } from '../calendar/day.js';

/** An open mail, in the order of its tray. */
export interface QueuedMail {
  readonly id: string;
  readonly due?: Day;
  readonly type?: string;
}

/** One way that the next days may go. */
export interface Course {
  /** For each mail of the queue the working day on which it is treated, counted from 0; -1: not within the days looked at. */
  readonly treatedOn: Int32Array;
  /** Mails that are open at the end of each day, those that came meanwhile included. */
  readonly open: Int32Array;
}

export interface CourseOf {
  readonly queue: readonly QueuedMail[];
  /** Working days to come, the first one first. */
  readonly days: readonly Day[];
  readonly pace: Pace;
  readonly past: readonly PastDay[];
  readonly random: () => number;
  /** Against the service as it is. */
  readonly capacity: number;
}

const never = '9999-12-31';
/** Of a day's work; what floating point numbers leave over is no work. */
const nothing = 1e-9;

/**
 * Lets a service work: each day as much as on a past day drawn by lot, first what is due first. What came in on a past
 * day drawn by lot comes in again, and goes before what is due later.
 */
export function run({ queue, days, pace, past, random, capacity }: CourseOf): Course {
  const treatedOn = new Int32Array(queue.length).fill(-1);
  const open = new Int32Array(days.length);
  const usual = 1 / pace.perDay;
  const effortOf = (type: string | undefined): number => pace.effort.get(type ?? '') ?? usual;
  const arrived: { readonly due: Day; left: number }[] = [];
  let next = 0;
  let left = effortOf(queue[0]?.type);
  days.forEach((day, at) => {
    let work = capacity * (pace.weekdays[weekdayOf(day)] ?? 1) * (pick(pace.levels, random) ?? 1);
    for (;;) {
      const [came] = arrived;
      const first = queue[next];
      if (came && (!first || came.due < (first.due ?? never))) {
        const spent = Math.min(work, came.left);
        work -= spent;
        came.left -= spent;
        if (came.left > nothing) break;
        arrived.shift();
      } else if (first) {
        const spent = Math.min(work, left);
        work -= spent;
        left -= spent;
        if (left > nothing) break;
        treatedOn[next] = at;
        left = effortOf(queue[++next]?.type);
      } else break;
    }
    for (const { type, term } of pick(past, random)?.arrived ?? []) insert(arrived, { due: term === undefined ? never : (days[at + term] ?? never), left: effortOf(type) });
    open[at] = queue.length - next + arrived.length;
  });
  return { treatedOn, open };
}

const pick = <Value>(values: readonly Value[], random: () => number): Value | undefined => values[Math.floor(random() * values.length)];

/** Keeps what is due first in front. */
function insert(arrived: { readonly due: Day; left: number }[], mail: { readonly due: Day; left: number }): void {
  let [low, high] = [0, arrived.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((arrived[middle]?.due ?? never) <= mail.due) low = middle + 1;
    else high = middle;
  }
  arrived.splice(low, 0, mail);
}

/** A retention period as AGS writes it: a kind and an amount, `year|10`, `immediately|`. */
export interface Period {
  readonly kind: string;
  /** As written; empty where the kind needs none. */
  readonly expression: string;
}

/** Kinds that count in amounts; the others are points in time. */
const counted = new Set(['day', 'week', 'month', 'quarter', 'year', 'duration']);

export const periodKinds: ReadonlySet<string> = new Set([...counted, 'none', 'immediately', 'monthend', 'quarterend', 'yearend', 'fmend', 'fqend', 'fyend']);

export function parsePeriod(text: string): Period {
  const bar = text.indexOf('|');
  return bar < 0 ? { kind: text, expression: '' } : { kind: text.slice(0, bar), expression: text.slice(bar + 1) };
}

/** How the REST API keeps what it was given: kinds that don't count lose their amount. */
export const writtenPeriod = (kind: string, amount: number): string => `${kind}|${counted.has(kind) ? amount : ''}`;

export const amountOf = (period: Period): number => Number.parseInt(period.expression, 10) || 0;

/** Adds months as Java's calendar does: the 31st becomes the month's last day. UTC. */
function plusMonths(from: Date, months: number): Date {
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate();
  const at = new Date(from);
  at.setUTCDate(1);
  at.setUTCMonth(from.getUTCMonth() + months);
  at.setUTCDate(Math.min(from.getUTCDate(), last));
  return at;
}

const plusDays = (from: Date, days: number): Date => new Date(from.getTime() + days * 86_400_000);

/** The last midnight of a span of months that ends with the year; the next one when that day has come already. */
function endOf(from: Date, months: number, amount: number): Date {
  const spans = Math.floor(from.getUTCMonth() / months) + Math.max(1, amount);
  const end = new Date(Date.UTC(from.getUTCFullYear(), spans * months, 0));
  return end.getTime() > from.getTime() ? end : new Date(Date.UTC(from.getUTCFullYear(), (spans + 1) * months, 0));
}

const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

function plusDuration(from: Date, expression: string): Date | undefined {
  const parts = DURATION.exec(expression);
  if (parts === null) return undefined;
  const [years, months, days, hours, minutes, seconds] = parts.slice(1).map((one) => Number(one ?? 0));
  const day = plusDays(plusMonths(from, (years ?? 0) * 12 + (months ?? 0)), days ?? 0);
  return new Date(day.getTime() + (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000);
}

/**
 * The instant at which a period that begins at `from` is over; none for a period that never ends by itself.
 * Financial spans are those of the calendar, AGS's default. UTC.
 */
export function endOfPeriod(period: Period, from: Date): Date | undefined {
  const amount = amountOf(period);
  switch (period.kind) {
    case 'immediately': return from;
    case 'day': return plusDays(from, amount);
    case 'week': return plusDays(from, amount * 7);
    case 'month': return plusMonths(from, amount);
    case 'quarter': return plusMonths(from, amount * 3);
    case 'year': return plusMonths(from, amount * 12);
    case 'duration': return plusDuration(from, period.expression);
    case 'monthend': case 'fmend': return endOf(from, 1, amount);
    case 'quarterend': case 'fqend': return endOf(from, 3, amount);
    case 'yearend': case 'fyend': return endOf(from, 12, amount);
    default: return undefined;
  }
}

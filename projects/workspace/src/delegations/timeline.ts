import { addDays } from '@bannette/domain';

/** Weeks that are shown beside the list, from the one before this one. */
export const shownWeeks = 12;

/** The Monday of the week before `today`. */
export function firstMonday(today: string): string {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(today, -weekday - 7);
}

/** Where a period lies in the weeks that are shown: share of the width from the left, and its own width, in per cent; undefined outside of them. */
export function barOf({ startsOn, endsOn }: { readonly startsOn: string; readonly endsOn?: string }, from: string): { readonly left: number; readonly width: number; readonly open: boolean } | undefined {
  const days = shownWeeks * 7;
  const at = (day: string): number => Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
  const [start, end] = [Math.max(0, at(startsOn)), Math.min(days, endsOn ? at(endsOn) + 1 : days)];
  if (start >= days || end <= 0) return undefined;
  return { left: (start / days) * 100, width: ((end - start) / days) * 100, open: !endsOn };
}

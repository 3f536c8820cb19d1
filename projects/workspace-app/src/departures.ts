const key = 'bannette.departures';
const [most, withinMs] = [3, 60_000];

/** Whether to leave for the identity service without being asked: not a fourth time within a minute, which would be a loop. Counts this time. */
export function mayLeave(storage: Pick<Storage, 'getItem' | 'setItem'>, now: number): boolean {
  const recent = (storage.getItem(key) ?? '').split(',').map(Number).filter((time) => time > now - withinMs && time <= now);
  if (recent.length >= most) return false;
  storage.setItem(key, [...recent, now].join(','));
  return true;
}

/*
 * What differs from run to run is compared by relation: whatever stands for one recorded id must be one and the same here, wherever it is named.
 */

/** Ids of nodes, tickets, the numbers that records and their parts are given, the groups made for a record, checksums. */
const token = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|TICKET_[0-9a-f]{40}|\b\d{4}-\d{10}(?:\d{3})?\b|GROUP_IPR[RW]\d+|^-?\d{9,10}$/g;
/** Keys whose values the repository chooses: numbers, and names of links. */
const chosen = /^(\d{1,8}|(?=.*[A-Z])(?=.*[a-z])[\w-]{22})$/;
/** What tells only when or where something was kept. */
const passing: readonly (readonly [RegExp, string])[] = [
  [/\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2},? (?:\d{4}, \d{1,2}:\d\d:\d\d\s[AP]M|\d\d:\d\d:\d\d \w+ \d{4})/g, 'WHEN'],
  [/store:\/\/[\d/]+\//g, 'store://'],
  [/\b(id|dbTxnId)=\d+/g, '$1=#'],
  [/\bencoding=[\w-]+/g, 'encoding=#'],
];
const steady = (text: string): string => passing.reduce((at, [pattern, instead]) => at.replace(pattern, instead), text);
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(Z|[+-]\d\d:?\d\d)$/;
const day = 86_400_000;

export type Verdict = 'same' | 'other' | 'relation';

export interface Relations {
  /** An id that an exchange gave a name to. */
  bind(recorded: string, live: string): void;
  /** A text sent in a request: instants in it are determined. */
  sent(text: string): void;
  /** This run's id for a recorded one, if it is known; else the text as it is. */
  liveOf(recorded: string): string;
  knows(recorded: string): boolean;
  knowsLive(live: string): boolean;
  /** Compares texts; ids that nobody has seen yet are taken for each other. `owner` is the thing whose instants these are; a key names something by whatever text the repository chose. */
  texts(recorded: string, live: string, as: { readonly owner: string; readonly isKey: boolean }): Verdict;
}

export const isId = (text: string): boolean => new RegExp(`^(?:${token.source})$`).test(text);
/** Whether a text names something without saying what. */
export const isOpaque = (text: string): boolean => isId(text) || chosen.test(text);

/** Instants are alike when both have the same format and, unless they tell when something happened, lie about as far from the day of asking. */
function instants(recordedDay: number, liveDay: number) {
  const seen = new Map<string, string>();
  return (recorded: string, live: string, owner: string): Verdict => {
    const [one, other] = [instant.exec(recorded), instant.exec(live)];
    if (one === null || other === null || one[1] !== other[1]) return 'other';
    const [from, to] = [Date.parse(recorded) - recordedDay, Date.parse(live) - liveDay];
    if (Math.abs(from) > 2 * day && Math.abs(from - to) > 4 * day) return 'other';
    const key = `${owner} ${recorded}`;
    const before = seen.get(key);
    seen.set(key, before ?? live);
    return before === undefined || before === live ? 'same' : 'relation';
  };
}

/**
 * @param recordedAt when the recordings were made, as far as their answers tell
 * @param now this run's moment
 */
export function relationsOf(recordedAt: number, now = Date.now()): Relations {
  const byRecorded = new Map<string, string>();
  const byLive = new Map<string, string>();
  const named = new Map<string, string>();
  const determined = new Set<string>();
  const clock = instants(recordedAt, now);

  function learn(recorded: string, live: string): boolean {
    const [known, taken] = [byRecorded.get(recorded), byLive.get(live)];
    if (known !== undefined || taken !== undefined) return known === live && taken === recorded;
    byRecorded.set(recorded, live);
    byLive.set(live, recorded);
    return true;
  }

  function ids(given: string, found: string): Verdict {
    const [recorded, live] = [steady(given), steady(found)];
    if (recorded.replace(token, '#') !== live.replace(token, '#')) return 'other';
    const [ours, theirs] = [recorded.match(token) ?? [], live.match(token) ?? []];
    return ours.map((one, index) => learn(one, theirs[index] ?? '')).every(Boolean) ? 'same' : 'relation';
  }

  return {
    bind: (recorded, live) => void (isId(recorded) ? learn(recorded, live) : named.set(recorded, live)),
    sent(text) {
      for (const [found] of text.matchAll(/\d{4}-\d\d-\d\d/g)) determined.add(found);
    },
    liveOf: (recorded) => named.get(recorded) ?? recorded.replace(token, (one) => byRecorded.get(one) ?? one),
    knows: (recorded) => byRecorded.has(recorded) || named.has(recorded),
    knowsLive: (live) => byLive.has(live),
    texts(recorded, live, { owner, isKey }) {
      if (isKey && !named.has(recorded) && chosen.test(recorded) && chosen.test(live)) named.set(recorded, live);
      if (isKey && named.has(recorded)) return named.get(recorded) === live ? 'same' : 'relation';
      if (instant.test(recorded) && !determined.has(recorded.slice(0, 10))) return clock(recorded, live, owner);
      return ids(recorded, live);
    },
  };
}

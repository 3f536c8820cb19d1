import { compared, type Difference } from './compare.js';
import type { Rule } from './construction.js';
import type { Area, Recorded } from './recording.js';
import type { Relations } from './relations.js';
import { ask, type Account, type Answer } from './request.js';
import { filled, picked, unfilled, type Variables } from './variables.js';

/** `notOffered`: 501 where the recorded repository did something, or a question about what that would have made. `notCompared`: the answer would need a search index. */
export type Judgement = 'honoured' | 'different' | 'notOffered' | 'notCompared';

export interface Judged {
  readonly id: string;
  /** Method and path as asked. */
  readonly request: string;
  readonly judgement: Judgement;
  readonly differences: readonly Difference[];
  /** Names that the request needed and no earlier answer gave. */
  readonly unknown: readonly string[];
}

export interface AreaOutcome {
  readonly area: string;
  readonly exchanges: readonly Judged[];
}

/** What a replay remembers from one exchange to the next, and from area to area. */
export interface Memory {
  readonly variables: Variables;
  readonly dates: Map<string, string>;
  readonly relations: Relations;
  /** Names that were not given because the repository does not offer what gives them. */
  readonly lacking: Set<string>;
  readonly rules: readonly Rule[];
}

export interface Target {
  /** Origin, without a path. */
  readonly url: string;
  readonly account: Account;
}

const templates = ({ request }: Recorded): string => JSON.stringify([request.pathTemplate, request.bodyTemplate, request.bodyTextTemplate, request.multipart, request.user]);

function remember(recorded: Recorded, answer: Answer, { variables, dates, relations, lacking }: Memory): void {
  for (const [name, path] of Object.entries(recorded.binds ?? {})) {
    const [theirs, ours] = [picked(recorded.response.body, path), picked(answer.body, path)];
    if (ours !== undefined) variables.set(name, ours);
    else variables.delete(name);
    if (ours === undefined && answer.status === 501) lacking.add(name);
    else lacking.delete(name);
    if (ours !== undefined && theirs !== undefined) relations.bind(theirs, ours);
  }
  for (const name of ['last-modified', 'etag']) {
    const [theirs, ours] = [recorded.response.headers?.[name], answer.headers.get(name)];
    if (theirs !== undefined && ours !== null) dates.set(theirs, ours);
  }
}

/** @param lacks whether the request names something that would have come from what is not offered */
function judged(recorded: Recorded, answer: Answer, differences: readonly Difference[], lacks: boolean): Judgement {
  if (recorded.indexNeeded === true) return 'notCompared';
  if (differences.length === 0) return 'honoured';
  return lacks || (answer.status === 501 && recorded.response.status !== 501) ? 'notOffered' : 'different';
}

async function play(recorded: Recorded, target: Target, memory: Memory): Promise<Judged> {
  const request = `${recorded.request.method} ${filled(recorded.request.pathTemplate, memory.variables)}`;
  const asked = { id: recorded.id, request, unknown: unfilled(templates(recorded), memory.variables) };
  memory.relations.sent(templates(recorded));
  try {
    const answer = await ask(target.url, recorded.request, memory.variables, target.account, memory.dates);
    remember(recorded, answer, memory);
    const differences = recorded.indexNeeded === true ? [] : compared(recorded, answer, memory.relations, memory.rules);
    return { ...asked, judgement: judged(recorded, answer, differences, asked.unknown.some((name) => memory.lacking.has(name))), differences };
  } catch (error) {
    return { ...asked, judgement: 'different', differences: [{ what: 'noAnswer', path: '', expected: String(recorded.response.status), found: error instanceof Error ? error.message : String(error) }] };
  }
}

/** Plays an area's exchanges one after another and tells where the repository answers otherwise. */
export async function replay(area: Area, target: Target, memory: Memory): Promise<AreaOutcome> {
  for (const [name, value] of Object.entries(area.given)) memory.variables.set(name, value);
  const exchanges: Judged[] = [];
  for (const recorded of area.exchanges) {
    const one = await play(recorded, target, memory);
    if (recorded.silent !== true) exchanges.push(one);
  }
  return { area: area.area, exchanges };
}

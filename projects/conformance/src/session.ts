import { exampleModel, renamesRoot, rules, rulesInUse } from './construction.js';
import { hasRecordsSite, isFresh, prefixIsFree, recordedRootName, rootName } from './guard.js';
import { areasIn, readArea, type Area, type Recorded } from './recording.js';
import { relationsOf } from './relations.js';
import { replay, type AreaOutcome, type Memory, type Target } from './replay.js';
import { drawnSubstitution, substituted } from './substitution.js';

export interface Session {
  readonly target: Target;
  /** Where the recordings are. */
  readonly corpus: string;
  /** Two-digit numbers. */
  readonly areas: readonly string[];
  /** Told as soon as an area is through. */
  readonly onArea?: (outcome: AreaOutcome) => void;
  /** Told what the reader of a report should know. */
  readonly onRemark?: (remark: string) => void;
}

/** When recordings were made: the first moment at which something in them was created. */
export function recordedAt(areas: readonly Area[]): number {
  const found = /"createdAt":"(\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d{4}))"/.exec(JSON.stringify(areas.map((one) => one.exchanges.map(({ response }) => response.body))));
  return found === null ? Date.now() : Date.parse(found[1] ?? '');
}

const deploysModel = ({ request }: Recorded): boolean => request.multipart?.some((one) => one.text?.includes(`prefix="${exampleModel.prefix}"`)) ?? false;

/** What an area needs from one that is not played: the model that 04 deploys, the site that 09 makes. Played, not judged. */
function preparations(number: string, areas: readonly string[], corpus: string, recordsSite: boolean): Area | undefined {
  const of = (area: string, wanted: (one: Recorded, index: number, all: readonly Recorded[]) => boolean): Area => {
    const whole = readArea(corpus, area);
    return { ...whole, exchanges: whole.exchanges.filter(wanted) };
  };
  if (number === '05' && !areas.includes('04')) {
    return of('04', (_one, index, all) => index <= all.findIndex(deploysModel) + 1);
  }
  if (number === '10' && !areas.includes('09') && !recordsSite) return of('09', ({ request, response }) => request.method === 'POST' && /\/gs-sites$/.test(request.pathTemplate) && response.status === 201);
  return undefined;
}

const putBack = (name: string): Recorded => ({
  id: 'root-name-back', silent: true, response: { status: 200 },
  request: { method: 'PUT', pathTemplate: '/alfresco/api/-default-/public/alfresco/versions/1/nodes/-root-', user: 'admin', headers: { 'Content-Type': 'application/json' }, bodyTemplate: { name } },
});

/** The area as this repository has to play it: its root has its own name, and gets it back. */
function adapted(area: Area, name: string): Area {
  const named = name === recordedRootName ? area.exchanges : area.exchanges.map((one) => JSON.parse(JSON.stringify(one).replaceAll(`/${recordedRootName}`, `/${name}`).replaceAll(`"name":"${recordedRootName}"`, `"name":${JSON.stringify(name)}`)) as Recorded);
  return { ...area, exchanges: named.flatMap((one) => (one.id === renamesRoot ? [one, putBack(name)] : [one])) };
}

/** Plays areas against a repository that may be written to. Run `guard` before. */
export async function playAreas({ target, corpus, areas, onArea, onRemark }: Session): Promise<readonly AreaOutcome[]> {
  let by = drawnSubstitution(target.account.user);
  while (!(await prefixIsFree(target, by.prefix))) by = drawnSubstitution(target.account.user);
  const [recordsSite, root, fresh] = [await hasRecordsSite(target), await rootName(target), await isFresh(target)];
  if (!fresh) onRemark?.('This repository was used before: what its shared lists hold besides, and how many, is not compared.');
  if (recordsSite && areas.includes('09')) onRemark?.('The records management site is there already: what area 09 records of its creation differs, and so may what it holds.');
  const read = areas.map((number) => ({ number, area: readArea(corpus, number) }));
  const memory: Memory = { variables: new Map(), dates: new Map(), lacking: new Set(), rules: fresh ? rules : [...rulesInUse, ...rules], relations: relationsOf(recordedAt(read.map(({ area }) => area))) };
  const runs = areasIn(corpus).flatMap((number) => readArea(corpus, number).given['run'] ?? []);
  const outcomes: AreaOutcome[] = [];
  for (const { number, area } of read) {
    const before = preparations(number, areas, corpus, recordsSite);
    if (before !== undefined) await replay(substituted(before, by, runs), target, memory);
    const outcome = await replay(substituted(adapted(area, root), by, runs), target, memory);
    outcomes.push(outcome);
    onArea?.(outcome);
  }
  return outcomes;
}

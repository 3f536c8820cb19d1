import type { Area } from './recording.js';
import { exampleModel } from './construction.js';

/** What a replay puts in the place of what the recordings name. */
export interface Substitution {
  /** Prefix of the example model; as long as the recorded one, so that sizes stay the same. */
  readonly prefix: string;
  /** Added to each area's recorded `run`, so that names are new and sort as they did. */
  readonly runOffset: number;
  /** Who stands for the recorded administrator. */
  readonly administrator: string;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const draw = (from: string): string => from[Math.floor(Math.random() * from.length)] ?? 'x';

/** A prefix of three characters that no model of Alfresco's has: letter, digit, letter. */
export function drawnSubstitution(administrator: string): Substitution {
  return { prefix: `${exampleModel.prefix[0] ?? 'g'}${draw('0123456789')}${draw(letters)}`, runOffset: 1 + Math.floor(Math.random() * 600_000), administrator };
}

const id = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';
const prefixed = new RegExp(String.raw`(?<![A-Za-z0-9])${exampleModel.prefix}(?=[:_\\"/}]|%3A|model|Model|$)`, 'g');

/** The example model's prefix, wherever it is written: names, URIs, file names, queries, paths. */
export const withPrefix = (text: string, prefix: string): string => text.replace(prefixed, prefix);

/** The runs' numbers, but not where they are digits of an id by chance. */
function withRuns(text: string, runs: readonly string[], offset: number): string {
  return runs.length === 0 ? text : text.replace(new RegExp(`${id}|${runs.join('|')}`, 'g'), (found) => (runs.includes(found) ? runOf(found, offset) : found));
}

function withAdministrator(text: string, name: string): string {
  if (name === 'admin') return text;
  return text.replaceAll('"admin"', JSON.stringify(name)).replace(/(people\/)admin(?=["/?])/g, `$1${encodeURIComponent(name)}`);
}

export const runOf = (recorded: string, offset: number): string => String(Number(recorded) + offset).padStart(recorded.length, '0').slice(-recorded.length);

/**
 * The area as if it had been recorded with this replay's names, in requests and answers.
 * @param runs numbers of all runs that were recorded: answers of one area may name what another made
 */
export function substituted(area: Area, by: Substitution, runs: readonly string[]): Area {
  const replace = (text: string): string => withRuns(withAdministrator(withPrefix(text, by.prefix), by.administrator), runs, by.runOffset);
  const run = area.given['run'];
  return {
    area: area.area,
    given: { ...area.given, ...(run === undefined ? {} : { run: runOf(run, by.runOffset) }) },
    exchanges: area.exchanges.map((one) => JSON.parse(replace(JSON.stringify(one))) as typeof one),
  };
}

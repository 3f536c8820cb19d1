import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { areasIn } from './recording.js';

export interface Options {
  /** Absent: an embedded repository. */
  readonly url?: string;
  readonly user: string;
  readonly password: string;
  readonly yesDisposable: boolean;
  readonly corpus: string;
  readonly areas: readonly string[];
  readonly diff: boolean;
  readonly json?: string;
}

export class UsageError extends Error {}

export const usage = `npm run conformance -- --embedded | --url URL --user USER --password PASSWORD --yes-disposable
  --corpus DIR   recordings (default: alfresco-corpus in $BANNETTE_SHARED, else in ../shared)
  --area 03,09   these areas only
  --diff         every difference, not only the first of each exchange
  --json FILE    writes the outcome there`;

const recordings = (root: string): string => join(process.env['BANNETTE_SHARED'] ?? join(root, '..', 'shared'), 'alfresco-corpus');

/** Reads the command line. @throws UsageError */
export function readOptions(args: readonly string[], root: string): Options {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({ args: [...args], options: { embedded: flag, url: text, user: text, password: text, 'yes-disposable': flag, corpus: text, area: text, diff: flag, json: text } });
  if (values.embedded === (values.url !== undefined)) throw new UsageError('Say either --embedded or --url.');
  if (values.url !== undefined && (values.user === undefined || values.password === undefined)) throw new UsageError('--url needs --user and --password.');
  const corpus = values.corpus ?? recordings(root);
  const present = areasIn(corpus);
  if (!existsSync(corpus) || present.length === 0) throw new UsageError(`No recordings in ${corpus}.`);
  const areas = (values.area ?? present.join()).split(',').map((one) => one.trim().padStart(2, '0'));
  const unknown = areas.filter((one) => !present.includes(one));
  if (unknown.length > 0) throw new UsageError(`No recordings of area ${unknown.join(', ')} in ${corpus} (there are ${present.join(', ')}).`);
  return {
    ...(values.url === undefined ? {} : { url: new URL(values.url).origin }),
    user: values.user ?? 'admin', password: values.password ?? 'admin',
    yesDisposable: values['yes-disposable'] === true, corpus, areas: [...areas].sort(), diff: values.diff === true,
    ...(values.json === undefined ? {} : { json: values.json }),
  };
}

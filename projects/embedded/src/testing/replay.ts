import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { basic } from './client.js';

/** One recorded exchange with a real repository. */
interface Recorded {
  readonly id: string;
  readonly indexNeeded?: boolean;
  readonly binds?: Readonly<Record<string, string>>;
  readonly request: {
    readonly method: string;
    readonly pathTemplate: string;
    readonly user: string | null;
    readonly headers?: Readonly<Record<string, string>>;
    readonly bodyTemplate?: unknown;
    readonly bodyTextTemplate?: string;
    readonly multipart?: readonly { readonly name: string; readonly filename?: string; readonly text?: string; readonly value?: string; readonly contentType?: string; readonly raw?: { readonly base64: string } }[];
  };
  readonly response: { readonly status: number; readonly body?: unknown; readonly bodyText?: string; readonly brokenBody?: unknown; readonly headers?: Readonly<Record<string, string>> };
}

export interface Difference {
  readonly id: string;
  readonly why: string;
}

export interface Outcome {
  readonly compared: number;
  readonly differences: readonly Difference[];
}

type Variables = Map<string, string>;

const filled = (text: string, variables: Variables): string => text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => variables.get(name) ?? whole);

function picked(body: unknown, path: string): string | undefined {
  const steps = path.replace(/^\$\.?/, '').split(/[.[\]]+/).filter((one) => one !== '');
  const found = steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], body);
  return found === undefined ? undefined : String(found);
}

function authorization(user: string | null, variables: Variables): string | undefined {
  if (user === null) return undefined;
  if (user === 'ticket') return `Basic ${Buffer.from(variables.get('ticket') ?? '').toString('base64')}`;
  if (user === 'admin') return basic('admin', 'admin');
  const named = filled(user, variables);
  return named.includes(':') ? basic(named.slice(0, named.indexOf(':')), named.slice(named.indexOf(':') + 1)) : basic(named, 'secret1');
}

function requestBody(request: Recorded['request'], variables: Variables): FormData | string | undefined {
  if (request.multipart !== undefined) {
    const form = new FormData();
    for (const part of request.multipart) {
      if (part.filename === undefined) form.append(part.name, filled(part.value ?? '', variables));
      else form.append(part.name, new Blob([part.raw === undefined ? filled(part.text ?? '', variables) : Buffer.from(part.raw.base64, 'base64')], part.contentType === undefined ? {} : { type: part.contentType }), filled(part.filename, variables));
    }
    return form;
  }
  if (request.bodyTextTemplate !== undefined) return filled(request.bodyTextTemplate, variables);
  if (request.bodyTemplate === undefined) return undefined;
  return typeof request.bodyTemplate === 'string' ? filled(request.bodyTemplate, variables) : filled(JSON.stringify(request.bodyTemplate), variables);
}

/** Ids and running numbers differ from run to run; lists of Java's fields are not to be imitated in their order. */
const stable = (key: unknown): string =>
  String(key ?? '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replace(/\b\d{8} /g, '').replace(/\s*\((class|through|error).*$/s, '').replace(/\n at \[Source.*$/s, '').replace(/, problem: \d+ /, ', problem: ').replace(/\[[\w-]{22}\]/, '[SHARED]');

const idOf = (value: unknown): unknown => (value as { id?: unknown } | null)?.id;

const volatile = new Set(['id', 'guid', 'parentId', 'createdAt', 'modifiedAt', 'archivedAt', 'encoding', 'briefSummary', 'logId', 'targetId', 'childId', 'jobId', 'errorKey', 'nodeId']);

/** Differences of plain values, for finding faults by hand; ids, instants and guessed encodings don't count. */
export function valueDifference(expected: unknown, found: unknown, path = '$'): string | undefined {
  if (typeof expected !== 'object' || expected === null || typeof found !== 'object' || found === null) {
    const same = String(expected).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID') === String(found).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID');
    return same || volatile.has(path.split('.').pop() ?? '') || /^\d{4}-\d\d-\d\dT/.test(String(expected)) ? undefined : `${path}: ${String(expected)} expected, ${String(found)} found`;
  }
  const entries = Object.entries(expected as Record<string, unknown>);
  if (Array.isArray(expected) && (expected as unknown[]).every((one) => typeof one === 'string')) return [...(expected as string[])].sort().join() === [...(found as string[])].sort().join() ? undefined : `${path}: ${String(expected)} expected, ${String(found)} found`;
  return entries.map(([key, value]) => valueDifference(value, (found as Record<string, unknown>)[key], `${path}.${key}`)).find((one) => one !== undefined);
}

/** Lists of named definitions come in no order: they are compared name by name; of other lists the first elements are compared. */
function elementDifference(expected: readonly unknown[], found: readonly unknown[], path: string): string | undefined {
  if (!expected.every((one) => String(idOf(one)).includes(':'))) return shapeDifference(expected[0], found[0], `${path}[0]`);
  for (const one of expected) {
    const other = found.find((candidate) => idOf(candidate) === idOf(one));
    const difference = other === undefined ? `${path}: ${String(idOf(one))} is missing` : shapeDifference(one, other, `${path}[${String(idOf(one))}]`);
    if (difference !== undefined) return difference;
  }
  return expected.length === found.length ? undefined : `${path}: ${expected.length} expected, ${found.length} found`;
}

function shapeDifference(expected: unknown, found: unknown, path: string): string | undefined {
  const kind = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);
  if (kind(expected) !== kind(found)) return `${path}: ${kind(expected)} expected, ${kind(found)} found`;
  if (Array.isArray(expected) && Array.isArray(found)) {
    if ((expected.length === 0) !== (found.length === 0)) return `${path}: ${expected.length} expected, ${found.length} found`;
    return expected.length === 0 ? undefined : elementDifference(expected, found, path);
  }
  if (typeof expected !== 'object' || expected === null) return undefined;
  const [one, other] = [expected as Record<string, unknown>, found as Record<string, unknown>];
  for (const key of Object.keys(one)) {
    if (!(key in other)) return `${path}.${key} is missing`;
    const difference = shapeDifference(one[key], other[key], `${path}.${key}`);
    if (difference !== undefined) return difference;
  }
  const added = Object.keys(other).find((key) => !(key in one));
  return added === undefined ? undefined : `${path}.${added} is too much`;
}

function compare(recorded: Recorded, status: number, body: unknown): string | undefined {
  const { response } = recorded;
  if (status !== response.status) return `status ${response.status} expected, ${status} found (${stable((body as { error?: { errorKey?: string; briefSummary?: string } } | undefined)?.error?.briefSummary).slice(0, 120)})`;
  if (response.brokenBody !== undefined || response.body === undefined) return undefined;
  const [expected, found] = [(response.body as { error?: { errorKey?: string } }).error, (body as { error?: { errorKey?: string } } | undefined)?.error];
  if (expected !== undefined && stable(expected.errorKey) !== stable(found?.errorKey)) return `errorKey ${stable(expected.errorKey)} expected, ${stable(found?.errorKey)} found`;
  return shapeDifference(response.body, body, '$');
}

/** Plays recorded exchanges, one after another, against a running repository and tells where it answers otherwise. */
export function replayer(origin: string, values = false) {
  const variables: Variables = new Map();
  const dates = new Map<string, string>();

  async function play(recorded: Recorded): Promise<{ status: number; body: unknown }> {
    const { request } = recorded;
    const credentials = authorization(request.user, variables);
    const body = requestBody(request, variables);
    const headers = new Headers(body instanceof FormData ? {} : { ...request.headers });
    for (const [name, value] of headers) headers.set(name, dates.get(value) ?? value);
    if (credentials !== undefined) headers.set('authorization', credentials);
    const answer = await fetch(new URL(filled(request.pathTemplate, variables).replaceAll('#', '%23'), origin), { method: request.method, headers, ...(body === undefined ? {} : { body }), signal: AbortSignal.timeout(20_000) });
    const [ours, theirs] = [answer.headers.get('last-modified'), recorded.response.headers?.['last-modified']];
    if (ours !== null && theirs !== undefined) dates.set(theirs, ours);
    const text = await answer.text();
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch {
      parsed = undefined;
    }
    return { status: answer.status, body: parsed };
  }

  async function replay(directory: string, area: string): Promise<Outcome> {
    const file = JSON.parse(readFileSync(join(directory, `${area}.json`), 'utf8')) as { given: Record<string, string>; exchanges: Recorded[] };
    for (const [name, value] of Object.entries(file.given)) variables.set(name, value);
    const differences: Difference[] = [];
    let compared = 0;
    for (const recorded of file.exchanges) {
      const { status, body } = await play(recorded);
      for (const [name, path] of Object.entries(recorded.binds ?? {})) {
        const value = picked(body, path);
        if (value !== undefined) variables.set(name, value);
      }
      if (recorded.indexNeeded === true) continue;
      compared += 1;
      const why = compare(recorded, status, body) ?? (values && recorded.response.body !== undefined ? valueDifference(recorded.response.body, body) : undefined);
      if (why !== undefined) differences.push({ id: recorded.id, why });
    }
    return { compared, differences };
  }

  return { area: replay, given: variables };
}

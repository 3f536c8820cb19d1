import type { Latitude, Rule } from './construction.js';
import { paired } from './lists.js';
import type { Recorded } from './recording.js';
import type { Relations } from './relations.js';
import type { Answer } from './request.js';
import { kindOf, shapeDifference } from './shape.js';

/** One place where an answer is not as recorded. `what` says in which respect. */
export interface Difference {
  readonly what: 'status' | 'contentType' | 'errorKey' | 'missing' | 'tooMuch' | 'kind' | 'value' | 'order' | 'relation' | 'noAnswer';
  /** Where in the body: `$.list.pagination.count`. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

interface Place {
  readonly path: string;
  /** The path without which element: what rules name. */
  readonly general: string;
  /** Recorded id of the thing described here. */
  readonly owner: string;
  readonly key: string;
}

/** Where the repository gives names and running numbers of its own. */
const isGiven = ({ general, key }: Place, text: string): boolean => /id$/i.test(key) || (/\.changedValues\[\]\.(new|previous)$/.test(general) && /^\d{3,}$/.test(text));

const shown = (value: unknown): string => (value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 300);

/** Java's own words about fields and places in a text are no part of a contract, nor are running numbers. */
const steadyKey = (key: unknown): string =>
  String(key ?? '').replace(/\b\d{8} /g, '').replace(/\s*\((class|through|error|status:).*$/s, '').replace(/\n at \[Source.*$/s, '').replace(/, problem: \d+ /, ', problem: ');

function comparison(applicable: readonly Rule[], relations: Relations) {
  const differences: Difference[] = [];
  const add = (what: Difference['what'], place: Place, expected: unknown, found: unknown): void => void differences.push({ what, path: place.path, expected: shown(expected), found: shown(found) });
  const allowed = (place: Place): Latitude | undefined => applicable.find((rule) => rule.at.test(place.general))?.allow;

  function texts(expected: string, found: string, place: Place): void {
    const [one, other] = place.key === 'message' ? [steadyKey(expected), steadyKey(found)] : [expected, found];
    const verdict = relations.texts(one, other, { owner: place.owner, isKey: isGiven(place, expected) });
    if (verdict !== 'same') add(verdict === 'other' ? 'value' : 'relation', place, relations.liveOf(expected), found);
  }

  function shapes(expected: unknown, found: unknown, place: Place): void {
    const shape = shapeDifference(expected, found, place.path);
    if (shape !== undefined) differences.push({ what: 'kind', ...shape });
  }

  function sampled(expected: readonly unknown[], found: readonly unknown[], place: Place): void {
    if (expected.length !== found.length) add('value', place, `${expected.length} elements`, `${found.length} elements`);
    else shapes(expected, found, place);
  }

  function lists(expected: readonly unknown[], found: readonly unknown[], place: Place, latitude: Latitude | undefined): void {
    const inOrder = latitude === undefined;
    const { pairs, missing, tooMuch, order } = paired(expected, found, inOrder, relations);
    const partly = latitude === 'population' || latitude === 'sample';
    if (latitude === 'sample') sampled(expected, found, place);
    if (!partly) for (const one of missing) add('missing', place, one, undefined);
    if (latitude !== 'among' && !partly) for (const one of tooMuch) add('tooMuch', place, undefined, one);
    if (inOrder && order.expected.join('\n') !== order.found.join('\n')) add('order', place, order.expected.join(', '), order.found.join(', '));
    for (const pair of pairs) values(pair.expected, pair.found, { ...place, path: `${place.path}[${pair.label}]`, general: `${place.general}[]` });
  }

  function objects(expected: Readonly<Record<string, unknown>>, found: Readonly<Record<string, unknown>>, place: Place): void {
    const id = expected['id'] ?? expected['nodeId'];
    const owner = typeof id === 'string' ? id : place.owner;
    // Members may be named by ids too.
    const wanted = Object.fromEntries(Object.entries(expected).map(([key, value]) => [key in found ? key : relations.liveOf(key), value]));
    for (const key of new Set([...Object.keys(wanted), ...Object.keys(found)])) {
      const at: Place = { path: `${place.path}.${key}`, general: `${place.general}.${key}`, owner, key };
      if (allowed(at) === 'never') continue;
      if (!(key in found)) add('missing', at, wanted[key], undefined);
      else if (!(key in wanted)) add('tooMuch', at, undefined, found[key]);
      else values(wanted[key], found[key], at);
    }
  }

  function values(expected: unknown, found: unknown, place: Place): void {
    const latitude = allowed(place);
    if (latitude === 'never') return;
    if (kindOf(expected) !== kindOf(found)) return add('kind', place, `${kindOf(expected)} ${shown(expected)}`, `${kindOf(found)} ${shown(found)}`);
    if (latitude === 'kind') return;
    if (latitude === 'shape') shapes(expected, found, place);
    else if (Array.isArray(expected)) lists(expected, found as readonly unknown[], place, latitude);
    else if (typeof expected === 'string') texts(expected, String(found), place);
    else if (kindOf(expected) === 'object') objects(expected as Record<string, unknown>, found as Record<string, unknown>, place);
    else if (expected !== found) add('value', place, expected, found);
  }

  return { differences, values };
}

const mediaType = (text: string | null | undefined): string => (text ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
const textual = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Where an answer is not as recorded, but for what the rules allow. */
export function compared(recorded: Recorded, answer: Answer, relations: Relations, rules: readonly Rule[]): readonly Difference[] {
  const { response, request } = recorded;
  const whole = { path: '$', general: '$', owner: recorded.id, key: '' };
  const [expectedError, foundError] = [response.body, answer.body].map((body) => (body as { error?: { errorKey?: unknown; briefSummary?: unknown } } | null | undefined)?.error);
  if (answer.status !== response.status) return [{ what: 'status', path: 'status', expected: `${response.status} ${shown(expectedError?.errorKey ?? '')}`.trim(), found: `${answer.status} ${shown(foundError?.briefSummary ?? foundError?.errorKey ?? '')}`.trim() }];
  if (response.brokenBody !== undefined) return [];
  if (mediaType(response.contentType) !== mediaType(answer.headers.get('content-type')) && answer.bytes.length > 0) return [{ what: 'contentType', path: 'content-type', expected: mediaType(response.contentType), found: mediaType(answer.headers.get('content-type')) }];
  if (expectedError !== undefined) {
    const keys = [steadyKey(expectedError.errorKey), steadyKey(foundError?.errorKey)] as const;
    if (relations.texts(keys[0], keys[1], { owner: '', isKey: false }) !== 'same') return [{ what: 'errorKey', path: '$.error.errorKey', expected: relations.liveOf(keys[0]), found: keys[1] }];
  }
  if (response.bodyBase64 !== undefined) return Buffer.from(response.bodyBase64, 'base64').equals(answer.bytes) ? [] : [{ what: 'value', path: 'bytes', expected: `${response.bodyBase64.length} characters of base64`, found: `${answer.bytes.length} bytes` }];
  if (response.bodyText !== undefined) return relations.texts(textual(response.bodyText), textual(answer.text), { owner: recorded.id, isKey: false }) === 'same' ? [] : [{ what: 'value', path: 'text', expected: shown(response.bodyText), found: shown(answer.text) }];
  if (response.body === undefined) return answer.bytes.length === 0 ? [] : [{ what: 'tooMuch', path: '$', expected: 'nothing', found: shown(answer.text) }];
  const asked = `${request.method} ${request.pathTemplate} ${request.bodyTemplate === undefined ? '' : JSON.stringify(request.bodyTemplate)}`;
  const applicable = rules.filter((rule) => (rule.exchanges?.includes(recorded.id) ?? true) && (rule.asks?.test(asked) ?? true));
  const { differences, values } = comparison(expectedError === undefined ? applicable : [{ why: 'compared above', at: /\.error\.errorKey$/, allow: 'never' }, ...applicable], relations);
  values(response.body, answer.body, whole);
  return differences;
}

import { AcsError, plain } from '../http/errors.js';
import { periodKinds, writtenPeriod } from './period.js';
import type { Step } from './steps.js';

const properties = new Set(['cm:created', 'rma:dateFiled', 'rma:cutOffDate', 'rma:dispositionAsOf', 'dod:publicationDate']);
const names = new Set(['cutoff', 'retain', 'transfer', 'accession', 'destroyContent', 'destroyNode']);

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Java runs into a null that nobody expected: no words. */
const nothingThere = (): AcsError => plain(500, '', false);

function assertOrder(name: string, steps: readonly Step[]): void {
  if (steps.length === 0 && name !== 'cutoff' && name !== 'retain') throw new AcsError(422, 'Invalid Step - cutoff or retain should be the first step');
  if (steps.some((step) => step.name === 'destroy')) throw new AcsError(409, 'Invalid Step - destroy action is already added. No other action is allowed after Destroy.');
  if (name !== 'transfer' && steps.some((step) => step.name === name)) throw new AcsError(409, 'Invalid Step - This step already exists. You can’t create it again. Only transfer action is allowed multiple times.');
}

function assertValues(body: Record<string, unknown>, name: string, known: ReadonlySet<string>): void {
  const [period, property, events] = [body['period'], body['periodProperty'], (body['events'] ?? []) as readonly unknown[]];
  if (typeof period !== 'string' || typeof property !== 'string') throw nothingThere();
  if (!periodKinds.has(period)) throw new AcsError(400, `period value is invalid : ${period}`);
  if (!properties.has(property)) throw new AcsError(400, `periodProperty value is invalid: ${property}`);
  const strange = events.filter((one) => !known.has(String(one)));
  if (strange.length > 0) throw new AcsError(400, `event value is invalid: [${strange.join(', ')}]`);
  if (body['combineRetentionStepConditions'] === true && name !== 'accession') throw plain(400, `combineRetentionStepConditions property is only valid for accession step. Not valid for :${name}`, false);
}

/**
 * A step by the REST API, as AGS keeps it. Whether one event is enough is written where AGS doesn't look for it,
 * so that one event is always enough.
 * @throws AcsError 400, 409, 422; 500 without period or property
 */
export function restStep(body: Record<string, unknown>, steps: readonly Step[], known: ReadonlySet<string>): Record<string, unknown> {
  const name = textOf(body['name']) ?? '';
  assertOrder(name, steps);
  if (!names.has(name)) throw new AcsError(400, `name value is invalid : ${name}`);
  assertValues(body, name, known);
  const location = textOf(body['location']);
  const description = textOf(body['description']);
  const destroys = name.startsWith('destroy');
  return {
    'rma:dispositionActionName': destroys ? 'destroy' : name,
    ...(description === undefined ? {} : { 'rma:dispositionDescription': description }),
    'rma:dispositionPeriod': writtenPeriod(String(body['period']), Number(body['periodAmount'] ?? 0)),
    'rma:dispositionPeriodProperty': body['periodProperty'],
    'rma:dispositionEvent': ((body['events'] ?? []) as readonly unknown[]).map(String),
    'rma:dispositionEventCombination': String(body['eligibleOnFirstCompleteEvent'] ?? true),
    'rma:combineDispositionStepConditions': body['combineRetentionStepConditions'] === true,
    ...(location === undefined ? {} : { 'rma:dispositionLocation': location }),
    ...(destroys ? { 'rma:dispositionActionGhostOnDestroy': name === 'destroyContent' ? 'ghost' : 'delete' } : {}),
  };
}

/** A step by the webscripts, which check next to nothing. Undefined members are those that nobody gave. */
export function legacyStepProperties(body: Record<string, unknown>): Record<string, unknown> {
  const combine = body['combineDispositionStepConditions'];
  const events = Array.isArray(body['events']) ? body['events'].map(String) : undefined;
  return {
    'rma:dispositionDescription': textOf(body['description']),
    'rma:dispositionPeriod': textOf(body['period']),
    'rma:dispositionPeriodProperty': textOf(body['periodProperty']),
    'rma:dispositionEvent': events,
    'rma:dispositionEventCombination': body['eligibleOnFirstCompleteEvent'] === undefined ? undefined : body['eligibleOnFirstCompleteEvent'] === false || body['eligibleOnFirstCompleteEvent'] === 'false' ? 'and' : 'or',
    'rma:combineDispositionStepConditions': combine === undefined ? undefined : combine === true || combine === 'true',
    'rma:dispositionLocation': textOf(body['location']),
    'rma:dispositionActionGhostOnDestroy': textOf(body['ghostOnDestroy']),
  };
}

import type { NodeRow } from '../nodes/node.js';
import { amountOf, parsePeriod, type Period } from './period.js';

/** One step of a retention schedule. */
export interface Step {
  readonly id: string;
  readonly index: number;
  readonly name: string;
  readonly description: string | undefined;
  readonly period: Period;
  /** The property of the item from which the period counts; none: from the moment at which the step becomes the next. */
  readonly periodProperty: string | undefined;
  readonly events: readonly string[];
  /** One event is enough; otherwise all are needed. */
  readonly firstEvent: boolean;
  /** Date and events are both needed; undefined where nobody said. */
  readonly combine: boolean | undefined;
  readonly location: string | undefined;
  /** What a destroy step leaves: a tombstone or nothing. */
  readonly ghost: 'ghost' | 'delete' | undefined;
}

export const actionLabels: Readonly<Record<string, string>> = { cutoff: 'Cut Off', retain: 'Retain', transfer: 'Transfer', accession: 'Accession', destroy: 'Destroy' };

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function stepOf(node: NodeRow, index: number): Step {
  const kept = node.properties;
  const ghost = kept['rma:dispositionActionGhostOnDestroy'];
  const combine = kept['rma:combineDispositionStepConditions'];
  return {
    id: node.id, index,
    name: String(kept['rma:dispositionActionName']),
    description: text(kept['rma:dispositionDescription']),
    period: parsePeriod(text(kept['rma:dispositionPeriod']) ?? 'none|0'),
    periodProperty: text(kept['rma:dispositionPeriodProperty']),
    events: (kept['rma:dispositionEvent'] as readonly string[] | undefined) ?? [],
    firstEvent: kept['rma:dispositionEventCombination'] !== 'and',
    combine: typeof combine === 'boolean' ? combine : undefined,
    location: text(kept['rma:dispositionLocation']),
    ghost: ghost === 'ghost' || ghost === 'delete' ? ghost : undefined,
  };
}

/** As the REST API shows a step. */
export const shownStep = (step: Step): object => ({
  id: step.id,
  name: step.name,
  ...(step.description === undefined ? {} : { description: step.description }),
  periodAmount: amountOf(step.period),
  period: step.period.kind,
  ...(step.periodProperty === undefined ? {} : { periodProperty: step.periodProperty }),
  combineRetentionStepConditions: step.combine ?? false,
  ...(step.events.length === 0 ? {} : { events: step.events }),
  eligibleOnFirstCompleteEvent: step.firstEvent,
  retainRecordMetadataAfterDestruction: step.ghost === 'ghost',
  ...(step.location === undefined ? {} : { location: step.location }),
  index: step.index,
});

/** As the webscripts show a step. @param base address of the schedule's steps */
export const legacyStep = (step: Step, base: string): object => ({
  id: step.id,
  url: `${base}/${step.id}`,
  index: step.index,
  name: step.name,
  label: actionLabels[step.name] ?? step.name,
  ...(step.name === 'destroy' && step.ghost === 'ghost' ? { ghostOnDestroy: 'ghost' } : {}),
  ...(step.description === undefined ? {} : { description: step.description }),
  period: `${step.period.kind}|${step.period.expression}`,
  ...(step.periodProperty === undefined ? {} : { periodProperty: step.periodProperty }),
  ...(step.location === undefined ? {} : { location: step.location }),
  ...(step.combine === undefined ? {} : { combineDispositionStepConditions: String(step.combine) }),
  ...(step.events.length === 0 ? {} : { events: step.events }),
  eligibleOnFirstCompleteEvent: step.firstEvent,
});

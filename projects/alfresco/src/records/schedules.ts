import { hasCode } from '../error.js';
import { entryOf, inStore, type Asks } from './asks.js';

/** A step of a retention schedule, in AGS's words. */
export interface RetentionStep {
  readonly action: 'cutoff' | 'retain' | 'transfer' | 'accession' | 'destroy';
  readonly description?: string;
  /** `none|0`, `immediately|0`, `day|30`, `month|6`, `year|10` … A step with `none` has no date: its events alone make it due. */
  readonly period: string;
  /** Where the period runs from: `rma:cutOffDate`, `rma:dateFiled`, `cm:created`, `rma:dispositionAsOf`. */
  readonly periodFrom?: string;
  readonly events: readonly string[];
  /** One of the events is enough; else all are needed. Written by the public API, "all" is kept as "one". */
  readonly anyEvent: boolean;
  /** Of a destruction: the record's properties stay when its content is gone. */
  readonly keepsProperties: boolean;
}

export interface RetentionSchedule {
  readonly id: string;
  /** The category that has it: one above the category that was asked for, when it is inherited. */
  readonly categoryId: string;
  readonly authority?: string;
  readonly instructions?: string;
  /** Each record has a lifecycle of its own, else each folder. */
  readonly recordLevel: boolean;
  readonly steps: readonly RetentionStep[];
}

export interface Schedules {
  /** The schedule in force in a category, its own or inherited; undefined without one. */
  of(categoryId: string): Promise<RetentionSchedule | undefined>;
  /** The same steps as the older webscript tells them: it alone tells rightly whether all events are needed. */
  stepsByWebscript(categoryId: string): Promise<readonly RetentionStep[]>;
  /** @throws AlfrescoError `conflict` when the category has one, `invalid` when it has folders and the schedule is for records */
  create(categoryId: string, schedule: Pick<RetentionSchedule, 'authority' | 'instructions' | 'recordLevel'>): Promise<void>;
  /** Adds a step after those that are there, by the older webscript: the public one knows none but AGS's own events. Not repeated by itself. */
  addStep(categoryId: string, step: RetentionStep): Promise<void>;
}

interface WireStep {
  readonly name: RetentionStep['action'];
  readonly description?: string;
  readonly period?: string;
  readonly periodAmount?: number;
  readonly periodProperty?: string;
  readonly events?: readonly string[];
  readonly eligibleOnFirstCompleteEvent?: boolean;
  readonly retainRecordMetadataAfterDestruction?: boolean;
}

interface WireSchedule {
  readonly id: string;
  readonly parentId: string;
  readonly authority?: string;
  readonly instructions?: string;
  readonly isRecordLevel: boolean;
  readonly actions?: readonly WireStep[];
}

interface ScriptedStep extends Omit<WireStep, 'periodAmount'> {
  readonly ghostOnDestroy?: string;
}

const steps = `/${inStore}/dispositionschedule/dispositionactiondefinitions`;

export function schedulesOver(asks: Asks): Schedules {
  return {
    of: async (categoryId) => {
      try {
        const { list } = (await asks.gs('GET', '/record-categories/{id}/retention-schedules', [categoryId], { query: 'include=actions' })) as { list: { entries: readonly { entry: WireSchedule }[] } };
        return list.entries[0] && toSchedule(list.entries[0].entry);
      } catch (error) {
        // AGS breaks with 500 where there is no schedule.
        if (!hasCode(error, 'failed') || (await hasSchedule(asks, categoryId))) throw error;
        return undefined;
      }
    },
    stepsByWebscript: async (categoryId) => {
      const { data } = (await asks.script('GET', `/${inStore}/dispositionschedule`, [categoryId])) as { data: { actions: readonly ScriptedStep[] } };
      return data.actions.map((step) => toStep({ ...step, retainRecordMetadataAfterDestruction: step.ghostOnDestroy === 'ghost' }, step.period));
    },
    create: async (categoryId, { authority, instructions, recordLevel }) =>
      void (await asks.gs('POST', '/record-categories/{id}/retention-schedules', [categoryId], { body: { authority, instructions, isRecordLevel: recordLevel } })),
    addStep: async (categoryId, { action, description, period, periodFrom, events, anyEvent, keepsProperties }) => {
      const body = {
        name: action,
        description,
        period,
        ...(periodFrom ? { periodProperty: periodFrom } : {}),
        ...(events.length ? { events, eligibleOnFirstCompleteEvent: anyEvent } : {}),
        // AGS looks for the name only: a destruction that has it leaves the properties, one without deletes the node.
        ...(keepsProperties ? { ghostOnDestroy: 'ghost' } : {}),
      };
      await asks.script('POST', steps, [categoryId], { body });
    },
  };
}

async function hasSchedule(asks: Asks, categoryId: string): Promise<boolean> {
  return entryOf<{ hasRetentionSchedule?: boolean }>(await asks.gs('GET', '/record-categories/{id}', [categoryId], { query: 'include=hasRetentionSchedule' })).hasRetentionSchedule ?? true;
}

const toSchedule = ({ id, parentId, authority, instructions, isRecordLevel, actions }: WireSchedule): RetentionSchedule => ({
  id,
  categoryId: parentId,
  authority,
  instructions,
  recordLevel: isRecordLevel,
  steps: (actions ?? []).map((step) => toStep(step, `${step.period ?? 'none'}|${step.periodAmount ?? 0}`)),
});

function toStep(step: WireStep, period = 'none|0'): RetentionStep {
  return {
    action: step.name,
    description: step.description,
    period: /^\w+\|$/.test(period) ? `${period}0` : period,
    periodFrom: step.periodProperty,
    events: step.events ?? [],
    anyEvent: step.eligibleOnFirstCompleteEvent ?? true,
    keepsProperties: step.name === 'destroy' && (step.retainRecordMetadataAfterDestruction ?? false),
  };
}

import type { NodeRow } from '../nodes/node.js';
import { changeNode } from '../records/change.js';
import type { Session } from '../repository.js';
import type { NextAction } from './next-action.js';
import type { Schedule } from './schedules.js';
import type { Step } from './steps.js';

const NAME = 'rma:recordSearchDisposition';
const members = ['Authority', 'Instructions', 'ActionName', 'ActionAsOf', 'Period', 'PeriodExpression', 'Events', 'EventsEligible'].map((member) => `${NAME}${member}`);

function ofSchedule(schedule: Schedule): Record<string, unknown> {
  return {
    ...(schedule.authority === undefined ? {} : { [`${NAME}Authority`]: schedule.authority }),
    ...(schedule.instructions === undefined ? {} : { [`${NAME}Instructions`]: schedule.instructions }),
  };
}

function ofAction(action: NextAction, step: Step): Record<string, unknown> {
  return {
    [`${NAME}ActionName`]: action.name,
    ...(action.asOf === undefined ? {} : { [`${NAME}ActionAsOf`]: action.asOf }),
    [`${NAME}Period`]: step.period.kind,
    ...(step.period.expression === '' ? {} : { [`${NAME}PeriodExpression`]: step.period.expression }),
    ...(step.events.length === 0 ? {} : { [`${NAME}Events`]: step.events }),
    [`${NAME}EventsEligible`]: action.eventsEligible,
  };
}

/**
 * What AGS notes on an item so that searches find what is due: of a schedule, and of the next action if there is one.
 * @param schedule none: the item lives by none of its own
 */
export async function mirror(session: Session, item: NodeRow, schedule: Schedule | undefined, action?: NextAction, step?: Step): Promise<NodeRow> {
  const noted = { ...(schedule === undefined ? {} : ofSchedule(schedule)), ...(action === undefined || step === undefined ? {} : ofAction(action, step)) };
  return changeNode(session, item.id, {
    add: ['rma:recordSearch'],
    set: { 'rma:recordSearchHasDispositionSchedule': schedule !== undefined, ...noted },
    clear: members.filter((name) => !(name in noted)),
    silent: true,
  });
}

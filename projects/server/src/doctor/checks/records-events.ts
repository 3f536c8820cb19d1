import { retentionEvents, type RetentionEvent } from '@bannette/alfresco';
import { check } from '../check.js';
import { finding, type Finding } from '../report.js';

/** The events that schedules wait for, the visa among them: any signed-in person could remove or change one. */
export const recordsEvents = check('recordsEvents', 'records', ['records'], async ({ records: { repository } }) => judgeEvents(await repository.records.events.list()));

/** Only an event of this type is completed by somebody; others AGS completes by itself. */
const completedByHand = 'rmEventType.simple';

export function judgeEvents(found: readonly RetentionEvent[]): readonly Finding[] {
  return retentionEvents.flatMap(({ name, label }) => {
    const event = found.find((one) => one.name === name);
    if (!event) return [finding('eventMissing', { subject: name })];
    return event.label === label && event.type === completedByHand ? [] : [finding('eventChanged', { subject: name, found: `${event.label}, ${event.type}` })];
  });
}

import type { Exchange } from '../http/exchange.js';
import type { Webscripts } from '../http/webscript.js';
import { findPerson } from '../people/person.js';
import type { Session } from '../repository.js';
import { findEvent } from '../rm-security/events.js';
import { lifeOf } from './lifecycle.js';
import { isEligible, type EventExecution, type NextAction } from './next-action.js';
import { actionLabels } from './steps.js';
import { addressOf, AT, reference, requireTarget } from './target.js';

async function shownEvent(session: Session, event: EventExecution): Promise<object> {
  const person = event.completedBy === undefined ? undefined : await findPerson(session.sql, event.completedBy);
  return {
    name: event.name,
    label: (await findEvent(session, event.name))?.label ?? event.name,
    complete: event.complete,
    ...(event.completedAt === undefined ? {} : { completedAt: event.completedAt }),
    ...(event.completedBy === undefined ? {} : { completedBy: event.completedBy, completedByFirstName: person?.details['firstName'] ?? '', completedByLastName: person?.details['lastName'] ?? '' }),
    automatic: event.automatic,
  };
}

async function started(session: Session, action: NextAction): Promise<object> {
  if (action.startedAt === undefined || action.startedBy === undefined) return {};
  const person = await findPerson(session.sql, action.startedBy);
  return { startedAt: action.startedAt, startedBy: action.startedBy, startedByFirstName: person?.details['firstName'] ?? '', startedByLastName: person?.details['lastName'] ?? '' };
}

async function shownNext(exchange: Exchange): Promise<object> {
  const { session } = exchange;
  const node = await requireTarget(session, exchange.param('id'));
  const life = await lifeOf(session, node);
  if (life === undefined) return { data: { notFound: true, message: `Node ${reference(node.id)} does not have a disposition lifecycle` } };
  const { action, step } = life;
  return {
    data: {
      url: `${addressOf(exchange)}/nextdispositionaction`,
      name: action.name,
      label: actionLabels[action.name] ?? action.name,
      eventsEligible: isEligible(action, step, new Date()),
      ...(action.asOf === undefined ? {} : { asOf: action.asOf }),
      ...(await started(session, action)),
      events: await Promise.all(action.events.map((event) => shownEvent(session, event))),
    },
  };
}

/** What is to be done next with a record or record folder, when, and on which events it waits. */
export function nextActionWebscript(script: Webscripts): void {
  script('GET', `${AT}/nextdispositionaction`, shownNext);
}

import { runningNumber } from '../http/errors.js';
import type { Exchange } from '../http/exchange.js';
import { jsonOf, WebscriptError, wrapped, type Webscripts } from '../http/webscript.js';
import { purge } from '../nodes/remove.js';
import type { Session } from '../repository.js';
import { accessDenied, hasCapability } from '../rm-security/capabilities.js';
import { write } from './inner-node.js';
import { addStep, isInUse, scheduleAbove, scheduleOf, type Schedule } from './schedules.js';
import { legacyStepProperties } from './step-rules.js';
import { legacyStep, type Step } from './steps.js';
import { addressOf, AT, reference, requireTarget } from './target.js';

async function requireSchedule(session: Session, id: string, inherited: boolean): Promise<Schedule> {
  const node = await requireTarget(session, id);
  const schedule = inherited ? await scheduleAbove(session, node.id) : await scheduleOf(session, node.id);
  if (schedule === undefined) throw new WebscriptError(404, `${runningNumber()} Node ${reference(id)} does not have a disposition schedule`);
  return schedule;
}

/** A schedule whose steps the caller may change, kept from changing in between. */
async function changeable(session: Session, id: string): Promise<Schedule> {
  const found = await requireSchedule(session, id, false);
  if (!(await hasCapability(session, 'CreateModifyDestroyFileplanMetadata', found.node))) throw accessDenied();
  await session.sql.rows('select 1 from node where id = $1 for update', [found.node.id]);
  return requireSchedule(session, id, false);
}

async function shownSchedule(exchange: Exchange): Promise<object> {
  const { session } = exchange;
  const schedule = await requireSchedule(session, exchange.param('id'), exchange.flag('inherited'));
  const url = `${addressOf(exchange)}/dispositionschedule`;
  const actionsUrl = `${url}/dispositionactiondefinitions`;
  return {
    data: {
      url,
      nodeRef: reference(schedule.node.id),
      ...(schedule.authority === undefined ? {} : { authority: schedule.authority }),
      ...(schedule.instructions === undefined ? {} : { instructions: schedule.instructions }),
      unpublishedUpdates: schedule.steps.length > 0,
      publishInProgress: false,
      recordLevelDisposition: schedule.recordLevel,
      canStepsBeRemoved: !(await isInUse(session, schedule)),
      actionsUrl,
      actions: schedule.steps.map((step) => legacyStep(step, actionsUrl)),
    },
  };
}

const requireStep = (schedule: Schedule, id: string): Step => {
  const step = schedule.steps.find((one) => one.id === id);
  if (step === undefined) throw new WebscriptError(404, `${runningNumber()} Requested disposition action definition (id:${id}) not found`);
  return step;
};

/** Retention as Share and the records management pages read and write it. */
export function scheduleWebscripts(script: Webscripts): void {
  script('GET', `${AT}/dispositionschedule`, shownSchedule);

  const steps = `${AT}/dispositionschedule/dispositionactiondefinitions`;
  const stepsAddress = (exchange: Exchange): string => `${addressOf(exchange)}/dispositionschedule/dispositionactiondefinitions`;

  script('POST', steps, async (exchange) => {
    const body = await jsonOf(exchange);
    const name = body['name'];
    if (typeof name !== 'string' || name === '') throw new WebscriptError(400, `${runningNumber()} Mandatory 'name' parameter was not provided in request body`);
    const step = await exchange.write(async (session) => addStep(session, await changeable(session, exchange.param('id')), { 'rma:dispositionActionName': name, ...definedOnly(legacyStepProperties(body)) }));
    return { data: legacyStep(step, stepsAddress(exchange)) };
  });

  script('GET', `${steps}/:stepId`, async (exchange) => {
    const schedule = await requireSchedule(exchange.session, exchange.param('id'), false);
    return { data: legacyStep(requireStep(schedule, exchange.param('stepId')), stepsAddress(exchange)) };
  });

  script('PUT', `${steps}/:stepId`, async (exchange) => {
    const body = await jsonOf(exchange);
    const step = await exchange.write(async (session) => {
      const before = requireStep(await changeable(session, exchange.param('id')), exchange.param('stepId'));
      await write(session, before.id, definedOnly(legacyStepProperties(body)));
      return requireStep(await requireSchedule(session, exchange.param('id'), false), before.id);
    });
    return { data: legacyStep(step, stepsAddress(exchange)) };
  });

  script('DELETE', `${steps}/:stepId`, async (exchange) => {
    await exchange.write(async (session) => {
      const schedule = await changeable(session, exchange.param('id'));
      const step = requireStep(schedule, exchange.param('stepId'));
      if (await isInUse(session, schedule)) throw wrapped('Can not remove action definitions from schedule since at least one record or record folder is using it.');
      await purge(session, step.id);
    });
    return {};
  });
}

const definedOnly = (given: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

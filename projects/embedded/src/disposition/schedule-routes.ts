import { openBody } from '../http/body.js';
import { plain } from '../http/errors.js';
import type { Exchange } from '../http/exchange.js';
import { paged } from '../http/paging.js';
import type { Routes } from '../http/routes.js';
import { requireTyped } from '../records/gs-lookup.js';
import type { Session } from '../repository.js';
import { requireCapability } from '../rm-security/capabilities.js';
import { allEvents } from '../rm-security/events.js';
import { restStep } from './step-rules.js';
import { addStep, createSchedule, scheduleById, scheduleOf, type Schedule } from './schedules.js';
import { shownStep } from './steps.js';

const scheduleBody = openBody('org.alfresco.rm.rest.api.model.RetentionSchedule', ['id', 'parentId', 'authority', 'instructions', 'isRecordLevel', 'unpublishedUpdates', 'retentionSteps']);
const stepBody = openBody('org.alfresco.rm.rest.api.model.RetentionScheduleActionDefinition', ['id', 'name', 'description', 'periodAmount', 'period', 'periodProperty', 'combineRetentionStepConditions', 'events', 'eligibleOnFirstCompleteEvent', 'retainRecordMetadataAfterDestruction', 'location', 'index']);

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

async function requireSchedule(session: Session, id: string): Promise<Schedule> {
  const node = await requireTyped(session, id, 'rma:dispositionSchedule');
  const schedule = await scheduleById(session, node.id);
  if (schedule === undefined) throw new Error('the schedule is gone');
  return schedule;
}

const shown = (schedule: Schedule, withSteps: boolean): object => ({
  ...(schedule.instructions === undefined ? {} : { instructions: schedule.instructions }),
  isRecordLevel: schedule.recordLevel,
  unpublishedUpdates: schedule.steps.length > 0,
  ...(schedule.authority === undefined ? {} : { authority: schedule.authority }),
  id: schedule.node.id,
  ...(withSteps ? { actions: schedule.steps.map(shownStep) } : {}),
  parentId: schedule.category,
});

async function listSchedules(exchange: Exchange): Promise<unknown> {
  const category = await requireTyped(exchange.session, exchange.param('categoryId'), 'rma:recordCategory');
  const schedule = await scheduleOf(exchange.session, category.id);
  if (schedule === undefined) throw plain(500, 'Cannot invoke "org.alfresco.module.org_alfresco_module_rm.disposition.DispositionSchedule.getNodeRef()" because "dispositionSchedule" is null', false);
  return paged([shown(schedule, exchange.include.has('actions'))], exchange.page);
}

/** Retention schedules and their steps by the REST API. */
export function scheduleRoutes(route: Routes): void {
  route('GET', 'record-categories/:categoryId/retention-schedules', listSchedules);

  route('POST', 'record-categories/:categoryId/retention-schedules', async (exchange) => {
    const body = await exchange.body(scheduleBody);
    const schedule = await exchange.write(async (session) => {
      const category = await requireTyped(session, exchange.param('categoryId'), 'rma:recordCategory');
      await requireCapability(session, 'CreateModifyDestroyFileplanMetadata', category);
      return createSchedule(session, category, { authority: text(body['authority']), instructions: text(body['instructions']), recordLevel: body['isRecordLevel'] === true });
    });
    return shown(schedule, false);
  });

  route('GET', 'retention-schedules/:scheduleId/retention-steps', async (exchange) => {
    const schedule = await requireSchedule(exchange.session, exchange.param('scheduleId'));
    return paged(schedule.steps.map(shownStep), exchange.page);
  });

  route('POST', 'retention-schedules/:scheduleId/retention-steps', async (exchange) => {
    const body = await exchange.body(stepBody);
    return exchange.write(async (session) => {
      const found = await requireSchedule(session, exchange.param('scheduleId'));
      await requireCapability(session, 'CreateModifyDestroyFileplanMetadata', found.node);
      await session.sql.rows('select 1 from node where id = $1 for update', [found.node.id]);
      const schedule = await requireSchedule(session, found.node.id);
      const events = new Set((await allEvents(session)).map((event) => event.name));
      return shownStep(await addStep(session, schedule, restStep(body, schedule.steps, events)));
    });
  });
}

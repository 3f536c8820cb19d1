import { z } from 'zod';
import { id } from '../schemas/common.js';
import { agreeScheduleBody, changeScheduleBody, enforceScheduleBody, importedScheduleSchema, importScheduleBody, planStepsSchema, revisionOnlyBody, scheduleContentSchema, scheduleDifferenceSchema, scheduleOverviewSchema, schedulePlanSchema, scheduleSimulationSchema, scheduleVersionSchema } from '../schemas/schedule.js';

const tag = 'schedule';
const params = z.object({ id });

/** The retention schedule: its versions, what they would change, and its categories in Governance Services. */
export const scheduleOperations = {
  schedule: { method: 'GET', path: '/schedule', summary: 'Versions of the retention schedule, and what you may do', tag, response: scheduleOverviewSchema },
  scheduleVersion: { method: 'GET', path: '/schedule/versions/{id}', summary: 'A version with its rows, and what is wrong with them', tag, params, response: scheduleContentSchema },
  draftSchedule: { method: 'POST', path: '/schedule/versions', summary: 'Begin a draft as the version in force is; one is open at a time', tag, body: z.object({ title: z.string().trim().min(1).max(200).optional() }).meta({ id: 'DraftSchedule' }), status: 201, response: scheduleVersionSchema },
  changeSchedule: { method: 'PUT', path: '/schedule/versions/{id}', summary: 'Change rows of a draft', tag, params, body: changeScheduleBody, response: scheduleContentSchema },
  agreeSchedule: { method: 'POST', path: '/schedule/versions/{id}/agree', summary: 'Record the archives’ agreement to a draft', tag, params, body: agreeScheduleBody, response: scheduleVersionSchema },
  reopenSchedule: { method: 'POST', path: '/schedule/versions/{id}/reopen', summary: 'Back to a draft; the agreement just recorded is taken off', tag, params, body: revisionOnlyBody, response: scheduleVersionSchema },
  enforceSchedule: { method: 'POST', path: '/schedule/versions/{id}/enforce', summary: 'Bring an agreed version into force: it is published', tag, params, body: enforceScheduleBody, response: scheduleVersionSchema },
  discardSchedule: { method: 'POST', path: '/schedule/versions/{id}/discard', summary: 'Throw away a version that was never in force', tag, params, body: revisionOnlyBody, status: 204 },
  scheduleFile: { method: 'GET', path: '/schedule/versions/{id}/file', summary: 'A version as CSV', tag, params, stream: 'download' },
  importSchedule: { method: 'POST', path: '/schedule/versions/{id}/import', summary: 'Take rows of a CSV file into a draft: all or nothing, first as a dry run', tag, params, body: importScheduleBody, bodyBytes: 4 * 1024 ** 2, response: importedScheduleSchema },
  compareSchedules: { method: 'GET', path: '/schedule/versions/{id}/comparison', summary: 'What another version says differently: rows added, removed, changed field by field', tag, params, query: z.object({ with: id }), response: scheduleDifferenceSchema },
  simulateSchedule: { method: 'POST', path: '/schedule/versions/{id}/simulation', summary: 'Have counted what a version would change for the mail there is; nothing is changed', tag, params, status: 202, response: scheduleSimulationSchema },
  scheduleSimulation: { method: 'GET', path: '/schedule/versions/{id}/simulation', summary: 'What was counted', tag, params, response: scheduleSimulationSchema },
  schedulePlan: { method: 'GET', path: '/schedule/plan', summary: 'Rows in force with their categories in Governance Services, and where the two differ', tag, response: schedulePlanSchema },
  compareSchedulePlan: { method: 'POST', path: '/schedule/plan/compare', summary: 'Compare the file plan with the schedule now', tag, response: schedulePlanSchema },
  schedulePlanSteps: { method: 'GET', path: '/schedule/plan/steps', summary: 'What would be written into the file plan, for an administrator of Alfresco too', tag, response: planStepsSchema },
  applySchedulePlan: { method: 'POST', path: '/schedule/plan/apply', summary: 'Write the categories and schedules that are missing, as you', tag, response: planStepsSchema },
} as const;

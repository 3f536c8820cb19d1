import { z } from 'zod';
import { instant } from './common.js';

/** What failed is told by its cause, never by the words of the error: they may quote a letter. */
const failure = {
  mail: z.object({ chrono: z.string().optional() }).optional().meta({ description: 'The mail that it concerns; without a number it is not registered yet' }),
  attempts: z.int(),
  cause: z.string().meta({ description: 'Worded under FAILURES.CAUSES.<cause>: what it means, and what to do' }),
  detail: z.string().optional().meta({ description: "A code of the system or of Alfresco, for who looks after them: 'ECONNREFUSED', 'forbidden'" }),
  since: instant.meta({ description: 'When it was tried last' }),
};
export const failedJobSchema = z.object({ id: z.string(), task: z.string().meta({ description: 'Worded under FAILURES.TASKS.<task>' }), ...failure }).meta({ id: 'FailedJob' });
export const setAsideSchema = z
  .object({ consumer: z.string(), seq: z.int(), type: z.string().meta({ description: "The journal entry's" }), ...failure, replaying: z.boolean().meta({ description: 'It will be handled again within seconds' }) })
  .meta({ id: 'SetAside' });
export const failureCountsSchema = z.object({ failedJobs: z.int(), setAside: z.int(), quarantined: z.int() }).meta({ id: 'FailureCounts' });
export const retriedSchema = z.object({ retried: z.int() }).meta({ id: 'Retried' });

import { z } from 'zod';
import { instant } from './common.js';

export const findingSchema = z
  .object({
    code: z.string().meta({ description: 'Worded under HEALTH.FINDINGS.<code>: what is wrong, and what to do' }),
    severity: z.enum(['info', 'warning', 'error']),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: 'Finding' });
export const healthCheckSchema = z
  .object({
    check: z.string(),
    area: z.enum(['alfresco', 'rights', 'records', 'database', 'work', 'machine', 'mail', 'network']),
    outcome: z.enum(['well', 'warning', 'error', 'leftOut']),
    findings: z.array(findingSchema),
    leftOut: z.enum(['administrator', 'alfresco', 'service', 'records', 'database']).optional().meta({ description: 'What the check would have needed' }),
  })
  .meta({ id: 'HealthCheck' });
export const healthSchema = z
  .object({
    at: instant.optional().meta({ description: 'When the installation was last looked at; absent: never' }),
    checks: z.array(healthCheckSchema).meta({ description: 'The worst first' }),
  })
  .meta({ id: 'Health' });

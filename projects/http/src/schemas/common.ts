import { z } from 'zod';
import { isDay } from '@bannette/domain';

export const id = z.uuid();
/** PostgreSQL knows no year 0. */
const firstDay = '0001-01-01';
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'day' })
  .refine((text) => isDay(text) && text >= firstDay, { error: 'day' })
  .meta({ description: "Day YYYY-MM-DD in the authority's time zone", format: 'date' });
export const instant = z.string().meta({ description: 'UTC instant, ISO 8601', format: 'date-time' });
export const limit = z.coerce.number().int().min(1).max(200).default(50);
/** A cursor that is the id of the page's last line. */
export const afterId = z.uuid().optional().meta({ description: 'Cursor from `next` of the page before' });
export const after = z.string().optional().meta({ description: 'Cursor from `next` of the page before' });
export const page = z.object({ limit, after });
export const pageById = z.object({ limit, after: afterId });
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().optional() });

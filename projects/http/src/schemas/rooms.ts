import { z } from 'zod';
import { id, instant } from './common.js';
import { depositFileSchema } from './deposit.js';

export const traySchema = z
  .object({
    id: z.string().meta({ description: '`mine`, `copies`, `late`, `qualification` or a tray of the settings; `qualification:<site>` for the mail room of a site' }),
    kind: z.enum(['personal', 'copies', 'late', 'qualification', 'service']),
    label: z.string().optional().meta({ description: 'Of a tray of the settings; the interface words the others' }),
    service: z.string().optional(),
    serviceLabel: z.string().optional(),
    site: z.string().optional().meta({ description: 'Of the mail room whose letters to qualify these are; none: the central one' }),
    siteLabel: z.string().optional(),
    open: z.number().int(),
    late: z.number().int(),
  })
  .meta({ id: 'Tray' });
export const quarantineLineSchema = depositFileSchema.extend({ depositId: id, channel: z.string(), createdAt: instant, createdBy: z.string() }).meta({ id: 'QuarantineLine' });
export const noticeSchema = z
  .object({ id, kind: z.string().meta({ description: 'Worded under NOTICE.<kind>' }), params: z.record(z.string(), z.union([z.string(), z.number()])), at: instant, readAt: instant.optional(), link: z.string().optional() })
  .meta({ id: 'Notice' });
export const settingVersionSchema = z.object({ kind: z.string(), version: z.int(), publishedAt: instant, publishedBy: z.string(), comment: z.string().optional() }).meta({ id: 'SettingVersion' });

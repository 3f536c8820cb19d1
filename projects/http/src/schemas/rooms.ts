import { z } from 'zod';
import { id, instant } from './common.js';
import { depositFileSchema } from './deposit.js';

export const traySchema = z
  .object({
    id: z.string().meta({ description: '`mine`, `unread`, `followed`, `late`, `today`, `copies`, `function`, `toAssign`, `supervised`, `signals`, `qualification` or a tray of the settings; `qualification:<site>` for the mail room of a site, `replacing:<person>`, `saved:<id>` of a search that was kept' }),
    kind: z.enum(['personal', 'copies', 'late', 'today', 'unread', 'followed', 'signals', 'function', 'toAssign', 'supervised', 'replacing', 'qualification', 'service', 'saved']),
    label: z.string().optional().meta({ description: 'Of a tray of the settings; the interface words the others' }),
    service: z.string().optional(),
    serviceLabel: z.string().optional(),
    site: z.string().optional().meta({ description: 'Of the mail room whose letters to qualify these are; none: the central one' }),
    siteLabel: z.string().optional(),
    replaced: z.object({ id: z.string(), displayName: z.string() }).optional().meta({ description: 'Whose mails these are, while you replace them' }),
    pinned: z.boolean().optional().meta({ description: 'Put first by you; these come in your order' }),
    shared: z.boolean().optional().meta({ description: 'A search that others see too' }),
    uncounted: z.boolean().optional().meta({ description: 'A search that is too broad to be counted, or was not yet' }),
    open: z.number().int(),
    late: z.number().int(),
  })
  .meta({ id: 'Tray' });
export const quarantineLineSchema = depositFileSchema.extend({ depositId: id, channel: z.string(), createdAt: instant, createdBy: z.string() }).meta({ id: 'QuarantineLine' });
export const noticeSchema = z
  .object({ id, kind: z.string().meta({ description: 'Worded under NOTICE.<kind>' }), params: z.record(z.string(), z.union([z.string(), z.number()])), at: instant, readAt: instant.optional(), link: z.string().optional() })
  .meta({ id: 'Notice' });
export const settingVersionSchema = z.object({ kind: z.string(), version: z.int(), publishedAt: instant, publishedBy: z.string(), comment: z.string().optional() }).meta({ id: 'SettingVersion' });

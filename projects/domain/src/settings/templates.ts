import * as z from 'zod';
import { code } from './services.js';

/** An answer's model. `{{subject}}`, `{{chrono}}`, `{{senderName}}`, `{{receivedAt}}`, `{{service}}`, `{{serviceAddress}}`, `{{servicePhone}}`, `{{serviceEmail}}`, `{{silenceDay}}`, `{{silence}}` are filled in; `{{pieces}}` and `{{until}}` where pieces are asked for, `{{authority}}` where it is sent on. */
export const templateSetting = z.object({ code, label: z.string().min(1), subject: z.string().min(1), body: z.string().min(1) });
export type TemplateSetting = z.infer<typeof templateSetting>;

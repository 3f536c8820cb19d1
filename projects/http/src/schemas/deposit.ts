import { z } from 'zod';
import { channels, mailStates } from '@bannette/domain';
import { describedFileSchema } from './beneficiary.js';
import { day, id, instant } from './common.js';
import { doorField } from './sites.js';

export const depositStateSchema = z.enum(['accepted', 'reading', 'done', 'attention']).meta({ id: 'DepositState', description: 'attention: at least one file is in quarantine' });
export const depositFileSchema = z
  .object({
    id,
    name: z.string(),
    size: z.number().int(),
    mediaType: z.string().optional(),
    sha512: z.string(),
    state: z.enum(['waiting', 'reading', 'read', 'quarantined', 'discarded', 'separated', 'merged']),
    reason: z.string().optional().meta({ description: 'Why it is in quarantine; worded under QUARANTINE.<reason>' }),
    reasonParams: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    warnings: z.array(z.string()),
    waitsFor: z.enum(['antivirus']).optional().meta({ description: 'What a waiting file waits for, beside its turn' }),
    attachments: z.array(z.object({ name: z.string(), size: z.int().optional() })).optional().meta({ description: 'Other files that it carries; they are not read' }),
    pages: z.number().int().optional(),
    confidence: z.number().optional(),
    mailId: id.optional(),
    batchId: id.optional().meta({ description: 'The file that it was cut out of' }),
  })
  .meta({ id: 'DepositFile' });
export const depositMailSchema = z.object({ id, state: z.enum(mailStates), chrono: z.string().optional(), tray: z.string().optional() }).meta({ id: 'DepositMail' });
export const depositSchema = z
  .object({
    id,
    state: depositStateSchema,
    channel: z.enum(channels),
    source: z.enum(['page', 'api', 'folder', 'import']),
    createdAt: instant,
    createdBy: z.string(),
    site: z.string().optional().meta({ description: 'Where it came in; none: at the central mail room' }),
    senderName: z.string().optional(),
    receivedAt: day.optional(),
    files: z.array(depositFileSchema),
    mails: z.array(depositMailSchema),
  })
  .meta({ id: 'Deposit' });
/** JSON in a field of the form. */
const described = z
  .string()
  .max(100_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.issues.push({ code: 'custom', message: 'json', input: text });
      return z.NEVER;
    }
  })
  .pipe(z.array(describedFileSchema).max(200));

export const depositFieldsSchema = z.object({
  channel: z.enum(channels).default('post'),
  senderName: z.string().max(200).optional(),
  senderAddress: z.string().max(500).optional(),
  senderEmail: z.email().optional(),
  messageId: z.string().max(1000).optional().meta({ description: 'Of an e-mail: its Message-ID' }),
  inReplyTo: z.string().max(1000).optional().meta({ description: 'Of an e-mail: In-Reply-To' }),
  references: z.string().max(20_000).optional().meta({ description: 'Of an e-mail: References' }),
  subject: z.string().max(500).optional(),
  receivedAt: day.optional(),
  batch: id.optional().meta({ description: 'The announced batch that the files belong to: their mails are made when it is released' }),
  grouping: z.enum(['perFile', 'oneMail']).optional().meta({ description: 'Default: per file for paper, one mail for the other channels' }),
  site: doorField.optional(),
  purpose: z.literal('form').optional().meta({ description: 'Files that come with a form: they make no mail of their own, and go after a day in which no mail was registered with them' }),
  documents: described.optional().meta({ description: 'JSON: what the files are and for whom, in their order, as `DescribedFile[]`' }),
});

export type Deposit = z.input<typeof depositSchema>;
export type DepositFields = z.output<typeof depositFieldsSchema>;

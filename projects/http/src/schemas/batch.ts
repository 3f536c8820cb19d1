import { z } from 'zod';
import { mailStates } from '@bannette/domain';
import { id, instant } from './common.js';
import { keepingSchema } from './intake.js';

export const batchPageSchema = z
  .object({
    number: z.number().int(),
    fate: z.enum(['document', 'separator', 'blank']).meta({ description: 'What it was found to be' }),
    mailId: id.optional().meta({ description: 'The mail that it is in; none when it is kept aside' }),
    says: z.array(z.object({ kind: z.string(), value: z.string() })).meta({ description: 'What its codes say' }),
    endorsement: z.string().optional().meta({ description: 'Number that was read on it' }),
    restored: z.object({ by: z.string(), at: instant }).optional(),
  })
  .meta({ id: 'BatchPage' });
export const gapSchema = z
  .object({ after: z.int(), before: z.int(), first: z.string(), last: z.string(), count: z.int() })
  .meta({ id: 'NumberGap', description: 'Numbers that no page bears, though the run goes on behind them: a sheet may have been swallowed between these pages' });
export const batchSchema = z
  .object({
    id,
    depositId: id,
    name: z.string(),
    sha512: z.string(),
    mediaType: z.string(),
    readAt: instant.optional(),
    keeping: keepingSchema,
    pages: z.array(batchPageSchema),
    gaps: z.array(gapSchema),
    mails: z.array(z.object({ id, state: z.enum(mailStates), chrono: z.string().optional() })).meta({ description: 'In the order of their pages' }),
  })
  .meta({ id: 'Batch', description: 'A scanned file that was parted, and what became of each of its pages' });

const copies = z.int().min(1).max(50).default(1);
export const separatorsBody = z
  .object({
    services: z.array(z.string()).max(200).default([]),
    types: z.array(z.string()).max(200).default([]),
    newLetter: z.boolean().default(false),
    copies,
  })
  .meta({ id: 'PrintSeparators' });
export const mailSheetsBody = z
  .object({
    mails: z.array(z.string().min(1).max(60)).min(1).max(200).meta({ description: 'Chronos' }),
    form: z.enum(['identification', 'labels']),
    symbology: z.enum(['qr', 'dataMatrix', 'code128']).default('qr'),
    start: z.int().min(1).max(14).default(1).meta({ description: 'First label of the sheet that is still there' }),
    copies,
  })
  .meta({ id: 'PrintMailSheets' });
export const restoreBody = z.object({ mail: id.optional().meta({ description: 'Default: the document before it, else the one after' }) }).meta({ id: 'RestorePage' });

export type Batch = z.input<typeof batchSchema>;

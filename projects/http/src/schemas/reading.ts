import { doubtCodes, readingLanes } from '@bannette/domain';
import { z } from 'zod';

const language = z.string().regex(/^[a-z]{3}(_[a-zA-Z]{2,8})?$/, { error: 'language' });
const instant = z.iso.datetime();

export const pageReadingSchema = z
  .object({
    number: z.int().min(1),
    confidence: z.number().meta({ description: '0–100: what the recogniser thinks of it, lowered by what doesn’t look like words' }),
    doubts: z.array(z.enum(doubtCodes)).meta({ description: 'Why it is not to be trusted as it was read' }),
    language: z.string().optional().meta({ description: 'That its words speak for, as Tesseract codes languages' }),
    readIn: z.string().optional(),
    rotation: z.int(),
    skew: z.number(),
    words: z.int(),
    source: z.enum(['textLayer', 'ocr']),
  })
  .meta({ id: 'PageReading' });

export const documentReadingSchema = z
  .object({
    engine: z.string().optional(),
    confidence: z.number().optional(),
    archive: z
      .object({ form: z.enum(['kept', 'made']), drawn: z.array(z.int()) })
      .optional()
      .meta({ description: 'The archive copy: the file itself, which says that it is PDF/A, or a PDF/A-2b made of it, some pages of which were drawn' }),
    pages: z.array(pageReadingSchema),
    reread: z.object({ state: z.enum(['waiting', 'done', 'failed']), reason: z.string().optional(), askedAt: instant, endedAt: instant.optional() }).optional().meta({ description: 'The last time that somebody asked for it to be read again' }),
    mayReread: z.boolean(),
    languages: z.array(z.string()).meta({ description: 'In which it can be read' }),
  })
  .meta({ id: 'DocumentReading' });
export type DocumentReading = z.infer<typeof documentReadingSchema>;

export const rereadBody = z.object({
  language: language.optional().meta({ description: 'Without it: the usual one, and others where its words speak for them' }),
  uneven: z.boolean().default(false).meta({ description: 'The scan is dark, pale or unevenly lit' }),
});

export const laneSchema = z
  .object({ lane: z.enum(readingLanes), waiting: z.int(), reading: z.int(), since: instant.optional().meta({ description: 'Since when the oldest has been waiting' }) })
  .meta({ id: 'ReadingLane' });

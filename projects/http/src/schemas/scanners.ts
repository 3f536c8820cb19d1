import { batchStates, readingLanes, scanColours, scanModes, sidecarSetting } from '@bannette/domain';
import { z } from 'zod';
import { id, instant } from './common.js';

const count = z.int();

/** How the folder of a scanner is, as it was last looked at. */
export const folderStates = ['ok', 'missing', 'notAFolder', 'notWritable', 'outside', 'overlapping', 'unreachable'] as const;
export const scannerStateSchema = z
  .object({
    code: z.string(),
    label: z.string(),
    enabled: z.boolean(),
    site: z.string().optional(),
    service: z.string().optional(),
    announced: z.boolean().meta({ description: 'Its batches wait for somebody to say how much would come' }),
    folder: z.object({ state: z.enum(folderStates), path: z.string().optional().meta({ description: 'For administrators' }), waiting: count.meta({ description: 'Files that lie there and wait' }) }),
    batch: z.object({ id, name: z.string(), operator: z.string() }).optional().meta({ description: 'The batch that its next files go into' }),
    lastFileAt: instant.optional(),
  })
  .meta({ id: 'ScannerState' });

export const scanDaySchema = z
  .object({
    day: z.string(),
    lines: z.array(z.object({ scanner: z.string().optional(), operator: z.string(), batches: count, pages: count, envelopes: count, rejected: count })),
  })
  .meta({ id: 'ScanDay', description: 'What was scanned in a day of the authority, by operator and scanner' });

export const batchNoteSchema = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])), check: z.boolean().meta({ description: 'Somebody has to look before it is released' }) }).meta({ id: 'BatchNote' });
export const batchScanSchema = z
  .object({
    batch: id,
    state: z.enum(batchStates),
    taking: z.boolean().meta({ description: 'Files that its scanner brings go into it' }),
    lane: z.enum(readingLanes),
    told: z.object({ dpi: z.int().optional(), colour: z.enum(scanColours).optional(), mode: z.enum(scanModes).optional(), scannedAt: z.string().optional(), type: z.string().optional(), sender: z.string().optional(), endorsementFirst: z.string().optional(), endorsementLast: z.string().optional(), batch: z.string().optional() }),
    notes: z.array(batchNoteSchema),
    sidecars: z.array(z.object({ id, name: z.string(), size: z.int(), at: instant, flaw: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).optional() })),
    lastFileAt: instant.optional(),
    endedAt: instant.optional(),
    endedBy: z.string().optional(),
  })
  .meta({ id: 'BatchScan', description: 'How a batch was scanned, and what is to be known of it' });

export const trySidecarBody = z
  .object({ mapping: sidecarSetting, sample: z.base64().max(6_000_000).meta({ description: 'Bytes of a sidecar file' }) })
  .meta({ id: 'TrySidecar' });
const words = z.string().optional();
export const sidecarFactsSchema = z
  .object({
    flaw: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).optional(),
    fields: z.record(z.string(), z.union([z.string(), z.number()])),
    rows: z.array(z.object({ file: words, firstPage: count.optional(), lastPage: count.optional(), document: words, service: words, type: words, sender: words })),
    doubts: z.array(z.object({ field: z.string(), value: z.string(), row: count.optional() })),
  })
  .meta({ id: 'SidecarFacts', description: 'What a mapping reads in a sidecar file' });

export type ScannerState = z.input<typeof scannerStateSchema>;
export type BatchScan = z.input<typeof batchScanSchema>;
export type ScanDay = z.input<typeof scanDaySchema>;

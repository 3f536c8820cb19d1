import { z } from 'zod';
import { scanBatchSchema, batchRevisionBody } from '../schemas/batches.js';
import { id } from '../schemas/common.js';
import { batchScanSchema, scanDaySchema, scannerStateSchema, sidecarFactsSchema, trySidecarBody } from '../schemas/scanners.js';

const tag = 'scanners';
const params = z.object({ id });
const byCode = z.object({ code: z.string().max(40) });

/** Scanners and their folders: for the mail room, and for those who set them up. */
export const scannerOperations = {
  scanners: { method: 'GET', path: '/scanners', summary: 'Scanners, how their folders are, and the batch that each one fills; for mail rooms and administrators', tag, response: z.object({ items: z.array(scannerStateSchema) }) },
  makeScannerFolder: { method: 'POST', path: '/scanners/{code}/folder', summary: 'Make the folder of a scanner, for administrators', tag, params: byCode, response: scannerStateSchema },
  trySidecar: { method: 'POST', path: '/scanners/sidecar', summary: 'What a mapping reads in a sidecar file; nothing is kept. For administrators', tag, body: trySidecarBody, response: sidecarFactsSchema },
  scanDay: { method: 'GET', path: '/scanners/today', summary: 'What was scanned today, by operator and scanner, for mail rooms', tag, response: scanDaySchema },
  batchScan: { method: 'GET', path: '/batches/{id}/scan', summary: 'How a batch was scanned, and what is to be known of it', tag, params, response: batchScanSchema },
  endBatch: { method: 'POST', path: '/batches/{id}/end', summary: 'All of it has been scanned: what its scanner brings from now on is another batch', tag, params, body: batchRevisionBody, response: scanBatchSchema },
  sidecarContent: { method: 'GET', path: '/batches/{id}/sidecars/{sidecar}', summary: 'A sidecar file as it came, to be saved', tag, params: z.object({ id, sidecar: id }), stream: 'download' },
} as const;

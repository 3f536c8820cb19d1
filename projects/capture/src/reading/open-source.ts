import { open } from 'node:fs/promises';
import { otherSelf, saysOtherwise } from './disguise.js';
import { ImageSource } from './image-source.js';
import type { ReadLimits } from './limits.js';
import type { PageSource } from './page-source.js';
import { PdfSource } from './pdf-source.js';
import type { ReadRequest, ReadWarning } from './reading.js';
import { kindOfRefused } from './refused-kinds.js';
import { Rejection } from './rejection.js';
import { sniff, SNIFF_LENGTH, type AcceptedType } from './sniff.js';

/**
 * Opens a received file as what its content says it is, and tells when its name says otherwise.
 *
 * @throws Rejection when it is of no kind that is taken, of two kinds at once, or beyond the limits
 */
export async function openSource({ inputPath, fileName }: Pick<ReadRequest, 'inputPath' | 'fileName'>, limits: ReadLimits): Promise<{ readonly source: PageSource; readonly warnings: readonly ReadWarning[] }> {
  const type = await typeOf(inputPath, fileName, limits);
  const source = type === 'application/pdf' ? await PdfSource.open(inputPath, limits) : await ImageSource.open(inputPath, type, limits);
  return { source, warnings: [...(saysOtherwise(fileName, type) ? (['wrongExtension'] as const) : []), ...source.warnings] };
}

async function typeOf(path: string, name: string, limits: ReadLimits): Promise<AcceptedType> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size === 0) throw new Rejection('empty');
    if (size > limits.maxBytes) throw new Rejection('tooLarge', { bytes: size, limit: limits.maxBytes });
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFF_LENGTH), 0, SNIFF_LENGTH, 0);
    const kind = sniff(buffer.subarray(0, bytesRead));
    if ('refused' in kind) throw new Rejection('unsupportedType', { mediaType: kind.refused, kind: kindOfRefused(kind.refused, name) });
    const other = await otherSelf(file, size, kind.accepted);
    if (other) throw new Rejection('polyglot', { mediaType: kind.accepted, other });
    return kind.accepted;
  } finally {
    await file.close();
  }
}

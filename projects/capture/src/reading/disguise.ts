import type { FileHandle } from 'node:fs/promises';
import { extname } from 'node:path';
import type { AcceptedType } from './sniff.js';

/** A ZIP's end has at most this many bytes (APPNOTE 4.3.16). */
const TAIL = 22 + 65_535;
/** PDF readers look for the header in the first so many bytes. */
const PDF_HEAD = 1024;
const END_OF_ZIP = Buffer.from('504b0506', 'hex');
const ENTRY_OF_ZIP = Buffer.from('504b0102', 'hex');
const LENGTH_OF_COMMENT = 20;

/**
 * What else a file is at the same time, to a program that looks elsewhere in it: an archive at its end, a PDF behind the
 * head of an image. Who opens it may then see another letter than was read.
 */
export async function otherSelf(file: FileHandle, size: number, type: AcceptedType): Promise<string | undefined> {
  const head = await bytes(file, 0, Math.min(size, PDF_HEAD));
  if (type !== 'application/pdf' && head.includes('%PDF-')) return 'application/pdf';
  const tail = await bytes(file, Math.max(0, size - TAIL), Math.min(size, TAIL));
  return endsAsZip(tail, type) ? 'application/zip' : undefined;
}

/** In a PDF a ZIP may well be attached; only one that ends the file, or lies behind its end, is the file itself. */
function endsAsZip(tail: Buffer, type: AcceptedType): boolean {
  const end = tail.lastIndexOf(END_OF_ZIP);
  if (end < 0 || end + 22 > tail.length) return false;
  if (tail.readUInt16LE(end + LENGTH_OF_COMMENT) === tail.length - end - 22) return true;
  return type === 'application/pdf' ? end > tail.lastIndexOf('%%EOF') && tail.includes('%%EOF') : tail.includes(ENTRY_OF_ZIP);
}

async function bytes(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
}

const EXTENSIONS: Readonly<Record<AcceptedType, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/tiff': ['tif', 'tiff'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
};
/** Endings that say nothing of a kind, as programs on scanners and servers give them. */
const SILENT = /^(|tmp|dat|bin|file|scan|\d+)$/;

/** Whether the name a file came with says another kind than its content. It is read for what it is. */
export function saysOtherwise(name: string, type: AcceptedType): boolean {
  const extension = extname(name).slice(1).toLowerCase();
  return !SILENT.test(extension) && /^[a-z0-9]{1,5}$/.test(extension) && !EXTENSIONS[type].includes(extension);
}

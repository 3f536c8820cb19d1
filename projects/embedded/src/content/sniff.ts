import type { ContentFiles } from './files.js';
import { mimeTypeOf, OCTETS } from './mimetypes.js';

/** Nothing but letters, spaces and what else a text holds. */
const textual = (bytes: Buffer): boolean => bytes.length > 0 && !bytes.some((one) => one < 9 || (one > 13 && one < 32 && one !== 27) || one === 127);

/** By name or by what the sender said; when both say nothing, a text is told by its first bytes. */
export async function mimeTypeOfUpload(files: ContentFiles, key: string, name: string, said: string | undefined): Promise<string> {
  const told = mimeTypeOf(name, said === OCTETS ? undefined : said);
  if (told !== OCTETS || /\.bin$/i.test(name)) return told;
  const parts: Buffer[] = [];
  for await (const part of files.read(key, { start: 0, end: 511 })) parts.push(part as Buffer);
  return textual(Buffer.concat(parts)) ? 'text/plain' : OCTETS;
}

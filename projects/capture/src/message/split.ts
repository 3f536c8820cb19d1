import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { convert } from 'html-to-text';
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { drawMessage } from './draw.js';
import { returnedIn } from './returned.js';
import { headOf, plain, type MessageHead } from './said.js';

/** What a part of an e-mail became. */
export interface MessagePart {
  readonly path: string;
  readonly name: string;
}
export interface SplitMessage {
  readonly head: MessageHead;
  /** Its words as a PDF first, then what it carries, in its order. */
  readonly parts: readonly MessagePart[];
}
/** Why an e-mail is not taken apart. */
export type MessageFlaw = { readonly flaw: 'empty' | 'tooManyParts' | 'broken'; readonly most?: number };

const mostParts = 100;
const longestText = 300_000;
/** Images of a message that are smaller are logos and lines; they are named in its PDF. */
const smallestImage = 8 * 1024;

/** Takes an e-mail apart (RFC 5322, 2045): run in a process of its own, as whoever sent it wrote every byte of it. */
export async function splitMessage(bytes: Uint8Array, outputDir: string, timeZone: string): Promise<SplitMessage | MessageFlaw> {
  let mail: Email;
  try {
    mail = await new PostalMime({ maxNestingDepth: 50, maxHeadersSize: 256 * 1024, attachmentEncoding: 'arraybuffer' }).parse(bytes);
  } catch {
    return { flaw: 'broken' };
  }
  const { returned, parts: told = [] } = returnedIn(mail) ?? {};
  const text = textOf(mail) || (returned?.said ?? '');
  const attached = mail.attachments.filter((one) => !told.includes(one));
  const kept = attached.filter((one) => !isTrifle(one) && sizeOf(one) > 0);
  if (!text && !kept.length && !returned) return { flaw: 'empty' };
  if (kept.length > mostParts) return { flaw: 'tooManyParts', most: mostParts };
  const head = { ...headOf(mail), ...(returned ? { returned } : {}) };
  const names = named(kept);
  const own = join(outputDir, 'message.pdf');
  await writeFile(own, await drawMessage({ head, text: text.slice(0, longestText), cut: text.length > longestText, carries: names, trifles: attached.length - kept.length, timeZone }));
  const parts: MessagePart[] = [{ path: own, name: 'message.pdf' }];
  for (const [index, one] of kept.entries()) {
    const path = join(outputDir, `part-${index + 1}`);
    await writeFile(path, typeof one.content === 'string' ? one.content : new Uint8Array(one.content));
    parts.push({ path, name: names[index] ?? '' });
  }
  return { head, parts };
}

/** What was written as plain text; of an e-mail that is a page alone, its words. */
function textOf({ text, html }: Email): string {
  const words = text?.trim() || (html ? convert(html, { wordwrap: false, limits: { maxInputLength: 2_000_000, maxDepth: 60, maxChildNodes: 5000 }, selectors: [{ selector: 'img', format: 'skip' }, { selector: 'a', options: { ignoreHref: true } }] }) : '');
  return words.replace(/\r\n?/g, '\n').replace(/[^\P{C}\n\t]/gu, '').replace(/\n{4,}/g, '\n\n\n').trim();
}

const sizeOf = ({ content }: Attachment): number => (typeof content === 'string' ? content.length : content.byteLength);
const isTrifle = (one: Attachment): boolean => one.mimeType.startsWith('image/') && (one.related === true || one.disposition === 'inline') && sizeOf(one) < smallestImage;

/** Names that can be told apart, without folders. */
function named(kept: readonly Attachment[]): string[] {
  return kept.map(({ filename }, index) => plain((filename ?? '').split(/[\\/]/).at(-1), 180) || `piece-${index + 1}`);
}

/** What a file is, told from its first bytes alone. */
export type AcceptedType = 'application/pdf' | 'image/tiff' | 'image/png' | 'image/jpeg';

/** How many first bytes {@link sniff} wants. */
export const SNIFF_LENGTH = 4096;
/** PDF readers look for the header in the first so many bytes. */
const PDF_HEAD = 1024;

const ACCEPTED: readonly (readonly [AcceptedType, readonly string[]])[] = [
  ['application/pdf', ['25504446 2d']],
  ['image/png', ['89504e47 0d0a1a0a']],
  ['image/jpeg', ['ffd8ff']],
  ['image/tiff', ['49492a00', '4d4d002a', '49492b00', '4d4d002b']],
];

/** Kinds that are told apart only to refuse them by name, even when a PDF header follows. */
const REFUSED: readonly (readonly [string, readonly string[]])[] = [
  ['application/zip', ['504b0304', '504b0506', '504b0708']],
  ['image/gif', ['47494638']],
  ['image/bmp', ['424d']],
  ['image/jp2', ['0000000c 6a502020', 'ff4fff51']],
  ['image/jxl', ['ff0a', '0000000c 4a584c20']],
  ['image/vnd.adobe.photoshop', ['38425053']],
  ['image/vnd.djvu', ['41542654 464f524d']],
  ['application/vnd.microsoft.portable-executable', ['4d5a']],
  ['application/x-elf', ['7f454c46']],
  ['application/x-mach-binary', ['cafebabe', 'cffaedfe', 'cefaedfe']],
  ['application/x-ole-storage', ['d0cf11e0a1b11ae1']],
  ['application/gzip', ['1f8b']],
  ['application/x-bzip2', ['425a68']],
  ['application/x-xz', ['fd377a585a00']],
  ['application/x-7z-compressed', ['377abcaf271c']],
  ['application/vnd.rar', ['526172211a07']],
  ['application/rtf', ['7b5c7274']],
  ['application/postscript', ['25215053', 'c5d0d3c6']],
  ['audio/mpeg', ['494433', 'fffb']],
  ['audio/ogg', ['4f676753']],
  ['video/webm', ['1a45dfa3']],
  ['text/x-shellscript', ['2321']],
];

/** The accepted type, or what else it looks like. A file that begins as one thing is that thing, whatever follows. */
export function sniff(head: Buffer): { readonly accepted: AcceptedType } | { readonly refused: string } {
  const accepted = match(ACCEPTED, head);
  if (accepted) return { accepted };
  const refused = refusedType(head);
  if (refused) return { refused };
  if (head.subarray(0, PDF_HEAD).includes('%PDF-')) return { accepted: 'application/pdf' };
  return { refused: textType(head) ?? 'application/octet-stream' };
}

function refusedType(head: Buffer): string | undefined {
  const ascii = (from: number, to: number): string => head.toString('latin1', from, to);
  if (ascii(0, 4) === 'RIFF') return ascii(8, 12) === 'WEBP' ? 'image/webp' : ascii(8, 12) === 'WAVE' ? 'audio/wav' : 'video/x-msvideo';
  if (ascii(4, 8) === 'ftyp') return /^(hei|hev|mif1|msf1)/.test(ascii(8, 12)) ? 'image/heif' : ascii(8, 11) === 'avi' ? 'image/avif' : 'video/mp4';
  const known = match(REFUSED, head);
  if (known === 'application/zip') return zipType(head);
  // Before a PDF's header there may be what a printer or a scanner says, never markup.
  return known ?? markup(head.subarray(0, PDF_HEAD));
}

/** Office files are ZIPs that begin with certain entries (OPC §9.2; ODF 1.3 part 2 §3.3). */
function zipType(head: Buffer): string {
  const name = head.toString('latin1', 30, 30 + (head.length >= 30 ? head.readUInt16LE(26) : 0));
  if (name.startsWith('mimetype')) return /^application\/(vnd\.oasis\.opendocument|epub)[\w.+-]*/.exec(head.toString('latin1', 38, 120))?.[0] ?? 'application/zip';
  if (/^(\[Content_Types\]\.xml|_rels\/|docProps\/|word\/|xl\/|ppt\/)/.test(name)) return 'application/vnd.openxmlformats-officedocument';
  return 'application/zip';
}

function markup(head: Buffer): string | undefined {
  const before = head.includes('%PDF-') ? head.subarray(0, head.indexOf('%PDF-')) : head;
  const text = before.toString('latin1');
  if (/<svg[\s>]/i.test(text)) return 'image/svg+xml';
  if (/<(!doctype|html|head|body|script|iframe|meta|a\s|img\s|p>|div)/i.test(text)) return 'text/html';
  return /^[\s\xef\xbb\xbf]*</.test(text) ? 'text/xml' : undefined;
}

/** A message as mail programs save it (RFC 5322) begins with its header; anything without strange bytes is text. */
function textType(head: Buffer): string | undefined {
  const text = head.toString('utf8');
  if (/^(received|return-path|delivered-to|from|to|subject|date|message-id|mime-version|x-[\w-]+|dkim-signature|arc-[\w-]+|content-type|reply-to|cc):[ \t]/i.test(text) && /^(from|subject|message-id|mime-version):/im.test(text)) return 'message/rfc822';
  const strange = text.slice(0, -4).match(/[^\P{C}\t\r\n\f]|\ufffd/gu)?.length ?? 0;
  return head.length > 0 && strange === 0 ? 'text/plain' : undefined;
}

function match<T>(kinds: readonly (readonly [T, readonly string[]])[], head: Buffer): T | undefined {
  const startsWith = (hex: string): boolean => {
    const magic = Buffer.from(hex.replace(/ /g, ''), 'hex');
    return head.subarray(0, magic.length).equals(magic);
  };
  return kinds.find(([, magics]) => magics.some(startsWith))?.[0];
}

/** What a file is, told from its first bytes alone. */
export type AcceptedType = 'application/pdf' | 'image/tiff' | 'image/png' | 'image/jpeg';

/** How many first bytes {@link sniff} wants; PDF readers look for the header in the first 1,024. */
export const SNIFF_LENGTH = 1024;

const ACCEPTED: readonly (readonly [AcceptedType, readonly string[]])[] = [
  ['application/pdf', ['25504446 2d']],
  ['image/png', ['89504e47 0d0a1a0a']],
  ['image/jpeg', ['ffd8ff']],
  ['image/tiff', ['49492a00', '4d4d002a', '49492b00', '4d4d002b']],
];

/** Kinds that are told apart only to refuse them by name, even when a PDF header follows. */
const REFUSED: readonly (readonly [string, readonly string[]])[] = [
  ['application/zip', ['504b0304', '504b0506']],
  ['image/gif', ['47494638']],
  ['image/bmp', ['424d']],
  ['application/vnd.microsoft.portable-executable', ['4d5a']],
  ['application/x-elf', ['7f454c46']],
  ['application/x-ole-storage', ['d0cf11e0a1b11ae1']],
  ['application/gzip', ['1f8b']],
  ['application/x-7z-compressed', ['377abcaf271c']],
  ['application/vnd.rar', ['526172211a07']],
  ['application/rtf', ['7b5c727466']],
  ['text/x-shellscript', ['2321']],
  ['text/html', ['3c']],
];

/** The accepted type, or what else it looks like. A file that begins as one thing is that thing, whatever follows. */
export function sniff(head: Buffer): { readonly accepted: AcceptedType } | { readonly refused: string } {
  const accepted = match(ACCEPTED, head);
  if (accepted) return { accepted };
  const refused = refusedType(head);
  if (refused) return { refused };
  const pdfBehindLeadingBytes = head.subarray(0, SNIFF_LENGTH).includes('%PDF-');
  return pdfBehindLeadingBytes ? { accepted: 'application/pdf' } : { refused: 'application/octet-stream' };
}

function refusedType(head: Buffer): string | undefined {
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP') return 'image/webp';
  if (head.toString('latin1', 4, 8) === 'ftyp') return 'image/heif';
  return match(REFUSED, head);
}

function match<T>(kinds: readonly (readonly [T, readonly string[]])[], head: Buffer): T | undefined {
  const startsWith = (hex: string): boolean => {
    const magic = Buffer.from(hex.replace(/ /g, ''), 'hex');
    return head.subarray(0, magic.length).equals(magic);
  };
  return kinds.find(([, magics]) => magics.some(startsWith))?.[0];
}

import { extname } from 'node:path';

/** Families of files that are not taken; each has its own advice. */
export type RefusedKind = 'office' | 'message' | 'fullMessage' | 'photo' | 'otherImage' | 'archive' | 'program' | 'webPage' | 'recording' | 'text' | 'unknown';

const BY_MEDIA_TYPE: readonly (readonly [RefusedKind, RegExp])[] = [
  ['office', /officedocument|opendocument|rtf|postscript|x-ole-storage/],
  ['message', /^message\//],
  ['photo', /heif|heic|avif/],
  ['otherImage', /^image\//],
  ['archive', /zip|rar|7z|x-tar|x-bzip|x-xz/],
  ['program', /executable|x-elf|shellscript|java|x-mach/],
  ['webPage', /html|xml/],
  ['recording', /^(audio|video)\//],
  ['text', /^text\//],
];

/** What to advise about; the name is only asked which of two kinds an old Office container is, both of them refused. */
export function kindOfRefused(mediaType: string, fileName: string): RefusedKind {
  if (mediaType === 'application/x-ole-storage' && extname(fileName).toLowerCase() === '.msg') return 'message';
  return BY_MEDIA_TYPE.find(([, pattern]) => pattern.test(mediaType))?.[0] ?? 'unknown';
}

import { basename } from 'node:path';

/** Characters of a name that people see whole; file systems take 255 bytes. */
const LONGEST = 255;

/**
 * A name as its sender gave it, fit to be shown: the last part of a path, without characters that would break a line, hide
 * its ending or turn it round (as U+202E makes `exe.pdf` of `fdp.exe`). It is shown and never used as a path.
 *
 * @param otherwise what a file is called of whose name nothing is left
 */
export function shownName(name: string, otherwise: string): string {
  const last = basename(name.replaceAll('\\', '/'));
  const clean = last.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '').trim();
  if (!clean || /^\.+$/.test(clean)) return otherwise;
  const letters = [...clean];
  if (letters.length <= LONGEST) return clean;
  // Its ending says more than its middle.
  return `${letters.slice(0, LONGEST - 20).join('')}…${letters.slice(-19).join('')}`;
}

import { fold } from '../routing/text.js';

/** Words that a line's end cut in two, joined again ("départe-⏎mentale"). */
export function joinCutWords(text: string): string {
  return text.replace(/(\p{L})[-¬][ \t]{0,8}\r?\n[ \t]{0,40}(\p{Ll})/gu, '$1$2');
}

/**
 * Letters that character recognition takes for one another become one ("adrninistratif", "0bjet", "Obiet"). Two texts
 * that look alike on paper have the same skeleton; it's for comparing only.
 */
export function skeleton(text: string): string {
  return fold(text).replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/[1l|!j]/g, 'i').replace(/0/g, 'o');
}

/** Cells of a page from top to bottom: what stands side by side, parted by three spaces or more, is read apart. */
export function cellsOf(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => line.split(/\t|\s{3,}/)).map((cell) => cell.trim()).filter(Boolean);
}

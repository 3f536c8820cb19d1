/** Longest text that a pattern is tried on: with {@link mostChoices} the steps that a trial can take stay within bounds. */
export const longestNumber = 40;
const mostChoices = 5;
const mostRepeats = 40;

export type PatternFlaw = 'patternSyntax' | 'patternTooFree';

/** One element: an escape, a class, the head of a group, or a character; the second part is how often. */
const element = /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?::|<[A-Za-z]\w*>))?|[\s\S]/g;
const repeat = /^(?:\{(\d+)(,(\d*))?\}|[?*+])\??/;

/**
 * What is wrong with the pattern of a number; nothing when it can be tried on what strangers send. Only such patterns are
 * taken as can't be slow: no way to look around or back, no repeated group with a choice in it, and few choices in all.
 */
export function numberPatternFlaw(source: string): PatternFlaw | undefined {
  try {
    new RegExp(source, 'u');
  } catch {
    return 'patternSyntax';
  }
  const groups: { choices: number }[] = [{ choices: 0 }];
  let rest = source;
  const choose = (): number => (groups.at(-1) ?? { choices: 0 }).choices++;
  while (rest) {
    element.lastIndex = 0;
    const [read = ''] = element.exec(rest) ?? [];
    rest = rest.slice(read.length);
    if (/^\\(?:[1-9kbB]|$)/.test(read) || rest.startsWith('?=') || read === '^' || read === '$') return 'patternTooFree';
    if (read === '(' && rest.startsWith('?')) return 'patternTooFree';
    if (read.startsWith('(')) groups.push({ choices: 0 });
    else if (read === '|') choose();
    else {
      const inside = read === ')' ? (groups.pop()?.choices ?? 0) : 0;
      const times = repeat.exec(rest);
      const fixed = times?.[1] !== undefined && times[2] === undefined;
      if (times) rest = rest.slice(times[0].length);
      if (times && Number(times[3] ?? times[1] ?? 0) > mostRepeats) return 'patternTooFree';
      if (times && inside > 0) return 'patternTooFree';
      if (times && !fixed) {
        if (read === ')' && times[0] !== '?') return 'patternTooFree';
        choose();
      }
      if (inside) (groups.at(-1) ?? { choices: 0 }).choices += inside;
    }
  }
  return (groups[0]?.choices ?? 0) > mostChoices ? 'patternTooFree' : undefined;
}

export interface NumberParts {
  readonly number: string;
  /** The number with its running part left out: what numbers of the same run share. */
  readonly run?: string;
  readonly sequence?: number;
}

/** What the pattern makes of `text`, which it has to fit wholly; its flaws were looked for when it was published. */
export function partsOf(text: string, source: string): NumberParts | undefined {
  const number = text.replace(/\s/g, '').toUpperCase();
  if (!number || number.length > longestNumber) return undefined;
  const found = new RegExp(`^(?:${source})$`, 'dui').exec(number);
  if (!found) return undefined;
  const [from, to] = found.indices?.groups?.['sequence'] ?? [];
  if (from === undefined || to === undefined) return { number };
  const sequence = Number(number.slice(from, to));
  return Number.isSafeInteger(sequence) ? { number, run: `${number.slice(0, from)}#${number.slice(to)}`, sequence } : { number };
}

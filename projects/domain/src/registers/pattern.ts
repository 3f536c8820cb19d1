const placeholder = /\{(?:year|yy|service|seq(?::\d+)?)\}/g;
const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export type ChronoFlaw = 'patternLiteral' | 'patternSequence' | 'patternYear' | 'patternService' | 'patternApart';

/** What makes a pattern unfit for a register: each number must be written in one way, and each writing must be one number. */
export function chronoFlaw(pattern: string, { yearly, perService }: { readonly yearly: boolean; readonly perService: boolean }): ChronoFlaw | undefined {
  const named = pattern.match(placeholder) ?? [];
  const count = (form: RegExp): number => named.filter((each) => form.test(each)).length;
  if (!/^[\w.-]*$/.test(pattern.replace(placeholder, ''))) return 'patternLiteral';
  if (count(/seq/) !== 1 || !/\{seq(:([1-9]|1[0-2]))?\}/.test(pattern)) return 'patternSequence';
  if (count(/year|yy/) > 1 || (yearly && !count(/year|yy/))) return 'patternYear';
  if (count(/service/) !== (perService ? 1 : 0)) return 'patternService';
  // A service's code has letters, figures and _: only what is none of them shows where it ends.
  if (perService && !/(^|[.-])\{service\}($|[.-])/.test(pattern)) return 'patternApart';
  return undefined;
}

/** A place in a number: the characters that may stand there, once, or once and more, or any number of times. */
interface Step {
  readonly among: string;
  readonly times: 'one' | 'some' | 'any';
}

function stepsOf(pattern: string): readonly Step[] {
  return pattern.split(/(\{[^}]+\})/).flatMap((part): Step[] => {
    if (part === '{year}' || part === '{yy}') return Array.from({ length: part === '{yy}' ? 2 : 4 }, () => ({ among: digits, times: 'one' }));
    if (part === '{service}') return [{ among: letters, times: 'one' }, { among: `${letters}${digits}_`, times: 'any' }];
    if (part.startsWith('{seq')) {
      const width = Math.max(1, Number(/\d+/.exec(part)?.[0] ?? 1));
      return Array.from({ length: width }, (_, at) => ({ among: digits, times: at === width - 1 ? 'some' : 'one' }));
    }
    return [...part].map((char) => ({ among: char, times: 'one' }));
  });
}

/** Whether two patterns can give the same text: both are walked at once, through all that they may write. */
export function canCollide(one: string, other: string): boolean {
  const [a, b] = [stepsOf(one), stepsOf(other)];
  const seen = new Set<string>();
  const walk = (i: number, j: number): boolean => {
    if (seen.has(`${i} ${j}`)) return false;
    seen.add(`${i} ${j}`);
    const [left, right] = [a[i], b[j]];
    if (!left && !right) return true;
    if (left?.times === 'any' && walk(i + 1, j)) return true;
    if (right?.times === 'any' && walk(i, j + 1)) return true;
    if (!left || !right || ![...left.among].some((char) => right.among.includes(char))) return false;
    const after = (step: Step, at: number): number[] => (step.times === 'one' ? [at + 1] : [at, at + 1]);
    return after(left, i).some((nextI) => after(right, j).some((nextJ) => walk(nextI, nextJ)));
  };
  return walk(0, 0);
}

/** The same parts in the same order; only how wide the running part is padded may differ. */
export const sameShape = (one: string, other: string): boolean => one.replace(/\{seq:\d+\}/, '{seq}') === other.replace(/\{seq:\d+\}/, '{seq}');

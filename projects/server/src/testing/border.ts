/** Where the process can be killed: before a request or a lasting write goes out, or after it was done and before the process hears of it. */
export interface Trap {
  readonly wire: Wire;
  /** Counted from 1 since the trap was set, among those of the wire whose label matches. */
  readonly number: number;
  readonly matching?: RegExp;
  readonly when: 'before' | 'after';
}
export type Wire = 'alfresco' | 'postgres';

export interface Crossing {
  readonly wire: Wire;
  /** What went over, without ids: for whoever reads which points were tried. */
  readonly label: string;
}

/** Counts what a process asks of its neighbours, and springs one trap. */
export interface Border {
  /** Forgets what was counted; with a trap, `spring` is called once when it is reached. */
  watch(trap?: Trap, spring?: () => void): void;
  /** What went over since, in order. */
  readonly crossings: readonly Crossing[];
  /** Where the trap sprang. */
  readonly sprung: Crossing | undefined;
  /** For the proxies: when the process is to be killed at this crossing. */
  cross(crossing: Crossing): Trap['when'] | undefined;
  spring(crossing: Crossing): void;
}

export function border(): Border {
  let [trap, onSpring, sprung]: [Trap?, (() => void)?, Crossing?] = [];
  let crossings: Crossing[] = [];
  return {
    watch: (next, spring) => {
      [trap, onSpring, sprung] = [next, spring, undefined];
      crossings = [];
    },
    get crossings() {
      return crossings;
    },
    get sprung() {
      return sprung;
    },
    cross: (crossing) => {
      crossings.push(crossing);
      const counts = ({ wire, label }: Crossing): boolean => wire === trap?.wire && (trap.matching?.test(label) ?? true);
      return trap && counts(crossing) && crossings.filter(counts).length === trap.number ? trap.when : undefined;
    },
    spring: (crossing) => {
      if (sprung || !trap) return;
      sprung = crossing;
      trap = undefined;
      onSpring?.();
    },
  };
}

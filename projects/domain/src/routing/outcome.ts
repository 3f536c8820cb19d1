/** What rules would have done with past mail; services and rules by their codes, none: the mail room keeps it. */
export interface SimulationOutcome {
  readonly mails: number;
  /** Goes elsewhere, or to others in copy. */
  readonly changed: number;
  /** Mails of which it is known who treated them in the end, and of these, how many went there at once. */
  readonly judged: number;
  readonly rightBefore: number;
  readonly rightAfter: number;
  readonly flows: readonly Flow[];
  readonly loads: readonly Load[];
  readonly rules: readonly RuleShare[];
}
/** Mails that one service had and another, or the same, would have. */
export interface Flow {
  readonly from: string | null;
  readonly to: string | null;
  readonly mails: number;
}
export interface Load {
  readonly service: string | null;
  readonly before: number;
  readonly after: number;
  readonly copiesBefore: number;
  readonly copiesAfter: number;
}
export interface RuleShare {
  readonly rule: string | null;
  readonly before: number;
  readonly after: number;
}

/** A mail's place before and after. */
export interface Compared {
  readonly before: Placed;
  readonly after: Placed;
  /** The service that treated it in the end, if that is known. */
  readonly treatedBy?: string;
}
export interface Placed {
  readonly tray?: string;
  readonly service?: string;
  readonly rule?: string;
  readonly copies: readonly string[];
}

/** Whether it would be in other hands. */
export function differs({ before, after }: Pick<Compared, 'before' | 'after'>): boolean {
  return before.tray !== after.tray || before.service !== after.service || [...before.copies].sort().join() !== [...after.copies].sort().join();
}

/** Adds up mails one by one; a run of a hundred thousand keeps only the sums. */
export class OutcomeTally {
  private sums = { mails: 0, changed: 0, judged: 0, rightBefore: 0, rightAfter: 0 };
  private readonly flows = new Map<string, { from: string | null; to: string | null; mails: number }>();
  private readonly loads = new Map<string | null, { before: number; after: number; copiesBefore: number; copiesAfter: number }>();
  private readonly rules = new Map<string | null, { before: number; after: number }>();

  add(one: Compared): void {
    const { before, after, treatedBy } = one;
    this.sums.mails++;
    if (differs(one)) this.sums.changed++;
    if (treatedBy !== undefined) {
      this.sums.judged++;
      if (before.service === treatedBy) this.sums.rightBefore++;
      if (after.service === treatedBy) this.sums.rightAfter++;
    }
    const [from, to] = [before.service ?? null, after.service ?? null];
    const key = JSON.stringify([from, to]);
    const flow = this.flows.get(key) ?? { from, to, mails: 0 };
    flow.mails++;
    this.flows.set(key, flow);
    this.load(from).before++;
    this.load(to).after++;
    for (const service of before.copies) this.load(service).copiesBefore++;
    for (const service of after.copies) this.load(service).copiesAfter++;
    this.share(before.rule ?? null).before++;
    this.share(after.rule ?? null).after++;
  }

  /** The sums so far, the greatest first. */
  outcome(): SimulationOutcome {
    return {
      ...this.sums,
      flows: [...this.flows.values()].sort((a, b) => b.mails - a.mails),
      loads: [...this.loads].map(([service, load]) => ({ service, ...load })).sort((a, b) => b.after - a.after),
      rules: [...this.rules].map(([rule, share]) => ({ rule, ...share })).sort((a, b) => b.after - a.after),
    };
  }

  private load(service: string | null) {
    const load = this.loads.get(service) ?? { before: 0, after: 0, copiesBefore: 0, copiesAfter: 0 };
    this.loads.set(service, load);
    return load;
  }

  private share(rule: string | null) {
    const share = this.rules.get(rule) ?? { before: 0, after: 0 };
    this.rules.set(rule, share);
    return share;
  }
}

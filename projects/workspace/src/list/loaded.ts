import { computed, signal } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import { toProblem, type Problem } from '../api/problem.js';
import type { Awaited } from './pages.js';

/** One thing that a page reads, and reads again after an action. */
export class Loaded<T> implements Awaited {
  readonly value = signal<T | undefined>(undefined);
  private readonly wrong = signal<Problem | undefined>(undefined);
  private round = 0;
  readonly problem = this.wrong.asReadonly();
  readonly state = computed(() => (this.wrong() ? 'failed' : this.value() ? 'ready' : 'loading'));
  readonly empty = (): boolean => false;

  constructor(private readonly fetch: () => Observable<T>) {}

  /** Reads it from nothing; what an earlier reading brings later is let go. */
  async load(): Promise<void> {
    const round = ++this.round;
    this.wrong.set(undefined);
    this.value.set(undefined);
    try {
      const value = await firstValueFrom(this.fetch());
      if (round === this.round) this.value.set(value);
    } catch (error) {
      if (round === this.round) this.wrong.set(toProblem(error));
    }
  }

  /** Reads it again, without a flicker; a failed look is tried again another time. */
  async refresh(): Promise<void> {
    const { round } = this;
    const now = await firstValueFrom(this.fetch()).catch(() => undefined);
    if (now && round === this.round) this.value.set(now);
  }
}

import { signal } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import { toProblem, type Problem } from '../api/problem.js';
import type { Awaited } from '../list/pages.js';

/** One answer of the API, as a page waits for it. */
export class Asked<T> implements Awaited {
  readonly value = signal<T | undefined>(undefined);
  readonly problem = signal<Problem | undefined>(undefined);

  constructor(
    private readonly ask: () => Observable<T>,
    private readonly none: (value: T) => boolean = () => false,
  ) {
    void this.load();
  }

  readonly state = (): 'loading' | 'ready' | 'failed' => (this.problem() ? 'failed' : this.value() === undefined ? 'loading' : 'ready');
  readonly empty = (): boolean => {
    const value = this.value();
    return value !== undefined && this.none(value);
  };

  async load(): Promise<void> {
    this.problem.set(undefined);
    await firstValueFrom(this.ask()).then((value) => this.value.set(value), (error: unknown) => this.problem.set(toProblem(error)));
  }
}

import { signal } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import { toProblem, type Problem } from '../api/problem.js';
import type { Page, PageQuery } from '../api/types.js';

/** What a page of the workspace waits for, so that loading, failing and emptiness look alike everywhere. */
export interface Awaited {
  state(): 'loading' | 'ready' | 'failed';
  problem(): Problem | undefined;
  empty(): boolean;
  load(): Promise<void>;
}

const pageSize = 50;
const largestPage = 200;

/** A list that is read page by page, by its cursor, and quietly read again after an action. */
export class Pages<T> implements Awaited {
  private readonly all = signal<readonly T[]>([]);
  private readonly now = signal<'loading' | 'ready' | 'failed'>('loading');
  private readonly wrong = signal<Problem | undefined>(undefined);
  private cursor: string | undefined;
  private round = 0;
  private more?: Promise<void>;

  readonly items = this.all.asReadonly();
  readonly state = this.now.asReadonly();
  readonly problem = this.wrong.asReadonly();
  readonly empty = (): boolean => this.all().length === 0;
  readonly hasMore = signal(false);

  constructor(
    private readonly fetch: (page: PageQuery) => Observable<Page<T>>,
    private readonly keyOf: (item: T) => string,
  ) {}

  /** Reads the list from its beginning. */
  async load(): Promise<void> {
    this.now.set('loading');
    this.wrong.set(undefined);
    await this.read(pageSize);
  }

  /** Reads again as much as is shown, without a flicker; a failure leaves what is shown. */
  async refresh(): Promise<void> {
    await this.read(Math.max(pageSize, this.all().length), true);
  }

  /** Reads the next page, once at a time. */
  loadMore(): Promise<void> {
    return (this.more ??= this.append().finally(() => (this.more = undefined)));
  }

  replace(item: T): void {
    this.all.update((items) => items.map((old) => (this.keyOf(old) === this.keyOf(item) ? item : old)));
  }

  remove(key: string): void {
    this.all.update((items) => items.filter((item) => this.keyOf(item) !== key));
  }

  private async read(wanted: number, quietly = false): Promise<void> {
    const round = ++this.round;
    try {
      const items: T[] = [];
      let after: string | undefined;
      do {
        const page = await firstValueFrom(this.fetch({ limit: Math.min(largestPage, Math.max(pageSize, wanted - items.length)), after }));
        items.push(...page.items);
        after = page.next;
      } while (after && items.length < wanted);
      if (round === this.round) this.show(items, after);
    } catch (error) {
      if (round !== this.round || quietly) return;
      this.wrong.set(toProblem(error));
      this.now.set('failed');
    }
  }

  private async append(): Promise<void> {
    if (!this.cursor) return;
    const round = this.round;
    const page = await firstValueFrom(this.fetch({ limit: pageSize, after: this.cursor })).catch(() => undefined);
    if (!page || round !== this.round) return;
    const known = new Set(this.all().map(this.keyOf));
    this.show([...this.all(), ...page.items.filter((item) => !known.has(this.keyOf(item)))], page.next);
  }

  private show(items: readonly T[], next: string | undefined): void {
    this.all.set(items);
    this.cursor = next;
    this.hasMore.set(!!next);
    this.now.set('ready');
  }
}

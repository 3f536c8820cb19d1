import { afterNextRender, ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, Injector, input, output, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { toProblem, type Problem } from '../api/problem.js';
import { PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import type { Awaited } from '../list/pages.js';
import { AdfDocument } from '../reading/adf-document.js';
import { Words } from '../words/words.js';
import { SortingsApi, type ItemFilters, type Sorting, type SortingItem } from './sortings-api.js';

const views = ['all', 'kept', 'notKept', 'changed', 'failed'] as const;
type View = (typeof views)[number];
const filters: { readonly [view in View]: ItemFilters } = { all: {}, kept: { decision: 'kept' }, notKept: { decision: 'notKept' }, changed: { changed: 'true' }, failed: { failed: 'true' } };

/** Mails of a sorting by their numbers, with what is decided of each; whoever may decides it anew, an affair as a whole. */
@Component({
  selector: 'bn-sorting-items',
  imports: [AdfDocument, MatButton, MatButtonToggleModule, PlacePipe, RouterLink, TranslatePipe, Wait],
  templateUrl: './sorting-items.html',
  styles: `
    :host { display: block; padding-bottom: 24px; }
    .head { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; padding: 12px 16px 4px; }
    h2 { margin: 0; font-size: 15px; }
    .short { white-space: nowrap; }
    .number { text-align: right !important; font-variant-numeric: tabular-nums; }
    .kept { font-weight: 500; color: var(--bn-done); }
    td form { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; }
    td input { flex: 1 1 160px; min-width: 0; height: 30px; padding: 0 8px; border: 1px solid var(--mat-sys-outline); border-radius: 6px; background: var(--mat-sys-surface); color: var(--mat-sys-on-surface); font: inherit; }
    .open { display: flex; flex-direction: column; height: 70vh; margin: 0 16px 12px; border: 1px solid var(--bn-line); border-radius: 6px; }
    .open .name { display: flex; gap: 8px; align-items: center; padding: 4px 12px; }
    .page { flex: 1; min-height: 0; }
    .said { margin: 4px 16px; }
    @container frame (max-width: 760px) { .wide { display: none; } }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SortingItems implements Awaited {
  private readonly api = inject(SortingsApi);
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly words = inject(Words);
  readonly sorting = input.required<Sorting>();
  readonly changed = output<Sorting>();

  protected readonly view = signal<View>('all');
  protected readonly items = signal<readonly SortingItem[]>([]);
  protected readonly next = signal<number | undefined>(undefined);
  protected readonly said = signal('');
  /** Unit that is about to be decided otherwise, until its reason is given. */
  protected readonly asking = signal<SortingItem | undefined>(undefined);
  protected readonly opened = signal<SortingItem | undefined>(undefined);
  protected readonly file = signal<Blob | undefined>(undefined);
  private readonly now = signal<'loading' | 'ready' | 'failed'>('loading');
  private readonly wrong = signal<Problem | undefined>(undefined);
  readonly state = this.now.asReadonly();
  readonly problem = this.wrong.asReadonly();
  readonly empty = (): boolean => this.items().length === 0;

  protected readonly decides = computed(() => this.sorting().actions.includes('decide'));
  protected readonly opens = computed(() => this.sorting().actions.includes('openItem'));
  protected readonly views = computed(() => views.filter((view) => view !== 'failed' || this.sorting().carried?.failed));
  private readonly list = computed(() => `${this.sorting().id} ${this.sorting().revision} ${this.sorting().carried?.done ?? ''}`);

  constructor() {
    effect(() => {
      this.list();
      this.view();
      untracked(() => void this.read(0));
    });
  }

  async load(): Promise<void> {
    this.now.set('loading');
    await this.read(0);
  }

  protected async read(after: number): Promise<void> {
    const [list, view] = [this.list(), this.view()];
    try {
      const { items, next } = await firstValueFrom(this.api.items(this.sorting().id, filters[view], after));
      if (list !== this.list() || view !== this.view()) return;
      this.items.update((before) => (after ? [...before, ...items] : items));
      this.next.set(next);
      this.now.set('ready');
    } catch (error) {
      this.wrong.set(toProblem(error));
      this.now.set('failed');
    }
  }

  /** Otherwise than proposed, or than the rule has it, needs a reason; back to it needs none. */
  protected otherwise(item: SortingItem): void {
    const usual = this.sorting().state === 'draft' ? item.picked : item.proposed;
    const freely = this.sorting().state === 'draft' && this.sorting().rule.by === 'hand';
    if (item.decision !== usual || freely) void this.decide(item, '');
    else {
      this.asking.set(item);
      this.focus('td form input');
    }
  }

  protected leave(item: SortingItem): void {
    this.asking.set(undefined);
    this.focus(`[data-otherwise='${item.position}']`);
  }

  /** Where the eye is, the keyboard goes on: what was pressed is replaced by what it leads to. */
  private focus(selector: string): void {
    afterNextRender({ read: () => this.element.nativeElement.querySelector<HTMLElement>(selector)?.focus() }, { injector: this.injector });
  }

  protected async decide(item: SortingItem, reason: string): Promise<void> {
    const decision = item.decision === 'kept' ? 'notKept' : 'kept';
    this.said.set('');
    try {
      this.changed.emit(await firstValueFrom(this.api.decide(this.sorting().id, [{ unit: item.unit, decision, ...(reason.trim() ? { reason: reason.trim() } : {}) }])));
      this.leave(item);
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
  }

  protected async open(item: SortingItem): Promise<void> {
    const [file] = item.files;
    if (!file) return;
    this.opened.set(item);
    this.file.set(undefined);
    this.said.set('');
    try {
      const blob = await firstValueFrom(this.api.document(this.sorting().id, item.position, file.node));
      if (this.opened() === item) this.file.set(blob);
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
  }

  protected readonly whyFailed = ({ failure }: SortingItem): string => {
    const key = `SORTINGS.FAILURE.${failure?.code}`;
    return this.words.text(this.words.has(key) ? key : 'SORTINGS.FAILURE.other', failure?.params ?? {});
  };
}

import { computed, signal, type Signal } from '@angular/core';
import type { Cell, Layout } from './layout.js';
import { between, stepFrom } from './walk.js';

/** Which pages gestures act on: the one with the focus, those selected with it, those cut to be put elsewhere. */
export class DeskSelection {
  private readonly focus = signal<string | undefined>(undefined);
  private readonly chosen = signal<ReadonlySet<string>>(new Set());
  private anchor?: string;

  readonly cut = signal<ReadonlySet<string>>(new Set());
  /** The page that keys act on: always one that is there. */
  readonly active = computed(() => {
    const { at, cells } = this.layout();
    const key = this.focus();
    return key !== undefined && at.has(key) ? key : cells[0]?.key;
  });
  readonly selected = computed<ReadonlySet<string>>(() => {
    const there = [...this.chosen()].filter((key) => this.layout().at.has(key));
    return new Set(there.length ? there : [this.active()].filter((key) => key !== undefined));
  });
  readonly cell = computed<Cell | undefined>(() => this.cellOf(this.active()));
  /** In the order of the flow. */
  readonly cells = computed<readonly Cell[]>(() => this.layout().cells.filter(({ key }) => this.selected().has(key)));

  constructor(private readonly layout: Signal<Layout>) {}

  cellOf(key: string | undefined): Cell | undefined {
    const place = key === undefined ? undefined : this.layout().at.get(key);
    return place && this.layout().cells[place.index];
  }

  goTo(key: string | undefined): void {
    this.focus.set(key);
    this.anchor = key;
    this.chosen.set(new Set());
  }

  /** All from where the selection began to this page. */
  extendTo(key: string): void {
    const from = this.anchor ?? this.active() ?? key;
    this.anchor = from;
    this.chosen.set(new Set(between(this.layout(), from, key)));
    this.focus.set(key);
  }

  toggle(key: string): void {
    const next = new Set(this.selected());
    if (!next.delete(key)) next.add(key);
    this.chosen.set(next);
    this.anchor = key;
    this.focus.set(key);
  }

  choose(keys: Iterable<string>): void {
    this.chosen.set(new Set(keys));
  }

  /** Moves by an arrow key; whether it led anywhere. */
  step(stroke: string, extending: boolean, rowsOfPage: number): boolean {
    const to = stepFrom(this.layout(), this.active(), stroke, rowsOfPage);
    if (to === undefined) return false;
    if (extending) this.extendTo(to);
    else this.goTo(to);
    return true;
  }
}

import { Directive, effect, forwardRef, input } from '@angular/core';
import { VIRTUAL_SCROLL_STRATEGY, type CdkVirtualScrollViewport, type VirtualScrollStrategy } from '@angular/cdk/scrolling';
import { distinctUntilChanged, Subject } from 'rxjs';

const buffer = 500;

/** Rows of heights that are known beforehand, drawn as they come near. */
@Directive({
  selector: 'cdk-virtual-scroll-viewport[bnRowHeights]',
  providers: [{ provide: VIRTUAL_SCROLL_STRATEGY, useFactory: (rows: RowHeights) => rows.strategy, deps: [forwardRef(() => RowHeights)] }],
})
export class RowHeights {
  readonly bnRowHeights = input.required<readonly { readonly height: number }[]>();
  readonly strategy = new KnownHeights();

  constructor() {
    effect(() => this.strategy.setHeights(this.bnRowHeights().map(({ height }) => height)));
  }

  /** Where a row begins, in pixels from the top. */
  topOf(index: number): number {
    return this.strategy.topOf(index);
  }
}

class KnownHeights implements VirtualScrollStrategy {
  private readonly first = new Subject<number>();
  private viewport: CdkVirtualScrollViewport | null = null;
  /** Where each row begins, and where the last one ends. */
  private tops: readonly number[] = [0];
  readonly scrolledIndexChange = this.first.pipe(distinctUntilChanged());

  setHeights(heights: readonly number[]): void {
    const tops = [0];
    for (const height of heights) tops.push((tops.at(-1) ?? 0) + height);
    this.tops = tops;
    this.resize();
  }

  topOf(index: number): number {
    return this.tops[index] ?? 0;
  }

  attach(viewport: CdkVirtualScrollViewport): void {
    this.viewport = viewport;
    this.resize();
  }

  detach(): void {
    this.first.complete();
    this.viewport = null;
  }

  onContentScrolled(): void {
    this.draw();
  }

  onDataLengthChanged(): void {
    this.resize();
  }

  onContentRendered(): void {
    // heights are known: nothing is to be measured
  }

  onRenderedOffsetChanged(): void {
    // it is ours
  }

  scrollToIndex(index: number, behavior: ScrollBehavior): void {
    this.viewport?.scrollToOffset(this.topOf(index), behavior);
  }

  private resize(): void {
    this.viewport?.setTotalContentSize(this.tops.at(-1) ?? 0);
    this.draw();
  }

  private draw(): void {
    const { viewport, tops } = this;
    if (!viewport) return;
    const top = viewport.measureScrollOffset('top');
    const length = Math.min(viewport.getDataLength(), tops.length - 1);
    const start = Math.min(this.rowAt(top - buffer), Math.max(0, length - 1));
    const end = Math.min(length, this.rowAt(top + viewport.getViewportSize() + buffer) + 1);
    viewport.setRenderedRange({ start, end: Math.max(start, end) });
    viewport.setRenderedContentOffset(this.topOf(start));
    this.first.next(this.rowAt(top));
  }

  /** The row that lies at so many pixels from the top. */
  private rowAt(offset: number): number {
    let [low, high] = [0, this.tops.length - 1];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((this.tops[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}

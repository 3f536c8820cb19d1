import { CdkVirtualForOf, CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import { afterNextRender, ChangeDetectionStrategy, Component, computed, DestroyRef, effect, ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from '../words/words.js';
import type { DeskCommand } from './keys.js';
import { DocumentHead } from './document-head.js';
import { EnvelopeBand } from './envelope-band.js';
import { extract, join, moveBeside, moveToEnvelope, putAside, putBack, split, type Outcome } from './gestures.js';
import type { Block, Cell, Row, Segment } from './layout.js';
import { PageCell } from './page-cell.js';
import { PageDrag, type DropPlace } from './page-drag.js';
import { RowHeights } from './row-heights.js';
import { gutter } from './sizes.js';
import { DeskStore } from './store.js';

/** The pages of the batch as they fall into envelopes and documents: rows drawn as they come into sight, one Tab stop, arrow keys within, pages dragged from place to place. */
@Component({
  selector: 'bn-page-flow',
  imports: [CdkVirtualForOf, CdkVirtualScrollViewport, DocumentHead, EnvelopeBand, MatIcon, PageCell, RowHeights, TranslatePipe],
  templateUrl: './page-flow.html',
  styleUrl: './page-flow.scss',
  host: { '(keydown)': 'press($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PageFlow {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly viewport = viewChild.required(CdkVirtualScrollViewport);
  private readonly heights = viewChild.required(RowHeights);
  protected readonly store = inject(DeskStore);
  protected readonly words = inject(Words);

  /** Numbers of mails that envelopes have become. */
  readonly chronos = input<ReadonlyMap<string, string>>(new Map());
  /** What a button at a page or a document asks for, once its page is the active one. */
  readonly asked = output<DeskCommand>();

  protected readonly rows = computed(() => [...this.store.layout().rows]);
  protected readonly dropping = computed(() => this.drag.dragging()?.place);
  protected readonly keyOf = (_: number, row: Row): string => row.key;
  protected readonly drag = new PageDrag(
    () => this.viewport().elementRef.nativeElement,
    () => this.take(),
    (place) => this.dropAt(place),
  );
  private readonly grabbed = signal<string | undefined>(undefined);
  private pointing = false;
  private centre = 0;
  private lastFollow = 0;

  constructor() {
    const resized = new ResizeObserver(() => this.measure());
    afterNextRender(() => {
      resized.observe(this.viewport().elementRef.nativeElement);
      this.viewport().elementScrolled().subscribe(() => this.look());
      this.measure();
    });
    inject(DestroyRef).onDestroy(() => {
      resized.disconnect();
      this.drag.close();
    });
    effect(() => {
      const follow = this.store.follow();
      if (follow === this.lastFollow) return;
      this.lastFollow = follow;
      const here = this.hasFocus();
      requestAnimationFrame(() => (here ? this.focusActive() : this.show()));
    });
  }

  /** Puts the focus on the active page, drawing it first if it is out of sight. */
  focusActive(frames = 12): void {
    this.show();
    const key = this.store.selection.active();
    const cell = key && this.element.querySelector<HTMLElement>(`[data-page="${key}"]`);
    if (cell) return cell.focus({ preventScroll: true });
    this.viewport().elementRef.nativeElement.focus({ preventScroll: true });
    if (frames > 0) requestAnimationFrame(() => this.focusActive(frames - 1));
  }

  /** Whether keys are for the flow: the focus is in it, or nowhere. */
  hasFocus(): boolean {
    const focused = document.activeElement;
    return !focused || focused === document.body || focused.localName === 'main' || this.element.contains(focused);
  }

  press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    const rowsOfPage = Math.max(1, Math.floor(this.viewport().getViewportSize() / 250));
    const { selection } = this.store;
    if (event.key === 'Escape' && (selection.cut().size || selection.selected().size > 1)) {
      selection.cut.set(new Set());
      selection.choose([]);
      return;
    }
    if (event.key === ' ' && event.target instanceof HTMLElement && event.target.dataset['page']) {
      event.preventDefault();
      return selection.toggle(event.target.dataset['page']);
    }
    if (!selection.step(event.key, event.shiftKey, rowsOfPage)) return;
    event.preventDefault();
    this.focusActive();
  }

  protected readonly urgencyOf = (cell: Cell): (() => number) => () => {
    const at = this.store.layout().at.get(cell.key);
    return at ? Math.abs(this.heights().topOf(at.row) - this.centre) : Number.MAX_VALUE;
  };

  protected down(event: PointerEvent, cell: Cell): void {
    if (event.button !== 0) return;
    this.grabbed.set(cell.key);
    this.pointing = true;
    setTimeout(() => (this.pointing = false));
    if (this.store.editable() && !cell.envelope?.fixed) this.drag.begin(event);
  }

  /** The focus came to a page otherwise than by the mouse or by our keys. */
  protected reached(cell: Cell): void {
    if (!this.pointing && cell.key !== this.store.selection.active()) this.store.selection.goTo(cell.key);
  }

  protected choose(event: MouseEvent, cell: Cell): void {
    const { selection } = this.store;
    if (event.shiftKey) selection.extendTo(cell.key);
    else if (event.ctrlKey || event.metaKey) selection.toggle(cell.key);
    else selection.goTo(cell.key);
    this.focusActive();
  }

  /** All pages of a document, from its head. */
  protected chooseDocument({ cells: [first] }: Segment): void {
    if (!first?.document) return;
    const keys = this.store.layout().cells.filter(({ document }) => document === first.document).map(({ key }) => key);
    this.store.selection.goTo(keys[0]);
    this.store.selection.choose(keys);
    this.focusActive();
  }

  protected ask(command: 'split' | 'join' | 'putBack', cell: Cell): void {
    const decide = { split: (): Outcome => split(cell, 'document'), join: (): Outcome => join(cell), putBack: (): Outcome => putBack([cell]) }[command];
    this.store.selection.goTo(cell.key);
    void this.store.perform(decide);
  }

  protected askOfDocument(command: 'nature' | 'beneficiaries', segment: Segment): void {
    this.store.selection.goTo(segment.cells[0]?.key);
    this.asked.emit(command);
  }

  protected joinEnvelope({ segments }: Block): void {
    this.store.selection.goTo(segments.flatMap(({ cells }) => cells).find(({ document }) => document)?.key);
    this.asked.emit('joinEnvelope');
  }

  protected dropSide(cell: Cell): 'before' | 'after' | undefined {
    const place = this.dropping();
    return place?.kind === 'page' && place.key === cell.key ? place.side : undefined;
  }

  protected dropsInto(number: number): boolean {
    const place = this.dropping();
    return place?.kind === 'envelope' && place.number === number;
  }

  /** What is dragged: the selection if the page is in it, else the page alone. */
  private take(): void {
    const key = this.grabbed();
    if (key && !this.store.selection.selected().has(key)) this.store.selection.goTo(key);
  }

  private dropAt(place: DropPlace): void {
    const cells = this.store.selection.cells();
    const keys = cells.map(({ key }) => key);
    void this.store.perform(() => {
      if (place.kind === 'bin') return putAside(cells, this.store.layout());
      if (place.kind === 'envelope') return moveToEnvelope(cells, this.store.queue.plan(), place.number, true);
      const target = this.store.selection.cellOf(place.key);
      return target ? moveBeside(cells, target, place.side) : extract(cells, 'document');
    }, place.kind === 'bin' ? undefined : keys);
  }

  private measure(): void {
    const width = this.viewport().elementRef.nativeElement.clientWidth;
    if (width) this.store.room.set(width);
    this.viewport().checkViewportSize();
    this.look();
  }

  private look(): void {
    this.centre = this.viewport().measureScrollOffset('top') + this.viewport().getViewportSize() / 2;
  }

  private show(): void {
    const key = this.store.selection.active();
    const row = key === undefined ? undefined : this.store.layout().at.get(key)?.row;
    if (row === undefined) return;
    const viewport = this.viewport();
    const [top, bottom] = [this.heights().topOf(row), this.heights().topOf(row + 1)];
    const [from, size] = [viewport.measureScrollOffset('top'), viewport.getViewportSize()];
    if (top < from) viewport.scrollToOffset(Math.max(0, top - gutter * 2));
    else if (bottom > from + size) viewport.scrollToOffset(bottom - size + gutter);
  }
}

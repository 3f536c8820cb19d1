import { CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import { afterNextRender, ChangeDetectionStrategy, Component, computed, DestroyRef, ElementRef, inject, input, model, output, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { MailLine } from '../api/types.js';
import { moved } from './keys.js';
import { MailRow } from './mail-row.js';
import { extended, mostChosen, toggled } from './selection.js';

export const rowHeight = 40;

/** The list of mails, the same everywhere: rows of 40 px drawn as they come into sight, one Tab stop, arrow keys within. */
@Component({
  selector: 'bn-mail-list',
  imports: [CdkVirtualScrollViewport, CdkVirtualForOf, CdkFixedSizeVirtualScroll, MailRow, TranslatePipe],
  templateUrl: './mail-list.html',
  styleUrl: './mail-list.scss',
  host: { '(keydown)': 'press($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailList {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly viewport = viewChild.required(CdkVirtualScrollViewport);

  readonly lines = input.required<readonly MailLine[]>();
  readonly label = input('');
  readonly hasMore = input(false);
  readonly openId = input<string>();
  /** The row that keys act on. */
  readonly activeId = model<string>();
  readonly selectable = input(false);
  readonly chosen = model<ReadonlySet<string>>(new Set());
  readonly opened = output<string>();
  readonly nearEnd = output<void>();

  protected readonly columns = ['state', 'chrono', 'sender', 'subject', 'type', 'assignee', 'deadline'] as const;
  /** Where a choice goes on from. */
  private anchor?: string;
  protected readonly all = computed(() => this.lines().length > 0 && this.lines().every(({ id, masked }) => masked || this.chosen().has(id)));
  protected readonly items = computed(() => [...this.lines()]);
  protected readonly height = rowHeight;
  protected readonly activeIndex = computed(() => Math.max(0, this.lines().findIndex((line) => line.id === this.activeId())));
  protected readonly idOf = (_: number, line: MailLine): string => line.id;

  constructor() {
    const resized = new ResizeObserver(() => this.viewport().checkViewportSize());
    afterNextRender(() => resized.observe(this.viewport().elementRef.nativeElement));
    inject(DestroyRef).onDestroy(() => resized.disconnect());
  }

  /** Goes `by` rows down, or up. */
  move(by: number): void {
    this.goTo(moved(by > 0 ? 'ArrowDown' : 'ArrowUp', this.activeIndex(), this.lines().length, 1));
  }

  /** Puts the focus on the active row, drawing it first if it is out of sight. */
  focusActive(): void {
    this.show(this.activeIndex());
    this.focusOnceDrawn();
  }

  /** Chooses the active mail, or no longer. */
  toggleActive(): void {
    const id = this.activeId();
    if (this.selectable() && id) this.pick(id, false);
  }

  protected pick(id: string, extending: boolean): void {
    if (this.lines().find((line) => line.id === id)?.masked) return;
    this.chosen.set(extending ? extended(this.chosen(), this.choosableIds(), this.anchor, id) : toggled(this.chosen(), id));
    this.anchor = id;
    this.activeId.set(id);
  }

  protected chooseAll(wanted: boolean): void {
    this.chosen.set(new Set(wanted ? this.choosableIds().slice(0, mostChosen) : []));
  }

  protected click(line: MailLine, event: MouseEvent): void {
    if (this.selectable() && (event.shiftKey || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return this.pick(line.id, event.shiftKey);
    }
    this.anchor = line.id;
    this.choose(line);
  }

  private choosableIds(): string[] {
    return this.lines().filter(({ masked }) => !masked).map(({ id }) => id);
  }

  /** Ctrl+A chooses all that is shown; Shift with an arrow, all from where the choice began. */
  private pressChoosing(event: KeyboardEvent): boolean {
    if (!this.selectable()) return false;
    if ((event.ctrlKey || event.metaKey) && event.key === 'a') {
      event.preventDefault();
      this.chooseAll(true);
      return true;
    }
    if (!event.shiftKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return false;
    event.preventDefault();
    const from = this.activeId();
    if (from && !this.chosen().has(from)) this.pick(from, false);
    this.goTo(moved(event.key, this.activeIndex(), this.lines().length, 1));
    const to = this.activeId();
    if (to) this.pick(to, true);
    return true;
  }

  protected press(event: KeyboardEvent): void {
    if (this.pressChoosing(event)) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const id = this.activeId();
    if ((event.key === 'Enter' || event.key === ' ') && id) {
      event.preventDefault();
      this.opened.emit(id);
      return;
    }
    const page = Math.max(1, Math.floor(this.viewport().getViewportSize() / rowHeight) - 1);
    const to = moved(event.key, this.activeIndex(), this.lines().length, page);
    if (to === undefined) return;
    event.preventDefault();
    this.goTo(to);
  }

  protected choose(line: MailLine): void {
    this.activeId.set(line.id);
    this.opened.emit(line.id);
  }

  protected scrolled(first: number): void {
    const last = first + Math.ceil(this.viewport().getViewportSize() / rowHeight);
    if (this.hasMore() && last > this.lines().length - 20) this.nearEnd.emit();
  }

  private goTo(index: number | undefined): void {
    const line = index === undefined ? undefined : this.lines()[index];
    if (!line) return;
    this.activeId.set(line.id);
    this.focusActive();
  }

  private show(index: number): void {
    const viewport = this.viewport();
    const top = viewport.measureScrollOffset('top');
    const size = viewport.getViewportSize();
    if (index * rowHeight < top) viewport.scrollToOffset(index * rowHeight);
    else if ((index + 1) * rowHeight > top + size) viewport.scrollToOffset((index + 1) * rowHeight - size);
  }

  /** A row out of sight takes a few frames to be drawn; meanwhile the list itself hears the keys. */
  private focusOnceDrawn(frames = 10): void {
    const row = this.row(this.activeId());
    if (row) return row.focus({ preventScroll: true });
    this.viewport().elementRef.nativeElement.focus({ preventScroll: true });
    if (frames > 0) requestAnimationFrame(() => this.focusOnceDrawn(frames - 1));
  }

  private row(id: string | undefined): HTMLElement | null {
    return id ? this.element.querySelector<HTMLElement>(`[data-mail="${id}"]`) : null;
  }
}

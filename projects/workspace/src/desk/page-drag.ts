import { signal } from '@angular/core';

/** Where dragged pages would go. */
export type DropPlace = { readonly kind: 'page'; readonly key: string; readonly side: 'before' | 'after' } | { readonly kind: 'envelope'; readonly number: number } | { readonly kind: 'bin' };
export interface Dragging {
  readonly x: number;
  readonly y: number;
  readonly place?: DropPlace;
}

const threshold = 6;
const edge = 48;
const speed = 14;

/** Pages taken by the mouse: what lies under it says where they would go; near an edge the flow scrolls on. Escape lets them go. */
export class PageDrag {
  private readonly now = signal<Dragging | undefined>(undefined);
  private from?: { readonly x: number; readonly y: number };
  private frame = 0;
  private readonly listening = new AbortController();
  readonly dragging = this.now.asReadonly();

  constructor(
    private readonly scroller: () => HTMLElement,
    private readonly taken: () => void,
    private readonly dropped: (place: DropPlace) => void,
  ) {
    const options = { signal: this.listening.signal };
    document.addEventListener('pointermove', (event) => this.move(event), options);
    document.addEventListener('pointerup', () => this.end(true), options);
    document.addEventListener('pointercancel', () => this.end(false), options);
    document.addEventListener('keydown', (event) => event.key === 'Escape' && this.now() && (event.stopPropagation(), this.end(false)), { ...options, capture: true });
  }

  /** The mouse went down on a page. */
  begin(event: PointerEvent): void {
    if (event.button === 0 && event.pointerType !== 'touch') this.from = { x: event.clientX, y: event.clientY };
  }

  close(): void {
    this.listening.abort();
    cancelAnimationFrame(this.frame);
  }

  private move({ clientX: x, clientY: y }: PointerEvent): void {
    if (!this.from) return;
    if (!this.now()) {
      if (Math.hypot(x - this.from.x, y - this.from.y) < threshold) return;
      this.taken();
      this.frame = requestAnimationFrame(() => this.scroll());
    }
    this.now.set({ x, y, place: placeAt(x, y) });
  }

  private end(drop: boolean): void {
    const dragging = this.now();
    this.from = undefined;
    this.now.set(undefined);
    cancelAnimationFrame(this.frame);
    if (drop && dragging?.place) this.dropped(dragging.place);
  }

  private scroll(): void {
    const dragging = this.now();
    if (!dragging) return;
    const box = this.scroller().getBoundingClientRect();
    const by = dragging.y < box.top + edge ? -speed : dragging.y > box.bottom - edge ? speed : 0;
    if (by) {
      this.scroller().scrollBy(0, by);
      this.now.set({ ...dragging, place: placeAt(dragging.x, dragging.y) });
    }
    this.frame = requestAnimationFrame(() => this.scroll());
  }
}

function placeAt(x: number, y: number): DropPlace | undefined {
  const under = document.elementFromPoint(x, y);
  if (under?.closest('[data-bin]')) return { kind: 'bin' };
  const band = under?.closest<HTMLElement>('[data-envelope]');
  if (band) return { kind: 'envelope', number: Number(band.dataset['envelope']) };
  const pages = [...(under?.closest('[data-row]')?.querySelectorAll<HTMLElement>('[data-page]:not(.aside)') ?? [])];
  return nearest(pages, x);
}

/** Also between two pages, and beyond the last one of a row. */
function nearest(pages: readonly HTMLElement[], x: number): DropPlace | undefined {
  let best: { readonly place: DropPlace; readonly distance: number } | undefined;
  for (const page of pages) {
    const { left, right } = page.getBoundingClientRect();
    for (const [side, at] of [['before', left], ['after', right]] as const) {
      const distance = Math.abs(x - at);
      if (!best || distance < best.distance) best = { place: { kind: 'page', key: page.dataset['page'] ?? '', side }, distance };
    }
  }
  return best?.place;
}

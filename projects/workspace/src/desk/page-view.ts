import { afterNextRender, ChangeDetectionStrategy, Component, computed, inject, output, signal, viewChild, type ElementRef, type OnDestroy } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from '../words/words.js';
import type { DeskCommand } from './keys.js';
import { PagePicture } from './page-picture.js';
import { says } from './page-words.js';
import { DeskStore } from './store.js';

const zooms = [0.5, 0.75, 1, 1.5, 2, 3];

/** The page that keys act on, large: why a letter may begin here, the one before and the one after, nearer and farther. */
@Component({
  selector: 'bn-page-view',
  imports: [MatButton, MatIcon, MatIconButton, PagePicture, TranslatePipe],
  templateUrl: './page-view.html',
  styleUrl: './page-view.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PageView implements OnDestroy {
  protected readonly store = inject(DeskStore);
  protected readonly words = inject(Words);
  readonly asked = output<DeskCommand>();

  private readonly stage = viewChild.required<ElementRef<HTMLElement>>('stage');
  private readonly picture = viewChild(PagePicture);
  private readonly room = signal({ width: 600, height: 800 });
  private readonly resized = new ResizeObserver(([entry]) => entry && this.room.set({ width: entry.contentRect.width, height: entry.contentRect.height }));
  /** Times the width of the pane; the whole page when none is chosen. */
  private readonly zoom = signal<number | undefined>(undefined);

  protected readonly cell = this.store.selection.cell;
  private readonly fact = computed(() => this.store.facts().get(this.cell()?.key ?? ''));
  protected readonly hint = computed(() => {
    const cell = this.cell();
    return cell && this.store.hints().includes(cell) ? this.fact()?.hint : undefined;
  });
  protected readonly hintWords = computed(() => {
    const hint = this.hint();
    const key = `DESK.HINT.${hint?.code}`;
    return hint && this.words.text(this.words.has(key) ? key : 'DESK.HINT.other', { because: hint.because });
  });
  protected readonly says = computed(() => says(this.fact(), this.words, this.store.label));
  protected readonly confidence = computed(() => {
    const confidence = this.fact()?.confidence;
    return confidence === undefined ? '' : this.words.text('DESK.CONFIDENCE', { percent: Math.round(confidence <= 1 ? confidence * 100 : confidence) });
  });
  protected readonly next = computed(() => this.neighbour(1));
  protected readonly previous = computed(() => this.neighbour(-1));
  /** The page, turned, in pixels of the screen. */
  protected readonly box = computed(() => {
    const { width = 210, height = 297 } = this.picture()?.natural() ?? (this.fact()?.width && this.fact()?.height ? { width: this.fact()?.width, height: this.fact()?.height } : {});
    const lying = (this.cell()?.page.turn ?? 0) % 180 !== 0;
    const ratio = lying ? height / width : width / height;
    const room = this.room();
    const zoom = this.zoom();
    const wide = zoom === undefined ? Math.min(room.width, room.height * ratio) : room.width * zoom;
    return { width: Math.round(wide), height: Math.round(wide / ratio) };
  });
  protected readonly percent = computed(() => Math.round((this.box().width / this.room().width) * 100));
  protected readonly first = (): number => -1;
  protected readonly last = (): number => Number.MAX_VALUE;

  constructor() {
    afterNextRender(() => this.resized.observe(this.stage().nativeElement));
  }

  ngOnDestroy(): void {
    this.resized.disconnect();
  }

  nearer(by: 1 | -1): void {
    const now = this.zoom() ?? this.box().width / this.room().width;
    const next = by > 0 ? zooms.find((zoom) => zoom > now + 0.01) : [...zooms].reverse().find((zoom) => zoom < now - 0.01);
    if (next !== undefined) this.zoom.set(next);
  }

  fit(): void {
    this.zoom.set(undefined);
  }

  protected step(by: 1 | -1): void {
    const next = this.neighbour(by);
    if (!next) return;
    this.store.selection.goTo(next.key);
    this.store.follow.update((times) => times + 1);
  }

  private neighbour(by: 1 | -1) {
    const { cells, at } = this.store.layout();
    const index = at.get(this.cell()?.key ?? '')?.index;
    return index === undefined ? undefined : cells[index + by];
  }
}

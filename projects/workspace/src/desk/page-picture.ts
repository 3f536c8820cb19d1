import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked, type Signal } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { PlannedPage } from '@bannette/domain';
import type { Picture, PictureKey } from './pictures.js';
import { DeskStore } from './store.js';

/** A page as it was turned, in a box whose size doesn't wait for it. */
@Component({
  selector: 'bn-page-picture',
  imports: [MatIcon],
  template: `
    @if (url(); as source) {
      <img alt="" draggable="false" [src]="source" [class.sideways]="page().turn % 180 !== 0" [style.rotate]="page().turn + 'deg'" (load)="arrived($event)" />
    } @else if (picture() === 'failed') {
      <mat-icon aria-hidden="true">broken_image</mat-icon>
    }
  `,
  styles: `
    :host { display: grid; place-items: center; position: relative; overflow: hidden; container-type: size; background: var(--mat-sys-surface-container); }
    :host(.come) { background: #fff; }
    img { width: 100cqw; height: 100cqh; object-fit: contain; user-select: none; }
    img.sideways { width: 100cqh; height: 100cqw; max-width: none; }
    mat-icon { color: var(--bn-muted); }
  `,
  host: { '[class.come]': '!!url()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PagePicture {
  private readonly pictures = inject(DeskStore).pictures;
  private readonly source = signal<Signal<Picture> | undefined>(undefined);

  readonly page = input.required<PlannedPage>();
  readonly width = input<PictureKey['width']>(160);
  /** The least is fetched first. */
  readonly urgency = input<() => number>(() => 0);
  /** Width and height of the picture as it lies in its file. */
  readonly natural = signal<{ readonly width: number; readonly height: number } | undefined>(undefined);
  protected readonly picture = computed(() => this.source()?.());
  /** Until it comes, a smaller one that is there already. */
  protected readonly url = computed(() => {
    const own = this.picture();
    const picture = own === 'loading' ? this.pictures.smaller({ file: this.file(), number: this.number(), width: this.width() }) : own;
    return typeof picture === 'object' ? picture.url : undefined;
  });
  private readonly file = computed(() => this.page().file);
  private readonly number = computed(() => this.page().number);

  constructor() {
    effect((onCleanup) => {
      const key: PictureKey = { file: this.file(), number: this.number(), width: this.width() };
      this.source.set(untracked(() => this.pictures.want(key, () => untracked(this.urgency)())));
      onCleanup(() => this.pictures.drop(key));
    });
  }

  protected arrived(event: Event): void {
    const { naturalWidth, naturalHeight } = event.target as HTMLImageElement;
    this.natural.set({ width: naturalWidth, height: naturalHeight });
  }
}

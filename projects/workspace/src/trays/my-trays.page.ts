import { CdkDrag, CdkDragHandle, CdkDropList, moveItemInArray, type CdkDragDrop } from '@angular/cdk/drag-drop';
import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, linkedSignal, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import type { Tray } from '../api/types.js';
import { Words } from '../words/words.js';
import { Trays } from './trays.js';
import { TraysApi } from './trays-api.js';

/** Which trays come first, and in which order: by dragging, or by keys alone. */
@Component({
  selector: 'bn-my-trays-page',
  imports: [CdkDrag, CdkDragHandle, CdkDropList, MatIcon, MatIconButton, TranslatePipe],
  templateUrl: './my-trays.page.html',
  styleUrl: './my-trays.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MyTraysPage {
  private readonly api = inject(TraysApi);
  private readonly snackBar = inject(MatSnackBar);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly words = inject(Words);
  protected readonly trays = inject(Trays);
  protected readonly said = signal('');
  /** As they are here, also while the server is told. */
  protected readonly first = linkedSignal(() => this.trays.items().filter(({ pinned }) => pinned));
  protected readonly others = computed(() => this.trays.items().filter(({ id }) => !this.first().some((tray) => tray.id === id)));

  protected nameOf(tray: Tray): string {
    const name = this.trays.nameOf(tray);
    return tray.kind === 'service' && tray.serviceLabel && tray.serviceLabel !== name ? `${name} – ${tray.serviceLabel}` : name;
  }

  protected drop({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    void this.move(previousIndex, currentIndex);
  }

  protected press(event: KeyboardEvent, index: number): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    void this.move(index, index + (event.key === 'ArrowUp' ? -1 : 1));
  }

  protected async move(from: number, to: number): Promise<void> {
    const trays = [...this.first()];
    const tray = trays[from];
    if (!tray || to < 0 || to >= trays.length) return;
    moveItemInArray(trays, from, to);
    this.said.set(this.words.text('MY_TRAYS.MOVED', { name: this.nameOf(tray), place: to + 1 }));
    await this.keep(trays);
    this.focus(tray.id);
  }

  protected async pin(tray: Tray): Promise<void> {
    await this.keep([...this.first(), tray]);
    this.focus(tray.id);
  }

  protected async unpin(tray: Tray): Promise<void> {
    await this.keep(this.first().filter(({ id }) => id !== tray.id));
    this.focus(tray.id);
  }

  private async keep(trays: readonly Tray[]): Promise<void> {
    const before = this.first();
    this.first.set([...trays]);
    try {
      await firstValueFrom(this.api.pin(trays.map(({ id }) => id)));
      await this.trays.refresh();
    } catch (error) {
      this.first.set(before);
      this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
    }
  }

  /** Follows the tray to where it went. */
  private focus(id: string): void {
    setTimeout(() => this.element.querySelector<HTMLElement>(`[data-tray="${CSS.escape(id)}"] .main`)?.focus());
  }
}

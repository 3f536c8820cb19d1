import { ChangeDetectionStrategy, Component, ElementRef, HostListener, inject, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import type { Notice } from '../api/types.js';
import { injectPlace, PlacePipe } from '../host.js';
import { Live } from '../live/live.js';
import { Words } from '../words/words.js';
import { noticeText } from './notice-words.js';
import { NoticesStore } from './notices-store.js';

/** The bell of the bar: how many notices I have not read, and the newest in a panel. Says calmly when the page is no longer told live. */
@Component({
  selector: 'bn-bell',
  imports: [MatButton, MatIcon, MatIconButton, PlacePipe, RouterLink, TranslatePipe],
  templateUrl: './bell.html',
  styleUrl: './bell.scss',
  host: { '(keydown.escape)': 'close($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Bell {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly router = inject(Router);
  private readonly place = injectPlace();
  private readonly opener = viewChild.required<string, ElementRef<HTMLElement>>('opener', { read: ElementRef });
  protected readonly live = inject(Live);
  protected readonly notices = inject(NoticesStore);
  protected readonly words = inject(Words);
  protected readonly open = signal(false);
  protected readonly said = signal('');

  protected textOf(notice: Notice): string {
    return noticeText(this.words, notice);
  }

  protected badge(count: number): string {
    return count > 99 ? '99+' : String(count);
  }

  protected toggle(): void {
    this.open.update((open) => !open);
    this.said.set('');
    if (this.open()) void this.notices.refresh();
  }

  protected close(event?: Event): void {
    if (!this.open()) return;
    event?.stopPropagation();
    this.open.set(false);
    this.opener().nativeElement.focus();
  }

  @HostListener('document:click', ['$event'])
  protected away(event: MouseEvent): void {
    // What was clicked may have gone with the click.
    const { target } = event;
    if (target instanceof Node && target.isConnected && !this.element.contains(target)) this.open.set(false);
  }

  @HostListener('focusout', ['$event'])
  protected left({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && !this.element.contains(relatedTarget)) this.open.set(false);
  }

  protected async follow(notice: Notice): Promise<void> {
    await this.notices.read(notice).catch(() => undefined);
    this.open.set(false);
    await this.router.navigateByUrl(this.place(notice.link ?? '/notices'));
  }

  protected async readAll(): Promise<void> {
    const [newest] = this.notices.items();
    if (!newest) return;
    await this.notices.readAll(newest).catch((error: unknown) => this.said.set(this.words.problem(error)));
  }
}

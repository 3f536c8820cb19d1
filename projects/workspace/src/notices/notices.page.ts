import { ChangeDetectionStrategy, Component, effect, inject, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { Notice } from '../api/types.js';
import { injectPlace, PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { ProcessingsApi } from '../processings/processings-api.js';
import { Words } from '../words/words.js';
import { noticeText } from './notice-words.js';
import { NoticesStore } from './notices-store.js';

/** What I was told, the newest first. */
@Component({
  selector: 'bn-notices-page',
  imports: [MatButton, MatIcon, PlacePipe, RouterLink, TranslatePipe, Wait],
  template: `
    <header class="bn-page-head">
      <h1>{{ 'NOTICES.TITLE' | translate }}</h1>
      <span class="room"></span>
      @if (store.unread() && pages.items().length) {
        <button matButton (click)="readAll()"><mat-icon>done_all</mat-icon>{{ 'NOTICES.READ_ALL' | translate }}</button>
      }
      <a matButton="outlined" [routerLink]="'/notices/preferences' | place"><mat-icon>tune</mat-icon>{{ 'NOTICES.MINE' | translate }}</a>
    </header>
    @if (said()) { <p class="bn-late said" role="alert">{{ said() }}</p> }
    <bn-wait [of]="pages" emptyIcon="notifications_none" [emptyTitle]="'NOTICES.EMPTY' | translate" [emptyText]="'NOTICES.EMPTY_TEXT' | translate">
      <ul class="bn-scroll">
        @for (notice of pages.items(); track notice.id) {
          <li [class.unread]="!notice.readAt">
            <mat-icon>{{ notice.readAt ? 'notifications_none' : 'notifications_active' }}</mat-icon>
            <div>
              <p>{{ textOf(notice) }}</p>
              <span class="bn-quiet">{{ words.brief(notice.at) }}@if (!notice.readAt) { – {{ 'NOTICES.NEW' | translate }}}</span>
            </div>
            @if (notice.link) {
              <button matButton="outlined" (click)="follow(notice)">{{ 'GENERAL.OPEN' | translate }}</button>
            }
            @if (!notice.readAt) {
              @if (notice.params['campaign']) {
                <button matButton="filled" (click)="acknowledge(notice)">{{ 'PURGE.NOTE' | translate }}</button>
              } @else {
                <button matButton (click)="read(notice)">{{ 'NOTICES.READ' | translate }}</button>
              }
            }
          </li>
        }
        @if (pages.hasMore()) {
          <li><button matButton (click)="pages.loadMore()">{{ 'GENERAL.LOAD_MORE' | translate }}</button></li>
        }
      </ul>
    </bn-wait>
  `,
  styles: `
    ul { margin: 0; padding: 0; list-style: none; }
    li { display: flex; align-items: center; gap: 14px; padding: 10px 16px; border-bottom: 1px solid color-mix(in srgb, var(--bn-line) 55%, transparent); }
    div { flex: 1; }
    p { margin: 0; }
    mat-icon { color: var(--bn-muted); }
    .unread p { font-weight: 500; }
    .unread mat-icon { color: var(--mat-sys-primary); }
    .said { margin: 8px 16px; }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoticesPage {
  private readonly api = inject(Api);
  private readonly processings = inject(ProcessingsApi);
  private readonly router = inject(Router);
  private readonly place = injectPlace();
  protected readonly store = inject(NoticesStore);
  protected readonly words = inject(Words);
  protected readonly said = signal('');
  protected readonly pages = new Pages<Notice>((page) => this.api.notices(page), ({ id }) => id);

  constructor() {
    void this.pages.load();
    effect(() => {
      this.store.items();
      untracked(() => this.pages.state() === 'ready' && void this.pages.refresh());
    });
  }

  protected textOf(notice: Notice): string {
    return noticeText(this.words, notice);
  }

  protected async read(notice: Notice): Promise<void> {
    await this.trying(() => this.store.read(notice));
  }

  /** A warning before a purge is taken note of, for all who were told with me. */
  protected async acknowledge(notice: Notice): Promise<void> {
    await this.trying(async () => {
      await firstValueFrom(this.processings.acknowledge(String(notice.params['campaign'])));
      await this.store.read(notice);
    });
  }

  protected async readAll(): Promise<void> {
    const [newest] = this.pages.items();
    if (newest) await this.trying(() => this.store.readAll(newest));
  }

  protected async follow(notice: Notice): Promise<void> {
    await this.read(notice);
    await this.router.navigateByUrl(this.place(notice.link ?? '/'));
  }

  private async trying(work: () => Promise<void>): Promise<void> {
    this.said.set('');
    await work().catch((error: unknown) => this.said.set(this.words.problem(error)));
    await this.pages.refresh();
  }
}

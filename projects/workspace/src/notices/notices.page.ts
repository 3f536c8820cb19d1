import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { Notice } from '../api/types.js';
import { injectPlace } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';

/** What I was told, the newest first. */
@Component({
  selector: 'bn-notices-page',
  imports: [MatButton, MatIcon, TranslatePipe, Wait],
  template: `
    <header class="bn-page-head"><h1>{{ 'NOTICES.TITLE' | translate }}</h1></header>
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
              <button matButton (click)="read(notice)">{{ 'NOTICES.READ' | translate }}</button>
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
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoticesPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly place = injectPlace();
  private readonly session = inject(SessionStore);
  protected readonly words = inject(Words);
  protected readonly pages = new Pages<Notice>((page) => this.api.notices(page), ({ id }) => id);

  constructor() {
    void this.pages.load();
  }

  protected textOf({ kind, params }: Notice): string {
    const key = `NOTICE.${kind}`;
    const said = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? this.words.fullDay(String(value)) : value]));
    if (this.words.has(`${key}.OTHER`)) return this.words.count(key, Number(params['count'] ?? 1), said);
    return this.words.text(this.words.has(key) ? key : 'NOTICE.unknown', said);
  }

  protected async read(notice: Notice): Promise<void> {
    if (notice.readAt) return;
    this.pages.replace(await firstValueFrom(this.api.readNotice(notice.id)));
    await this.session.load();
  }

  protected async follow(notice: Notice): Promise<void> {
    await this.read(notice).catch(() => undefined);
    await this.router.navigateByUrl(this.place(notice.link ?? '/'));
  }
}

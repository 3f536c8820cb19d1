import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { map } from 'rxjs';
import { Api } from '../api/api.js';
import type { MailLine } from '../api/types.js';
import { Pages } from '../list/pages.js';
import { Workbench } from '../list/workbench.js';
import { Words } from '../words/words.js';
import { Trays } from './trays.js';

/** A tray: its mails, the most urgent first, and the one that is open. */
@Component({
  selector: 'bn-tray-page',
  imports: [MatIcon, MatIconButton, TranslatePipe, Workbench],
  template: `
    <header class="bn-page-head">
      <h1>{{ title() }}</h1>
      @if (tray(); as it) {
        <span>{{ words.count('TRAY.OPEN', it.open) }}@if (it.late) {, <b class="late">{{ words.count('TRAY.LATE', it.late) }}</b>}</span>
      }
      <span class="room"></span>
      <button mat-icon-button [attr.aria-label]="'GENERAL.REFRESH' | translate" [title]="'GENERAL.REFRESH' | translate" (click)="refresh()"><mat-icon>refresh</mat-icon></button>
    </header>
    <bn-workbench [pages]="pages()" [label]="title()" [openId]="mail()" (opened)="open($event)" [emptyTitle]="'TRAY.EMPTY' | translate" [emptyText]="emptyText()" />
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrayPage {
  private readonly api = inject(Api);
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly trays = inject(Trays);
  protected readonly words = inject(Words);

  private readonly id = toSignal(this.route.paramMap.pipe(map((params) => params.get('tray') ?? 'mine')), { requireSync: true });
  protected readonly mail = toSignal(this.route.queryParamMap.pipe(map((params) => params.get('mail') ?? undefined)), { requireSync: true });
  protected readonly tray = computed(() => this.trays.tray(this.id()));
  /** What the rail's counts say of this tray; when it moves, the list is read again. */
  private readonly counted = computed(() => `${this.tray()?.open}/${this.tray()?.late}`);
  protected readonly title = computed(() => this.tray()?.label ?? this.words.text(`TRAY_NAME.${this.id()}`));
  protected readonly emptyText = computed(() => this.words.text(this.tray()?.kind === 'service' ? 'TRAY.EMPTY_TEXT.service' : `TRAY.EMPTY_TEXT.${this.id()}`));
  protected readonly pages = signal(this.pagesOf(this.id()));

  constructor() {
    effect(() => {
      const pages = this.pagesOf(this.id());
      untracked(() => this.pages.set(pages));
      void untracked(() => pages.load().then(() => this.trays.refresh()));
    });
    effect(() => {
      this.counted();
      untracked(() => this.pages().state() === 'ready' && void this.pages().refresh());
    });
  }

  protected open(mail: string | undefined): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: { mail: mail ?? null } });
  }

  protected refresh(): void {
    void this.pages().refresh();
    void this.trays.refresh();
  }

  private pagesOf(tray: string): Pages<MailLine> {
    return new Pages((page) => this.api.trayMails(tray, page), (line) => line.id);
  }
}

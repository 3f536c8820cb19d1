import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { firstValueFrom, map } from 'rxjs';
import { Api } from '../api/api.js';
import type { MailLine } from '../api/types.js';
import { Pages } from '../list/pages.js';
import { Workbench } from '../list/workbench.js';
import { Words } from '../words/words.js';
import { injectPlace } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { Live } from '../live/live.js';
import { Trays } from './trays.js';
import { TraysApi, type SavedTray } from './trays-api.js';

/** A tray: its mails, the most urgent first, and the one that is open. */
@Component({
  selector: 'bn-tray-page',
  imports: [MatIcon, MatIconButton, TranslatePipe, Workbench],
  template: `
    <header class="bn-page-head">
      <h1>{{ title() }}</h1>
      @if (tray(); as it) {
        <span>{{ it.uncounted ? ('SAVED_TRAY.UNCOUNTED' | translate) : words.count('TRAY.OPEN', it.open) }}@if (it.late && it.id !== 'late') {, <b class="late">{{ words.count('TRAY.LATE', it.late) }}</b>}</span>
      }
      <span class="room"></span>
      @if (saved(); as it) {
        @if (it.mine) {
          <button mat-icon-button [attr.aria-label]="'SAVED_TRAY.CHANGE' | translate" [title]="'SAVED_TRAY.CHANGE' | translate" (click)="change(it)"><mat-icon>edit</mat-icon></button>
          <button mat-icon-button [attr.aria-label]="'SAVED_TRAY.REMOVE' | translate" [title]="'SAVED_TRAY.REMOVE' | translate" (click)="remove(it)"><mat-icon>delete</mat-icon></button>
        } @else {
          <span>{{ 'SAVED_TRAY.OF' | translate: { name: it.owner.displayName } }}</span>
        }
      }
      <button mat-icon-button [attr.aria-label]="'GENERAL.REFRESH' | translate" [title]="'GENERAL.REFRESH' | translate" (click)="refresh()"><mat-icon>refresh</mat-icon></button>
    </header>
    <bn-workbench [pages]="pages()" [label]="title()" [openId]="mail()" [tray]="id()" (worked)="trays.refresh()" (opened)="open($event)" [emptyTitle]="'TRAY.EMPTY' | translate" [emptyText]="emptyText()" />
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrayPage {
  private readonly api = inject(Api);
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  protected readonly trays = inject(Trays);
  private readonly live = inject(Live);
  private readonly savedApi = inject(TraysApi);
  private readonly dialog = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  private readonly place = injectPlace();
  protected readonly words = inject(Words);

  protected readonly id = toSignal(this.route.paramMap.pipe(map((params) => params.get('tray') ?? 'mine')), { requireSync: true });
  protected readonly mail = toSignal(this.route.queryParamMap.pipe(map((params) => params.get('mail') ?? undefined)), { requireSync: true });
  protected readonly tray = computed(() => this.trays.tray(this.id()));
  /** What the rail's counts say of this tray; when it moves, the list is read again. */
  private readonly counted = computed(() => this.tray() && `${this.tray()?.open}/${this.tray()?.late}`);
  protected readonly title = computed(() => {
    const tray = this.tray();
    if (tray) return this.trays.nameOf(tray);
    return /^[a-zA-Z]+$/.test(this.id()) && this.words.has(`TRAY_NAME.${this.id()}`) ? this.words.text(`TRAY_NAME.${this.id()}`) : '';
  });
  /** The search that this tray is, with whose it is. */
  protected readonly saved = signal<SavedTray | undefined>(undefined);
  protected readonly emptyText = computed(() => {
    const kind = this.tray()?.kind;
    if (this.id() === 'mine' && !this.trays.items().some(({ kind }) => kind === 'service')) return this.words.text('TRAY.EMPTY_TEXT.mineAlone');
    return this.words.text(kind === 'service' || kind === 'saved' || kind === 'replacing' ? `TRAY.EMPTY_TEXT.${kind}` : `TRAY.EMPTY_TEXT.${this.id()}`);
  });
  protected readonly pages = signal(this.pagesOf(this.id()));

  constructor() {
    effect(() => {
      const pages = this.pagesOf(this.id());
      untracked(() => this.pages.set(pages));
      // Counts just asked for, or told live, are as new as the list.
      const mayBeOld = untracked(() => this.trays.known() && this.live.state() !== 'live');
      void untracked(() => pages.load().then(() => (mayBeOld ? this.trays.refresh() : undefined)));
      void untracked(() => this.readSaved());
    });
    let before: { readonly id: string; readonly counted?: string } | undefined;
    effect(() => {
      const now = { id: this.id(), counted: this.counted() };
      const moved = before?.id === now.id && before.counted !== undefined && before.counted !== now.counted;
      before = now;
      if (moved) untracked(() => this.pages().state() === 'ready' && void this.pages().refresh());
    });
  }

  protected open(mail: string | undefined): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: { mail: mail ?? null } });
  }

  protected async change(tray: SavedTray): Promise<void> {
    const { SavedDialog } = await import('./saved-dialog.js');
    const changed = (await firstValueFrom(this.dialog.open(SavedDialog, { ...ourDialog, width: '520px', maxWidth: '95vw', data: { query: tray.query, sort: tray.sort, tray } }).afterClosed())) as SavedTray | undefined;
    if (!changed) return;
    this.saved.set(changed);
    this.snackBar.open(this.words.text('SAVED_TRAY.SAVED', { name: changed.name }), undefined, { duration: 4000 });
    this.refresh();
  }

  protected async remove(tray: SavedTray): Promise<void> {
    if (!confirm(this.words.text('SAVED_TRAY.REMOVE_ASK', { name: tray.name }))) return;
    try {
      await firstValueFrom(this.savedApi.remove(tray.id));
      await this.trays.refresh();
      await this.router.navigate([this.place('/trays'), 'mine']);
      this.snackBar.open(this.words.text('SAVED_TRAY.REMOVED', { name: tray.name }), undefined, { duration: 4000 });
    } catch (error) {
      this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
    }
  }

  private async readSaved(): Promise<void> {
    const id = this.id().startsWith('saved:') ? this.id().slice('saved:'.length) : undefined;
    this.saved.set(undefined);
    if (id === undefined) return;
    const found = await firstValueFrom(this.savedApi.saved()).then(({ items }) => items.find((tray) => tray.id === id), () => undefined);
    if (this.id() === `saved:${id}`) this.saved.set(found);
  }

  protected refresh(): void {
    void this.pages().refresh();
    void this.trays.refresh();
  }

  private pagesOf(tray: string): Pages<MailLine> {
    return new Pages((page) => this.api.trayMails(tray, page), (line) => line.id);
  }
}

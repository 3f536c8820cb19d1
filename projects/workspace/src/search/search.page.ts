import { ChangeDetectionStrategy, Component, computed, effect, type ElementRef, inject, linkedSignal, signal, untracked, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, map } from 'rxjs';
import type { MailLine } from '../api/types.js';
import { EliminatedFound } from '../execution/eliminated-found.js';
import { injectPlace } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { Pages } from '../list/pages.js';
import { Workbench } from '../list/workbench.js';
import { Trays } from '../trays/trays.js';
import { TraysApi, type FoundMails, type SavedTray, type TrayQuery, type TraySort } from '../trays/trays-api.js';
import { Words } from '../words/words.js';
import { asksMore, nothingTyped, queryOf, read, typedOf, written, type Typed } from './filters.js';
import { SearchFilters } from './search-filters.js';

/** Mails that I may open, by words and by other criteria, in the same list as everywhere; what is asked for can be kept as a tray. */
@Component({
  selector: 'bn-search-page',
  imports: [EliminatedFound, MatButton, MatIcon, SearchFilters, TranslatePipe, Workbench],
  templateUrl: './search.page.html',
  styleUrl: './search.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchPage {
  private readonly api = inject(TraysApi);
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  private readonly words = inject(Words);
  private readonly trays = inject(Trays);
  private readonly place = injectPlace();
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });
  protected readonly mail = toSignal(this.route.queryParamMap.pipe(map((params) => params.get('mail') ?? undefined)), { requireSync: true });
  /** What the address asks for; compared as text, so that opening a mail is no new search. */
  private readonly asked = computed(() => {
    const q = this.params().get('q')?.trim();
    return JSON.stringify({ ...read(this.params().get('more')), ...(q ? { text: q } : {}) });
  });
  protected readonly query = computed(() => JSON.parse(this.asked()) as TrayQuery);
  protected readonly sort = computed(() => (this.params().get('sort') as TraySort | null) ?? 'newest');
  protected readonly typed = linkedSignal<Typed>(() => typedOf(this.query()));
  protected readonly open = signal(asksMore(this.query()));
  protected readonly asks = computed(() => this.asked() !== '{}');
  protected readonly pages = computed(() => {
    const [query, sort] = [this.query(), this.sort()];
    return this.asks() ? new Pages<MailLine>((page) => this.api.find(query, sort, page), (line) => line.id) : undefined;
  });
  private readonly found = signal<FoundMails | undefined>(undefined);
  /** How many there are, as soon as it is known. */
  protected readonly many = computed(() => {
    const found = this.found();
    if (!found?.count) return '';
    return this.words.count(found.more ? 'FINDING.MORE_THAN' : 'FINDING.COUNT', found.count);
  });
  protected readonly emptyTitle = computed(() => (asksMore(this.query()) ? this.words.text('FINDING.NOTHING') : this.words.text('FINDING.EMPTY', { q: this.query().text ?? '' })));

  constructor() {
    effect(() => {
      const pages = this.pages();
      untracked(() => {
        void pages?.load();
        void this.count();
      });
      if (!pages) this.box().nativeElement.focus();
    });
  }

  protected search(typed: Typed, words: string, sort = this.sort()): void {
    const { text, ...more } = queryOf({ ...typed, text: words });
    void this.router.navigate([], { relativeTo: this.route, queryParams: { q: text ?? null, more: Object.keys(more).length ? written(more) : null, sort: sort === 'newest' ? null : sort } });
  }

  protected clear(): void {
    this.search(nothingTyped, '');
  }

  protected async keep(): Promise<void> {
    const { SavedDialog } = await import('../trays/saved-dialog.js');
    const saved = (await firstValueFrom(this.dialog.open(SavedDialog, { ...ourDialog, width: '520px', maxWidth: '95vw', data: { query: this.query(), sort: this.sort() } }).afterClosed())) as SavedTray | undefined;
    if (!saved) return;
    await this.trays.refresh();
    this.snackBar.open(this.words.text('SAVED_TRAY.SAVED', { name: saved.name }), undefined, { duration: 4000 });
    await this.router.navigate([this.place('/trays'), `saved:${saved.id}`]);
  }

  private async count(): Promise<void> {
    this.found.set(undefined);
    const asked = this.asked();
    const found = this.asks() ? await firstValueFrom(this.api.countFound(this.query())).catch(() => undefined) : undefined;
    if (asked === this.asked()) this.found.set(found);
  }

  protected show(mail: string | undefined): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: { mail: mail ?? null }, queryParamsHandling: 'merge' });
  }
}

import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, HostListener, inject, linkedSignal, signal, untracked, viewChild, type ElementRef } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { batchStates } from '@bannette/domain';
import { Api } from '../api/api.js';
import type { ScanBatch } from '../api/types.js';
import { injectPlace, PlacePipe } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { Wait } from '../layout/wait.js';
import { commandOf, moved } from '../list/keys.js';
import { Pages } from '../list/pages.js';
import { Preferences } from '../session/preferences.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { ageOf } from './age.js';
import { countLines } from './counts.js';
import { ScanToday } from './scan-today.js';

const refreshMs = 10_000;
const icons: { readonly [state in ScanBatch['state']]: string } = { received: 'downloading', separated: 'splitscreen', read: 'plagiarism', toCheck: 'rule', released: 'task_alt', rejected: 'block', quarantined: 'report' };

/** Batches, for the people at the scanners: what goes on, what somebody has to look at, and what was announced against what came. */
@Component({
  selector: 'bn-batches-page',
  imports: [MatButton, MatIcon, PlacePipe, RouterLink, ScanToday, TranslatePipe, Wait],
  templateUrl: './batches.page.html',
  styleUrl: './batches.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BatchesPage {
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly place = injectPlace();
  private readonly preferences = inject(Preferences);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly session = inject(SessionStore);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);

  protected readonly states = batchStates;
  protected readonly icons = icons;
  protected readonly countLines = countLines;
  /** `open`: those that somebody still has to do with. */
  protected readonly state = signal('open');
  protected readonly scanner = signal('');
  protected readonly site = signal('');
  protected readonly operator = signal<{ readonly id: string; readonly name: string } | undefined>(undefined);
  protected readonly now = signal(Date.now());
  protected readonly today = viewChild(ScanToday);

  protected readonly pages = computed(() => {
    const state = this.state();
    const asked = { ...(state === 'open' ? { open: 'true' } : state ? { state } : {}), scanner: this.scanner() || undefined, site: this.site() || undefined, operator: this.operator()?.id };
    return new Pages<ScanBatch>((page) => this.api.batches({ ...page, ...asked }), ({ id }) => id);
  });
  protected readonly operators = computed(() => {
    const known = new Map(this.pages().items().map((batch) => [batch.operatorId ?? batch.operator, this.nameOf(batch)]));
    const chosen = this.operator();
    if (chosen) known.set(chosen.id, chosen.name);
    return [...known].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, this.words.lang()));
  });
  protected readonly activeId = linkedSignal<readonly ScanBatch[], string | undefined>({ source: () => this.pages().items(), computation: (items, before) => (items.some(({ id }) => id === before?.value) ? before?.value : items[0]?.id) });
  private readonly body = viewChild<ElementRef<HTMLElement>>('body');

  constructor() {
    void this.settings.load();
    effect(() => {
      const pages = this.pages();
      untracked(() => void pages.load());
    });
    const timer = setInterval(() => document.visibilityState === 'visible' && this.refresh(), refreshMs);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  @HostListener('document:keydown', ['$event'])
  protected press(event: KeyboardEvent): void {
    if (this.dialog.openDialogs.length) return;
    const command = commandOf(event, this.preferences.singleKeys());
    if (command !== 'next' && command !== 'previous') return;
    event.preventDefault();
    this.go((this.indexOfActive() ?? -1) + (command === 'next' ? 1 : -1));
  }

  protected walk(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    const to = moved(event.key, this.indexOfActive() ?? 0, this.pages().items().length, 10);
    if (to !== undefined) {
      event.preventDefault();
      this.go(to);
    } else if (event.key === 'Enter' && this.activeId()) void this.router.navigate([this.place('/batches'), this.activeId()]);
  }

  protected filterByOperator(id: string): void {
    this.operator.set(this.operators().find((each) => each.id === id));
  }

  protected nameOf(batch: ScanBatch): string {
    return batch.operator === 'system' ? this.words.text('BATCHES.NOBODY') : batch.operator;
  }

  protected scannerName(code: string | undefined): string {
    return this.settings.all()?.scanners.find((each) => each.code === code)?.label ?? code ?? '';
  }

  protected ageWords({ createdAt }: ScanBatch): string {
    const { unit, count } = ageOf(createdAt, this.now());
    return unit === 'now' ? this.words.text('BATCHES.AGE.now') : this.words.text(`BATCHES.AGE.${unit}`, { count });
  }

  protected async announce(): Promise<void> {
    const { AnnounceDialog } = await import('./announce-dialog.js');
    const batch = (await firstValueFrom(this.dialog.open(AnnounceDialog, { ...ourDialog, width: '480px' }).afterClosed())) as ScanBatch | undefined;
    if (!batch) return;
    this.snackBar.open(this.words.text('BATCHES.ANNOUNCED', { scanner: this.scannerName(batch.scanner) }), undefined, { duration: 6000 });
    await this.pages().refresh();
    this.activeId.set(batch.id);
  }

  protected async end(batch: ScanBatch): Promise<void> {
    try {
      this.pages().replace(await firstValueFrom(this.api.endBatch(batch.id, batch.revision)));
      this.snackBar.open(this.words.text('BATCHES.ENDED', { name: batch.name }), undefined, { duration: 5000 });
    } catch (error) {
      this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
    }
    this.refresh();
  }

  private refresh(): void {
    this.now.set(Date.now());
    void this.pages().refresh();
    this.today()?.refresh();
  }

  private indexOfActive(): number | undefined {
    const at = this.pages().items().findIndex(({ id }) => id === this.activeId());
    return at < 0 ? undefined : at;
  }

  private go(index: number): void {
    const items = this.pages().items();
    const to = items[Math.min(items.length - 1, Math.max(0, index))];
    if (!to) return;
    this.activeId.set(to.id);
    const row = this.body()?.nativeElement.querySelector<HTMLElement>(`[data-id="${to.id}"]`);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }
}

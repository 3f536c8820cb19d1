import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, ElementRef, HostListener, inject, signal, untracked, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, map } from 'rxjs';
import { Api } from '../api/api.js';
import { PlacePipe } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { Split } from '../layout/split.js';
import { Wait } from '../layout/wait.js';
import { Preferences } from '../session/preferences.js';
import { Words } from '../words/words.js';
import { BatchNotes } from '../batches/batch-notes.js';
import { DeskBar } from './desk-bar.js';
import { DeskCommands } from './commands.js';
import { DeskFiles } from './desk-files.js';
import { DeskHead } from './desk-head.js';
import { deskCommandOf, type DeskCommand } from './keys.js';
import { PageFlow } from './page-flow.js';
import { PageView } from './page-view.js';
import { DeskPeople } from './people.js';
import { DeskRelease } from './release.js';
import { DeskStore } from './store.js';

const poll = 4000;

/** The page desk of a batch: its pages are parted, turned, moved, put aside and described, by mouse or by keyboard alone, until its mails are made. */
@Component({
  selector: 'bn-desk-page',
  imports: [BatchNotes, DeskBar, DeskFiles, DeskHead, MatButton, MatIcon, PageFlow, PageView, PlacePipe, RouterLink, Split, TranslatePipe, Wait],
  providers: [DeskStore, DeskPeople, DeskCommands, DeskRelease],
  templateUrl: './desk.page.html',
  styleUrl: './desk.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeskPage {
  private readonly api = inject(Api);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly dialog = inject(MatDialog);
  private readonly preferences = inject(Preferences);
  private readonly people = inject(DeskPeople);
  private readonly commands = inject(DeskCommands);
  protected readonly store = inject(DeskStore);
  protected readonly release = inject(DeskRelease);
  protected readonly words = inject(Words);
  private readonly route = inject(ActivatedRoute);
  private readonly id = toSignal(this.route.paramMap.pipe(map((params) => params.get('id') ?? '')), { requireSync: true });
  protected readonly backTo = toSignal(this.route.queryParamMap.pipe(map((params) => params.get('mail') ?? undefined)), { requireSync: true });
  private readonly flow = viewChild(PageFlow);
  private readonly view = viewChild(PageView);
  /** The large page is beside the flow; where there is room for one only, it is there instead. */
  protected readonly viewShown = signal(this.preferences.remembered('desk.view', 2)() === 2);
  protected readonly viewAlone = signal(false);
  protected readonly chronos = signal<ReadonlyMap<string, string>>(new Map());

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => void this.open(id));
    });
    effect(() => {
      const { envelopes } = this.store.queue.plan();
      untracked(() => {
        void this.people.load(new Set(envelopes.flatMap(({ documents }) => documents.flatMap(({ beneficiaries }) => beneficiaries))));
        void this.number(envelopes.flatMap(({ fixed, mail }) => (fixed && mail ? [mail] : [])));
      });
    });
    const timer = setInterval(() => (this.store.expected() && !document.hidden ? void this.store.refresh() : undefined), poll);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** Whether the page may be left: gestures that were not sent are lost with it. */
  async mayLeave(): Promise<boolean> {
    await this.store.queue.ready();
    if (!this.store.queue.offline()) await this.store.queue.sent();
    const waiting = this.store.queue.waiting();
    if (!waiting) return true;
    const { ConfirmDialog } = await import('./dialogs/confirm-dialog.js');
    const data = { title: this.words.text('DESK.LEAVE.TITLE'), text: [this.words.count('DESK.LEAVE.TEXT', waiting)], label: 'DESK.LEAVE.DO', keep: 'DESK.LEAVE.STAY' };
    return !!(await firstValueFrom(this.dialog.open(ConfirmDialog, { ...ourDialog, width: '460px', data }).afterClosed()));
  }

  @HostListener('window:beforeunload', ['$event'])
  protected closing(event: BeforeUnloadEvent): void {
    if (this.store.queue.waiting()) event.preventDefault();
  }

  @HostListener('window:online')
  protected back(): void {
    void this.store.queue.retry();
  }

  @HostListener('document:keydown', ['$event'])
  protected press(event: KeyboardEvent): void {
    if (this.dialog.openDialogs.length || event.defaultPrevented || this.store.state() !== 'ready') return;
    const command = deskCommandOf(event, this.preferences.singleKeys());
    if (command) {
      event.preventDefault();
      void this.obey(command);
    } else if (document.activeElement === document.body) this.flow()?.press(event);
  }

  protected obey(command: DeskCommand): void | Promise<void> {
    switch (command) {
      case 'view':
        return this.fold();
      case 'larger':
        return this.view()?.nearer(1);
      case 'smaller':
        return this.view()?.nearer(-1);
      case 'fit':
        return this.view()?.fit();
      case 'release':
        return this.store.editable() && this.store.batch()?.state !== 'released' && !this.release.busy() ? this.release.ask() : undefined;
      default:
        return this.commands.obey(command);
    }
  }

  /** Whether all that was done has arrived. */
  protected readonly saved = computed(() => {
    const { queue } = this.store;
    if (queue.waiting()) return this.words.count('DESK.WAITING', queue.waiting());
    return queue.saving() ? '' : this.words.text('DESK.SAVED');
  });

  private fold(): void {
    const narrow = this.element.clientWidth < 720;
    if (narrow) this.viewAlone.update((alone) => !alone);
    else this.viewShown.update((shown) => !shown);
    this.preferences.keep('desk.view', this.viewShown() ? 2 : 1);
    this.store.follow.update((times) => times + 1);
  }

  /** The first page of the mail that it was opened from is the active one. */
  private async open(id: string): Promise<void> {
    this.release.forget();
    await this.store.open(id);
    this.release.watch();
    const mail = this.backTo();
    const page = this.store.queue.plan().envelopes.find((envelope) => mail && envelope.mail === mail)?.documents[0]?.pages[0];
    if (page) this.store.selection.goTo(`${page.file}:${page.number}`);
    this.store.follow.update((times) => times + 1);
  }

  private async number(mails: readonly string[]): Promise<void> {
    for (const id of mails) {
      if (this.chronos().has(id)) continue;
      this.chronos.update((known) => new Map(known).set(id, ''));
      const mail = await firstValueFrom(this.api.mail(id)).catch(() => undefined);
      this.chronos.update((known) => new Map(known).set(id, mail?.chrono ?? this.words.text('DESK.MAIL')));
    }
  }
}

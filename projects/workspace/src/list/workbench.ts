import { afterNextRender, ChangeDetectionStrategy, Component, computed, effect, HostListener, inject, Injector, input, linkedSignal, output, signal, untracked, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { filter, throttleTime } from 'rxjs';
import { leadsOn } from '../actions/offered.js';
import { MailActions, type Done } from '../actions/mail-actions.js';
import type { MailLine } from '../api/types.js';
import { injectPlace } from '../host.js';
import { KeyHelpOpener } from '../layout/key-help-opener.js';
import { Split } from '../layout/split.js';
import { Wait } from '../layout/wait.js';
import { BulkBar } from '../bulk/bulk-bar.js';
import { Marks } from '../marks/marks.js';
import { Live } from '../live/live.js';
import { ReadingPane } from '../reading/reading-pane.js';
import { Preferences } from '../session/preferences.js';
import { commandOf, isBack, type Command } from './keys.js';
import { MailList } from './mail-list.js';
import { neighbour } from './neighbour.js';
import type { Pages } from './pages.js';

/** A list is not read again more often than this, however much is told. */
const pace = 2_000;

/** A list of mails and the one that is open beside it: moved through, opened and worked on by keys or buttons. */
@Component({
  selector: 'bn-workbench',
  imports: [BulkBar, MailList, MatIcon, ReadingPane, Split, TranslatePipe, Wait],
  templateUrl: './workbench.html',
  styles: `
    :host { display: flex; flex: 1; flex-direction: column; min-height: 0; }
    .fill { display: flex; flex: 1; flex-direction: column; min-height: 0; min-width: 0; }
    .hint { margin: auto; max-width: 300px; padding: 24px; text-align: center; color: var(--bn-muted); }
    .hint mat-icon { width: 36px; height: 36px; font-size: 36px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Workbench {
  private readonly router = inject(Router);
  private readonly place = injectPlace();
  private readonly actions = inject(MailActions);
  private readonly preferences = inject(Preferences);
  private readonly help = inject(KeyHelpOpener);
  private readonly dialog = inject(MatDialog);
  /** One command at a time: what is typed while an action begins is not another one. */
  private obeying = false;
  /** Whether the list is being gone back to: the focus follows once it is all there is. */
  private readonly goingBack = signal(false);
  private readonly injector = inject(Injector);
  private readonly list = viewChild(MailList);
  private readonly pane = viewChild(ReadingPane);
  private readonly marks = inject(Marks);

  readonly pages = input.required<Pages<MailLine>>();
  readonly label = input('');
  readonly emptyTitle = input('');
  readonly emptyText = input('');
  /** The mail that the address names. */
  readonly openId = input<string>();
  /** Whether several can be chosen and worked on at once. */
  readonly selectable = input(true);
  /** The tray that this is all of. */
  readonly tray = input<string>();
  readonly opened = output<string | undefined>();
  /** After several were worked on at once. */
  readonly worked = output<void>();

  /** Forgotten when another list takes the place of this one. */
  protected readonly chosen = linkedSignal<Pages<MailLine>, ReadonlySet<string>>({ source: this.pages, computation: () => new Set() });

  /** The open one; once it is closed, still the one that was open. Another list begins at its first. */
  protected readonly activeId = linkedSignal<{ readonly pages: Pages<MailLine>; readonly openId?: string }, string | undefined>({
    source: () => ({ pages: this.pages(), openId: this.openId() }),
    computation: ({ pages, openId }, before) => openId ?? (before?.source.pages === pages ? before.value : untracked(pages.items)[0]?.id),
  });
  protected readonly masked = computed(() => this.pages().items().find(({ id }) => id === this.openId())?.masked ?? false);

  constructor() {
    this.actions.done.pipe(takeUntilDestroyed()).subscribe((done) => this.follow(done));
    this.marks.changed.pipe(takeUntilDestroyed()).subscribe((mail) => this.pages().items().some(({ id }) => id === mail.id) && this.pages().replace(mail));
    this.actions.stale.pipe(takeUntilDestroyed()).subscribe(() => void this.pages().refresh());
    // Lines that others have changed are read again, quietly: what is typed or chosen stays.
    inject(Live)
      .changes.pipe(filter(({ mails = [], missed }) => !!missed || mails.some(({ id }) => this.pages().items().some((line) => line.id === id))), throttleTime(pace, undefined, { leading: true, trailing: true }), takeUntilDestroyed())
      .subscribe(() => void this.pages().refresh());
    effect(() => {
      const [first] = this.pages().items();
      if (first && !untracked(this.activeId)) this.activeId.set(first.id);
    });
    effect(() => {
      if (this.openId() || !this.goingBack()) return;
      this.goingBack.set(false);
      afterNextRender(() => this.list()?.focusActive(), { injector: this.injector });
    });
  }

  @HostListener('document:keydown', ['$event'])
  protected press(event: KeyboardEvent): void {
    if (this.openId() && isBack(event) && !this.dialog.openDialogs.length) return this.back();
    const command = commandOf(event, this.preferences.singleKeys());
    if (!command || this.dialog.openDialogs.length) return;
    event.preventDefault();
    if (this.obeying) return;
    this.obeying = true;
    void this.obey(command).finally(() => (this.obeying = false));
  }

  protected afterBulk(): void {
    void this.pages().refresh();
    this.worked.emit();
  }

  protected open(id: string | undefined): void {
    this.opened.emit(id);
  }

  /** Closes the mail; the focus goes to its line. */
  protected back(): void {
    this.goingBack.set(true);
    this.open(undefined);
  }

  private async obey(command: Command): Promise<void> {
    switch (command) {
      case 'next':
        return this.list()?.move(1);
      case 'previous':
        return this.list()?.move(-1);
      case 'search':
        await this.router.navigate([this.place('/search')]);
        return;
      case 'help':
        return this.help.open();
      case 'register':
        return; // wherever one is: the frame's
      case 'select':
        return this.list()?.toggleActive();
      case 'unread':
        return this.pane()?.toggleRead();
      case 'follow':
        return this.pane()?.toggleFollowed();
      case 'undo':
        return this.pane()?.undo();
      default:
        await this.pane()?.act(command);
    }
  }

  /** After an action: the line says what is now so, or the next mail is already there. */
  private follow({ action, mail }: Done): void {
    const pages = this.pages();
    const next = leadsOn(action) || (action === 'answer' && mail.state === 'closed') ? neighbour(pages.items(), mail.id) : undefined;
    if (next !== undefined || leadsOn(action)) {
      pages.remove(mail.id);
      if (this.openId() === mail.id) {
        this.activeId.set(next?.id);
        this.open(next && !next.masked ? next.id : undefined);
      }
    } else pages.replace(mail);
    void pages.refresh();
  }
}

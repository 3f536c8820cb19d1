import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, HostListener, inject } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, NavigationError, Router, RouterLink, RouterOutlet } from '@angular/router';
import { MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { filter, map, of } from 'rxjs';
import { HOST, injectPlace } from '../host.js';
import { commandOf } from '../list/keys.js';
import type { Awaited } from '../list/pages.js';
import { NoTray } from '../session/no-tray.js';
import { Preferences } from '../session/preferences.js';
import { SessionStore } from '../session/session.js';
import { Rail } from '../trays/rail.js';
import { Live } from '../live/live.js';
import { Bell } from '../notices/bell.js';
import { NoticesStore } from '../notices/notices-store.js';
import { Trays } from '../trays/trays.js';
import { GuestRail } from '../visas/guest-rail.js';
import { Words } from '../words/words.js';
import { AccountMenu } from './account-menu.js';
import { KeyHelpOpener } from './key-help-opener.js';
import { Wait } from './wait.js';

/** The one frame: a bar on top, the rail at the left, the page. The way out is there whatever happens: in our bar, or in our host's. */
@Component({
  selector: 'bn-frame',
  imports: [AccountMenu, Bell, GuestRail, MatIcon, MatIconButton, NoTray, Rail, RouterLink, RouterOutlet, TranslatePipe, Wait],
  providers: [NoticesStore, Trays],
  templateUrl: './frame.html',
  styleUrl: './frame.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Frame implements Awaited {
  protected readonly session = inject(SessionStore);
  protected readonly words = inject(Words);
  protected readonly help = inject(KeyHelpOpener);
  protected readonly host = inject(HOST);
  protected readonly navigation = this.host?.navigation?.();
  protected readonly folded = toSignal(this.navigation?.folded ?? of(false), { initialValue: false });
  private readonly place = injectPlace();
  private readonly router = inject(Router);
  private readonly url = toSignal(this.router.events.pipe(filter((event) => event instanceof NavigationEnd), map(({ urlAfterRedirects }) => urlAfterRedirects)), { initialValue: this.router.url });
  /** The pages of guests. */
  protected readonly atVisas = computed(() => `${this.url().split('?')[0]}/`.startsWith(`${this.place('/visas')}/`));
  private readonly preferences = inject(Preferences); // dresses the pages too, whoever shows the choice
  private readonly dialog = inject(MatDialog);

  readonly problem = this.session.problem;
  readonly state = computed(() => (this.session.person() ? 'ready' : this.session.problem() ? 'failed' : 'loading'));
  readonly empty = (): boolean => false;

  constructor() {
    void this.session.begin();
    const live = inject(Live);
    inject(DestroyRef).onDestroy(() => live.stop());
    // Guests are told nothing live, and have one place to be.
    effect(() => {
      if (this.session.atHome()) return live.start();
      if (!this.session.guest()) return;
      live.stop();
      if (!this.atVisas()) void this.router.navigate([this.place('/visas')], { replaceUrl: true });
    });
    this.router.events.pipe(filter((event) => event instanceof NavigationEnd), takeUntilDestroyed()).subscribe(() => window.scrollTo(0, 0));
    // A page is fetched when it is gone to: without a network, or once Bannette was updated, it isn't there any more.
    const snackBar = inject(MatSnackBar);
    this.router.events.pipe(filter((event) => event instanceof NavigationError), takeUntilDestroyed()).subscribe(() =>
      snackBar.open(this.words.text('FRAME.NOT_LOADED'), this.words.text('FRAME.RELOAD'), { duration: 15_000, politeness: 'assertive' }).onAction().subscribe(() => window.location.reload()),
    );
  }

  load(): Promise<void> {
    return this.session.load();
  }

  /** Registers a mail, from wherever one is. */
  @HostListener('document:keydown', ['$event'])
  protected press(event: KeyboardEvent): void {
    if (commandOf(event, this.preferences.singleKeys()) !== 'register' || this.dialog.openDialogs.length || !this.session.person()?.registers.length) return;
    event.preventDefault();
    void this.router.navigate([this.place('/register')]);
  }

  protected search(input: HTMLInputElement): void {
    const q = input.value.trim();
    if (q) void this.router.navigate([this.place('/search')], { queryParams: { q } });
  }
}

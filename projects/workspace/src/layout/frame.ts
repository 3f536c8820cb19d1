import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { TranslatePipe } from '@ngx-translate/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter } from 'rxjs';
import { NoTray } from '../session/no-tray.js';
import { Preferences } from '../session/preferences.js';
import { SessionStore } from '../session/session.js';
import type { Awaited } from '../list/pages.js';
import { Rail } from '../trays/rail.js';
import { Trays } from '../trays/trays.js';
import { Words } from '../words/words.js';
import { KeyHelpOpener } from './key-help-opener.js';
import { Wait } from './wait.js';

/** The one frame: a bar on top, the rail at the left, the page. The way out is there whatever happens. */
@Component({
  selector: 'bn-frame',
  imports: [MatButton, MatIcon, MatIconButton, MatMenuModule, NoTray, Rail, RouterLink, RouterOutlet, TranslatePipe, Wait],
  providers: [Trays],
  templateUrl: './frame.html',
  styleUrl: './frame.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Frame implements Awaited {
  protected readonly session = inject(SessionStore);
  protected readonly preferences = inject(Preferences);
  protected readonly words = inject(Words);
  protected readonly help = inject(KeyHelpOpener);
  private readonly router = inject(Router);

  readonly problem = this.session.problem;
  readonly state = computed(() => (this.session.person() ? 'ready' : this.session.problem() ? 'failed' : 'loading'));
  readonly empty = (): boolean => false;

  constructor() {
    void this.load();
    this.router.events.pipe(filter((event) => event instanceof NavigationEnd), takeUntilDestroyed()).subscribe(() => window.scrollTo(0, 0));
  }

  load(): Promise<void> {
    return this.session.load();
  }

  protected search(input: HTMLInputElement): void {
    const q = input.value.trim();
    if (q) void this.router.navigate(['/search'], { queryParams: { q } });
  }
}

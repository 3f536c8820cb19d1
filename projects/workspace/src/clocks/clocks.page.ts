import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { TranslatePipe } from '@ngx-translate/core';
import { clockKinds } from '@bannette/domain';
import { Api } from '../api/api.js';
import type { ClockLine } from '../api/types.js';
import { PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { stepsOf } from './words.js';

/** Clocks of the law that nothing has met yet, the next to end first. */
@Component({
  selector: 'bn-clocks-page',
  imports: [MatButton, PlacePipe, RouterLink, TranslatePipe, Wait],
  templateUrl: './clocks.page.html',
  styles: `
    input, select { height: 32px; padding: 0 8px; border: 1px solid var(--mat-sys-outline); border-radius: 6px; background: var(--mat-sys-surface); color: inherit; font: inherit; }
    label { display: flex; align-items: center; gap: 8px; }
    th { white-space: nowrap; }
    td:first-child { min-width: 110px; }
    td:last-child { min-width: 96px; }
    td:first-child .bn-quiet { display: inline-block; max-width: 150px; }
    .late { color: var(--bn-late); font-weight: 500; }
    .soon { color: var(--bn-soon); }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClocksPage {
  private readonly api = inject(Api);
  protected readonly words = inject(Words);
  protected readonly settings = inject(SettingsStore);
  protected readonly kinds = clockKinds.filter((kind) => kind !== 'treatment');
  protected readonly stepsOf = stepsOf;
  protected readonly until = signal('');
  protected readonly kind = signal('');
  protected readonly pages = computed(() => {
    const [until, kind] = [this.until(), this.kind()];
    return new Pages<ClockLine>((page) => this.api.clocks({ ...page, ...(until ? { until } : {}), ...(kind ? { kind } : {}) }), ({ mail, clock }) => `${mail.id}:${clock.code}`);
  });

  constructor() {
    void this.settings.load();
    effect(() => {
      const pages = this.pages();
      untracked(() => void pages.load());
    });
  }

  protected toneOf({ clock: { daysLeft = 0, due, suspendedUntil } }: ClockLine): string {
    return suspendedUntil || !due ? '' : daysLeft < 0 ? 'late' : daysLeft <= 3 ? 'soon' : '';
  }

  protected leftOf({ clock: { daysLeft = 0, due, suspendedUntil } }: ClockLine): string {
    if (!due) return this.words.text('CLOCK.STATE.waiting');
    if (suspendedUntil) return this.words.text('CLOCK.SUSPENDED_UNTIL', { day: this.words.fullDay(suspendedUntil) });
    if (daysLeft < 0) return this.words.text('CLOCK.STATE.passed', { day: this.words.fullDay(due) });
    return daysLeft === 0 ? this.words.text('CLOCK.STATE.today') : this.words.count('CLOCK.LEFT', daysLeft);
  }
}

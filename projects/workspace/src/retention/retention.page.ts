import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { addDays } from '@bannette/domain';
import { Api } from '../api/api.js';
import type { RetentionDue } from '../api/types.js';
import { PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';

/** Days ahead that are looked at first: the time of the notice. */
const ahead = 30;

/** What falls due until a day. Nothing is eliminated from here: the schedule needs its archivist first. */
@Component({
  selector: 'bn-retention-page',
  imports: [MatButton, MatIcon, PlacePipe, RouterLink, TranslatePipe, Wait],
  templateUrl: './retention.page.html',
  styles: `
    input { height: 32px; padding: 0 8px; border: 1px solid var(--mat-sys-outline); border-radius: 6px; background: var(--mat-sys-surface); color: inherit; font: inherit; }
    td:first-child, td:nth-child(4), .short { white-space: nowrap; }
    label { display: flex; align-items: center; gap: 8px; }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RetentionPage {
  private readonly api = inject(Api);
  protected readonly words = inject(Words);
  protected readonly until = signal(addDays(inject(SessionStore).today(), ahead));
  protected readonly pages = computed(() => {
    const until = this.until();
    return new Pages<RetentionDue>((page) => this.api.retentionDue({ ...page, until }), ({ mail }) => mail.id);
  });
  protected readonly samples = computed(() => this.pages().items().some(({ retention }) => !retention.agreed));

  constructor() {
    effect(() => {
      const pages = this.pages();
      untracked(() => void pages.load());
    });
  }
}

import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatSlideToggle } from '@angular/material/slide-toggle';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { Alert } from '../api/types.js';
import { PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';

/** What was done to mails in Alfresco itself: what happened, what to do, and who looks after it, until it is settled with a reason. */
@Component({
  selector: 'bn-alerts-page',
  imports: [MatButton, MatSlideToggle, PlacePipe, RouterLink, TranslatePipe, Wait],
  templateUrl: './alerts.page.html',
  styles: `
    td:first-child { min-width: 180px; }
    .open td:first-child { box-shadow: inset 3px 0 var(--mat-sys-error); }
    .short { white-space: nowrap; }
    .do { text-align: right; }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AlertsPage {
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  private readonly session = inject(SessionStore);
  protected readonly words = inject(Words);
  protected readonly all = signal(false);
  protected readonly pages = computed(() => {
    const state = this.all() ? ('all' as const) : ('unsettled' as const);
    return new Pages<Alert>((page) => this.api.alerts({ ...page, state }), ({ id }) => id);
  });

  constructor() {
    effect(() => {
      const pages = this.pages();
      untracked(() => void pages.load());
    });
  }

  protected factsOf({ data }: Alert): string {
    const { facts, groups } = data;
    return [...(Array.isArray(facts) ? [this.words.properties(facts)] : []), ...(Array.isArray(groups) ? groups.map(String) : [])].join(', ');
  }

  protected nameOf({ id, displayName }: { readonly id: string; readonly displayName: string }): string {
    return id === 'system' ? 'Bannette' : displayName;
  }

  /** A person's own words, or what put it right in Alfresco. */
  protected reasonOf(reason: string | undefined): string {
    const key = `SIGNAL_REASON.${reason}`;
    return reason && this.words.has(key) ? this.words.text(key) : (reason ?? '');
  }

  protected async see(alert: Alert): Promise<void> {
    try {
      this.pages().replace(await firstValueFrom(this.api.seeAlert(alert.id)));
    } catch (error) {
      this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
    }
  }

  protected async settle(alert: Alert): Promise<void> {
    const { ReasonDialog } = await import('../quarantine/reason-dialog.js');
    const submit = (reason: string): Promise<unknown> => firstValueFrom(this.api.settleAlert(alert.id, reason));
    const opened = this.dialog.open(ReasonDialog, { width: '520px', data: { title: 'SIGNALS_PAGE.SETTLE_TITLE', about: alert.mail.chrono ?? '', note: 'SIGNALS_PAGE.SETTLE_NOTE', label: 'SIGNALS_PAGE.SETTLE', submit } });
    if (!(await firstValueFrom(opened.afterClosed()))) return;
    this.pages().remove(alert.id);
    this.snackBar.open(this.words.text('SIGNALS_PAGE.DONE'), undefined, { duration: 4000 });
    await this.session.load();
  }
}

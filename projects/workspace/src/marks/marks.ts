import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { firstValueFrom, Subject } from 'rxjs';
import { toProblem } from '../api/problem.js';
import type { Mail } from '../api/types.js';
import { TraysApi } from '../trays/trays-api.js';
import { Words } from '../words/words.js';

const renewMs = 120_000;

/** What one has for oneself on a mail: read or unread, followed or not; and that one is at work on it. */
@Injectable({ providedIn: 'root' })
export class Marks {
  private readonly api = inject(TraysApi);
  private readonly words = inject(Words);
  private readonly snackBar = inject(MatSnackBar);
  private readonly changes = new Subject<Mail>();
  /** Mails whose marks were changed here, for lists and counts to follow. */
  readonly changed = this.changes.asObservable();

  /** Opened is read; that this can't be said is not worth a word. */
  async opened(mail: Mail): Promise<void> {
    if (!mail.unread || mail.masked) return;
    await this.set(mail, { read: true }, true);
  }

  toggleRead(mail: Mail): Promise<void> {
    return this.set(mail, { read: !!mail.unread });
  }

  toggleFollowed(mail: Mail): Promise<void> {
    return this.set(mail, { followed: !mail.followed });
  }

  /** Says that one is at work on it until `done`. @returns undefined when somebody else is */
  async hold(mail: Mail): Promise<(() => void) | undefined> {
    if (!mail.actions.includes('lock')) return () => undefined;
    try {
      await firstValueFrom(this.api.lock(mail.id));
    } catch (error) {
      if (toProblem(error).code !== 'locked') return () => undefined;
      this.offerTakeOver(error, mail);
      return undefined;
    }
    const again = setInterval(() => void firstValueFrom(this.api.lock(mail.id)).catch(() => undefined), renewMs);
    return () => {
      clearInterval(again);
      void firstValueFrom(this.api.unlock(mail.id)).catch(() => undefined);
    };
  }

  async takeOver(mail: Pick<Mail, 'id'>): Promise<void> {
    try {
      this.changes.next(await firstValueFrom(this.api.lock(mail.id, true)));
      this.snackBar.open(this.words.text('LOCK.TAKEN'), undefined, { duration: 4000 });
    } catch (error) {
      this.say(error);
    }
  }

  private offerTakeOver(error: unknown, mail: Mail): void {
    const problem = toProblem(error);
    const until = typeof problem.params['until'] === 'string' ? this.words.brief(problem.params['until']) : '';
    const shown = this.snackBar.open(this.words.text('LOCK.HELD', { name: problem.params['person'] ?? '', until }), this.words.text('LOCK.TAKE_OVER'), { duration: 10_000, politeness: 'assertive' });
    shown.onAction().subscribe(() => void this.takeOver(mail));
  }

  private async set(mail: Mail, marks: { readonly read?: boolean; readonly followed?: boolean }, quietly = false): Promise<void> {
    try {
      this.changes.next(await firstValueFrom(this.api.mark(mail.id, marks)));
    } catch (error) {
      if (!quietly) this.say(error);
    }
  }

  private say(error: unknown): void {
    this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
  }
}

import { ChangeDetectionStrategy, Component, effect, inject, input, output, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { delay } from 'rxjs';
import { MailActions } from '../actions/mail-actions.js';
import type { Mail, MailAction } from '../api/types.js';
import { MailDuplicates } from '../duplicates/mail-duplicates.js';
import { EliminatedFound } from '../execution/eliminated-found.js';
import { HoldButton } from '../holds/hold-button.js';
import { MailHolds } from '../holds/mail-holds.js';
import { Split } from '../layout/split.js';
import { Wait } from '../layout/wait.js';
import { Marks } from '../marks/marks.js';
import { SessionStore } from '../session/session.js';
import { Live, type Change } from '../live/live.js';
import { SettingsStore } from '../session/settings.js';
import { stateIcons } from '../words/states.js';
import { Words } from '../words/words.js';
import { ActionBar } from './action-bar.js';
import { DocumentView } from './document-view.js';
import { MailFacts } from './mail-facts.js';
import { MailJournal } from './mail-journal.js';
import { MailSource } from './mail-source.js';

/** The answer to one's own action comes first: what it shows is no news. */
const ownAnswer = 500;

/** A mail being read: the document first, then what to do, then who and when. */
@Component({
  selector: 'bn-reading-pane',
  imports: [ActionBar, DocumentView, EliminatedFound, HoldButton, MailDuplicates, MailFacts, MailHolds, MailJournal, MatButton, MatIcon, MatIconButton, Split, TranslatePipe, Wait],
  providers: [MailSource],
  templateUrl: './reading-pane.html',
  styleUrl: './reading-pane.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReadingPane {
  protected readonly source = inject(MailSource);
  protected readonly marks = inject(Marks);
  private readonly session = inject(SessionStore);
  /** Opened once is read; marked as unread here, it stays so. */
  private readSaid?: string;
  private readonly actions = inject(MailActions);
  protected readonly words = inject(Words);
  protected readonly icons = stateIcons;

  readonly mailId = input.required<string>();
  /** Id of the document to begin with. */
  readonly document = input('');
  readonly closable = input(true);
  readonly closed = output<void>();

  /** When it was last changed by somebody else while it was open. */
  protected readonly updated = signal<{ readonly id: string; readonly at: string } | undefined>(undefined);

  constructor() {
    void inject(SettingsStore).load();
    effect(() => {
      const id = this.mailId();
      untracked(() => void this.source.open(id));
    });
    this.actions.done.pipe(takeUntilDestroyed()).subscribe(({ mail }) => this.isOpen(mail.id) && this.source.show(mail));
    this.marks.changed.pipe(takeUntilDestroyed()).subscribe((mail) => this.isOpen(mail.id) && this.source.show(mail));
    effect(() => {
      const mail = this.source.mail();
      if (!mail || mail.id !== this.mailId() || this.readSaid === mail.id) return;
      this.readSaid = mail.id;
      untracked(() => void this.marks.opened(mail));
    });
    this.actions.stale.pipe(takeUntilDestroyed()).subscribe((id) => this.isOpen(id) && void this.source.refresh());
    inject(Live)
      .changes.pipe(delay(ownAnswer), takeUntilDestroyed())
      .subscribe((change) => void this.follow(change));
  }

  toggleRead(): Promise<void> | void {
    const mail = this.source.mail();
    if (mail) return this.marks.toggleRead(mail);
  }

  toggleFollowed(): Promise<void> | void {
    const mail = this.source.mail();
    if (mail) return this.marks.toggleFollowed(mail);
  }

  /** Who else works on it. */
  protected heldBy({ lock }: Mail): NonNullable<Mail['lock']> | undefined {
    return lock && lock.by.id !== this.session.person()?.id ? lock : undefined;
  }

  /** Does `action` if the mail allows it now. */
  async act(action: MailAction): Promise<Mail | undefined> {
    const mail = this.source.mail();
    return mail?.actions.includes(action) ? this.actions.perform(action, mail) : undefined;
  }

  async undo(): Promise<void> {
    const mail = this.source.mail();
    if (mail) await this.actions.undo(mail);
  }

  /** Somebody else has changed it: it is shown as it is now, and whatever is being typed about it stays. */
  private async follow({ mails = [], missed }: Change): Promise<void> {
    const mail = this.source.mail();
    if (!mail || !this.isOpen(mail.id)) return;
    const awaited = mail.dispatched?.filter(({ state }) => state === 'waiting').map(({ id }) => id) ?? [];
    if (!missed && !mails.some(({ id, revision }) => (id === mail.id && revision > mail.revision) || awaited.includes(id))) return;
    await this.source.refresh();
    const after = this.source.mail();
    if (after?.id === mail.id && after.revision > mail.revision) this.updated.set({ id: mail.id, at: new Date().toISOString() });
  }

  private isOpen(id: string): boolean {
    return this.source.mail()?.id === id && this.mailId() === id;
  }
}

import { ChangeDetectionStrategy, Component, effect, inject, input, output, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { MailActions } from '../actions/mail-actions.js';
import type { Mail, MailAction } from '../api/types.js';
import { Split } from '../layout/split.js';
import { Wait } from '../layout/wait.js';
import { SettingsStore } from '../session/settings.js';
import { stateIcons } from '../words/states.js';
import { Words } from '../words/words.js';
import { ActionBar } from './action-bar.js';
import { DocumentView } from './document-view.js';
import { MailFacts } from './mail-facts.js';
import { MailJournal } from './mail-journal.js';
import { MailSource } from './mail-source.js';

/** A mail being read: the document first, then what to do, then who and when. */
@Component({
  selector: 'bn-reading-pane',
  imports: [ActionBar, DocumentView, MailFacts, MailJournal, MatIcon, MatIconButton, Split, TranslatePipe, Wait],
  providers: [MailSource],
  templateUrl: './reading-pane.html',
  styleUrl: './reading-pane.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReadingPane {
  protected readonly source = inject(MailSource);
  private readonly actions = inject(MailActions);
  protected readonly words = inject(Words);
  protected readonly icons = stateIcons;

  readonly mailId = input.required<string>();
  /** Id of the document to begin with. */
  readonly document = input('');
  readonly closable = input(true);
  readonly closed = output<void>();

  constructor() {
    void inject(SettingsStore).load();
    effect(() => {
      const id = this.mailId();
      untracked(() => void this.source.open(id));
    });
    this.actions.done.pipe(takeUntilDestroyed()).subscribe(({ mail }) => this.isOpen(mail.id) && this.source.show(mail));
    this.actions.stale.pipe(takeUntilDestroyed()).subscribe((id) => this.isOpen(id) && void this.source.refresh());
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

  private isOpen(id: string): boolean {
    return this.source.mail()?.id === id && this.mailId() === id;
  }
}

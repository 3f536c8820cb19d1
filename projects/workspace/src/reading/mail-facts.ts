import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import type { Mail } from '../api/types.js';
import { MailClocks } from '../clocks/mail-clocks.js';
import { MailDispatched } from '../clocks/mail-dispatched.js';
import { dueText } from '../clocks/words.js';
import { MailDescribed } from '../beneficiaries/mail-described.js';
import { MailTies } from '../links/mail-ties.js';
import { SettingsStore } from '../session/settings.js';
import { MailNotes } from '../work/mail-notes.js';
import { MailOpinions } from '../work/mail-opinions.js';
import { MailTasks } from '../work/mail-tasks.js';
import { MailFields } from '../forms/mail-fields.js';
import { MailPaper } from './mail-paper.js';
import { MailRecord } from './mail-record.js';
import { Words } from '../words/words.js';

/** Who and when: the parties, the way it took and why, its clocks, copies, notes, answers and how long it is kept. */
@Component({
  selector: 'bn-mail-facts',
  imports: [MailFields, MailClocks, MailDescribed, MailDispatched, MailNotes, MailOpinions, MailPaper, MailRecord, MailTasks, MailTies, MatIcon, TranslatePipe],
  templateUrl: './mail-facts.html',
  styles: `
    :host { display: block; }
    dl { display: grid; grid-template-columns: 128px minmax(0, 1fr); gap: 6px 20px; margin: 0; }
    dt { color: var(--bn-muted); text-align: right; }
    dd { margin: 0; overflow-wrap: anywhere; padding-left: 8px; }
    .why { display: block; white-space: pre-line; color: var(--bn-muted); font-size: 12px; }
    .line { display: block; }
    .late { color: var(--bn-late); font-weight: 500; }
    .soon { color: var(--bn-soon); }
    .sample { display: flex; gap: 6px; align-items: flex-start; color: var(--bn-soon); font-size: 12px; }
    mat-icon { flex: none; width: 16px; height: 16px; font-size: 16px; }
    .away { display: flex; gap: 6px; align-items: center; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailFacts {
  protected readonly words = inject(Words);
  protected readonly settings = inject(SettingsStore);
  protected readonly dueText = dueText;
  readonly mail = input.required<Mail>();
  protected readonly namesOf = (people: readonly { readonly displayName: string }[]): string => people.map(({ displayName }) => displayName).join(', ');
}

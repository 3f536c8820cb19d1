import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import { toProblem, type Problem } from '../api/problem.js';
import type { JournalEntry, Mail } from '../api/types.js';
import { Wait } from '../layout/wait.js';
import type { Awaited } from '../list/pages.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { becauseOf, factsOf, type Fact } from './journal.js';

/** A mail's journal as a timeline: what was done, by whom, when, and why. */
@Component({
  selector: 'bn-mail-journal',
  imports: [TranslatePipe, Wait],
  template: `
    <bn-wait [of]="this">
      <ol>
        @for (entry of told(); track entry.seq) {
          <li>
            <time [attr.datetime]="entry.at" [title]="words.moment(entry.at)">{{ words.brief(entry.at) }}</time>
            <div>
              <strong>{{ entry.what }}</strong>
              <span class="who">{{ entry.who }}@if (entry.onBehalfOf) { {{ 'JOURNAL_FOR' | translate: { name: entry.onBehalfOf.displayName } }}}</span>
              @for (fact of entry.facts; track fact.name) {
                <p><span>{{ 'JOURNAL_FACT.' + fact.name | translate }}</span> {{ fact.text }}</p>
              }
            </div>
          </li>
        }
      </ol>
    </bn-wait>
  `,
  styles: `
    :host { display: block; }
    ol { margin: 0; padding: 0; list-style: none; }
    li { display: grid; grid-template-columns: 128px 1fr; gap: 20px; position: relative; padding-bottom: 14px; }
    li::before { content: ''; position: absolute; left: 137px; top: 7px; bottom: -7px; width: 1px; background: var(--bn-line); }
    li:last-child::before { display: none; }
    li::after { content: ''; position: absolute; left: 133px; top: 6px; width: 9px; height: 9px; border-radius: 50%; background: var(--mat-sys-primary); }
    time { color: var(--bn-muted); font-size: 12px; text-align: right; }
    div { padding-left: 8px; min-width: 0; }
    strong { font-weight: 500; }
    .who { margin-left: 8px; color: var(--bn-muted); }
    p { margin: 2px 0 0; overflow-wrap: anywhere; }
    p span { color: var(--bn-muted); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailJournal implements Awaited {
  private readonly api = inject(Api);
  private readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  private readonly entries = signal<readonly JournalEntry[]>([]);
  private readonly now = signal<'loading' | 'ready' | 'failed'>('loading');
  private readonly wrong = signal<Problem | undefined>(undefined);

  readonly mail = input.required<Mail>();
  readonly state = this.now.asReadonly();
  readonly problem = this.wrong.asReadonly();
  readonly empty = (): boolean => this.entries().length === 0;
  protected readonly told = computed(() => this.entries().map((entry) => ({ ...entry, what: this.words.text(`JOURNAL.${entry.type}`), who: entry.actor.id === 'system' ? 'Bannette' : entry.actor.displayName, facts: factsOf(entry).map((fact) => ({ name: fact.name, text: this.textOf(fact) })) })));

  constructor() {
    effect(() => {
      const { id, revision, notes, mirror } = this.mail();
      if (id && revision + notes >= 0 && mirror) untracked(() => void this.load());
    });
  }

  async load(): Promise<void> {
    const { id } = this.mail();
    try {
      const { items } = await firstValueFrom(this.api.journal(id));
      if (id !== this.mail().id) return;
      this.entries.set([...items].sort((a, b) => b.seq - a.seq));
      this.now.set('ready');
    } catch (error) {
      this.wrong.set(toProblem(error));
      this.now.set('failed');
    }
  }

  private textOf({ kind, value }: Fact): string {
    switch (kind) {
      case 'day':
        return this.words.fullDay(String(value));
      case 'code':
        return this.settings.label(String(value));
      case 'codes':
        return (value as readonly unknown[]).map((code) => this.settings.label(String(code))).join(', ');
      case 'because':
        return this.words.because(becauseOf(value));
      case 'fields':
        return (value as readonly unknown[]).map((field) => this.words.text(`CORRECTED.${String(field)}`)).join(', ');
      case 'channel':
        return this.words.text(`CHANNEL.${String(value)}`);
      case 'action':
        return this.words.text(`ACTION.${String(value)}`);
      case 'properties':
        return this.words.properties(value as readonly unknown[]);
      case 'priority':
        return this.words.text(`PRIORITY.${String(value)}`);
      case 'role':
        return this.words.text(`REMINDER.TO.${String(value)}`);
      case 'verdict':
        return this.words.text(`WORK.VERDICT.${String(value)}`);
      case 'signal':
        return this.words.text(`SIGNAL.${String(value)}.WHAT`);
      case 'quarantine':
        return this.words.text(`QUARANTINE.${String(value)}.WHY`);
      default:
        return String(value);
    }
  }
}

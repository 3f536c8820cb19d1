import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Observable } from 'rxjs';
import type { JournalEntry } from '../api/types.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';

/** What was done with a campaign or a sorting, the last first. */
@Component({
  selector: 'bn-journal-tab',
  imports: [TranslatePipe],
  template: `
    <div class="bn-scroll" tabindex="0" role="region" [attr.aria-label]="'CAMPAIGN.TAB.journal' | translate">
      <ol>
        @for (entry of entries(); track entry.seq) {
          <li>{{ nameOf(entry) }}@if (more(entry); as said) { : {{ said }}}<span class="bn-quiet">{{ words.moment(entry.at) }}, {{ entry.actor.id === 'system' ? 'Bannette' : entry.actor.displayName }}</span></li>
        }
      </ol>
    </div>
  `,
  styles: `:host { display: flex; flex: 1; flex-direction: column; min-height: 0; } ol { margin: 0; padding: 12px 16px; list-style: none; } li { margin: 0 0 10px; overflow-wrap: anywhere; } li span { display: block; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JournalTab {
  private readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  /** Its entries, oldest first; another one is read anew. */
  readonly of = input.required<Observable<{ readonly items: readonly JournalEntry[] }>>();
  protected readonly entries = signal<readonly JournalEntry[]>([]);

  constructor() {
    effect((stop) => {
      const reading = this.of().subscribe({ next: ({ items }) => this.entries.set([...items].reverse()), error: () => undefined });
      stop(() => reading.unsubscribe());
    });
  }

  protected nameOf({ type }: JournalEntry): string {
    return this.words.has(`JOURNAL.${type}`) ? this.words.text(`JOURNAL.${type}`) : type;
  }

  /** Its reason, the service, or how many. */
  protected more({ data, personal }: JournalEntry): string {
    const reason = personal?.['reason'];
    if (typeof reason === 'string') return reason;
    const service = data['service'];
    if (typeof service === 'string') return this.settings.label(service);
    const count = data['items'] ?? data['mails'];
    return typeof count === 'number' ? this.words.count('CAMPAIGN.MAILS', count) : '';
  }
}

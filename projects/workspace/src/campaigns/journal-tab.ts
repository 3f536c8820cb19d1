import { ChangeDetectionStrategy, Component, effect, inject, input, signal, untracked } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { JournalEntry } from '../api/types.js';
import { Words } from '../words/words.js';
import { CampaignsApi, type Campaign } from './campaigns-api.js';

/** What was done with a campaign, the last first. */
@Component({
  selector: 'bn-campaign-journal',
  template: `
    <div class="bn-scroll">
      <ol>
        @for (entry of entries(); track entry.seq) {
          <li>{{ nameOf(entry) }}@if (more(entry); as said) { : {{ said }} }<span class="bn-quiet">{{ words.moment(entry.at) }}, {{ entry.actor.id === 'system' ? 'Bannette' : entry.actor.displayName }}</span></li>
        }
      </ol>
    </div>
  `,
  styles: `:host { display: flex; flex: 1; flex-direction: column; min-height: 0; } ol { margin: 0; padding: 12px 16px; list-style: none; } li { margin: 0 0 10px; overflow-wrap: anywhere; } li span { display: block; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignJournal {
  private readonly api = inject(CampaignsApi);
  protected readonly words = inject(Words);
  readonly campaign = input.required<Campaign>();
  protected readonly entries = signal<readonly JournalEntry[]>([]);

  constructor() {
    effect(() => {
      const { id } = this.campaign();
      untracked(() => void firstValueFrom(this.api.journal(id)).then(({ items }) => this.entries.set([...items].reverse()), () => undefined));
    });
  }

  protected nameOf({ type }: JournalEntry): string {
    return this.words.has(`JOURNAL.${type}`) ? this.words.text(`JOURNAL.${type}`) : type;
  }

  /** Its reason, the service, or how many. */
  protected more({ data, personal }: JournalEntry): string {
    const said = personal?.['reason'] ?? data['service'];
    if (typeof said === 'string') return said;
    const items = data['items'];
    return typeof items === 'number' ? this.words.count('CAMPAIGN.MAILS', items) : '';
  }
}

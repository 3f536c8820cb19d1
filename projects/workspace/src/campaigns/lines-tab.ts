import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { volume } from '../visas/volume.js';
import { Words } from '../words/words.js';
import { CampaignItems } from './campaign-items.js';
import { CampaignsApi, type Campaign, type EliminationLine } from './campaigns-api.js';

/** The frozen list: by producing service, row and year, and the mails that each line stands for. */
@Component({
  selector: 'bn-lines-tab',
  imports: [CampaignItems, MatButton, TranslatePipe],
  template: `
    <div class="bn-scroll">
      @if (lines().length) {
        <table class="bn-table">
          <thead>
            <tr><th scope="col" class="number">{{ 'CAMPAIGN.LINE' | translate }}</th><th scope="col">{{ 'CAMPAIGN.LINE_TITLE' | translate }}</th><th scope="col">{{ 'CAMPAIGN.EXTREMES' | translate }}</th><th scope="col" class="number">{{ 'CAMPAIGNS.ITEMS' | translate }}</th><th scope="col" class="wide">{{ 'CAMPAIGN.DUA' | translate }}</th><th scope="col" class="wide">{{ 'CAMPAIGN.BOXES' | translate }}</th><th scope="col"><span class="visually-hidden">{{ 'ACTIONS' | translate }}</span></th></tr>
          </thead>
          <tbody>
            @for (line of lines(); track line.line) {
              <tr [class.chosen]="chosen()?.line === line.line">
                <td class="number">{{ line.line }}</td>
                <td>{{ line.row }} {{ line.rowLabel }} ({{ line.year }})<br /><span class="bn-quiet">{{ line.serviceLabel }}</span>@if (line.visa === 'refused') { <br /><span class="bn-late">{{ 'CAMPAIGN.LINE_REFUSED' | translate: { reason: line.visaReason } }}</span> }</td>
                <td class="short">{{ words.day(line.firstDay) }}@if (line.lastDay !== line.firstDay) { <br />{{ words.day(line.lastDay) }} }</td>
                <td class="number">{{ number(line.items) }}<br /><span class="bn-quiet">{{ words.count('CAMPAIGN.FILES', line.documents) }}, {{ size(line.bytes) }}</span></td>
                <td class="wide">{{ words.count('CAMPAIGN.YEARS', line.years) }}<br /><span class="bn-quiet">{{ words.withDays(line.reference) }}</span></td>
                <td class="wide">{{ line.boxes.join(', ') }}</td>
                <td class="number"><button matButton [attr.aria-expanded]="chosen()?.line === line.line" [attr.aria-label]="('CAMPAIGN.SHOW' | translate) + ' ' + line.line" (click)="chosen.set(chosen()?.line === line.line ? undefined : line)">{{ 'CAMPAIGN.SHOW' | translate }}</button></td>
              </tr>
            }
          </tbody>
        </table>
        @if (chosen(); as line) { <bn-campaign-items [campaign]="campaign()" [filters]="{ line: line.line, listed: 'true' }" [heading]="'CAMPAIGN.LINE_ITEMS' | translate: { line: line.line }" (changed)="changed.emit($event)" /> }
      } @else {
        <p class="bn-first-words">{{ 'CAMPAIGN.NOT_FROZEN' | translate }}</p>
      }
    </div>
  `,
  styles: `
    :host { display: flex; flex: 1; flex-direction: column; min-height: 0; }
    .short { white-space: nowrap; } .number { text-align: right !important; } .chosen { background: var(--mat-sys-surface-container-low); }
    @container frame (max-width: 900px) { .wide { display: none; } }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinesTab {
  private readonly api = inject(CampaignsApi);
  protected readonly words = inject(Words);
  readonly campaign = input.required<Campaign>();
  readonly changed = output<Campaign>();
  protected readonly lines = signal<readonly EliminationLine[]>([]);
  protected readonly chosen = signal<EliminationLine | undefined>(undefined);
  private readonly list = computed(() => `${this.campaign().id} ${this.campaign().manifestSha512 ?? ''} ${this.campaign().state}`);

  constructor() {
    effect(() => {
      this.list();
      untracked(() => void this.load());
    });
  }

  private async load(): Promise<void> {
    this.lines.set((await firstValueFrom(this.api.lines(this.campaign().id)).catch(() => ({ items: [] as EliminationLine[] }))).items);
  }
  protected readonly number = this.words.number;
  protected readonly size = (bytes: number): string => volume(bytes, this.words.lang());
}

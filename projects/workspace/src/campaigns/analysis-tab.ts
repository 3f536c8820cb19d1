import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Words } from '../words/words.js';
import { CampaignItems } from './campaign-items.js';
import { CampaignsApi, type Campaign, type CampaignCount } from './campaigns-api.js';

/** What the analysis found, by verdict and cause, what to do about each, and the mails behind it. */
@Component({
  selector: 'bn-analysis-tab',
  imports: [CampaignItems, MatButton, TranslatePipe],
  template: `
    <div class="bn-scroll">
      @if (counts().length) {
        <div class="picture" role="img" [attr.aria-label]="spoken()">
          @for (part of parts(); track part.verdict) { @if (part.items) { <span [class]="part.verdict" [style.flex-grow]="part.items"></span> } }
        </div>
        <div class="sums">
          @for (part of parts(); track part.verdict) { <div><i [class]="part.verdict"></i>{{ 'CAMPAIGN.VERDICT.' + part.verdict | translate }} <strong>{{ number(part.items) }}</strong></div> }
        </div>
        <table class="bn-table">
          <caption class="visually-hidden">{{ 'CAMPAIGN.CAUSES' | translate }}</caption>
          <thead><tr><th scope="col">{{ 'CAMPAIGN.CAUSE_HEAD' | translate }}</th><th scope="col">{{ 'CAMPAIGN.TO_DO_HEAD' | translate }}</th><th scope="col" class="number">{{ 'CAMPAIGNS.ITEMS' | translate }}</th><th scope="col"><span class="visually-hidden">{{ 'ACTIONS' | translate }}</span></th></tr></thead>
          <tbody>
            @for (one of counts(); track one.verdict + one.cause) {
              <tr [class.chosen]="chosen() === one">
                <td><i [class]="one.verdict"></i>{{ nameOf(one) }}</td>
                <td class="bn-quiet">{{ one.cause ? ('CAMPAIGN.ADVICE.' + one.cause | translate) : ('CAMPAIGN.ADVICE.destroy' | translate) }}</td>
                <td class="number">{{ number(one.items) }}</td>
                <td class="number"><button matButton [attr.aria-expanded]="chosen() === one" [attr.aria-label]="('CAMPAIGN.SHOW' | translate) + ('GENERAL.COLON' | translate) + nameOf(one)" (click)="chosen.set(chosen() === one ? undefined : one)">{{ 'CAMPAIGN.SHOW' | translate }}</button></td>
              </tr>
            }
          </tbody>
        </table>
        @if (chosen(); as one) { <bn-campaign-items [campaign]="campaign()" [filters]="{ verdict: one.verdict, cause: one.cause }" [heading]="nameOf(one)" (changed)="changed.emit($event)" /> }
      } @else if (analysed()) {
        <p class="bn-first-words">{{ 'CAMPAIGN.NOTHING_DUE' | translate }}</p>
      } @else {
        <p class="bn-first-words">{{ (campaign().work ? 'CAMPAIGN.ANALYSING' : 'CAMPAIGN.NOT_ANALYSED') | translate }}</p>
      }
    </div>
  `,
  styles: `
    :host { display: flex; flex: 1; flex-direction: column; min-height: 0; }
    .picture { display: flex; gap: 2px; height: 18px; margin: 16px 16px 8px; border-radius: 4px; overflow: hidden; }
    .picture span { min-width: 4px; }
    .sums { display: flex; flex-wrap: wrap; gap: 4px 24px; padding: 0 16px 12px; font-size: 13px; }
    i { display: inline-block; width: 10px; height: 10px; margin-right: 6px; border-radius: 2px; }
    .destroy { background: var(--mat-sys-primary); } .keep { background: color-mix(in srgb, var(--bn-muted) 55%, transparent); } .conflict { background: var(--bn-late); }
    .number { text-align: right !important; white-space: nowrap; }
    .chosen { background: var(--mat-sys-surface-container-low); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnalysisTab {
  private readonly api = inject(CampaignsApi);
  private readonly words = inject(Words);
  readonly campaign = input.required<Campaign>();
  readonly changed = output<Campaign>();
  protected readonly counts = signal<readonly CampaignCount[]>([]);
  protected readonly chosen = signal<CampaignCount | undefined>(undefined);
  protected readonly analysed = computed(() => this.campaign().steps.some(({ step, at }) => step === 'analysed' && at));
  protected readonly parts = computed(() => (['destroy', 'conflict', 'keep'] as const).map((verdict) => ({ verdict, items: this.campaign().counts[verdict] })));
  protected readonly spoken = computed(() => this.parts().map(({ verdict, items }) => `${this.words.text(`CAMPAIGN.VERDICT.${verdict}`)} ${this.number(items)}`).join(', '));

  constructor() {
    effect(() => {
      this.campaign();
      untracked(() => void this.load());
    });
  }

  private async load(): Promise<void> {
    const order = { destroy: 0, conflict: 1, keep: 2 };
    const { items } = await firstValueFrom(this.api.counts(this.campaign().id)).catch(() => ({ items: [] as CampaignCount[] }));
    this.counts.set([...items].sort((a, b) => order[a.verdict] - order[b.verdict] || b.items - a.items));
    const before = this.chosen();
    this.chosen.set(before && this.counts().find(({ verdict, cause }) => verdict === before.verdict && cause === before.cause));
  }

  protected nameOf = ({ verdict, cause }: CampaignCount): string => (cause ? this.words.text(`CAMPAIGN.CAUSE.${cause}`) : this.words.text(`CAMPAIGN.VERDICT.${verdict}`));
  protected readonly number = this.words.number;
}

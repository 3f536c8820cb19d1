import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from '../words/words.js';
import type { CampaignWork } from './campaigns-api.js';

/** How far the job of a campaign has come, and what keeps it from getting on. */
@Component({
  selector: 'bn-work-bar',
  imports: [MatProgressBar, TranslatePipe],
  template: `
    <div class="row"><span>{{ 'CAMPAIGN.WORK.' + work().kind | translate }}</span><span class="bn-quiet">{{ 'CAMPAIGN.WORK.OF' | translate: { done: number(work().done), total: number(work().total) } }}</span></div>
    <mat-progress-bar mode="determinate" [value]="share()" [attr.aria-label]="'CAMPAIGN.WORK.' + work().kind | translate" />
    @if (work().failure) { <p class="bn-late" role="status">{{ 'CAMPAIGN.WORK.FAILED' | translate }}</p> }
  `,
  styles: `:host { display: block; } .row { display: flex; justify-content: space-between; gap: 16px; margin-bottom: 4px; font-size: 13px; } p { margin: 4px 0 0; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkBar {
  private readonly words = inject(Words);
  readonly work = input.required<CampaignWork>();
  protected readonly share = computed(() => (this.work().total ? Math.min(100, (100 * this.work().done) / this.work().total) : 0));
  protected readonly number = this.words.number;
}

import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { SessionStore } from '../session/session.js';
import { volume } from '../visas/volume.js';
import { Words } from '../words/words.js';
import { CampaignsApi, type CampaignLine } from './campaigns-api.js';

/** Campaigns of elimination: how far each is, and whose turn it is. */
@Component({
  selector: 'bn-campaigns-page',
  imports: [MatButton, MatIcon, PlacePipe, RouterLink, TranslatePipe, Wait],
  template: `
    <header class="bn-page-head">
      <h1>{{ 'CAMPAIGNS.TITLE' | translate }}</h1><span class="room"></span>
      @if (keeps()) { <a matButton="filled" [routerLink]="'/campaigns/new' | place"><mat-icon>add</mat-icon>{{ 'CAMPAIGNS.NEW' | translate }}</a> }
    </header>
    <bn-wait [of]="pages" emptyIcon="delete_sweep" [emptyTitle]="'CAMPAIGNS.EMPTY' | translate" [emptyText]="(keeps() ? 'CAMPAIGNS.EMPTY_TEXT' : 'CAMPAIGNS.EMPTY_OTHERS') | translate">
      <div class="bn-scroll">
        <table class="bn-table">
          <thead>
            <tr>
              <th scope="col">{{ 'CAMPAIGNS.NUMBER' | translate }}</th><th scope="col">{{ 'CAMPAIGNS.NAME' | translate }}</th><th scope="col">{{ 'CAMPAIGNS.STATE' | translate }}</th>
              <th scope="col">{{ 'CAMPAIGNS.WAITS' | translate }}</th><th scope="col" class="number">{{ 'CAMPAIGNS.ITEMS' | translate }}</th><th scope="col" class="wide">{{ 'CAMPAIGNS.UNTIL' | translate }}</th>
            </tr>
          </thead>
          <tbody>
            @for (one of pages.items(); track one.id) {
              <tr>
                <td class="short"><a [routerLink]="['/campaigns' | place, one.id]">{{ one.chrono }}</a></td>
                <td>{{ one.title }}<br /><span class="bn-quiet">{{ 'CAMPAIGNS.BY' | translate: { name: one.createdBy.displayName, day: words.brief(one.createdAt) } }}</span></td>
                <td>{{ 'CAMPAIGN.STATE.' + one.state | translate }}@if (one.work; as work) { <br /><span class="bn-quiet">{{ 'CAMPAIGN.WORK.' + work.kind | translate }} {{ percent(one) }}</span> }</td>
                <td>@if (one.yours) { <strong>{{ 'CAMPAIGN.WAITS.you' | translate }}</strong> } @else if (one.waitingFor) { {{ 'CAMPAIGN.WAITS.' + one.waitingFor | translate }} } @else { <span class="bn-quiet">–</span> }</td>
                <td class="number">{{ number(one.items) }}@if (one.bytes) { <br /><span class="bn-quiet">{{ size(one.bytes) }}</span> }</td>
                <td class="short wide">{{ words.day(one.until) }}</td>
              </tr>
            }
          </tbody>
        </table>
        @if (pages.hasMore()) { <button matButton (click)="pages.loadMore()">{{ 'GENERAL.LOAD_MORE' | translate }}</button> }
      </div>
    </bn-wait>
  `,
  styles: `.short { white-space: nowrap; } .number { text-align: right !important; } @container frame (max-width: 760px) { .wide { display: none; } }`,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignsPage {
  private readonly api = inject(CampaignsApi);
  private readonly session = inject(SessionStore);
  protected readonly words = inject(Words);
  protected readonly pages = new Pages<CampaignLine>((page) => this.api.list(page), ({ id }) => id);

  constructor() {
    void this.pages.load();
  }

  protected readonly keeps = (): boolean => this.session.has('archives');
  protected readonly number = this.words.number;
  protected readonly size = (bytes: number): string => volume(bytes, this.words.lang());
  protected percent({ work }: CampaignLine): string {
    return work?.total ? new Intl.NumberFormat(this.words.lang(), { style: 'percent', maximumFractionDigits: 0 }).format(work.done / work.total) : '';
  }
}

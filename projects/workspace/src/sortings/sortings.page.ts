import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import { SortingsApi, type SortingLine } from './sortings-api.js';

/** Sortings of mails whose row asks for one: how far each is, and what it keeps. */
@Component({
  selector: 'bn-sortings-page',
  imports: [MatButton, MatIcon, PlacePipe, RouterLink, TranslatePipe, Wait],
  template: `
    <header class="bn-page-head">
      <h1>{{ 'SORTINGS.TITLE' | translate }}</h1><span class="room"></span>
      @if (keeps()) { <a matButton="filled" [routerLink]="'/sortings/new' | place"><mat-icon>add</mat-icon>{{ 'SORTINGS.NEW' | translate }}</a> }
    </header>
    <bn-wait [of]="pages" emptyIcon="call_split" [emptyTitle]="'SORTINGS.EMPTY' | translate" [emptyText]="(keeps() ? 'SORTINGS.EMPTY_TEXT' : 'SORTINGS.EMPTY_OTHERS') | translate">
      <div class="bn-scroll" tabindex="0" role="region" [attr.aria-label]="'SORTINGS.TITLE' | translate">
        <table class="bn-table">
          <thead>
            <tr>
              <th scope="col">{{ 'SORTINGS.NUMBER' | translate }}</th><th scope="col">{{ 'SORTINGS.NAME' | translate }}</th><th scope="col">{{ 'SORTINGS.STATE_HEAD' | translate }}</th>
              <th scope="col" class="number">{{ 'SORTINGS.MAILS' | translate }}</th><th scope="col" class="number">{{ 'SORTINGS.KEPT' | translate }}</th><th scope="col" class="wide">{{ 'SORTINGS.ROW' | translate }}</th>
            </tr>
          </thead>
          <tbody>
            @for (one of pages.items(); track one.id) {
              <tr>
                <td class="short"><a [routerLink]="['/sortings' | place, one.id]">{{ one.chrono }}</a></td>
                <td class="name">{{ one.title }}<br /><span class="bn-quiet">{{ 'CAMPAIGNS.BY' | translate: { name: one.createdBy.displayName, day: words.brief(one.createdAt) } }}</span></td>
                <td>{{ 'SORTINGS.STATE.' + one.state | translate }}@if (one.yours) { <br /><strong>{{ 'CAMPAIGN.WAITS.you' | translate }}</strong> } @else if (one.agreedOn) { <br /><span class="bn-quiet">{{ 'VISAS.GIVEN_ON' | translate: { day: words.day(one.agreedOn), reference: one.reference } }}</span> }</td>
                <td class="number">{{ number(one.mails) }}</td>
                <td class="number">{{ number(one.kept) }}</td>
                <td class="wide">{{ one.row.code }} <span class="bn-quiet">{{ one.row.label }}</span></td>
              </tr>
            }
          </tbody>
        </table>
        @if (pages.hasMore()) { <button matButton (click)="pages.loadMore()">{{ 'GENERAL.LOAD_MORE' | translate }}</button> }
      </div>
    </bn-wait>
  `,
  styles: `.short { white-space: nowrap; } .name { overflow-wrap: anywhere; } .number { text-align: right !important; font-variant-numeric: tabular-nums; } @container frame (max-width: 760px) { .wide { display: none; } }`,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SortingsPage {
  private readonly api = inject(SortingsApi);
  private readonly session = inject(SessionStore);
  protected readonly words = inject(Words);
  protected readonly pages = new Pages<SortingLine>((page) => this.api.list(page), ({ id }) => id);

  constructor() {
    void this.pages.load();
  }

  protected readonly keeps = (): boolean => this.session.has('archives');
  protected readonly number = this.words.number;
}

import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { PlacePipe } from '../host.js';
import { Pages } from '../list/pages.js';
import { Words } from '../words/words.js';
import { SortingsApi, type SortingLine } from './sortings-api.js';

/** Sortings that were sent to an archivist, beside the campaigns; nothing where there are none. */
@Component({
  selector: 'bn-sent-sortings',
  imports: [MatButton, PlacePipe, RouterLink, TranslatePipe],
  template: `
    @if (pages.items().length) {
      <h2>{{ 'SORTINGS.SENT_TITLE' | translate }}</h2>
      <p class="bn-quiet">{{ 'SORTINGS.SENT_TEXT' | translate }}</p>
      <table class="bn-table">
        <thead><tr><th scope="col">{{ 'SORTINGS.TITLE_ONE' | translate }}</th><th scope="col">{{ 'SORTINGS.SENT_ON' | translate }}</th><th scope="col" class="number">{{ 'SORTINGS.MAILS' | translate }}</th><th scope="col" class="number">{{ 'SORTINGS.KEPT' | translate }}</th><th scope="col">{{ 'VISAS.STATE' | translate }}</th></tr></thead>
        <tbody>
          @for (one of pages.items(); track one.id) {
            <tr>
              <td><a [routerLink]="['/visas/sortings' | place, one.id]">{{ one.chrono }}</a><br />{{ one.title }}</td>
              <td class="short">{{ words.brief(one.proposedAt ?? one.createdAt) }}</td>
              <td class="number">{{ number(one.mails) }}</td>
              <td class="number">{{ number(one.kept) }}</td>
              <td>@if (one.state === 'proposed') { <b class="bn-soon">{{ 'SORTINGS.WAITS' | translate }}</b> } @else { {{ 'SORTINGS.STATE.' + one.state | translate }}@if (one.agreedOn) { <br /><span class="bn-quiet">{{ 'VISAS.GIVEN_ON' | translate: { day: words.day(one.agreedOn), reference: one.reference } }}</span> } }</td>
            </tr>
          }
        </tbody>
      </table>
      @if (pages.hasMore()) { <button matButton (click)="pages.loadMore()">{{ 'GENERAL.LOAD_MORE' | translate }}</button> }
    }
  `,
  styles: `:host { display: block; } h2, p { margin: 12px 16px 4px; } h2 { font-size: 16px; } td { overflow-wrap: anywhere; } .short { white-space: nowrap; } .number { text-align: right; font-variant-numeric: tabular-nums; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SentSortings {
  private readonly api = inject(SortingsApi);
  protected readonly words = inject(Words);
  protected readonly pages = new Pages<SortingLine>((page) => this.api.list(page), ({ id }) => id);

  constructor() {
    void this.pages.load();
  }

  protected readonly number = this.words.number;
}

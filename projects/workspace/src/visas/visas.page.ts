import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { TranslatePipe } from '@ngx-translate/core';
import { PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { SentSortings } from '../sortings/sent-sortings.js';
import { Words } from '../words/words.js';
import { VisasApi, type VisaLine } from './visas-api.js';
import { volume } from './volume.js';

/** Campaigns of elimination that were sent to an archivist for their visa: the whole house, for a guest. */
@Component({
  selector: 'bn-visas-page',
  imports: [MatButton, PlacePipe, RouterLink, SentSortings, TranslatePipe, Wait],
  template: `
    <header class="bn-page-head"><h1>{{ 'VISAS.TITLE' | translate }}</h1></header>
    <bn-sent-sortings />
    <p class="text">{{ 'VISAS.TEXT' | translate }}</p>
    <bn-wait [of]="pages" emptyIcon="approval" [emptyTitle]="'VISAS.EMPTY' | translate" [emptyText]="'VISAS.EMPTY_TEXT' | translate">
      <div class="bn-scroll" tabindex="0" role="region" [attr.aria-label]="'VISAS.TITLE' | translate">
        <table class="bn-table">
          <thead>
            <tr>
              <th scope="col">{{ 'VISAS.CAMPAIGN' | translate }}</th><th scope="col">{{ 'VISAS.SENT' | translate }}</th><th scope="col" class="number">{{ 'VISAS.LINES' | translate }}</th>
              <th scope="col" class="number">{{ 'VISAS.ITEMS' | translate }}</th><th scope="col" class="number">{{ 'VISAS.VOLUME' | translate }}</th><th scope="col">{{ 'VISAS.STATE' | translate }}</th>
            </tr>
          </thead>
          <tbody>
            @for (visa of pages.items(); track visa.id) {
              <tr>
                <td><a [routerLink]="['/visas' | place, visa.id]">{{ visa.chrono }}</a><br />{{ visa.title }}</td>
                <td class="short">{{ words.brief(visa.submittedAt) }}</td>
                <td class="number">{{ number(visa.lines) }}</td>
                <td class="number">{{ number(visa.items) }}</td>
                <td class="number short">{{ size(visa.bytes) }}</td>
                <td>
                  @if (visa.state === 'submitted') { <b class="bn-soon">{{ 'VISAS.WAITS' | translate }}</b><br /><span class="bn-quiet">{{ words.count('VISAS.NOTED', visa.decided, { all: visa.lines }) }}</span> }
                  @else { {{ 'VISAS.STATES.' + visa.state | translate }}@if (visa.visaOn) { <br /><span class="bn-quiet">{{ 'VISAS.GIVEN_ON' | translate: { day: words.day(visa.visaOn), reference: visa.reference } }}</span> } }
                </td>
              </tr>
            }
          </tbody>
        </table>
        @if (pages.hasMore()) { <button matButton (click)="pages.loadMore()">{{ 'GENERAL.LOAD_MORE' | translate }}</button> }
      </div>
    </bn-wait>
  `,
  styles: `
    .text { max-width: 80ch; margin: 12px 16px; color: var(--bn-muted); }
    .short { white-space: nowrap; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VisasPage {
  private readonly api = inject(VisasApi);
  protected readonly words = inject(Words);
  protected readonly pages = new Pages<VisaLine>((page) => this.api.visas(page), ({ id }) => id);

  constructor() {
    void this.pages.load();
  }

  protected readonly number = this.words.number;
  protected size = (bytes: number): string => volume(bytes, this.words.lang());
}

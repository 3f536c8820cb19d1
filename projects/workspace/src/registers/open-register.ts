import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { tap } from 'rxjs';
import { PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { Words } from '../words/words.js';
import { RegistersApi, type RegisterLine } from './registers-api.js';

/** What was numbered since the last daily register was closed, the latest first. */
@Component({
  selector: 'bn-open-register',
  imports: [MatButton, PlacePipe, RouterLink, TranslatePipe, Wait],
  template: `
    <bn-wait [of]="pages" emptyIcon="menu_book" [emptyTitle]="'REGISTERS.NOTHING_TODAY' | translate" [emptyText]="'REGISTERS.NOTHING_TODAY_TEXT' | translate">
      <p class="bn-quiet note">{{ words.count('REGISTERS.SINCE', total()) }}</p>
      <div class="bn-scroll" tabindex="0" role="region" [attr.aria-label]="'REGISTERS.VIEW.today' | translate">
        <table class="bn-table">
          <thead><tr><th scope="col">{{ 'REGISTERS.NUMBER' | translate }}</th><th scope="col">{{ 'REGISTERS.GIVEN' | translate }}</th><th scope="col">{{ 'REGISTERS.ON' | translate }}</th><th scope="col">{{ 'REGISTERS.CORRESPONDENT' | translate }}</th><th scope="col">{{ 'REGISTERS.SUBJECT' | translate }}</th><th scope="col">{{ 'REGISTERS.SERVICE' | translate }}</th><th scope="col">{{ 'REGISTERS.MARK_LABEL' | translate }}</th></tr></thead>
          <tbody>
            @for (line of pages.items(); track $index) {
              <tr>
                <td class="short">@if (line.mailId && !line.masked) { <a [routerLink]="['/mails' | place, line.mailId]">{{ line.chrono }}</a> } @else { {{ line.chrono }} }<br /><span class="bn-quiet">{{ line.label }}</span></td>
                <td class="short">{{ line.givenAt ? words.brief(line.givenAt) : '' }}</td>
                <td class="short">{{ words.day(line.on) }}</td>
                <td class="long">{{ line.masked ? ('REGISTERS.MASKED' | translate) : line.correspondent }}</td>
                <td class="long subject">{{ line.masked ? ('REGISTERS.MASKED' | translate) : line.subject }}</td>
                <td class="long">{{ line.service }}</td>
                <td class="word">@if (line.mark !== 'given') {<strong>{{ 'REGISTERS.MARK.' + line.mark | translate }}</strong>}@if (line.at) { {{ words.brief(line.at) }} }@if (line.reason) { – {{ line.reason }} }</td>
              </tr>
            }
          </tbody>
        </table>
        @if (pages.hasMore()) { <button matButton (click)="pages.loadMore()">{{ 'GENERAL.LOAD_MORE' | translate }}</button> }
      </div>
    </bn-wait>
  `,
  styles: `.note { margin: 8px 16px; } .short { white-space: nowrap; } .long { overflow-wrap: anywhere; min-width: 110px; } .subject { min-width: 190px; } :host bn-wait { display: contents; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OpenRegister {
  private readonly api = inject(RegistersApi);
  protected readonly words = inject(Words);
  protected readonly total = signal(0);
  protected readonly pages = new Pages<RegisterLine>(
    (page) => this.api.open(page).pipe(tap(({ total }) => this.total.set(total))),
    ({ register, chrono, later }) => `${register} ${chrono} ${later}`,
  );

  constructor() {
    void this.pages.load();
  }
}

import { ChangeDetectionStrategy, Component, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { keep } from '../reading/keep.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import { RegistersApi, type DayRegister } from './registers-api.js';

/** Daily registers that are closed: their place in the chain, and their files. */
@Component({
  selector: 'bn-day-registers',
  imports: [MatButton, MatIcon, TranslatePipe, Wait],
  template: `
    @if (counters.value(); as known) {
      <p class="note" [class.bn-quiet]="known.sealed">
        @if (!known.sealed) { <mat-icon aria-hidden="true">info</mat-icon> {{ 'REGISTERS.NOT_SEALED' | translate }} }
        {{ known.closesAt ? ('REGISTERS.CLOSES_AT' | translate: { time: known.closesAt }) : ('REGISTERS.CLOSES_AT_MIDNIGHT' | translate) }}
      </p>
    }
    @if (said(); as text) { <p class="note bn-late" role="alert">{{ text }}</p> }
    <bn-wait [of]="pages" emptyIcon="menu_book" [emptyTitle]="'REGISTERS.NO_DAYS' | translate" [emptyText]="'REGISTERS.NO_DAYS_TEXT' | translate">
      <div class="bn-scroll" tabindex="0" role="region" [attr.aria-label]="'REGISTERS.VIEW.days' | translate">
        <table class="bn-table">
          <thead><tr><th scope="col">{{ 'REGISTERS.DAY' | translate }}</th><th scope="col">{{ 'REGISTERS.POSITION' | translate }}</th><th scope="col">{{ 'REGISTERS.LINES' | translate }}</th><th scope="col">{{ 'REGISTERS.SEAL' | translate }}</th><th scope="col">{{ 'REGISTERS.HASH' | translate }}</th><th scope="col"><span class="visually-hidden">{{ 'ACTIONS' | translate }}</span></th></tr></thead>
          <tbody>
            @for (day of pages.items(); track day.day) {
              <tr>
                <td class="short">{{ words.fullDay(day.day) }}<br /><span class="bn-quiet">{{ 'REGISTERS.CLOSED' | translate: { at: words.brief(day.closedAt) } }}</span></td>
                <td>{{ day.position }}</td>
                <td>{{ day.lines }}</td>
                <td class="long">{{ day.seal ?? ('REGISTERS.UNSIGNED' | translate) }}</td>
                <td><span class="code" [title]="day.hash">{{ day.hash.slice(0, 16) }}…</span></td>
                <td class="do short">
                  @if (day.eliminated; as gone) { <span class="bn-quiet">{{ 'REGISTERS.ELIMINATED' | translate: { visa: gone.visa } }}</span> }
                  @else {
                    @if (day.restricted) { <span class="bn-quiet">{{ 'REGISTERS.RESTRICTED' | translate }}</span> }
                    @if (!day.restricted || session.has('archives')) {
                      <button matButton [attr.aria-label]="'PDF ' + words.fullDay(day.day)" (click)="fetch(day, 'pdf')">PDF</button>
                      <button matButton [attr.aria-label]="'CSV ' + words.fullDay(day.day)" (click)="fetch(day, 'csv')">CSV</button>
                    }
                  }
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
    .note { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; margin: 8px 16px; }
    .short { white-space: nowrap; }
    .long { overflow-wrap: anywhere; min-width: 130px; }
    .do { text-align: right; }
    .code { font: 13px ui-monospace, 'DejaVu Sans Mono', monospace; }
    mat-icon { width: 18px; height: 18px; font-size: 18px; }
    :host bn-wait { display: contents; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayRegisters {
  private readonly api = inject(RegistersApi);
  protected readonly words = inject(Words);
  protected readonly session = inject(SessionStore);
  protected readonly said = signal('');
  protected readonly pages = new Pages<DayRegister>((page) => this.api.days(page), ({ day }) => day);
  protected readonly counters = resource({ loader: () => firstValueFrom(this.api.counters()) });

  constructor() {
    void this.pages.load();
  }

  protected async fetch({ day }: DayRegister, form: 'pdf' | 'csv'): Promise<void> {
    this.said.set('');
    try {
      keep(await firstValueFrom(this.api.file(day, form)), `registre-${day}.${form}`);
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
  }
}

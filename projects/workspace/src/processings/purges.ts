import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { Words } from '../words/words.js';
import { ForecastTable } from './forecast-table.js';
import { ProcessingsApi, type Purge } from './processings-api.js';

/** Purges that are to come and that were, who took note of them, and what falls due in twelve months. */
@Component({
  selector: 'bn-purges',
  imports: [ForecastTable, MatButton, MatButtonToggleModule, PlacePipe, RouterLink, TranslatePipe, Wait],
  template: `
    <div class="bar">
      <mat-button-toggle-group hideSingleSelectionIndicator [attr.aria-label]="'PURGE.WHICH' | translate" [value]="which()" (change)="which.set($event.value)">
        @for (each of all; track each) { <mat-button-toggle [value]="each">{{ 'PURGE.' + each | translate }}</mat-button-toggle> }
      </mat-button-toggle-group>
    </div>
    @if (said(); as text) { <p class="said bn-late" role="alert">{{ text }}</p> }
    @if (which() === 'forecast') { <bn-purge-forecast /> } @else {
      <bn-wait [of]="pages()" emptyIcon="delete_sweep" [emptyTitle]="(which() === 'done' ? 'PURGE.NONE_DONE' : 'PURGE.NONE') | translate" [emptyText]="'PURGE.NONE_TEXT' | translate">
        <div class="bn-scroll" tabindex="0" role="region" [attr.aria-label]="'PURGE.' + which() | translate">
          <table class="bn-table">
            <thead><tr><th scope="col">{{ 'PURGE.CAMPAIGN' | translate }}</th><th scope="col">{{ 'PURGE.SERVICES' | translate }}</th><th scope="col" class="number">{{ 'PURGE.MAILS' | translate }}</th><th scope="col">{{ 'PURGE.WHEN' | translate }}</th><th scope="col">{{ 'PURGE.NOTED' | translate }}</th><th scope="col"><span class="visually-hidden">{{ 'ACTIONS' | translate }}</span></th></tr></thead>
            <tbody>
              @for (purge of pages().items(); track purge.id) {
                <tr>
                  <td><a [routerLink]="['/campaigns' | place, purge.id]">{{ purge.chrono }}</a> {{ purge.title }}<br /><span class="bn-quiet">{{ 'CAMPAIGN.STATE.' + purge.state | translate }}</span></td>
                  <td>{{ purge.services.join(', ') }}</td>
                  <td class="number">{{ number(which() === 'done' ? purge.destroyed : purge.mails) }}</td>
                  <td class="short">@if (purge.executedAt) { {{ words.brief(purge.executedAt) }} } @else if (purge.startsOn) { {{ 'PURGE.FROM' | translate: { day: words.day(purge.startsOn) } }} }</td>
                  <td>
                    @if (purge.warnings) {
                      <span [class.bn-soon]="purge.missing">{{ purge.missing ? words.count('PURGE.MISSING', purge.missing) : ('PURGE.ALL_NOTED' | translate) }}</span>
                      @if (purge.escalated) { <br /><span class="bn-late">{{ 'PURGE.ESCALATED' | translate }}</span> }
                    } @else { <span class="bn-quiet">{{ 'PURGE.NOT_TOLD' | translate }}</span> }
                  </td>
                  <td class="do">@if (purge.yours) { <button matButton="outlined" [disabled]="busy()" [attr.aria-label]="('PURGE.NOTE' | translate) + ' ' + purge.chrono" (click)="note(purge)">{{ 'PURGE.NOTE' | translate }}</button> }</td>
                </tr>
              }
            </tbody>
          </table>
          @if (pages().hasMore()) { <button matButton (click)="pages().loadMore()">{{ 'GENERAL.LOAD_MORE' | translate }}</button> }
        </div>
      </bn-wait>
    }
  `,
  styles: `
    .bar { padding: 10px 16px; border-bottom: 1px solid var(--bn-line); }
    .said { margin: 8px 16px 0; }
    .number { text-align: right; }
    .short { white-space: nowrap; }
    .do { text-align: right; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Purges {
  private readonly api = inject(ProcessingsApi);
  protected readonly words = inject(Words);
  protected readonly all = ['toCome', 'done', 'forecast'] as const;
  protected readonly which = signal<'toCome' | 'done' | 'forecast'>('toCome');
  protected readonly busy = signal(false);
  protected readonly said = signal('');
  protected readonly pages = computed(() => {
    const done = this.which() === 'done';
    return new Pages<Purge>((page) => this.api.purges(page, done), ({ id }) => id);
  });

  constructor() {
    effect(() => {
      const pages = this.pages();
      untracked(() => void pages.load());
    });
  }

  protected number(value: number): string {
    return this.words.number(value);
  }

  protected async note({ id }: Purge): Promise<void> {
    this.busy.set(true);
    this.said.set('');
    await firstValueFrom(this.api.acknowledge(id)).catch((error: unknown) => this.said.set(this.words.problem(error)));
    await this.pages().refresh();
    this.busy.set(false);
  }
}

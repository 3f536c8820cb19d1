import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { Words } from '../words/words.js';
import { ExecutionApi, type Elimination } from './execution-api.js';
import { UnverifiedEliminationsNotice } from './unverified-eliminations.js';

/** What was eliminated, by number: when, under which visa, and until when a backup may hold it. */
@Component({
  selector: 'bn-eliminations-page',
  imports: [MatButton, MatFormField, MatInput, MatLabel, PlacePipe, RouterLink, TranslatePipe, UnverifiedEliminationsNotice, Wait],
  template: `
    <header class="bn-page-head"><h1>{{ 'ELIMINATIONS.TITLE' | translate }}</h1></header>
    <form class="find" role="search" (submit)="$event.preventDefault(); find(number.value)">
      <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'ELIMINATIONS.FIND' | translate }}</mat-label><input #number matInput autocomplete="off" maxlength="60" (input)="number.value || find('')" /></mat-form-field>
      <button matButton="outlined">{{ 'ELIMINATIONS.DO_FIND' | translate }}</button>
    </form>
    <bn-unverified-eliminations />
    <bn-wait [of]="pages" emptyIcon="delete_forever" [emptyTitle]="(asked() ? 'ELIMINATIONS.NOT_FOUND' : 'ELIMINATIONS.EMPTY') | translate" [emptyText]="(asked() ? 'ELIMINATIONS.NOT_FOUND_TEXT' : 'ELIMINATIONS.EMPTY_TEXT') | translate">
      <div class="bn-scroll" tabindex="0" role="region" [attr.aria-label]="'ELIMINATIONS.TITLE' | translate">
        <table class="bn-table">
          <thead>
            <tr>
              <th scope="col">{{ 'ELIMINATIONS.NUMBER' | translate }}</th><th scope="col">{{ 'ELIMINATIONS.DESTROYED' | translate }}</th><th scope="col">{{ 'ELIMINATIONS.VISA' | translate }}</th>
              <th scope="col">{{ 'ELIMINATIONS.ROW' | translate }}</th><th scope="col" class="wide">{{ 'ELIMINATIONS.CAMPAIGN' | translate }}</th><th scope="col" class="wide">{{ 'ELIMINATIONS.BACKUPS' | translate }}</th>
            </tr>
          </thead>
          <tbody>
            @for (one of pages.items(); track one.kind + one.subject) {
              <tr>
                <td class="short"><a [routerLink]="['/eliminations' | place, one.kind, one.subject]">{{ name(one) }}</a></td>
                <td class="short">{{ words.brief(one.destroyedAt) }}</td>
                <td>{{ one.visaReference }}</td>
                <td>{{ one.row }}@if (one.rowLabel) { <br /><span class="bn-quiet">{{ one.rowLabel }}</span> }</td>
                <td class="short wide">{{ one.campaign.chrono }}</td>
                <td class="short wide">{{ words.day(one.backupsUntil) }}</td>
              </tr>
            }
          </tbody>
        </table>
        @if (pages.hasMore()) { <button matButton (click)="pages.loadMore()">{{ 'GENERAL.LOAD_MORE' | translate }}</button> }
      </div>
    </bn-wait>
  `,
  styles: `.find { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; margin: 8px 16px; } mat-form-field { flex: 0 1 340px; } .short { white-space: nowrap; } @container frame (max-width: 860px) { .wide { display: none; } }`,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EliminationsPage {
  private readonly api = inject(ExecutionApi);
  protected readonly words = inject(Words);
  protected readonly asked = signal('');
  protected readonly pages = new Pages<Elimination>((page) => this.api.eliminations(this.asked(), page), ({ kind, subject }) => kind + subject);

  constructor() {
    void this.pages.load();
  }

  protected find(number: string): void {
    this.asked.set(number.trim());
    void this.pages.load();
  }

  protected readonly name = ({ kind, chrono, subject }: Elimination): string => chrono ?? (kind === 'register' ? this.words.text('ELIMINATIONS.REGISTER', { day: this.words.day(subject) }) : subject);
}

import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { Round } from '../api/types.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { keep } from '../reading/keep.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';

/** What was handed over: when, by whom, to whom, and their signature. */
@Component({
  selector: 'bn-rounds',
  imports: [MatButton, TranslatePipe, Wait],
  template: `
    <bn-wait [of]="pages" emptyIcon="draw" [emptyTitle]="'UNSCANNED.NO_ROUND' | translate" [emptyText]="'UNSCANNED.NO_ROUND_TEXT' | translate">
      <div class="bn-scroll">
        <table class="bn-table">
          <thead><tr><th scope="col">{{ 'UNSCANNED.WHEN' | translate }}</th><th scope="col">{{ 'UNSCANNED.WHO' | translate }}</th><th scope="col">{{ 'UNSCANNED.WHAT' | translate }}</th><th scope="col"><span class="visually-hidden">{{ 'ACTIONS' | translate }}</span></th></tr></thead>
          <tbody>
            @for (round of pages.items(); track round.id) {
              <tr>
                <td class="short">{{ words.brief(round.at) }}</td>
                <td><strong>{{ round.receivedBy }}</strong><br /><span class="bn-quiet">{{ (round.method === 'signature' ? 'UNSCANNED.BY_SIGNATURE' : 'UNSCANNED.BY_LOGIN') | translate }}@if (round.givenBy) { – {{ 'UNSCANNED.GIVEN_BY' | translate: { name: round.givenBy } }}}</span></td>
                <td>@for (mail of round.mails; track mail.id; let last = $last) {<span>{{ mail.chrono }} <span class="bn-quiet">{{ settings.label(mail.service) }}</span>{{ last ? '' : ', ' }}</span>}</td>
                <td>@if (round.signature) {<button matButton (click)="show(round)">{{ 'UNSCANNED.SIGNATURE' | translate }}</button>}</td>
              </tr>
            }
          </tbody>
        </table>
        @if (pages.hasMore()) { <button matButton (click)="pages.loadMore()">{{ 'GENERAL.LOAD_MORE' | translate }}</button> }
      </div>
    </bn-wait>
  `,
  styles: `
    :host { display: flex; flex: 1; flex-direction: column; min-height: 0; }
    .short { white-space: nowrap; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Rounds {
  private readonly api = inject(Api);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = inject(Words);
  protected readonly settings = inject(SettingsStore);
  protected readonly pages = new Pages<Round>((page) => this.api.rounds(page), ({ id }) => id);

  constructor() {
    void this.settings.load();
    void this.pages.load();
  }

  protected async show(round: Round): Promise<void> {
    try {
      keep(await firstValueFrom(this.api.roundSignature(round.id)), 'signature.png');
    } catch (error) {
      this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
    }
  }
}

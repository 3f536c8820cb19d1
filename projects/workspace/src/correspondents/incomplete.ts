import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { CorrespondentsApi, type Incomplete } from './correspondents-api.js';
import { addressText } from './address-text.js';
import { lackingText } from './lacking-text.js';
import { Words } from '../words/words.js';

/** Those who write now and whose cards lack something, the most frequent first. */
@Component({
  selector: 'bn-correspondents-incomplete',
  imports: [PlacePipe, RouterLink, TranslatePipe, Wait],
  template: `
    <bn-wait [of]="pages" emptyIcon="task_alt" [emptyTitle]="'CORRESPONDENT.ALL_COMPLETE' | translate" [emptyText]="'CORRESPONDENT.ALL_COMPLETE_TEXT' | translate">
      <div class="bn-scroll">
        <table class="bn-table">
          <thead><tr><th scope="col">{{ 'CORRESPONDENT.NAME' | translate }}</th><th scope="col">{{ 'CORRESPONDENT.KIND' | translate }}</th><th scope="col">{{ 'CORRESPONDENT.ADDRESS' | translate }}</th><th scope="col">{{ 'CORRESPONDENT.LACKING' | translate }}</th><th scope="col" class="number">{{ 'CORRESPONDENT.COMPLETE' | translate }}</th><th scope="col" class="number">{{ 'CORRESPONDENT.RECENT' | translate }}</th></tr></thead>
          <tbody>
            @for (one of pages.items(); track one.id) {
              <tr>
                <td><a [routerLink]="['/correspondents' | place, one.id]">{{ one.name }}</a></td>
                <td class="word">{{ 'CORRESPONDENT_KIND.' + one.kind | translate }}</td>
                <td>{{ addressOf(one) }}</td>
                <td>{{ lackingOf(one) }}</td>
                <td class="number">{{ 'CORRESPONDENT.PERCENT' | translate: { share: one.completeness } }}</td>
                <td class="number">{{ one.mails }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </bn-wait>
  `,
  styles: `:host { display: flex; flex: 1; flex-direction: column; min-height: 0; }   .word { white-space: nowrap; } .number { text-align: right; white-space: nowrap; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CorrespondentsIncomplete {
  private readonly api = inject(CorrespondentsApi);
  private readonly words = inject(Words);
  protected readonly pages = new Pages<Incomplete>(() => this.api.incomplete(), ({ id }) => id);
  protected readonly addressOf = addressText;
  protected readonly lackingOf = (one: Incomplete): string => lackingText(one.lacking, this.words);

  constructor() {
    void this.pages.load();
  }
}

import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { TranslatePipe } from '@ngx-translate/core';
import { Problem } from '../api/problem.js';
import { PlacePipe } from '../host.js';
import type { Bulk } from '../trays/trays-api.js';
import { Words } from '../words/words.js';

/** What came of each: those that were not done first. */
@Component({
  selector: 'bn-bulk-dialog',
  imports: [MatButton, MatDialogModule, PlacePipe, RouterLink, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ 'BULK.TITLE' | translate }}</h2>
    <mat-dialog-content>
      <table class="bn-table">
        <thead>
          <tr><th scope="col">{{ 'BULK.MAIL' | translate }}</th><th scope="col">{{ 'BULK.WHAT' | translate }}</th></tr>
        </thead>
        <tbody>
          @for (item of items; track item.id) {
            <tr>
              <td>
                @if (item.chrono || item.subject) {
                  <a [routerLink]="['/mails' | place, item.id]" mat-dialog-close>{{ item.chrono }} {{ item.subject }}</a>
                } @else {
                  {{ 'BULK.HIDDEN' | translate }}
                }
              </td>
              <td>{{ 'BULK.OUTCOME.' + (item.outcome ?? 'waiting') | translate }}@if (item.problem) {<br /><span class="bn-quiet">{{ why(item.problem) }}</span>}</td>
            </tr>
          }
        </tbody>
      </table>
    </mat-dialog-content>
    <mat-dialog-actions align="end"><button mat-button mat-dialog-close>{{ 'GENERAL.CLOSE' | translate }}</button></mat-dialog-actions>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BulkDialog {
  private readonly words = inject(Words);
  private readonly bulk = inject<Bulk>(MAT_DIALOG_DATA);
  protected readonly items = [...this.bulk.items].sort((a, b) => order(a) - order(b));

  protected why({ code, params = {} }: { readonly code: string; readonly params?: { readonly [name: string]: string | number } }): string {
    return this.words.problem(new Problem(0, code, params));
  }
}

const order = ({ outcome }: Bulk['items'][number]): number => ['refused', 'moved', 'kept', undefined, 'done', 'undone'].indexOf(outcome);

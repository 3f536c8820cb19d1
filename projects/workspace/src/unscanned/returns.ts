import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { Paper, UnscannedLine } from '../api/types.js';
import { PlacePipe } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { Words } from '../words/words.js';

/** Originals that still have to go back to their senders, the oldest first. */
@Component({
  selector: 'bn-returns',
  imports: [MatButton, PlacePipe, RouterLink, TranslatePipe, Wait],
  template: `
    <bn-wait [of]="pages" emptyIcon="task_alt" [emptyTitle]="'UNSCANNED.NO_RETURN' | translate" [emptyText]="'UNSCANNED.NO_RETURN_TEXT' | translate">
      <div class="bn-scroll">
        <table class="bn-table">
          <thead><tr><th scope="col">{{ 'UNSCANNED.CHRONO' | translate }}</th><th scope="col">{{ 'UNSCANNED.KIND' | translate }}</th><th scope="col">{{ 'UNSCANNED.SERVICE' | translate }}</th><th scope="col">{{ 'UNSCANNED.RECEIVED' | translate }}</th><th scope="col"><span class="visually-hidden">{{ 'ACTIONS' | translate }}</span></th></tr></thead>
          <tbody>
            @for (line of pages.items(); track line.id) {
              <tr>
                <td class="short"><a [routerLink]="['/mails' | place, line.id]">{{ line.chrono }}</a></td>
                <td>{{ line.kindLabel }}@if (line.reference) {<br /><span class="bn-quiet">{{ 'UNSCANNED.REFERENCE' | translate }} {{ line.reference }}</span>}@if (line.sender) {<br /><span class="bn-quiet">{{ line.sender }}</span>}</td>
                <td>{{ line.serviceLabel }}</td>
                <td class="short">{{ words.day(line.receivedAt) }}</td>
                <td><button matButton="outlined" [attr.aria-label]="('UNSCANNED.RETURN' | translate) + ' ' + line.chrono" (click)="giveBack(line)">{{ 'UNSCANNED.RETURN' | translate }}</button></td>
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
export class Returns {
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  protected readonly words = inject(Words);
  protected readonly pages = new Pages<UnscannedLine>((page) => this.api.unscanned({ ...page, state: 'toReturn' }), ({ id }) => id);

  constructor() {
    void this.pages.load();
  }

  protected async giveBack({ id, chrono }: UnscannedLine): Promise<void> {
    const { ReturnDialog } = await import('./return-dialog.js');
    const returned = await firstValueFrom(this.dialog.open<unknown, unknown, Paper>(ReturnDialog, { ...ourDialog, width: '440px', maxWidth: '95vw', data: { id, chrono } }).afterClosed());
    if (returned) this.pages.remove(id);
  }
}

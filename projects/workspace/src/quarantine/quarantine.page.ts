import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { QuarantineLine } from '../api/types.js';
import { ourDialog } from '../layout/dialogs.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { keep } from '../reading/keep.js';
import { Words } from '../words/words.js';

/** Files that could not be read: what is wrong in words, what to do, and never lost. */
@Component({
  selector: 'bn-quarantine-page',
  imports: [MatButton, TranslatePipe, Wait],
  template: `
    <header class="bn-page-head"><h1>{{ 'QUARANTINE_PAGE.TITLE' | translate }}</h1></header>
    <bn-wait [of]="pages" emptyIcon="task_alt" [emptyTitle]="'QUARANTINE_PAGE.EMPTY' | translate" [emptyText]="'QUARANTINE_PAGE.EMPTY_TEXT' | translate">
      <div class="bn-scroll">
        <table class="bn-table">
          <thead>
            <tr>
              <th scope="col">{{ 'QUARANTINE_PAGE.FILE' | translate }}</th>
              <th scope="col">{{ 'QUARANTINE_PAGE.WHY' | translate }}</th>
              <th scope="col">{{ 'QUARANTINE_PAGE.RECEIVED' | translate }}</th>
              <th scope="col"><span class="visually-hidden">{{ 'ACTIONS' | translate }}</span></th>
            </tr>
          </thead>
          <tbody>
            @for (file of pages.items(); track file.id) {
              <tr>
                <td>{{ file.name }}</td>
                <td><strong>{{ words.text('QUARANTINE.' + file.reason + '.WHY', file.reasonParams) }}</strong><br />{{ words.text('QUARANTINE.' + file.reason + '.DO', file.reasonParams) }}</td>
                <td>{{ words.brief(file.createdAt) }}<br /><span class="bn-quiet">{{ 'CHANNEL.' + file.channel | translate }} – {{ file.createdBy }}</span></td>
                <td class="do">
                  <button matButton="outlined" [disabled]="busy() === file.id" (click)="retry(file)">{{ 'QUARANTINE_PAGE.RETRY' | translate }}</button>
                  <button matButton (click)="download(file)">{{ 'QUARANTINE_PAGE.DOWNLOAD' | translate }}</button>
                  <button matButton (click)="discard(file)">{{ 'QUARANTINE_PAGE.DISCARD' | translate }}</button>
                </td>
              </tr>
            }
          </tbody>
        </table>
        @if (pages.hasMore()) {
          <button matButton (click)="pages.loadMore()">{{ 'GENERAL.LOAD_MORE' | translate }}</button>
        }
      </div>
    </bn-wait>
  `,
  styles: `
    td:first-child { min-width: 140px; font-weight: 500; }
    .do { white-space: nowrap; text-align: right; }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QuarantinePage {
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = inject(Words);
  protected readonly pages = new Pages<QuarantineLine>((page) => this.api.quarantine(page), ({ id }) => id);
  protected readonly busy = signal<string | undefined>(undefined);

  constructor() {
    void this.pages.load();
  }

  protected async retry(file: QuarantineLine): Promise<void> {
    this.busy.set(file.id);
    try {
      await firstValueFrom(this.api.retryFile(file.id));
      this.gone(file, 'QUARANTINE_PAGE.RETRIED');
    } catch (error) {
      this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
    }
    this.busy.set(undefined);
  }

  protected async download(file: QuarantineLine): Promise<void> {
    try {
      keep(await firstValueFrom(this.api.quarantineContent(file.id)), file.name);
    } catch (error) {
      this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
    }
  }

  protected async discard(file: QuarantineLine): Promise<void> {
    const { ReasonDialog } = await import('./reason-dialog.js');
    const submit = (reason: string): Promise<unknown> => firstValueFrom(this.api.discardFile(file.id, reason));
    const opened = this.dialog.open(ReasonDialog, { ...ourDialog, width: '520px', data: { title: 'QUARANTINE_PAGE.DISCARD_TITLE', about: file.name, note: 'QUARANTINE_PAGE.DISCARD_NOTE', label: 'QUARANTINE_PAGE.DISCARD', submit } });
    if (await firstValueFrom(opened.afterClosed())) this.gone(file, 'QUARANTINE_PAGE.DISCARDED');
  }

  private gone(file: QuarantineLine, words: string): void {
    this.pages.remove(file.id);
    this.snackBar.open(this.words.text(words), undefined, { duration: 4000 });
  }
}

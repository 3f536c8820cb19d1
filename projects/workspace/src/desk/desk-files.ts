import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { DeskFile } from '../api/types.js';
import { ourDialog } from '../layout/dialogs.js';
import { Words } from '../words/words.js';
import { DeskStore } from './store.js';

/** Files of the batch that could not be read: why, and what to do before it can be released; and until when the others are kept. */
@Component({
  selector: 'bn-desk-files',
  imports: [MatButton, MatIcon, TranslatePipe],
  template: `
    @for (file of store.quarantined(); track file.id) {
      <div class="file" role="group" [attr.aria-label]="file.name">
        <mat-icon aria-hidden="true">report</mat-icon>
        <p><b>{{ file.name }}</b> {{ why(file) }}</p>
        <button matButton="outlined" type="button" [disabled]="busy() === file.id" (click)="retry(file)">{{ 'QUARANTINE_PAGE.RETRY' | translate }}</button>
        <button matButton type="button" [disabled]="busy() === file.id" (click)="discard(file)">{{ 'QUARANTINE_PAGE.DISCARD' | translate }}</button>
      </div>
    }
    @for (file of store.kept(); track file.id) {
      <p class="kept" role="note">{{ keptWords(file) }}</p>
    }
  `,
  styles: `
    :host { display: block; flex: none; max-height: 30%; overflow: auto; }
    .file { display: flex; align-items: center; gap: 10px; padding: 6px 16px; border-bottom: 1px solid var(--bn-line); border-left: 4px solid var(--bn-late); }
    .kept { padding: 4px 16px; border-bottom: 1px solid var(--bn-line); color: var(--bn-muted); font-size: 12px; }
    p { flex: 1; min-width: 0; margin: 0; overflow-wrap: anywhere; }
    button { flex: none; }
    mat-icon { flex: none; color: var(--bn-late); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeskFiles {
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  private readonly words = inject(Words);
  protected readonly store = inject(DeskStore);
  protected readonly busy = signal<string | undefined>(undefined);

  protected why({ reason }: DeskFile): string {
    const key = `QUARANTINE.${reason}`;
    return this.words.has(`${key}.WHY`) ? `${this.words.text(`${key}.WHY`)} ${this.words.text(`${key}.DO`)}` : this.words.text('DESK.UNREADABLE');
  }

  protected keptWords({ name, keeping }: DeskFile): string {
    if (keeping?.leftAt) return this.words.text('LEAVING.DESK.LEFT', { name, day: this.words.brief(keeping.leftAt) });
    if (keeping?.held) return this.words.text('LEAVING.DESK.HELD', { name, by: keeping.held.by });
    return this.words.text('LEAVING.DESK.UNTIL', { name, day: this.words.day(keeping?.leavesOn) });
  }

  protected async retry(file: DeskFile): Promise<void> {
    this.busy.set(file.id);
    try {
      await firstValueFrom(this.api.retryFile(file.id));
      this.store.say(this.words.text('QUARANTINE_PAGE.RETRIED'));
      await this.store.refresh();
    } catch (error) {
      this.store.say(this.words.problem(error), true);
    }
    this.busy.set(undefined);
  }

  protected async discard(file: DeskFile): Promise<void> {
    const { ReasonDialog } = await import('../quarantine/reason-dialog.js');
    const submit = (reason: string): Promise<unknown> => firstValueFrom(this.api.discardFile(file.id, reason));
    const opened = this.dialog.open(ReasonDialog, { ...ourDialog, width: '520px', data: { title: 'QUARANTINE_PAGE.DISCARD_TITLE', about: file.name, note: 'QUARANTINE_PAGE.DISCARD_NOTE', label: 'QUARANTINE_PAGE.DISCARD', submit } });
    if (!(await firstValueFrom(opened.afterClosed()))) return;
    this.store.say(this.words.text('QUARANTINE_PAGE.DISCARDED'));
    await this.store.refresh();
  }
}

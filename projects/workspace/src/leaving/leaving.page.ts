import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { LeavingCounts, LeavingLine } from '../api/types.js';
import { ourDialog } from '../layout/dialogs.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { Words } from '../words/words.js';

/** Bytes of batches and of discarded files: which leave, when, and which are kept and why. */
@Component({
  selector: 'bn-leaving-page',
  imports: [MatButton, MatButtonToggleModule, TranslatePipe, Wait],
  templateUrl: './leaving.page.html',
  styles: `
    .text { margin: 10px 16px; max-width: 860px; color: var(--bn-muted); }
    .states { align-self: flex-start; margin: 0 16px 10px; max-width: calc(100% - 32px); overflow-x: auto; }
    .name { min-width: 160px; max-width: 360px; font-weight: 500; }
    .name .bn-quiet { font-weight: 400; }
    .short { white-space: nowrap; }
    .do { text-align: right; white-space: nowrap; }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeavingPage {
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = inject(Words);

  protected readonly states: readonly (keyof LeavingCounts)[] = ['soon', 'later', 'held', 'staying', 'left'];
  protected readonly state = signal<keyof LeavingCounts>('soon');
  protected readonly counts = signal<LeavingCounts | undefined>(undefined);
  protected readonly busy = signal<string | undefined>(undefined);
  protected readonly pages = computed(() => {
    const state = this.state();
    return new Pages<LeavingLine>((page) => this.api.leaving({ ...page, state }), ({ id }) => id);
  });

  constructor() {
    void this.count();
    effect(() => {
      const pages = this.pages();
      untracked(() => void pages.load());
    });
  }

  protected whenOf({ keeping }: LeavingLine): string {
    if (keeping.leftAt) return this.words.text('LEAVING.LEFT', { day: this.words.brief(keeping.leftAt) });
    if (this.state() === 'left') return this.words.text('LEAVING.LEAVING');
    if (keeping.stays) return this.words.text(`LEAVING.STAYS.${keeping.stays}`);
    return keeping.leavesOn ? this.words.text('LEAVING.ON', { day: this.words.fullDay(keeping.leavesOn) }) : this.words.text('LEAVING.NEXT_NIGHT');
  }

  protected async hold(file: LeavingLine): Promise<void> {
    const { ReasonDialog } = await import('../quarantine/reason-dialog.js');
    const submit = (reason: string): Promise<unknown> => firstValueFrom(this.api.holdFile(file.id, reason));
    const opened = this.dialog.open(ReasonDialog, { ...ourDialog, width: '520px', data: { title: 'LEAVING.HOLD_TITLE', about: file.name, note: 'LEAVING.HOLD_NOTE', label: 'LEAVING.HOLD', submit } });
    if (await firstValueFrom(opened.afterClosed())) this.gone(file, 'LEAVING.HOLD_DONE');
  }

  protected async release(file: LeavingLine): Promise<void> {
    this.busy.set(file.id);
    try {
      await firstValueFrom(this.api.releaseFile(file.id));
      this.gone(file, 'LEAVING.RELEASED');
    } catch (error) {
      this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
    }
    this.busy.set(undefined);
  }

  private gone(file: LeavingLine, words: string): void {
    this.pages().remove(file.id);
    this.snackBar.open(this.words.text(words), undefined, { duration: 4000 });
    void this.count();
  }

  private async count(): Promise<void> {
    try {
      this.counts.set(await firstValueFrom(this.api.leavingCounts()));
    } catch {
      // the list itself tells what is wrong
    }
  }
}

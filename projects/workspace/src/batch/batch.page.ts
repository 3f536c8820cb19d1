import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatSnackBar } from '@angular/material/snack-bar';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, map } from 'rxjs';
import { Api } from '../api/api.js';
import { toProblem, type Problem } from '../api/problem.js';
import type { Batch, BatchPage as Page } from '../api/types.js';
import { PlacePipe } from '../host.js';
import { Split } from '../layout/split.js';
import { Wait } from '../layout/wait.js';
import type { Awaited } from '../list/pages.js';
import { AdfDocument } from '../reading/adf-document.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { neighbourMail } from './neighbour.js';

/** A scanned batch, and what became of each of its pages: what was left out can be put back while its letter waits. */
@Component({
  selector: 'bn-batch-page',
  imports: [AdfDocument, MatButton, MatIcon, PlacePipe, RouterLink, Split, TranslatePipe, Wait],
  templateUrl: './batch.page.html',
  styleUrl: './batch.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BatchPage implements Awaited {
  private readonly api = inject(Api);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  private readonly id = toSignal(inject(ActivatedRoute).paramMap.pipe(map((params) => params.get('id') ?? '')), { requireSync: true });
  private readonly wrong = signal<Problem | undefined>(undefined);
  protected readonly batch = signal<Batch | undefined>(undefined);
  protected readonly file = signal<Blob | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly leftOut = computed(() => this.batch()?.pages.filter(({ mailId }) => !mailId).length ?? 0);

  readonly problem = this.wrong.asReadonly();
  readonly state = computed(() => (this.wrong() ? 'failed' : this.batch() ? 'ready' : 'loading'));
  readonly empty = (): boolean => false;

  constructor() {
    void this.settings.load();
    effect(() => {
      this.id();
      untracked(() => void this.load());
    });
  }

  async load(): Promise<void> {
    this.wrong.set(undefined);
    try {
      const [batch, blob] = await Promise.all([firstValueFrom(this.api.batch(this.id())), firstValueFrom(this.api.batchContent(this.id()))]);
      this.batch.set(batch);
      this.file.set(new Blob([blob], { type: blob.type || 'application/pdf' }));
    } catch (error) {
      this.wrong.set(toProblem(error));
    }
  }

  /** What a page is, in words: of a sheet what it says. */
  protected kindOf({ fate, says }: Page): string {
    const [sheet] = says;
    if (!sheet) return this.words.text(`BATCH.FATE.${fate}`);
    return this.words.text(`BATCH.SAYS.${sheet.kind}`, { value: this.settings.label(sheet.value) });
  }

  /** The letter, from 1, that a page is in. */
  protected letterOf({ mailId }: Page): number {
    return (this.batch()?.mails.findIndex(({ id }) => id === mailId) ?? -1) + 1;
  }

  protected mailOf({ mailId }: Page): Batch['mails'][number] | undefined {
    return this.batch()?.mails.find(({ id }) => id === mailId);
  }

  /** Only while the letter that it would come back to waits to be qualified. */
  protected restorable(page: Page): boolean {
    const batch = this.batch();
    return !!batch && !page.mailId && neighbourMail(batch, page.number)?.state === 'toQualify';
  }

  protected async restore(page: Page): Promise<void> {
    this.busy.set(true);
    try {
      this.batch.set(await firstValueFrom(this.api.restorePage(this.id(), page.number)));
      this.snackBar.open(this.words.text('BATCH.RESTORED', { page: page.number }), undefined, { duration: 4000 });
    } catch (error) {
      this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
    }
    this.busy.set(false);
  }
}

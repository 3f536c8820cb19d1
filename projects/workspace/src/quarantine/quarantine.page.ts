import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatDialog } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatSelectModule } from '@angular/material/select';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import { Problem } from '../api/problem.js';
import type { EachOutcome, QuarantineLine, ReasonCounts } from '../api/types.js';
import { ourDialog } from '../layout/dialogs.js';
import { Wait } from '../layout/wait.js';
import { moved } from '../list/keys.js';
import { Pages } from '../list/pages.js';
import { keep } from '../reading/keep.js';
import { refusalWords } from '../words/refusal.js';
import { Words } from '../words/words.js';

const page = 10;

/** Files that could not be read: what is wrong in words, what to do, and never lost. Arrow keys go from line to line, the space bar chooses. */
@Component({
  selector: 'bn-quarantine-page',
  imports: [MatButton, MatCheckbox, MatFormFieldModule, MatSelectModule, TranslatePipe, Wait],
  templateUrl: './quarantine.page.html',
  styleUrl: './quarantine.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QuarantinePage {
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = inject(Words);

  protected readonly reasons = signal<ReasonCounts['items']>([]);
  protected readonly total = computed(() => this.reasons().reduce((sum, { count }) => sum + count, 0));
  /** Shown; all when empty. */
  protected readonly reason = signal('');
  protected readonly pages = computed(() => {
    const reason = this.reason() || undefined;
    return new Pages<QuarantineLine>((query) => this.api.quarantine({ ...query, reason }), ({ id }) => id);
  });
  protected readonly nobody: ReadonlySet<string> = new Set();
  protected readonly chosen = signal(this.nobody);
  protected readonly all = computed(() => this.pages().items().length > 0 && this.pages().items().every(({ id }) => this.chosen().has(id)));
  /** The one line whose buttons the Tab key comes to. */
  protected readonly active = signal(0);
  /** A file, or `several`, that is being asked for. */
  protected readonly busy = signal<string | undefined>(undefined);

  constructor() {
    void this.count();
    effect(() => {
      const pages = this.pages();
      untracked(() => {
        this.chosen.set(this.nobody);
        this.active.set(0);
        void pages.load();
      });
    });
  }

  protected wordsOf(file: QuarantineLine, part: 'WHY' | 'DO'): string {
    return refusalWords(this.words, file, part);
  }

  protected whyOf(reason: string): string {
    return this.words.text(`QUARANTINE.${reason}.WHY`, { signature: '…' });
  }

  protected choose(id: string): void {
    const chosen = new Set(this.chosen());
    if (!chosen.delete(id)) chosen.add(id);
    this.chosen.set(chosen);
  }

  protected chooseAll(wanted: boolean): void {
    this.chosen.set(wanted ? new Set(this.pages().items().map(({ id }) => id)) : this.nobody);
  }

  protected keyed(event: KeyboardEvent): void {
    const to = moved(event.key, this.active(), this.pages().items().length, page);
    if (to === undefined) return;
    event.preventDefault();
    this.active.set(to);
    this.element.nativeElement.querySelectorAll<HTMLElement>('tbody input[type=checkbox]').item(to)?.focus();
  }

  protected retry(file: QuarantineLine): Promise<void> {
    return this.ask(file.id, async () => {
      await firstValueFrom(this.api.retryFile(file.id));
      this.gone([file.id]);
      return this.words.text('QUARANTINE_PAGE.RETRIED');
    });
  }

  protected async download(file: QuarantineLine): Promise<void> {
    try {
      keep(await firstValueFrom(this.api.quarantineContent(file.id)), file.name);
    } catch (error) {
      this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
    }
  }

  protected async discard(file: QuarantineLine): Promise<void> {
    if (await this.askWhy(file.name, (reason) => firstValueFrom(this.api.discardFile(file.id, reason)))) {
      this.gone([file.id]);
      this.snackBar.open(this.words.text('QUARANTINE_PAGE.DISCARDED'), undefined, { duration: 4000 });
    }
  }

  protected retrySeveral(): Promise<void> {
    return this.ask('several', async () => this.told(await firstValueFrom(this.api.retryFiles([...this.chosen()])), 'RETRIED'));
  }

  protected async discardSeveral(): Promise<void> {
    const ids = [...this.chosen()];
    let outcome: EachOutcome | undefined;
    const done = await this.askWhy(this.words.count('QUARANTINE_PAGE.SEVERAL', ids.length), async (reason) => (outcome = await firstValueFrom(this.api.discardFiles(ids, reason))));
    if (done && outcome) this.snackBar.open(this.told(outcome, 'DISCARDED'), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
  }

  /** Takes out of the list what was done, leaves chosen what was not, and says both. */
  private told({ items }: EachOutcome, what: 'RETRIED' | 'DISCARDED'): string {
    const done = items.filter((item) => item.done).map(({ id }) => id);
    const refused = items.filter((item) => !item.done);
    this.gone(done);
    const why = [...new Set(refused.map(({ code }) => this.words.problem(new Problem(0, code ?? 'unexpected'))))].join(' ');
    return [this.words.count(`QUARANTINE_PAGE.OUTCOME.${what}`, done.length), ...(refused.length ? [this.words.count('QUARANTINE_PAGE.OUTCOME.REFUSED', refused.length, { why })] : [])].join('. ');
  }

  private async askWhy(about: string, submit: (reason: string) => Promise<unknown>): Promise<boolean> {
    const { ReasonDialog } = await import('./reason-dialog.js');
    const opened = this.dialog.open(ReasonDialog, { ...ourDialog, width: '520px', data: { title: 'QUARANTINE_PAGE.DISCARD_TITLE', about, note: 'QUARANTINE_PAGE.DISCARD_NOTE', label: 'QUARANTINE_PAGE.DISCARD', submit } });
    return (await firstValueFrom(opened.afterClosed())) === true;
  }

  private async ask(what: string, work: () => Promise<string>): Promise<void> {
    this.busy.set(what);
    try {
      this.snackBar.open(await work(), undefined, { duration: 6000 });
    } catch (error) {
      this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
    }
    this.busy.set(undefined);
  }

  private gone(ids: readonly string[]): void {
    for (const id of ids) this.pages().remove(id);
    this.chosen.update((chosen) => new Set([...chosen].filter((id) => !ids.includes(id))));
    this.active.update((index) => Math.max(0, Math.min(index, this.pages().items().length - 1)));
    if (this.pages().hasMore() && this.pages().items().length < page) void this.pages().refresh();
    void this.count();
  }

  private async count(): Promise<void> {
    try {
      this.reasons.set((await firstValueFrom(this.api.quarantineReasons())).items);
    } catch {
      // the list itself tells what is wrong
    }
  }
}
